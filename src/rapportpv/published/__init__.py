"""What was published, and what changed since."""
