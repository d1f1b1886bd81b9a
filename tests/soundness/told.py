"""What the command line tells of one place and period: every figure that a page judged or read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.locale import format as f
from etl.periods import month_text
from metrics.asking.stock_cases import LISTS
from tests.conftest import monev_json
from tests.soundness.drawn import Drawn

MONTHS = (
    "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Agu|Agt|Sep|Okt|Nov|Des"
)
DATE = re.compile(rf"(?:\d{{1,2}} )?(?:{MONTHS})\.? \d{{4}}")
NUMBER = re.compile(r"(?:Rp )?[−+-]?\d[\d.]*(?:,\d+)?(?: (?:ribu|juta|miliar|triliun))?(?: %)?")


@dataclass
class Told:
    """What the command line tells of one place and period. `numbers` and `days` as written; for
    each label of a figure its own; `verdicts` by indicator; `own` the numbers of each office,
    permit type and category; `notes` what is said beside figures."""

    ask: Callable[..., Any]
    office: str = ""
    verdicts: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    days: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    values: dict[str, list[float | None]] = field(default_factory=dict)
    own: dict[str, set[float]] = field(default_factory=dict)

    @property
    def every(self) -> set[str]:
        """Every number, of whatever figure."""
        return set().union(*self.numbers.values()) if self.numbers else set()


def filters(query: Any) -> list[str]:
    """The command line's arguments for what was asked."""
    given = {
        "--office": query.office,
        "--province": query.province,
        "--permit-type": query.permit_type,
        "--from": query.start,
        "--to": query.end,
        "--as-of": query.as_of,
    }
    return [str(x) for name, value in given.items() if value for x in (name, value)]


def asker(store: Path) -> Callable[..., Any]:
    """The command line on `store`, its answers kept."""
    known: dict[tuple[str, ...], Any] = {}

    def ask(*args: str) -> Any:
        if args not in known:
            known[args] = monev_json(*args, "--store", store)
        return known[args]

    return ask


def told_of(made: Drawn, ask: Callable[..., Any]) -> Told:
    """What the command line says of everything that the page judged or read, in one place."""
    told = Told(ask)
    for verdict in made.verdicts:
        name = verdict.indicator.name
        answer = ask("verdict", name, *filters(verdict.query))
        told.verdicts.setdefault(name, []).append(answer)
        told.values.setdefault(name, []).append(answer["value"])
        _enter(told, name, answer)
        gap = answer["difference"] or {}
        _enter(told, name, {**gap, "since": answer["since"]})
        _months(told, verdict, ask)
    for result in made.answers:
        name, query = result.indicator.name, result.query
        by = ["--by", ",".join(query.by)] if query.by else []
        answer = ask("indicator", name, *filters(query), *by)
        told.notes |= set(answer.get("notes", ()))
        told.days |= days_of(answer.get("as_of"))
        for row in answer["rows"]:
            _enter(told, name, row)
            if not query.by:
                told.values.setdefault(name, []).append(row["value"])
        _sums(told, name, answer["rows"])
    side_by_side(told, made)
    query = made.view.query if made.view is not None else None
    if query is not None:
        told.office = query.office or ""
        told.days |= days_of(query.start) | days_of(query.end)
        if query.office:
            for name in LISTS:
                asked = [x for x in filters(query.change(start=None)) if x]
                rows = ask("cases", name, *asked)["rows"]
                told.numbers.setdefault(name, set()).add(f.number(len(rows)))
                for row in rows:
                    _enter(told, name, row)
                    for value in row.values():
                        told.days |= days_of(value)
    return told


def side_by_side(told: Told, made: Drawn) -> Told:
    """`told` with what the command line says of each office, permit type and category that the page
    sets side by side."""
    for result in made.side_by_side:
        dim, query = result.query.by[0], result.query
        answer = told.ask("indicator", result.indicator.name, *filters(query), "--by", dim)
        told.notes |= set(answer.get("notes", ()))
        for row in answer["rows"]:
            _enter(told, result.indicator.name, row)
            numbers = {float(v) for v in row.values() if isinstance(v, int | float)}
            told.own.setdefault(str(row[dim]), set()).update(numbers)
    return told


def _months(told: Told, verdict: Any, ask: Callable[..., Any]) -> None:
    """The figure itself with its parts, and month by month over the verdict's window."""
    name, months = verdict.indicator.name, verdict.process.months
    asked = [("indicator", name, *filters(verdict.query))]
    if verdict.process.points:
        first, last = month_text(months[0]), month_text(months[-1])
        span = filters(verdict.query.change(start=first, end=last))
        asked.append(("indicator", name, *span, "--by", "month"))
    for one in asked:
        answer = ask(*one)
        told.notes |= set(answer.get("notes", ()))
        for row in answer["rows"]:
            _enter(told, name, row)
        _sums(told, name, answer["rows"])


def _enter(told: Told, name: str, row: Mapping[str, Any]) -> None:
    pool = told.numbers.setdefault(name, set())
    for key, value in row.items():
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int | float):
            pool |= written(value)
        elif key in ("as_of", "since", "month", "note", "why"):
            told.days |= days_of(value)
            pool |= {t.strip() for t in NUMBER.findall(bare(value))}


def _sums(told: Told, name: str, rows: list[Mapping[str, Any]]) -> None:
    """Sums and the mean of a column over its rows, and how many rows there are."""
    pool = told.numbers.setdefault(name, set())
    pool |= written(len(rows))
    for column in ("n", "value", "mean", "median", "numerator", "denominator"):
        values = [r[column] for r in rows if isinstance(r.get(column), int | float)]
        if values:
            pool |= written(sum(values)) | written(sum(values) / len(values))


def written(value: float) -> set[str]:
    """All the ways in which a page may write a number."""
    texts = {f.number(value, d) for d in (0, 1, 2)} | {f.rupiah(value), f.rupiah(value, False)}
    shares = {f.percent(value, d) for d in (0, 1, 2, 3)} | {f.brief_percent(value)}
    texts |= shares | {t.rstrip("%" + f.NBSP) for t in shares}  # a tile shows them without the sign
    return {bare(t) for t in texts} | {bare(str(value))}


def days_of(value: Any) -> set[str]:
    text = str(value or "")
    found = re.findall(r"\b(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d", text)
    days = {w(d) for d in found for w in (f.date, f.date_short)}
    months = re.findall(r"\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text)
    days |= {f.month(m, short) for m in months for short in (True, False)}
    return days | set(DATE.findall(bare(text)))


def bare(text: str) -> str:
    return text.replace(f.NBSP, " ").replace("\u2060", "").replace("\u202f", " ")
