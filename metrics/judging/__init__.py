"""What a figure means: targets in force, chance, fair comparison, ranks, who reported."""
