"""What an office is and calls things: its profile, its own permit names."""
