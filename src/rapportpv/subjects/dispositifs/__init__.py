"""The dispositifs beside the programming, and the droit commun of the partners."""
