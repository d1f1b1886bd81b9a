"""Berkas: the open cases of an office, where each lies, and one case day by day."""
