"""The year’s programming of projects."""
