"""What can be wrong with the map of the quartiers."""
