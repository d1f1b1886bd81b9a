"""The page of dated events."""
