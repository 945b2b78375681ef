"""What a workbook that somebody keeps already is proposed to be, sheet, columns and funders."""
