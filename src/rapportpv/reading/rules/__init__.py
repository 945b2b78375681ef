"""What can be wrong with a file, a sheet, a heading, a cell or a printed total."""
