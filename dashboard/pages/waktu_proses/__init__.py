"""Processing time."""
