"""Who gets what: tries every page and every request as six people, for `docs/access.md`."""
