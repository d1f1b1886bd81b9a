"""Which kind, which heading, which layout a file is; mappings; what a guess rests on."""
