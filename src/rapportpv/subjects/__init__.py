"""A folder a subject: its sheet, its figures, its rules."""
