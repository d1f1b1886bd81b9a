"""What a file says of its office and period in its titles and its name, else the place in view."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from etl.loads import LoadOptions
from etl.reading.raw import Source
from etl.recognising.vocabulary import normal
from etl.reference import regions
from etl.sheets import survey_title
from etl.store.dry import office_names

REGION = re.compile(r"\b(kabupaten|kab|kotamadya|kota|provinsi) ([a-z ]{3,})$")
TITLES = 12  # rows that may be titles
CODED = re.compile(r"\b(20\d\d) ?(s[12]|q[1-4])\b")
KINDS = {
    "kabupaten": ("kabupaten", "kab"),
    "kota": ("kota", "kotamadya"),
    "provinsi": ("provinsi",),
}


def told(
    store: Path, path: Path, sources: Sequence[Source], options: LoadOptions, place: str
) -> LoadOptions:
    """The options with the office that the titles or the file's name speak of, else `place`.

    An office that a person chose stays; one outside the reader's scope is never taken.
    """
    if options.office:
        return options
    scope = options.scope_offices
    names = {c: n for c, n in office_names(store).items() if scope is None or c in scope}
    office = office_named([path.stem, *_titles(sources)], names)
    office = office or (place if place in names else "")
    return replace(options, office=office) if office else options


def office_named(lines: Iterable[str], offices: Mapping[str, str]) -> str:
    """The one office (code → name) whose region the lines name; "" for none or several.

    >>> office_named(["REKAP KAB. SEKADAU"], {"61.09": "DPMPTSP Kabupaten Sekadau", "61.08": "X"})
    '61.09'
    """
    words = [f" {normal(line)} " for line in lines]
    named = {code: _region(code, name) for code, name in offices.items()}
    bare = [name for _kind, name in named.values()]
    found: dict[str, int] = {}
    for code, (kind, name) in named.items():
        if not name:
            continue
        whole = any(f" {k} {name} " in line for k in KINDS.get(kind, ()) for line in words)
        alone = bare.count(name) == 1 and any(f" {name} " in line for line in words)
        if whole or alone:
            found[code] = len(name) + 100 * whole
    longest = [code for code, n in found.items() if n == max(found.values())]
    return longest[0] if len(longest) == 1 else ""


def _region(code: str, name: str) -> tuple[str, str]:
    """The kind and the bare name of an office's region: ("kabupaten", "sekadau")."""
    known = regions().get(code)
    if known:
        words = normal(known.name).split()
        return known.region_kind, " ".join(words[1:] if words[0] in KINDS else words)
    if match := REGION.search(normal(name)):
        return next(k for k, own in KINDS.items() if match[1] in own), match[2]
    return "", ""


def period_named(path: Path) -> str:
    """The period in a file's name: "SKM Semester I 2024.xlsx", "skm_2024-S1.csv"; "" for none."""
    words = normal(path.stem)
    if match := CODED.search(words):
        return f"{match[1]}-{match[2].upper()}"
    return survey_title.period([path.stem.replace("_", " ")]) or ""


def year_named(path: Path) -> str:
    """The one year in a file's name ("rekap izin 2024.xlsx"); "" for none or several."""
    years = set(re.findall(r"(?<!\d)20\d\d(?!\d)", path.stem))
    return years.pop() if len(years) == 1 else ""


def _titles(sources: Sequence[Source]) -> list[str]:
    """The texts above the headings of the visible sheets."""
    lines: list[str] = []
    for source in sources:
        above = {h.sheet: h.heading_row - 1 for h in source.heads}
        for sheet in source.book.sheets if source.book else ():
            if not sheet.hidden:
                rows = sheet.head[: min(above.get(sheet.name, TITLES), TITLES)]
                lines += survey_title.texts(rows)
    return lines
