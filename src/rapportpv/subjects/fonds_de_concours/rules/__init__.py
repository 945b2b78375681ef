"""What can be wrong with the grants from the EPCI to communes."""
