"""Asks the registry for every figure of a report, once, whatever file it ends up in."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.locale import format as fmt
from dashboard.reports.model import Cell, Report, Table, figure_cell, text
from etl.periods import last_day, months_of
from etl.reference import province_of
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.asking.registry import get, in_report
from metrics.asking.result import Result, plain

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


def gather(kind: str, snapshot: "Snapshot", scope: Scope, office: str, period: str) -> Report:
    """The monthly or annual report of an office, with last year's figure and the target."""
    asked = Asked(snapshot, scope, office, period)
    sections = (
        asked.summary(_("Ringkasan indikator"), in_report("office", "summary")),
        asked.broken_down(_("Izin terbit per jenis"), "permits_issued", "permit_type"),
        asked.broken_down(_("Waktu proses per tahap"), "stage_time", "stage"),
        asked.summary(_("Pengaduan"), in_report("office", "complaints")),
        asked.summary(_("Retribusi"), in_report("office", "money")),
    )
    title = _("Laporan Bulanan PTSP") if kind == "monthly" else _("Laporan Tahunan PTSP")
    return Report(
        title, office_name(snapshot, office), fmt.period(period), asked.as_of_words(),
        snapshot.is_sample, sections,
    )  # fmt: skip


def office_name(snapshot: "Snapshot", office: str) -> str:
    """The office's name, or its code where no list of offices names it."""
    known = snapshot.offices()
    names = known.loc[known["office"] == office, "name"].dropna()
    return str(names.iloc[0]) if len(names) else office


class Asked:
    """One office and period, and the days up to which its figures go."""

    def __init__(self, snapshot: "Snapshot", scope: Scope, office: str, period: str) -> None:
        self.snapshot, self.scope, self.office, self.period = snapshot, scope, office, period
        self.before = f"{int(period[:4]) - 1}{period[4:]}"
        self.days: set[str] = set()

    def read(self, name: str, period: str, by: tuple[str, ...] = ()) -> Result:
        """An indicator of this office in `period`."""
        query = Query(office=self.office, start=period, end=period, by=by)
        return get(name).read(self.snapshot, self.scope, query)

    def summary(self, title: str, names: tuple[str, ...]) -> Table:
        """One row an indicator: the period, the same period last year, the target."""
        rows, notes = [], []
        for name in names:
            its = get(name)
            now, then = self.read(name, self.period), self.read(name, self.before)
            if now.as_of and its.kind != "survey":  # a survey's day is its own, not the data's
                self.days.add(str(now.as_of)[:10])
            why = [now.first.get("note")] if now.value is None else []
            said = [note for note in (*now.notes, *why) if note]
            notes += [f"{its.label()}: {note}" for note in said]
            if its.shape == "amount" and len(self.period) > 4 and self.target(name) is not None:
                notes.append(_("{name}: targetnya untuk setahun penuh.").format(name=its.label()))
            cells = [now.value, then.value, self.target(name)]
            rows.append(
                (text(its.label()), *(figure_cell(v, its.shape, its.decimals) for v in cells))
            )
        heads = (_("Indikator"), *self.period_heads(), _("Target"))
        return Table(title, heads, tuple(rows), tuple(dict.fromkeys(notes)))

    def broken_down(self, title: str, name: str, by: str) -> Table:
        """One row a permit type or stage: the period and the same period last year."""
        its = get(name)
        now, then = (_values(self.read(name, p, (by,)), by) for p in (self.period, self.before))
        names = self.names(by)
        rows: list[tuple[Cell, ...]] = [
            (
                text(names.get(key, key)),
                figure_cell(now.get(key), its.shape, its.decimals),
                figure_cell(then.get(key), its.shape, its.decimals),
            )
            for key in dict.fromkeys((*now, *then))
        ]
        head = _("Jenis izin") if by == "permit_type" else _("Tahap")
        notes = () if rows else (_("Belum ada data untuk periode ini."),)
        return Table(title, (head, *self.period_heads()), tuple(rows), notes)

    def names(self, by: str) -> dict[str, str]:
        """Code → name of permit types; stages are named as the office names them."""
        if by != "permit_type":
            return {}
        known = self.snapshot.permit_types().dropna(subset=["name"])
        return dict(zip(known["permit_type"], known["name"], strict=True))

    def period_heads(self) -> tuple[str, str]:
        """The two periods in words."""
        return fmt.period(self.period), fmt.period(self.before)

    def target(self, name: str) -> float | None:
        """The target in force at the period's end: the office's own, else its province's."""
        frame = self.snapshot.table("ref_target")
        on = pd.Timestamp(last_day(months_of(self.period)[1]))
        fits = (frame["indicator"] == name) & (frame["permit_type"].fillna("") == "")
        valid = frame[fits & (pd.to_datetime(frame["valid_from"]) <= on)]
        for place in (self.office, province_of(self.office)):
            own = valid[valid["office"] == place].sort_values("valid_from")
            if len(own):
                return float(own["value"].iloc[-1])
        return None

    def as_of_words(self) -> str:
        """The earliest day up to which the report's figures go, in words."""
        return fmt.date(date.fromisoformat(min(self.days))) if self.days else fmt.MISSING


def _values(result: Result, by: str) -> dict[str, Any]:
    rows = result.rows
    if rows.empty:
        return {}
    known = rows[rows[by].notna()]
    keys = (str(key) for key in known[by])
    return {k: plain(v) for k, v in zip(keys, known["value"], strict=True)}
