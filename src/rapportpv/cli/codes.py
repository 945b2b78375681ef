"""The exit codes; 0 when nothing blocks."""

BLOQUE = 1
"""Anomalies stand in the way."""
IMPOSSIBLE = 2
"""Wrong arguments, no project, a file that cannot be read or written."""
INTERROMPU = 130
"""Ctrl+C, or the system that asks to end: what every command of Unix says then."""
