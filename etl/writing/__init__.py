"""Workbooks written for offices: empty templates, rejected rows marked, text kept as text."""
