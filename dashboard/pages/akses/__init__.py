"""The page Hak akses: who was given which role."""
