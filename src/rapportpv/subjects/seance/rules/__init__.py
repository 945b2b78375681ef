"""What can be wrong with the council’s session."""
