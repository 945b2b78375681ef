"""The adultes-relais: the posts of each operator."""
