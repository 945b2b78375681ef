"""The figures that a text says, held against the named ones."""
