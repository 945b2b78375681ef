"""What can be wrong with communes and quartiers."""
