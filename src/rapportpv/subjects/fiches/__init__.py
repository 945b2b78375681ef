"""A sheet for each quartier, or for each commune: what is its own, what it shares."""
