"""A year laid down from the workbook that somebody keeps already."""
