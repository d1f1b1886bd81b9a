"""Offices' own permit names."""
