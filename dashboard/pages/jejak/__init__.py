"""The page Jejak audit: who did what."""
