"""Open data: the figures, tables and grants of a year as files that programs read."""
