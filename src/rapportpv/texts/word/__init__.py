"""A Word fragment read into paragraphs, notes and pictures."""
