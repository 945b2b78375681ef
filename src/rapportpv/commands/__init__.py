"""The verbs as plain functions, no terminal: check a year, add it up, build its document."""
