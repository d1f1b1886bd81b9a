"""Izin terbit: how many permits were issued, of which type."""
