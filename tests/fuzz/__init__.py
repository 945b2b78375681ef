"""Files broken at random, given to the commands: what must never happen, and whether it does."""
