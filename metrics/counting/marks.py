"""Words that count tables hold in place of a stage or a path, and the limits that call for them."""

REST = "lainnya"
"""The stages of an office beyond its most frequent ones."""
MOST_STAGES = 12
START, END, OTHER, ARROW = "▶", "■", "…", " → "
"""Where a path begins and ends, a path that is not told, and what stands between its stages."""
MOST_STEPS = 40
"""Runs of a path that is told; a longer one counts under OTHER."""
MOST_PATHS = 200
"""Paths of an office that are told, the most frequent ones; the others count under OTHER."""
BASE, BLOCK = 64, 10
"""A path is numbers in this base, so many stages in each."""
BLOCKS = tuple(f"c{i}" for i in range(MOST_STEPS // BLOCK))
NAMELESS = BASE - 1
"""The code of stages beyond those that have one."""
SOON_DAYS = 3
"""Working days before its due day in which an open case is due soon (indicators.md §4)."""
