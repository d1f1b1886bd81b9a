"""Tries made workbooks by the thousand: how many are read back, how many refused, none otherwise.

`python -m scripts.made_layouts 10000` writes tables of applications, complaints and payments in
random layouts, as `tests/etl/test_made_layouts.py` does, reads them, and counts what becomes of
them. Exit code 1 when one reads back to other records without being refused.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from etl.errors import Refused
from tests.etl.intake import read
from tests.etl.test_made_layouts import as_read, expected, tables, written

EVERY = 500


def tried(many: int) -> Counter[str]:
    """What became of `many` made files, by outcome: read, refused, or different."""
    became: Counter[str] = Counter()

    @settings(
        max_examples=many,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(tables())
    def one(table: tuple) -> None:
        became[outcome(table)] += 1
        if sum(became.values()) % EVERY == 0:
            print(told(became), flush=True)

    one()
    return became


def outcome(table: tuple) -> str:
    """What became of one made file."""
    kind, fields, _heads, records, _how = table
    with tempfile.TemporaryDirectory() as folder:
        try:
            got = read(written(Path(folder), table), office="32.14")
        except Refused:
            return "refused"
        same = [i.kind for i in got.items] == [kind] and not got.rejects()
        same = same and {as_read(r, fields) for r in got.rows()} == expected(fields, records)
        same = same and got.part().read == len(records)
        got.con.close()
    if not same:
        print("different:", table, flush=True)
    return "read" if same else "different"


def told(became: Counter[str]) -> str:
    """The counts in a line."""
    return ", ".join(f"{n:,} {what}" for what, n in [("tried", became.total()), *became.items()])


if __name__ == "__main__":
    counts = tried(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    print(told(counts))
    raise SystemExit(1 if counts["different"] else 0)
