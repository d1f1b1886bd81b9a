"""The open cases of offices with the range such cases still took; how many will be late."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.errors import Refused
from etl.rows import rows_of
from etl.words import _
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import Query, Scope
from metrics.outlook.forecast import DaysToGo, OpenCase, days_to_go

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

SURELY, LIKELY, POSSIBLY = 0.9, 0.5, 0.25
"""Shares of such cases past the due date from which it is "hampir pasti", more likely than not,
and "mungkin" that this case will be late."""
COLUMNS = (
    "office_code", "common_type", "stage_reached", "gross_days", "net_days", "standard_days",
)  # fmt: skip


@dataclass(frozen=True)
class Lateness:
    """Open cases that are not late yet: how many there are, how many will more likely than not
    pass their standard, how many of these almost surely, and how many nothing can be said of."""

    cases: int
    likely: int
    surely: int
    unknown: int


def of_rows(snapshot: "Snapshot", rows: pd.DataFrame) -> list[DaysToGo]:
    """What such cases still took for each row of open case rows (the columns of `COLUMNS`)."""
    return days_to_go(
        snapshot,
        [
            OpenCase(str(office), str(kind), _text(stage), int(age), _left(standard, net))
            for office, kind, stage, age, net, standard in rows_of(rows[list(COLUMNS)])
        ],
    )


def rows_on(snapshot: "Snapshot", scope: Scope, offices: list[str], day: date) -> pd.DataFrame:
    """The open case rows of `offices` as they were known on `day`, counted again."""
    from metrics.counting.dimensions import place
    from metrics.publishing.as_of import published_facts

    if not scope.case_rows:
        raise Refused(_("Peran ini melihat angka, bukan berkas pemohon."))
    facts = published_facts(snapshot, offices)
    try:
        place(facts, offices, day)
        frame = facts.frame("case_applications")
    finally:
        facts.close()
    return frame[frame["is_open"]].sort_values("application_no", ignore_index=True)


def outlook(
    snapshot: "Snapshot", scope: Scope, office: str | None = None, as_of: date | None = None
) -> list[dict[str, Any]]:
    """Every open case with its range: the rows of `monev outlook`, the likeliest late first.

    `as_of`: the day that `snapshot` is as of, where it is not each office's own. Raises `Refused`
    where the reader may see no case rows.
    """
    asked = offices_asked(snapshot, scope, Query(office=office))
    if as_of is None:
        rows = snapshot.cases(scope, "applications", asked, "is_open", (), "application_no", None)
    else:
        rows = rows_on(snapshot, scope, asked, as_of)
    if rows.empty:
        return []
    answer = []
    for row, found in zip(rows.to_dict("records"), of_rows(snapshot, rows), strict=True):
        answer.append(
            {
                "office": row["office_code"], "number": row["application_no"],
                "permit_type": row["common_type"], "stage": row["stage_reached"],
                "age": int(row["gross_days"]), "low": found.low, "high": found.high,
                "from": found.start and found.start.isoformat(),
                "to": found.end and found.end.isoformat(),
                "n": found.n, "level": found.level, "late_likely": found.late_likely,
                "why": found.why or None,
            }
        )  # fmt: skip
    return sorted(
        answer,
        key=lambda r: (-(r["late_likely"] or 0), -(r["high"] or 0), r["office"], r["number"]),
    )


def lateness(
    snapshot: "Snapshot", scope: Scope, office: str | None = None, permit_type: str | None = None
) -> Lateness:
    """How many of the open cases in time will be late, asked of counts alone."""
    asked = offices_asked(snapshot, scope, Query(office=office))
    counts = snapshot.sql(
        "SELECT office, permit_type, stage, gross, standard - net AS left, sum(n)::BIGINT AS n "
        "FROM open_case WHERE office IN (SELECT unnest(?)) AND standard IS NOT NULL "
        "AND overdue = 0 "
        "AND (permit_type = ? OR ?::VARCHAR IS NULL) GROUP BY ALL ORDER BY ALL",
        [asked, permit_type, permit_type],
        ("open_case",),
    )
    cells = [
        OpenCase(str(place), str(kind), str(stage), int(age), int(left))
        for place, kind, stage, age, left, _n in rows_of(counts)
    ]
    found = days_to_go(snapshot, cells)
    n = [int(x) for x in counts["n"]]
    share = [x.late_likely for x in found]
    return Lateness(
        sum(n),
        sum(k for k, s in zip(n, share, strict=True) if s is not None and s >= LIKELY),
        sum(k for k, s in zip(n, share, strict=True) if s is not None and s >= SURELY),
        sum(k for k, s in zip(n, share, strict=True) if s is None),
    )


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _left(standard: Any, net: Any) -> int | None:
    return None if pd.isna(standard) else int(standard) - int(net)
