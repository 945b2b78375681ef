"""The files of INSEE and ANCT as they are published: what it is like to live in a quartier."""
