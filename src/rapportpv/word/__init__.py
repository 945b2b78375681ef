"""Word out: a template plus the year's figures and tables gives a document."""
