"""The settings of a project and of a year, as validated values."""
