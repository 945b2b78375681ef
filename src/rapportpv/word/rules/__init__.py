"""What can be wrong with a Word template."""
