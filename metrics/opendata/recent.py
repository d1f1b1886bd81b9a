"""What a citizen may expect: how long a permit took of late, by which steps, under which standard.

Days are those of the last closed months, told by thirds and never as one figure
(indicators.md §3). No exact number of cases goes with them: the months overlap from one load to
the next, and exact numbers could be taken from each other.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from etl.periods import last_day, month_text, months_of
from metrics.asking.count_tables import value_counts
from metrics.asking.query import Query, Scope
from metrics.asking.sources import durations
from metrics.flow.paths import flow
from metrics.opendata.withholding import LEAST

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

ENOUGH = 20
"""Cases of three months from which days are told."""
SHARES = (1 / 3, 2 / 3, 0.9)
PATH_MONTHS = 24
PUBLIC = Scope("public", None, case_rows=False, hide_below=LEAST)


@dataclass(frozen=True)
class Thirds:
    """Working days within which a third, two thirds and nine in ten ended; `about` cases, in tens.

    `start` and `end` are the months, "2026-08".
    """

    start: str
    end: str
    about: int
    days: tuple[int, int, int]


@dataclass(frozen=True)
class Step:
    """A stage of the usual way: its desk and its standard in working days, "" and None unknown."""

    stage: str
    desk: str
    days: int | None


@dataclass(frozen=True)
class Standard:
    """The standard in force of a permit type at an office; fields that nobody gave are empty."""

    days: int | None = None
    fee: float | None = None
    requirements: tuple[str, ...] = ()
    signatory: str = ""
    legal_basis: tuple[str, ...] = ()


def last_day_of(snapshot: "Snapshot", office: str, kind: str = "applications") -> date | None:
    """The day up to which an office told of records of `kind`, None where it told of none."""
    offices, days = snapshot.last_days(kind)
    mine = days[offices == office]
    mine = mine[~np.isnat(mine)]
    return pd.Timestamp(mine.max()).date() if len(mine) else None


def closed_months(day: date, months: int) -> tuple[str, str]:
    """The last `months` closed on `day`: its own month only in that month's last five days."""
    month = f"{day:%Y-%m}"
    if (last_day(months_of(month)[0]) - day).days >= 5:
        day = day.replace(day=1) - timedelta(1)
    first = day.year * 12 + day.month - months
    return month_text(first // 12 * 100 + first % 12 + 1), f"{day:%Y-%m}"


def thirds(snapshot: "Snapshot", office: str) -> dict[str, Thirds]:
    """Permit type → how long it took of late, of those of which enough ended to say.

    Of the last three closed months; of the last twelve where three have too few.
    """
    day = last_day_of(snapshot, office)
    if day is None:
        return {}
    return _thirds(snapshot, office, closed_months(day, 12)) | _thirds(
        snapshot, office, closed_months(day, 3)
    )


def _thirds(snapshot: "Snapshot", office: str, months: tuple[str, str]) -> dict[str, Thirds]:
    start, end = months
    query = Query(office=office, start=start, end=end, by=("permit_type",))
    found = value_counts(durations("net"), snapshot, PUBLIC, query, "days")
    said = {}
    for group, name in enumerate(found.dims["permit_type"]):
        mine = found.groups == group
        days, n = found.values[mine], found.n[mine]
        total = int(n.sum())
        if total < ENOUGH:
            continue
        reached = np.searchsorted(np.cumsum(n), [share * total - 1e-9 for share in SHARES])
        first, second, third = (int(days[i]) for i in reached)
        said[str(name)] = Thirds(start, end, total // 10 * 10, (first, second, third))
    return said


def served(snapshot: "Snapshot", office: str) -> frozenset[str]:
    """Permit types that an office received or decided in the last twelve closed months."""
    day = last_day_of(snapshot, office)
    if day is None:
        return frozenset()
    start, _end = closed_months(day, 12)
    rows = snapshot.sql(
        "SELECT DISTINCT permit_type FROM flow WHERE office = ? AND month >= ? AND n > 0",
        (office, months_of(start)[0]),
        ("flow",),
    )
    return frozenset(rows["permit_type"].dropna())


def standards(snapshot: "Snapshot", office: str) -> dict[str, Standard]:
    """Permit type → the standard in force at an office; what it leaves out is the province's."""
    table = _in_force(snapshot, office)
    made = {}
    for name, rows in table[table["stage"] == ""].groupby("permit_type"):
        made[str(name)] = Standard(
            _whole(_first(rows["working_days"])),
            _number(_first(rows["fee"])),
            _parts(_first(rows["requirements"])),
            str(_first(rows["signatory"]) or ""),
            _parts(_first(rows["legal_basis"])),
        )
    return made


def steps(snapshot: "Snapshot", office: str, permit_type: str) -> tuple[Step, ...]:
    """The stages of the usual way of the last two years, in order; empty where too few ended."""
    day = last_day_of(snapshot, office)
    if day is None:
        return ()
    first = day.year * 12 + day.month - PATH_MONTHS
    start = month_text(first // 12 * 100 + first % 12 + 1)
    query = Query(office=office, permit_type=permit_type, start=start, end=f"{day:%Y-%m}")
    usual = flow(snapshot, PUBLIC, query)
    if usual.cases < ENOUGH:
        return ()
    desks = snapshot.sql(
        "SELECT stage, desk, sum(n) AS n FROM stage WHERE office = ? AND permit_type = ? "
        "AND coalesce(desk, '') <> '' GROUP BY ALL ORDER BY n DESC, desk",
        (office, permit_type),
        ("stage",),
    )
    desk = dict(zip(desks["stage"][::-1], desks["desk"][::-1], strict=True))
    table = _in_force(snapshot, office)
    table = table[table["permit_type"] == permit_type]
    days = {
        str(stage): _whole(_first(rows["working_days"])) for stage, rows in table.groupby("stage")
    }
    return tuple(Step(stage, desk.get(stage, ""), days.get(stage)) for stage in usual.usual)


def _in_force(snapshot: "Snapshot", office: str) -> pd.DataFrame:
    """Standards of an office and its province valid on its last day, those that win first."""
    table = snapshot.store_table("standards")
    columns = ["office_code", "permit_type", "stage", "valid_from", "working_days", "fee"]
    if table.empty:
        return pd.DataFrame(columns=[*columns, "requirements", "signatory", "legal_basis"])
    known = snapshot.offices().set_index("office")["province"]
    province = known.get(office)
    day = last_day_of(snapshot, office) or date(2200, 1, 1)
    table = table.assign(stage=table["stage"].fillna(""))
    valid = pd.to_datetime(table["valid_from"])
    table = table[table["office_code"].isin([office, province])]
    table = table[valid.loc[table.index].isna() | (valid.loc[table.index] <= pd.Timestamp(day))]
    own = (table["office_code"] == office).astype(int)
    return table.assign(_own=own, _from=valid.loc[table.index]).sort_values(
        ["_own", "_from"], ascending=False, kind="stable", na_position="last"
    )


def _first(values: pd.Series) -> object:
    known = values.dropna()
    known = known[known.astype(str).str.strip() != ""]
    return known.iloc[0] if len(known) else None


def _whole(value: object) -> int | None:
    return None if value is None else int(float(str(value)))


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def _parts(value: object) -> tuple[str, ...]:
    """What was written in one cell with semicolons, one by one."""
    text = "" if value is None else str(value)
    return tuple(part[:1].upper() + part[1:] for p in text.split(";") if (part := p.strip()))
