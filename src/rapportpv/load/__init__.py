"""Spreadsheets and settings in: what was read, and everything that is wrong with it."""
