"""Says what a load is good for: which indicators now have a figure from it, and why others not.

`data/feeds.csv` holds which columns of a kind an indicator needs (`a|b;c`: a or b, and c) and what
must have been loaded earlier; an indicator that is not named there needs its kind alone. Once the
load is published the figure itself is asked: what is said to be fed has a value, what is said to
lack has none (indicators.md §14).
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from etl.errors import MonevError
from etl.paths import DATA
from etl.recognising.headings import kind_title
from etl.recognising.vocabulary import headings, words
from etl.schema import kinds
from etl.store.results import Filled, LoadResult
from etl.words import _
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import Indicator, indicators

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


@dataclass(frozen=True)
class Lack:
    """An indicator without a figure, and the first thing wanting, in words."""

    indicator: str
    why: str


@dataclass(frozen=True)
class Feeds:
    """The indicators of a load's kinds: those with a figure from it, and those without one."""

    feeds: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The two lists as `monev load --format json` prints them."""
        lacks = [{"indicator": x.indicator, "why": x.why} for x in self.lacks]
        return {"feeds": list(self.feeds), "lacks": lacks}

    def sentence(self, trial: bool = False) -> str:
        """Both lists in one sentence, for the end of a load or of a trial."""
        known = indicators()
        now = ", ".join(within(known[n].label()) for n in self.feeds if n in known)
        if not now and not self.lacks:
            return ""
        said = (
            _("Dari berkas ini akan terhitung: {names}")
            if trial
            else _("Dari berkas ini kini terhitung: {names}")
        )
        told = said.format(names=now or _("belum ada"))
        not_yet = "; ".join(
            _("{name}, karena {why}").format(name=within(known[x.indicator].label()), why=x.why)
            for x in self.lacks
        )
        return f"{told}; {_('belum')}: {not_yet}." if not_yet else f"{told}."


@dataclass(frozen=True)
class Need:
    """What an indicator needs of a kind: columns, each with its alternatives, and earlier loads."""

    columns: tuple[tuple[str, ...], ...] = ()
    earlier: tuple[str, ...] = ()


@cache
def needs() -> dict[tuple[str, str], Need]:
    """(indicator, kind) → what it needs, from `data/feeds.csv`."""
    with (DATA / "feeds.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator"], row["kind"]): Need(
                tuple(tuple(n.split("|")) for n in row["needs"].split(";") if n),
                tuple(e for e in row["earlier"].split("|") if e),
            )
            for row in csv.DictReader(file)
        }


def feeds(result: LoadResult, snapshot: "Snapshot | None" = None) -> Feeds:
    """What a load feeds.

    `snapshot`: what is published with it; None for a trial, which is told by columns alone and
    leaves out what also needs an earlier load.
    """
    fed: list[str] = []
    lacks: list[Lack] = []
    offices = tuple(dict.fromkeys(o for f in result.filled for o in f.offices))
    for indicator in indicators().values():
        its = [f for f in result.filled if _reads(indicator, f)]
        if not its and result.kind != "recap":
            continue
        wanting = _first_wanting(indicator, its)
        if snapshot is None:
            if wanting:
                lacks.append(Lack(indicator.name, wanting))
            elif not _waited_for(indicator, its):
                fed.append(indicator.name)
            continue
        known, note = _figure(indicator, snapshot, offices)
        if not known:
            lacks.append(Lack(indicator.name, wanting or _bare(note, _waited_for(indicator, its))))
        elif not wanting:
            fed.append(indicator.name)
    return Feeds(tuple(fed), tuple(lacks))


def told(result: LoadResult, snapshot: "Snapshot | None" = None) -> dict[str, Any]:
    """A load as JSON with what it feeds and what is lacking."""
    return result.to_json() | feeds(result, snapshot).to_json()


def _reads(indicator: Indicator, filled: Filled) -> bool:
    """Whether an indicator is read from records of this kind."""
    if (indicator.name, filled.kind) in needs():
        return True
    return indicator.kind == filled.kind and not any(n == indicator.name for n, _k in needs())


def _first_wanting(indicator: Indicator, its: Sequence[Filled]) -> str:
    """The first thing that every one of the kinds lacks; "" when one of them has all."""
    wanting = ""
    for filled in its:
        need = needs().get((indicator.name, filled.kind), Need())
        gone = next((c for c in need.columns if not filled.told & set(c)), None)
        if gone is None:
            return ""
        wanting = wanting or _wanting(filled, gone)
    return wanting


def _wanting(filled: Filled, columns: Iterable[str]) -> str:
    titles = headings(filled.kind)
    names = []
    for column in columns:
        field, _colon, value = column.partition(":")
        if value:
            title = words(kinds()[filled.kind].by_name[field].enum).titles.get(value, value)
            title = _(title)
            said = _("jumlah {what}") if field == "measure" else _("jawaban {what}")
            names.append(said.format(what=title.lower() if field == "measure" else title))
        elif field in titles:
            names.append(within(_(titles[field].title)))
    listed = _(" atau ").join(names[:2])
    if any(c in filled.columns for c in columns):
        return _("kolom {name} tidak berisi").format(name=listed)
    return _("tidak ada kolom {name}").format(name=listed)


def _figure(indicator: Indicator, snapshot: "Snapshot", offices: Sequence[str]) -> tuple[bool, str]:
    """Whether one of the offices has a figure, and the note of the first that has none."""
    note = ""
    try:
        if len(offices) > 3 and "office" in indicator.dims:
            rows = indicator.read(snapshot, EVERYTHING, Query(by=("office",))).rows
            rows = rows[rows["office"].isin(offices)] if len(rows) else rows
            return bool(len(rows) and rows["value"].notna().any()), _first_note(rows)
        for office in offices or (None,):
            rows = indicator.read(snapshot, EVERYTHING, Query(office=office)).rows
            if len(rows) and rows["value"].notna().any():
                return True, ""
            note = note or _first_note(rows)
    except MonevError as error:
        return False, str(error)
    return False, note


def _first_note(rows: Any) -> str:
    if "note" not in rows or not len(rows):
        return ""
    notes = [n for n in rows["note"] if isinstance(n, str) and n]
    return notes[0] if notes else ""


def _bare(note: str, waited_for: str) -> str:
    """A note as the end of a sentence, with what else must be loaded."""
    text = note.strip().rstrip(".") or _("datanya belum cukup")
    text = within(text)
    return (
        _("{why} (perlu juga {kinds})").format(why=text, kinds=waited_for) if waited_for else text
    )


def within(name: str) -> str:
    """A name as it stands within a sentence: "Nilai dibayar (Rp)" begins small, a name in capitals
    or of words that all begin so does not."""
    first, _space, rest = name.partition(" ")
    if not first[1:2].islower() or rest.split(" ")[0].istitle():
        return name
    return name[:1].lower() + name[1:]


def _waited_for(indicator: Indicator, its: Sequence[Filled]) -> str:
    """The kinds that must be loaded besides, in words; "" for none."""
    found = [needs().get((indicator.name, f.kind), Need()) for f in its]
    if any(not need.earlier for need in found):
        return ""
    earlier = dict.fromkeys(e for need in found for e in need.earlier)
    here = {f.kind for f in its}
    return _(" dan ").join(kind_title(e) for e in earlier if e not in here)
