"""The bodies consulted and their avis."""
