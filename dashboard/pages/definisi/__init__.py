"""Every figure in words."""
