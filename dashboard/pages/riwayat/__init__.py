"""Riwayat angka: figures of past months that moved, and why."""
