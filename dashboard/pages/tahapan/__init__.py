"""Activities folded into stages."""
