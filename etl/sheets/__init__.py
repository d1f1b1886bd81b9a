"""Layouts people really keep: one module a worksheet layout."""
