"""How a figure is asked for: query, scope, snapshot, registry, kinds of reader, result."""
