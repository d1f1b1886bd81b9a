"""Tools of the house: what make runs besides the application itself."""
