"""The tables of a document added up again, from their own cells."""
