"""The page of letterheads."""
