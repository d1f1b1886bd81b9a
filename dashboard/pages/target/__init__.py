"""The page of targets."""
