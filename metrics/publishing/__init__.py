"""File sets, manifest and pointer, figures as of another day, and the recap."""
