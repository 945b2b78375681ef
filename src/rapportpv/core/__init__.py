"""Values that several floors share, and the declarations."""
