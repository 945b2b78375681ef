"""Any workbook, from any writer, of any size, seen whole and safely: a room for each kind of file.

Values come from python-calamine, all else from the XML of the sheets, read once and never trusted.
"""
