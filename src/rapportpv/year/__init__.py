"""A year read, added up and checked."""
