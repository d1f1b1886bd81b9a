"""The words of headings and cells: which heading is which field, which word is which value."""

import csv
import re
from dataclasses import dataclass
from functools import cache

from etl.paths import DATA
from etl.schema import element_slugs, elements, kinds

_SHORT = {
    "tgl": "tanggal",
    "tg": "tanggal",
    "nomor": "no",
    "nomer": "no",
    "num": "no",
    "number": "no",
    "jml": "jumlah",
    "jmlh": "jumlah",
    "jlh": "jumlah",
    "ket": "keterangan",
    "thn": "tahun",
    "bln": "bulan",
    "perijinan": "perizinan",
    "ijin": "izin",
    "kwitansi": "kuitansi",
    "telepun": "telepon",
    "tlp": "telepon",
    "telpon": "telepon",
    "date": "date",
}


@cache
def normal(heading: str) -> str:
    """A heading as compared: lower case, words only, usual abbreviations written out.

    >>> normal("Tgl. Masuk (WIB)"), normal("application_no"), normal("submittedAt")
    ('tanggal masuk wib', 'application no', 'submitted at')
    """
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(heading))
    words = re.sub(r"[\W_]+", " ", text).lower().split()
    return " ".join(_SHORT.get(word, word) for word in words)


@cache
def forms(heading: str) -> tuple[str, ...]:
    """The forms under which a heading is looked up: whole, then without what is in brackets."""
    bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", str(heading))  # not from each "(" to the end
    # how a charting tool exports a date: "Day of Tgl Izin"
    day = re.sub(r"^\s*(day|date|hari) of\s+", "", bare, flags=re.IGNORECASE)
    own = _OF_PERMIT.fullmatch(normal(bare))
    issued = (own[1],) if own and own[2] in permit_words() else ()
    return tuple(dict.fromkeys((normal(heading), normal(bare), normal(day), *issued)))


#: A day of a permit under its own name: "Tgl Terbit SIP"; a NIB is no permit of its row.
_OF_PERMIT = re.compile(r"(tanggal (?:terbit|penerbitan)) ((?!nib$)\w+)")


@cache
def permit_words() -> frozenset[str]:
    """The short names of permits, in small letters."""
    return frozenset(
        {row["permit_type"].lower() for row in _rows("permit_types.csv")}
        | {w for row in _rows("permit_words.csv") for w in row["words"].split("|")}
    )


@dataclass(frozen=True)
class Heading:
    """The Indonesian title of a field of a kind, and the normal forms it is known under."""

    title: str
    known: frozenset[str]


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def headings(kind: str) -> dict[str, Heading]:
    """Field → heading of every field of a kind, elements of the survey by name among them."""
    table = {(row["kind"], row["field"]): row for row in _rows("headings.csv")}
    found: dict[str, Heading] = {}
    for field in kinds()[kind].fields:
        row = table.get((kind, field.name)) or table.get(("*", field.name))
        title = row["title"] if row else field.name
        words = [field.name, title, *(row["synonyms"].split("|") if row else [])]
        if kind == "survey" and field.name in element_slugs():
            same = [e for e in elements() if e.slug == field.name]
            title = same[0].name
            words += [w for e in same for w in (e.name, e.short)]
        found[field.name] = Heading(title, frozenset(normal(w) for w in words if w))
    return found


@dataclass(frozen=True)
class Words:
    """The values of an enum: value → title, and normal form → value ('' for a known blank)."""

    titles: dict[str, str]
    known: dict[str, str]


@cache
def words(enum: str) -> Words:
    """The values of an enum of `data/values.csv`, or the survey's rules and elements."""
    if enum == "rule":
        rules = dict.fromkeys(e.rule for e in elements())
        return Words({r: r for r in rules}, {r: r for r in rules})
    if enum == "element":
        names = {e.slug: e.name for e in reversed(elements())}
        known = {normal(w): e.slug for e in reversed(elements()) for w in (e.name, e.short, e.slug)}
        return Words(names, known)
    titles: dict[str, str] = {}
    known = {}
    for row in _rows("values.csv"):
        if row["enum"] == enum:
            if row["value"]:
                titles[row["value"]] = row["title"]
            for word in (row["value"], row["title"], *row["synonyms"].split("|")):
                if word:
                    known.setdefault(normal(word), row["value"])
    return Words(titles, known)


@cache
def weak(heading: str) -> bool:
    """Whether a heading says too little to tell a kind by (`data/weak_headings.csv`)."""
    return any(form in _weak() for form in forms(heading))


@cache
def _weak() -> frozenset[str]:
    return frozenset(normal(row["words"]) for row in _rows("weak_headings.csv"))


@cache
def _personal() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    tables: dict[str, dict[str, str]] = {"exact": {}, "word": {}, "phrase": {}}
    for row in _rows("personal_columns.csv"):
        tables[row["match"]][normal(row["words"])] = row["what"]
    return tables["exact"], tables["word"], tables["phrase"]


@cache
def personal(heading: str) -> str | None:
    """What personal matter a column with this heading holds, or None."""
    exact, word, phrase = _personal()
    for form in forms(heading):
        if form in exact:
            return exact[form]
        for token in form.split():
            if token in word:
                return word[token]
        for text, what in phrase.items():
            if text in form:
                return what
    return None
