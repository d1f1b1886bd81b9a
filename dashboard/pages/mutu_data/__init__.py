"""What was loaded and turned away."""
