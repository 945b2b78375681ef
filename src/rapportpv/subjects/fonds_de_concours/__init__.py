"""The grants from the EPCI to communes."""
