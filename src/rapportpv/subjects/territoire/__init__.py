"""Communes and quartiers."""
