"""Prints every kind of report, loads files many times, and prints the editions again: same bytes?

    python -m scripts.reprints --store COPY_OF_A_STORE --loads 200

Writes its table into docs/reports.md. The store is changed: give it a copy.
"""

import argparse
import hashlib
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from etl.paths import ROOT
from etl.store.store import Store

DOCS = ROOT / "docs" / "reports.md"
BEGIN, END = "<!-- reprints: begin -->", "<!-- reprints: end -->"
KINDS = ("monthly", "annual", "ikm", "meeting", "province")
SUFFIXES = (".pdf", ".docx", ".xlsx")
HEADS = "office_code,application_no,permit_type,submitted_at,decided_at,issued_at,decision\n"


def printed(store: Path, numbers: dict[str, int]) -> dict[tuple[str, str], str]:
    """The SHA-256 of every edition in every format, by kind and format."""
    from dashboard.reports.issuing import bytes_of, reprint
    from metrics.asking.query import EVERYTHING
    from metrics.asking.snapshot import open_snapshot

    snapshot = open_snapshot(store)
    found = {
        (kind, suffix): hashlib.sha256(
            bytes_of(reprint(store, EVERYTHING, number), snapshot, EVERYTHING, suffix)
        ).hexdigest()
        for kind, number in numbers.items()
        for suffix in SUFFIXES
    }
    snapshot.close()
    return found


def issued(store: Path, office: str, month: str) -> dict[str, int]:
    """One edition of each kind of report; kind → its number."""
    from dashboard.reports.issuing import issue
    from metrics.asking.query import EVERYTHING
    from metrics.asking.snapshot import open_snapshot

    snapshot = open_snapshot(store)
    year = month[:4]
    asked = {"monthly": month, "annual": year, "ikm": month, "meeting": month, "province": year}
    numbers = {
        kind: issue(
            kind, snapshot, EVERYTHING, office[:2] if kind == "province" else office, period
        ).edition.edition
        for kind, period in asked.items()
    }
    snapshot.close()
    return numbers


def load(kept: Store, folder: Path, office: str, number: int, month: str) -> None:
    """Load one more permit of the month that was reported, and publish."""
    from etl.loads import LoadOptions
    from metrics.publishing.publish import publish

    file = folder / f"lagi{number}.csv"
    day = date.fromisoformat(f"{month}-02")
    end = day.replace(day=9)
    row = f"{office},ULANG-{number},PBG,{day},{end},{end},issued\n"
    file.write_text(HEADS + row, encoding="utf-8")
    [result] = kept.load(file, LoadOptions(kind="applications"))
    assert result.total.accepted == 1, result
    publish(kept)


def main() -> int:
    """Run the trial and write its table; 1 where a reprint differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--loads", type=int, default=200)
    parser.add_argument("--office", default="32.14")
    parser.add_argument("--month", default="2025-06")
    asked = parser.parse_args()
    numbers = issued(asked.store, asked.office, asked.month)
    first = printed(asked.store, numbers)
    began = time.monotonic()
    kept = Store(asked.store)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(asked.loads):
            load(kept, Path(folder), asked.office, number, asked.month)
            print(number + 1, round(time.monotonic() - began), flush=True)
    again = printed(asked.store, numbers)
    fresh = issued(asked.store, asked.office, asked.month)
    table = written(asked.loads, time.monotonic() - began, numbers, fresh, first, again)
    print(table)
    text = DOCS.read_text(encoding="utf-8")
    if BEGIN in text:
        head, rest = text.split(BEGIN)
        text = head + BEGIN + "\n" + table + END + rest.split(END)[1]
    else:
        text = f"{text.rstrip()}\n\n{BEGIN}\n{table}{END}\n"
    DOCS.write_text(text, encoding="utf-8")
    return int(first != again)


def written(
    loads: int,
    seconds: float,
    numbers: dict[str, int],
    fresh: dict[str, int],
    first: dict[tuple[str, str], str],
    again: dict[tuple[str, str], str],
) -> str:
    """The table: each kind and format, and whether its bytes came back."""
    lines = [
        f"**Reprints after {loads} loads** (`python -m scripts.reprints`, sample province, "
        f"{seconds / 60:.0f} minutes; each load changed a month that was reported):",
        "",
        "| report | edition | PDF | Word | Excel | asked anew it is |",
        "|---|---|---|---|---|---|",
    ]
    for kind, number in numbers.items():
        same = ["same bytes" if first[kind, s] == again[kind, s] else "DIFFERS" for s in SUFFIXES]
        new = f"edition {fresh[kind]}" if fresh[kind] != number else "the same edition"
        lines.append(f"| {kind} | {number} | {' | '.join(same)} | {new} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
