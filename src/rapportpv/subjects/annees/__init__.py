"""The years before: their figures, the year beside them, and what can be wrong with them."""
