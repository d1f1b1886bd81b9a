"""Write docs/data-kinds.md from the record kinds, so that the page never tells another story."""

import csv
import sys
from functools import cache
from pathlib import Path

from etl.paths import DATA, ROOT
from etl.schema import COMPOSITE, Field, Kind, elements, kinds

PAGE = ROOT / "docs" / "data-kinds.md"
TYPES = {
    "text": "text",
    "code": "code, kept as written (007 stays 007)",
    "office": "region code such as 32.14",
    "list": "names joined by commas",
    "enum": "one of a list",
    "month": "month, 2024-05",
    "period": "2024, 2024-05, 2024-Q3 or 2024-S1",
    "time": "date and time",
    "date": "date",
    "amount": "rupiah, two decimals",
    "value": "number, four decimals",
    "integer": "whole number",
    "score": "1 to 4",
}
HEAD = """# Record kinds

Made by `make docs` from `etl/schema.py`, `data/headings.csv` and `data/values.csv`; do not edit.

A file's kind is recognised from its headings. Every field is known under its canonical name, its
Indonesian title and the other names listed; capitals, punctuation and order do not matter. Other
files are read through a [mapping](mappings.md). `monev template KIND --out FILE.xlsx` gives an
empty workbook of a kind.

**Key** fields name a row: a later row with the same key replaces the earlier one. A **required**
field that is blank rejects its row.
"""


@cache
def headings() -> dict[tuple[str, str], tuple[str, str]]:
    """(kind or "*", field) → (title, other names joined by commas)."""
    with (DATA / "headings.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["kind"], row["field"]): (row["title"], ", ".join(_names(row["synonyms"])))
            for row in csv.DictReader(file)
        }


@cache
def values() -> dict[str, list[str]]:
    """Enum → its values with their Indonesian titles."""
    found: dict[str, list[str]] = {}
    with (DATA / "values.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["enum"], []).append(f"`{row['value']}` ({row['title']})")
    return found


def _names(text: str) -> list[str]:
    return [name for name in text.split("|") if name]


def _heading(kind: str, field: Field) -> tuple[str, str]:
    known = headings()
    for place in ((kind, field.name), ("*", field.name)):
        if place in known:
            return known[place]
    named = [e for e in elements() if e.slug == field.name]
    if named:
        synonyms = dict.fromkeys(s for e in named for s in (e.name, *e.synonyms))
        synonyms.pop(named[0].name)
        return named[0].name, ", ".join(synonyms)
    return "", ""


def _type(field: Field) -> str:
    text = TYPES[field.type]
    if field.enum in values():
        text = " · ".join(values()[field.enum])
    if field.unit:
        text += f", {field.unit}"
    if field.type == "integer" and (field.low is not None or field.high is not None):
        text += f" ({_bounds(field)})"
    return f"{text}; {field.about}" if field.about else text


def _bounds(field: Field) -> str:
    if field.low is not None and field.high is not None:
        return f"{field.low} to {field.high}"
    return f"at least {field.low}" if field.low is not None else f"at most {field.high}"


def _marks(field: Field) -> str:
    marks = [word for word, on in (("key", field.key), ("required", field.required)) if on]
    return ", ".join(marks)


def _section(kind: Kind) -> list[str]:
    lines = [f"## `{kind.name}` – {kind.title}", ""]
    if kind.order:
        pairs = ", ".join(f"`{a}` ≤ `{b}`" for a, b in kind.order)
        lines += [f"Rejected unless {pairs} (where both are given).", ""]
    lines += ["| field | title | holds | | other names |", "|---|---|---|---|---|"]
    for field in kind.fields:
        title, names = _heading(kind.name, field)
        cells = (f"`{field.name}`", title, _type(field), _marks(field), names)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return [*lines, ""]


def page() -> str:
    """The whole page as Markdown."""
    lines = [HEAD]
    for kind in kinds().values():
        lines += _section(kind)
    lines += ["## Kinds that are stored as others", ""]
    for name, parts in COMPOSITE.items():
        into = ", ".join(f"`{p}`" for p in parts) or "the published counts of its offices"
        lines.append(f"- `{name}` gives {into}")
    return "\n".join(lines) + "\n"


def main(target: Path = PAGE) -> int:
    """Write the page."""
    target.write_text(page(), encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(kinds())} kinds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
