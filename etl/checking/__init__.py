"""Row by row: converted and accepted, or rejected with the cell and what to do."""
