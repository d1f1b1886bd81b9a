"""The office's profile."""
