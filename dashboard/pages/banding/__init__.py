"""Comparing the regencies of a province."""
