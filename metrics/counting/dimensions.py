"""What counting needs to know about time and place: offices, calendars, as-of days, standards.

These are small and are worked out in pandas; the big tables stay in the engine.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from etl.calendar import calendar_frame, calendar_hash
from etl.periods import last_day, months_between, months_of
from etl.rows import rows_of
from metrics.counting.complaint_days import answer_days
from metrics.counting.facts import Facts
from metrics.counting.given import AS_OF_KINDS, given
from metrics.counting.standards import spells

SPANS = ("applications", "stages", "complaints", "payments")
FUTURE = timedelta(days=800)


@dataclass(frozen=True)
class Places:
    """The offices that are counted and how they are dated.

    `offices`: office, name, region_kind, province, week, cal, and an as-of day a kind
    (`as_of_applications`, …); `last_days`: office, kind, low, high; `calendars`: hash by office.
    """

    offices: pd.DataFrame
    last_days: pd.DataFrame
    calendars: dict[str, str]


def _reported(facts: Facts) -> pd.DataFrame:
    """Month ends that nil reports, tallies and surveys speak for."""
    rows: list[dict[str, Any]] = []

    def take(office: str, kind: str, period: str, latest: Any = None) -> None:
        first, last = months_of(period)
        end = pd.Timestamp(last_day(last))
        if latest is not None and not pd.isna(latest):
            end = min(end, pd.Timestamp(latest))
        start = pd.Timestamp(date(first // 100, first % 100, 1))
        rows.append({"office": office, "kind": kind, "low": start, "high": end})

    def said(name: str, *columns: str) -> Iterable[tuple[Any, ...]]:
        return rows_of(facts.frame(name)[list(columns)])

    for office, kind, month in said("said_nil", "office", "kind", "month"):
        take(office, "applications" if kind in ("stages", "monthly_counts") else kind, month)
    for office, month in said("said_tally", "office", "month"):
        take(office, "applications", month)
    for office, period, latest in said("said_survey", "office", "period", "latest"):
        take(office, "survey", period, latest)
    for office, period in said("said_survey_counts", "office", "period"):
        take(office, "survey", period)
    return pd.DataFrame(rows, columns=["office", "kind", "low", "high"])


def place(facts: Facts, offices: Iterable[str] | None, as_of: date | None) -> Places:
    """Give `facts` the frame that counting joins to, for `offices` (None: all that they name).

    As of `as_of` or each office's own last day, whichever is first.
    """
    table = facts.frame("fact_offices")
    if offices is not None:
        table = table[table["office_code"].isin(list(offices))]
    table = table.rename(columns={"office_code": "office", "province_code": "province"})
    table["province"] = table["province"].fillna(table["office"].str[:2])
    table["week"] = table["working_week"].fillna(5).astype(int)
    facts.give("given_wanted", given("given_wanted", table))

    spans = [facts.frame(f"span_{kind}").assign(kind=kind) for kind in SPANS]
    bounds = pd.concat([*spans, _reported(facts)])
    bounds = bounds[bounds["office"].isin(table["office"])]
    bounds = bounds.astype({"low": "datetime64[ns]", "high": "datetime64[ns]"})
    bounds["kind"] = bounds["kind"].replace("stages", "applications")
    last = bounds.groupby(["office", "kind"], as_index=False).agg({"low": "min", "high": "max"})
    last["high"] = last["high"].dt.normalize()
    wide = last.pivot(index="office", columns="kind", values="high")
    for kind in AS_OF_KINDS:
        own = table["office"].map(wide.get(kind, {}))
        chosen = pd.to_datetime(own).astype("datetime64[s]")
        # an office that fell silent is seen as of its own last day, not aged beyond it
        if as_of:
            chosen = chosen.where(
                chosen.isna() | (chosen <= pd.Timestamp(as_of)), pd.Timestamp(as_of)
            )
        table[f"as_of_{kind}"] = chosen

    table, calendars, days = _calendars(facts, table, bounds, as_of)
    facts.give("given_office", given("given_office", table))
    facts.give("given_day", given("given_day", days))
    facts.give("given_working", given("given_working", days[days["working"] == 1]))
    facts.give("given_month_end", given("given_month_end", _month_ends(table, last)))
    facts.give("given_standard", given("given_standard", _standards(facts, table)))
    facts.give("given_answer_days", given("given_answer_days", answer_days()))
    return Places(table, last, calendars)


def _calendars(
    facts: Facts, table: pd.DataFrame, bounds: pd.DataFrame, as_of: date | None
) -> tuple[pd.DataFrame, dict[str, str], pd.DataFrame]:
    """One calendar for each distinct working week and set of closures among the offices."""
    closures = facts.frame("fact_closures")
    closed = {
        office: tuple(sorted({pd.Timestamp(d).date() for d in group["date"]}))
        for office, group in closures.groupby("office_code")
    }
    today = pd.Timestamp(as_of) if as_of else pd.Timestamp("2024-01-01")
    low = min([*bounds["low"].dropna(), today])  # an office may have told nothing with a day
    high = max([*bounds["high"].dropna(), today])
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


def _month_ends(table: pd.DataFrame, last_days: pd.DataFrame) -> pd.DataFrame:
    """Each office's month ends up to its as-of day of each kind: office, cal, kind, month, snap."""
    columns = ["office", "cal", "kind", "month", "snap"]
    rows = []
    for kind in ("applications", "complaints", "payments"):
        name = f"as_of_{kind}"
        first = last_days.loc[last_days["kind"] == kind, "low"].min()
        for office, cal, as_of in rows_of(table.dropna(subset=[name])[["office", "cal", name]]):
            last = as_of.year * 100 + as_of.month
            for month in months_between(first.year * 100 + first.month, last):
                rows.append((office, int(cal), kind, month, min(last_day(month), as_of.date())))
    return pd.DataFrame(rows, columns=columns)


def _standards(facts: Facts, table: pd.DataFrame) -> pd.DataFrame:
    """Standards of whole services by office, each with the days it holds from and to.

    The office's own standard goes before the province's; columns office, permit_type, rank
    (0 own, 1 province), first, until, standard.
    """
    rows = spells(facts.frame("fact_standards"), facts.frame("fact_permit_names"))
    rows = rows[rows["stage"] == ""]
    places = table[["office", "province"]]
    own = rows.merge(places[["office"]], left_on="office_code", right_on="office")
    province = rows.merge(places, left_on="office_code", right_on="province")
    both = pd.concat([own.assign(rank=0), province.assign(rank=1)])
    both = both[both["working_days"].notna()]
    return both.rename(columns={"working_days": "standard"}).astype({"standard": "int32"})
