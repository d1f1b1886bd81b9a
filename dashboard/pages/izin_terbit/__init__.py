"""Permits issued."""
