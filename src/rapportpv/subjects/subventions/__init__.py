"""The grants that the EPCI itself pays, and what the law asks it to publish of them."""
