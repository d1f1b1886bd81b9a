"""Loads started from a page, each in a process of its own that the page survives."""
