"""Collect every word people read into the English catalogue: `make words`.

Messages are the texts of `_()`, `counted()`, `ngettext()` and `N_()` in code and templates, the
words that the registries hold (titles and formulas of figures, titles of pages and record kinds),
and the columns of `data/` that are shown. New ones are entered without a translation, those that no
one says any more are taken out; `--check` writes nothing and names both.
"""

import ast
import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from etl.paths import DATA, ROOT
from etl.words import LOCALES

FILE = LOCALES / "en" / "monev.po"
ROOMS = ("etl", "metrics", "dashboard", "cli")
#: Calls whose words are translated when they are shown: function → keywords, places of arguments.
CALLS: dict[str, tuple[tuple[str, ...], tuple[int, ...]]] = {
    "Indicator": (("title", "short", "formula"), ()),
    "Page": (("group", "title"), ()),
    "Kind": ((), (1,)),
    "rate": (("why",), ()),
    "met_by_due": (("why", "untold"), ()),
    "count": (("why",), ()),
    "survival": (("none",), ()),
    "Untold": (("why",), (1,)),
    "Wanting": (("why",), (2,)),
    "told_of_complaints": (("why",), (1,)),
}
#: Columns of the tables in `data/` that are shown to people.
COLUMNS: dict[str, tuple[str, ...]] = {
    "other_counts": ("what",),
    "figure_sources": ("title", "source", "deviation"),
    "institution_indicators": ("title", "question"),
    "elements": ("name", "short"),
    "values": ("title",),
    "headings": ("title",),
    "survey_grades": ("name",),
    "stage_actions": ("action",),
    "pekppp": ("aspect", "certainty"),
    "ombudsman": ("zone", "quality", "certainty"),
}
HEAD = "# Every word of Monev PTSP in English; etl/words.py reads it, `make words` renews it.\n"
PLACES = re.compile(r"\{[^{}]*\}")

Key = tuple[str, str]  # a message and its plural, "" where it has none


@dataclass
class Found:
    """The messages there are, each with the files that say it."""

    files: dict[Key, set[str]] = field(default_factory=dict)

    def add(self, message: str | tuple[str, ...], file: Path) -> None:
        """Note that `file` says `message`."""
        one, many = (message, "") if isinstance(message, str) else (message[0], message[1])
        if one and any(c.isalpha() for c in PLACES.sub("", one)):
            name = file.relative_to(ROOT).as_posix()
            if not many and (one, one) in self.files:
                many = one
            files = self.files.setdefault((one, many), set())
            files.add(name)
            if many:
                files |= self.files.pop((one, ""), set())


def messages() -> Found:
    """Every message of the code, the templates and the tables."""
    found = Found()
    code = [*(f for room in ROOMS for f in sorted((ROOT / room).rglob("*.py"))), ROOT / "app.py"]
    for file in code:
        for words in _said(file):
            found.add(words, file)
    for file in sorted((ROOT / "dashboard/public/templates").glob("*.html")):
        for _line, said, *_rest in extract_from_file("jinja2.ext:babel_extract", file):
            found.add(said, file)
    for table, columns in COLUMNS.items():
        file = DATA / f"{table}.csv"
        with file.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                for column in columns:
                    found.add(row[column], file)
    return found


def _said(file: Path) -> Iterator[str | tuple[str, str]]:
    """The messages of one module, those within f-strings too."""
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
            continue
        name = call.func.id
        if name in ("_", "N_"):
            yield from _plain(call.args[:1])
        elif name == "counted":
            yield from ((one, one) for one in _plain(call.args[:1]))
        elif name == "ngettext":
            both = tuple(_plain(call.args[:2]))
            yield from [both] if len(both) == 2 else []
        else:
            names, places = CALLS.get(name, ((), ()))
            yield from _plain([k.value for k in call.keywords if k.arg in names])
            yield from _plain([call.args[i] for i in places if i < len(call.args)])


def _plain(values: list[ast.expr]) -> Iterator[str]:
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def catalogue() -> Catalog:
    """The English catalogue as it is written; an empty one where there is none."""
    if not FILE.exists():
        return Catalog(locale="en")
    with FILE.open("rb") as text:
        return read_po(text, locale="en")


def key(message: Message) -> Key:
    """A message of a catalogue as `Found` knows it."""
    return (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])


def renewed(found: Found, old: Catalog) -> Catalog:
    """A catalogue of what was found, with the translations of `old`."""
    known = {key(m): m.string for m in old if m.id}
    made = Catalog(locale="en")
    for (one, many), files in sorted(found.files.items(), key=lambda x: (min(x[1]), x[0])):
        flags = ["python-brace-format"] if PLACES.search(one) else []
        empty: Any = ("", "") if many else ""
        made.add(
            (one, many) if many else one,
            known.get((one, many), empty),
            locations=[(min(files), 0)],
            flags=flags,
        )
    return made


def wanting(made: Catalog) -> list[str]:
    """What is not translated, or translated with other places than the message has."""
    faults = []
    for message in made:
        if not message.id:
            continue
        texts = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        if not all(texts):
            faults.append(f"missing: {sources[0]}")
        elif any(set(PLACES.findall(t)) != set(PLACES.findall(sources[-1])) for t in texts):
            faults.append(f"other places: {sources[0]} → {texts[-1]}")
        elif message.fuzzy:
            faults.append(f"fuzzy: {sources[0]}")
    return faults


def write(made: Catalog) -> None:
    """Write the catalogue without a header: nothing in it changes but words."""
    with FILE.open("wb") as text:
        text.write(HEAD.encode() + b"\n")
        write_po(text, made, width=100, include_lineno=False, omit_header=True)


def main() -> int:
    """Renew the catalogue and name what it lacks; 1 where it lacks something."""
    old = catalogue()
    made = renewed(messages(), old)
    unused = {key(m) for m in old if m.id} - {key(m) for m in made if m.id}
    faults = wanting(made) + [f"unused: {one}" for one, _many in sorted(unused)]
    if "--check" not in sys.argv:
        write(made)
        faults = wanting(made)
    for fault in faults:
        print(fault)
    print(f"{len(made)} messages, {len(faults)} to mend in {FILE.relative_to(ROOT)}")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main())
