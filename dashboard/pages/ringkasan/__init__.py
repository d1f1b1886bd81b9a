"""Ringkasan: the first page, for the head of an office."""
