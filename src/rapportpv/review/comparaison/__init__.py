"""Two versions of a document: what changed, as a list and as tracked changes."""
