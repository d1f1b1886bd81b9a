"""A folder a page: `page.py` and what is its alone."""
