"""Numbers as people write them, and those that are no figures."""
