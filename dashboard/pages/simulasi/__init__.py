"""Simulasi: what if a stage went or ran beside another."""
