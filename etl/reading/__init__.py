"""From bytes to raw tables: open, delimited, workbook, XES; cells as they stand in the file."""
