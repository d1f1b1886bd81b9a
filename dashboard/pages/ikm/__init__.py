"""The satisfaction index."""
