"""What can be wrong with the year’s programming of projects."""
