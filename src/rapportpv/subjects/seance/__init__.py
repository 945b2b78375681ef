"""The council’s session."""
