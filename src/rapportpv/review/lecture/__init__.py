"""What a person reads in a document, with its places: passages and tables."""
