"""What the user sees: the one place for terminal tables, colours, and what a console can print.

Its files are imported one by one, so that `--help` stays quick.
"""
