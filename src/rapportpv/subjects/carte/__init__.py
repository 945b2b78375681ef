"""The map of the quartiers."""
