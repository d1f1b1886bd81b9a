"""What counting needs to know about time and place: offices, calendars, as-of days, standards.

These are small and are worked out in pandas; the big tables stay in the engine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis
import ibis.expr.types as ir
import pandas as pd

from etl.calendar import calendar_frame, calendar_hash
from etl.periods import last_day, months_of
from metrics.counting.facts import Facts

TIME_COLUMNS = {
    "applications": ("submitted_at", "complete_at", "decided_at", "issued_at", "collected_at"),
    "stages": ("started_at", "finished_at"),
    "complaints": ("received_at", "responded_at", "resolved_at"),
    "payments": ("billed_at", "paid_at"),
}
#: kinds that speak for themselves in an as-of day; stages belong to applications
AS_OF_KINDS = ("applications", "complaints", "payments", "survey")
FUTURE = timedelta(days=800)


@dataclass(frozen=True)
class Frame:
    """The small tables every count joins to.

    `offices` (pandas): office, name, region_kind, province, week, cal, and an as-of day a kind
    (`as_of_applications`, …); `office` and `days`, `working` are their Ibis faces: `days` has
    (cal, day, idx, ord), `working` the working days only as (cal, idx, day).
    """

    offices: pd.DataFrame
    last_days: pd.DataFrame
    calendars: dict[str, str]
    office: ir.Table
    days: ir.Table
    working: ir.Table


def _bounds(facts: Facts, kind: str) -> pd.DataFrame:
    """First and last day of each office in one kind of record."""
    table = facts[kind]
    columns = [table[c] for c in TIME_COLUMNS[kind]]
    wide = table.group_by("office_code").aggregate(
        **{f"low{i}": c.min() for i, c in enumerate(columns)},
        **{f"high{i}": c.max() for i, c in enumerate(columns)},
    )
    frame = facts.backend.to_pandas(wide)
    low = frame[[c for c in frame if c.startswith("low")]].apply(pd.to_datetime).min(axis=1)
    high = frame[[c for c in frame if c.startswith("high")]].apply(pd.to_datetime).max(axis=1)
    return pd.DataFrame({"office": frame["office_code"], "kind": kind, "low": low, "high": high})


def _reported(facts: Facts) -> pd.DataFrame:
    """Month ends that nil reports, tallies and surveys speak for."""
    rows: list[dict[str, Any]] = []

    def take(office: str, kind: str, period: str, latest: object = None) -> None:
        first, last = months_of(period)
        end = pd.Timestamp(last_day(last))
        if latest is not None and not pd.isna(latest):
            end = min(end, pd.Timestamp(latest))
        start = pd.Timestamp(date(first // 100, first % 100, 1))
        rows.append({"office": office, "kind": kind, "low": start, "high": end})

    nil = facts.backend.to_pandas(facts["nil"].select("office_code", "kind", "month").distinct())
    for office, kind, month in nil.itertuples(index=False):
        take(office, "applications" if kind in ("stages", "monthly_counts") else kind, month)
    tally = facts["monthly_counts"]
    for office, month in facts.backend.to_pandas(
        tally.select("office_code", "month").distinct()
    ).itertuples(index=False):
        take(office, "applications", month)
    asked = facts["survey"].group_by("office_code", "period")
    days = facts.backend.to_pandas(asked.aggregate(latest=facts["survey"].survey_date.max()))
    for office, period, latest in days.itertuples(index=False):
        take(office, "survey", period, latest)
    tallied = facts["survey_counts"].select("office_code", "period").distinct()
    for office, period in facts.backend.to_pandas(tallied).itertuples(index=False):
        take(office, "survey", period)
    return pd.DataFrame(rows, columns=["office", "kind", "low", "high"])


def make_frame(facts: Facts, offices: Iterable[str] | None, as_of: date | None) -> Frame:
    """The frame for `offices` (None: all that the facts name), as of `as_of` or each one's own."""
    table = facts.backend.to_pandas(facts["offices"])
    if offices is not None:
        table = table[table["office_code"].isin(list(offices))]
    table = table.rename(columns={"office_code": "office", "province_code": "province"})
    table["province"] = table["province"].fillna(table["office"].str[:2])
    table["week"] = table["working_week"].fillna(5).astype(int)

    bounds = pd.concat([_bounds(facts, k) for k in TIME_COLUMNS] + [_reported(facts)])
    bounds = bounds[bounds["office"].isin(table["office"])]
    bounds = bounds.astype({"low": "datetime64[ns]", "high": "datetime64[ns]"})
    bounds["kind"] = bounds["kind"].replace("stages", "applications")
    last = bounds.groupby(["office", "kind"], as_index=False).agg({"low": "min", "high": "max"})
    last["high"] = last["high"].dt.normalize()
    wide = last.pivot(index="office", columns="kind", values="high")
    for kind in AS_OF_KINDS:
        own = table["office"].map(wide[kind]) if kind in wide else pd.NaT
        chosen = pd.Series(own, index=table.index).astype("datetime64[s]")
        table[f"as_of_{kind}"] = (
            chosen.where(chosen.isna(), pd.Timestamp(as_of)) if as_of else chosen
        )

    table, calendars, days = _calendars(facts, table, bounds, as_of)
    face = ibis.memtable(
        table[["office", "province", "cal", *[f"as_of_{k}" for k in AS_OF_KINDS]]].reset_index(
            drop=True
        )
    )
    face = face.mutate(**{f"as_of_{k}": face[f"as_of_{k}"].cast("date") for k in AS_OF_KINDS})
    every = ibis.memtable(days.drop(columns="working").reset_index(drop=True))
    every = every.mutate(day=every.day.cast("date"))
    open_days = days[days["working"] == 1][["cal", "idx", "day"]].reset_index(drop=True)
    working = ibis.memtable(open_days).mutate(day=ibis._.day.cast("date"))
    return Frame(table, last, calendars, face, every, working)


def _calendars(
    facts: Facts, table: pd.DataFrame, bounds: pd.DataFrame, as_of: date | None
) -> tuple[pd.DataFrame, dict[str, str], pd.DataFrame]:
    """One calendar for each distinct working week and set of closures among the offices."""
    closures = facts.backend.to_pandas(facts["closures"].select("office_code", "date"))
    closed = {
        office: tuple(sorted({pd.Timestamp(d).date() for d in group["date"]}))
        for office, group in closures.groupby("office_code")
    }
    today = pd.Timestamp(as_of) if as_of else pd.Timestamp("2024-01-01")
    low = min([bounds["low"].min(), today]) if len(bounds) else today
    high = max([bounds["high"].max(), today]) if len(bounds) else today
    first = (pd.Timestamp(low) - timedelta(days=31)).date()
    last = (pd.Timestamp(high) + FUTURE).date()
    numbers: dict[tuple[int, tuple[date, ...]], int] = {}
    hashes: dict[str, str] = {}
    for office, week in zip(table["office"], table["week"], strict=True):
        key = (int(week), closed.get(office, ()))
        numbers.setdefault(key, len(numbers))
        hashes[office] = calendar_hash(*key, first_year=2000, last_year=2030)
    table = table.assign(
        cal=[
            numbers[(int(w), closed.get(o, ()))]
            for o, w in zip(table["office"], table["week"], strict=True)
        ]
    )
    frames = [
        calendar_frame(first, last, week, off).assign(cal=number)
        for (week, off), number in numbers.items()
    ] or [calendar_frame(first, last).assign(cal=0)]
    return table, hashes, pd.concat(frames, ignore_index=True)
