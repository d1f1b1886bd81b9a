"""Tables of a report that break one figure down: by permit type, stage, month, year."""

from typing import Any

import pandas as pd

from dashboard.locale import format as f
from dashboard.reports.asked import Asked
from dashboard.reports.model import Cell, Para, Table, figure_cell, text
from etl.periods import month_text
from etl.reference import stage_names
from etl.words import _, counted
from metrics.asking.registry import get
from metrics.asking.result import plain
from metrics.judging.funnel import FEWEST_CASES
from metrics.judging.targets import few, met, target

YEARS = 5
BY_MONTH = ("on_time_rate", "permits_issued", "open_applications", "complaints_received")
BY_YEAR = ("on_time_rate", "processing_time", "permits_issued", "response_on_time", "ikm")


def n_cell(n: Any) -> Cell:
    """How many cases a figure rests on."""
    n = plain(n)
    return (
        Cell(f.MISSING, numeric=True) if n is None else Cell(f.number(n), float(n), "#,##0", True)
    )


def rate_cell(name: str, row: Any) -> Cell:
    """A figure of a row of an indicator; a share with its two counts."""
    its = get(name)
    above, below = plain(row.get("numerator")), plain(row.get("denominator"))
    return figure_cell(plain(row.get("value")), its.shape, its.decimals, above, below)


def _rows(asked: Asked, name: str, by: str, period: str = "") -> dict[str, dict[str, Any]]:
    changes = {"start": period, "end": period} if period else {}
    frame = asked.view.read(name, by=(by,), **changes).rows
    if frame.empty:
        return {}
    frame = frame[frame[by].notna()]
    return {str(r[by]): {str(k): v for k, v in r.items()} for r in frame.to_dict("records")}


def by_permit_type(asked: Asked) -> Table:
    """Permits issued a type, now and a year before, with the on-time rate of each and its n."""
    now = _rows(asked, "permits_issued", "permit_type")
    then = _rows(asked, "permits_issued", "permit_type", asked.before)
    rate = _rows(asked, "on_time_rate", "permit_type")
    codes = sorted(
        {*now, *then, *rate}, key=lambda c: (-float(plain(now.get(c, {}).get("value")) or 0), c)
    )
    heads = (_("Jenis izin"), *asked.heads(), _("Tepat waktu"), "n", _("Terhadap target"))
    if not codes:
        return Table(heads, (), (_("Belum ada data untuk periode ini."),), (0, 5))
    idle = [c for c in codes if not any(_some(told.get(c, {})) for told in (now, then, rate))]
    rows = [
        (
            text(asked.view.permit_name(code)),
            rate_cell("permits_issued", now.get(code, {})),
            rate_cell("permits_issued", then.get(code, {})),
            rate_cell("on_time_rate", rate.get(code, {})),
            n_cell(rate.get(code, {}).get("n")),
            _against(asked, code, rate.get(code, {})),
        )
        for code in codes
        if code not in idle
    ]
    sums = [
        sum(r[column].value or 0 for r in rows) if any(r[column].value is not None for r in rows)
        else None
        for column in (1, 2)
    ]  # fmt: skip
    total = (
        text(_("Jumlah")),
        *(_total(s) for s in sums),
        *(Cell(f.MISSING, numeric=True) for _column in (3, 4)),
        text(""),
    )
    notes = [_("Tepat waktu menurut bulan jatuh tempo; n: izin yang jatuh tempo.")]
    if idle:
        said = counted("{n} jenis izin lain dilaporkan tanpa izin terbit.", len(idle))
        notes.append(said.format(n=f.number(len(idle))))
    return Table(heads, (*rows, total), tuple(notes), (0, 5))


def or_words(table: Table) -> Table | Para:
    """A table, or a sentence in its place where none of its cells tells anything."""
    told = any(c.text not in ("", f.MISSING) for row in table.rows for c in row[1:])
    return table if told else Para(_("Belum ada data untuk periode ini."))


