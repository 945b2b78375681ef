"""The figure that a number speaks of, and what the number makes of it."""
