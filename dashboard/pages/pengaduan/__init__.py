"""Pengaduan: complaints, answered and resolved in time or not."""