def _some(row: dict[str, Any]) -> bool:
    """Whether a row of an indicator counts anything."""
    return any(plain(row.get(column)) for column in ("value", "n"))


def _total(value: float | None) -> Cell:
    if value is None:
        return Cell(f.MISSING, numeric=True)
    return Cell(f.number(value), float(value), "#,##0", True, total=True)


def _against(asked: Asked, code: str, row: dict[str, Any]) -> Cell:
    """The on-time rate of a type against the target of that type."""
    its, value, n = get("on_time_rate"), plain(row.get("value")), plain(row.get("n"))
    if value is None:
        return text(f.MISSING)
    if few(its, n):
        return text(_("kurang dari {n} kasus, tidak dinilai").format(n=FEWEST_CASES))
    query = asked.view.query.change(permit_type=code)
    wanted = target(asked.snapshot, its.name, query, asked.end)
    if wanted is None:
        return text(_("tanpa target"))
    told = f.brief_percent(wanted)
    if value == wanted:
        return text(_("sama dengan target {target}").format(target=told))
    if met(its, value, n, wanted):
        return text(_("di atas target {target}").format(target=told))
    return text(_("di bawah target {target}").format(target=told), "worse")


def by_stage(asked: Asked) -> Table:
    """Each stage with its desk, how often it was run and how many working days that took."""
    now = _rows(asked, "stage_time", "stage")
    then = _rows(asked, "stage_time", "stage", asked.before)
    heads = (_("Tahap"), _("Meja"), "n", _("Median"), _("Rata-rata"), _("Median setahun lalu"))
    if not now:
        return Table(heads, (), (_("Belum ada catatan tahap untuk periode ini."),))
    known = stage_names()
    codes = sorted(now, key=lambda s: (known[s].order if s in known else 99, s))
    rows = tuple(
        (
            text(code or _("Tanpa nama")),
            text(asked.desk_of(code) or f.MISSING),
            n_cell(now[code].get("n")),
            figure_cell(plain(now[code].get("value")), "days"),
            figure_cell(plain(now[code].get("mean")), "days"),
            figure_cell(plain(then.get(code, {}).get("value")), "days"),
        )
        for code in codes
    )
    return Table(heads, rows, (_("Hari kerja tiap kali tahap itu selesai dalam periode."),))


def by_month(asked: Asked) -> Table:
    """The period month by month: the main figures, a share with its n."""
    found = {name: _rows(asked, name, "month") for name in BY_MONTH}
    months = asked.view.period.months()
    return _series(found, months, _("Bulan"), lambda m: f.month(m, short=True))


def by_year(asked: Asked) -> Table:
    """Five years up to the period's: the main figures, a share with its n."""
    last = int(asked.code[:4])
    found: dict[str, dict[str, dict[str, Any]]] = {}
    years = [str(y) for y in range(last - YEARS + 1, last + 1)]
    for name in BY_YEAR:
        asked_years = asked.view.read(
            name, by=("year",), start=years[0], end=month_text(last * 100 + 12)
        ).rows
        found[name] = {} if asked_years.empty else _by_year(asked_years)
    return _series(found, years, _("Tahun"), str)


def _by_year(frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {str(r["year"]): {str(k): v for k, v in r.items()} for r in frame.to_dict("records")}


def _series(
    found: dict[str, dict[str, dict[str, Any]]], keys: list[str], head: str, show: Any
) -> Table:
    heads = [head]
    for name in found:
        heads += [get(name).brief()] + (
            ["n"] if get(name).shape in ("rate", "days", "index") else []
        )
    rows = []
    for key in keys:
        cells: list[Cell] = [text(show(key))]
        for name, own in found.items():
            row = own.get(key, {})
            cells.append(rate_cell(name, row))
            if get(name).shape in ("rate", "days", "index"):
                cells.append(n_cell(row.get("n")))
        rows.append(tuple(cells))
    return Table(tuple(heads), tuple(rows))
