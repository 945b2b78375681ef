"""What can be wrong with the bodies consulted and their avis."""
