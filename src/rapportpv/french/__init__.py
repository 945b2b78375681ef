"""French as it is read and written: words, days, hours, names, identifiers."""
