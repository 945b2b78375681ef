"""The dotation de solidarité urbaine."""
