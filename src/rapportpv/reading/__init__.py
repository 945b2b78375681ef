"""Files in: settings, workbooks, headings, rows, printed totals."""
