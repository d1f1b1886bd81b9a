"""The open cases of offices with the range such cases still took; how many will be late."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.errors import Refused
from etl.words import _
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import Query, Scope
from metrics.outlook.forecast import DaysToGo, days_to_go_of, late_likely

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

SURELY, LIKELY, POSSIBLY = 0.9, 0.5, 0.25
"""Shares of such cases past the due date from which it is "hampir pasti", more likely than not,
and "mungkin" that this case will be late."""


@dataclass(frozen=True)
class Lateness:
    """Open cases that are not late yet: how many there are, how many will more likely than not
    pass their standard, how many of these almost surely, and how many nothing can be said of."""

    cases: int
    likely: int
    surely: int
    unknown: int


def of_rows(snapshot: "Snapshot", rows: pd.DataFrame) -> list[DaysToGo]:
    """What such cases still took, for each of the open rows of a frame of `case_applications`."""
    cases = pd.DataFrame(
        {
            "office": rows["office_code"],
            "permit_type": rows["common_type"],
            "stage": rows["stage_reached"].fillna(""),
            "age": rows["gross_days"],
            "left": rows["standard_days"] - rows["net_days"],
        }
    )
    return days_to_go_of(snapshot, cases).each()


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


def lateness(snapshot: "Snapshot", scope: Scope, query: Query) -> Lateness:
    """How many of the open cases in time will be late, asked of counts alone: those of the place
    and permit type of `query`."""
    counts = open_cells(snapshot, scope, query)
    counts = counts[(counts["overdue"] == 0) & counts["left"].notna()]
    n, share = counts["n"].to_numpy(np.int64), late_likely(snapshot, counts)
    return Lateness(
        int(n.sum()),
        int(n[share >= LIKELY].sum()),
        int(n[share >= SURELY].sum()),
        int(n[np.isnan(share)].sum()),
    )


def open_cells(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """The open cases of a place and permit type as counts: the columns of `CASE_COLUMNS`, whether
    they are overdue, and how many (`n`)."""
    return snapshot.sql(
        "SELECT office, permit_type, stage, gross AS age, standard - net AS left, overdue, "
        "sum(n)::BIGINT AS n FROM open_case WHERE office IN (SELECT unnest(?)) "
        "AND (permit_type = ? OR ?::VARCHAR IS NULL) GROUP BY ALL",
        [offices_asked(snapshot, scope, query), query.permit_type, query.permit_type],
        ("open_case",),
    )
