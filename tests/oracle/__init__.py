"""Figures recomputed in SQL, by another engine and from rows that the program has not read."""
