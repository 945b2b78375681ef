"""Figures and anomalies out, in the formats that other programs read."""
