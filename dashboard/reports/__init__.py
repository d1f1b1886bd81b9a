"""Reports as PDF, Word and Excel."""
