"""Open cases of one office by their own due day and by the desk at which they lie now.

The counts know how many days over a case is, not which of its pauses moved its due day, and the
stage that it last began, not the one that it waits for; the case rows know both.
"""

from typing import TYPE_CHECKING

import pandas as pd

from metrics.asking.case_file import positions
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

BY = ["permit_type", "stage", "desk", "due"]


def by_due_day(
    snapshot: "Snapshot", office: str, query: Query, counted: pd.DataFrame, late: bool, within: int
) -> tuple[pd.DataFrame, bool]:
    """The cases of `counted` (permit_type, stage, over, n) by permit_type, stage, desk and due
    (ISO day) with n, as their rows have it, and True.

    `late`: those past their due day, else those due `within` so many working days. Of an office
    known by counts alone `counted` comes back as it is, and False.
    """
    asked = (office, query.permit_type, late, within)
    cases = snapshot.remembered(
        ("due days", *asked), lambda: _by_due_day(snapshot, office, query, late, within)
    )
    if cases is None or int(cases["n"].sum()) != int(counted["n"].sum()):
        return counted, False
    return cases, True


def _by_due_day(
    snapshot: "Snapshot", office: str, query: Query, late: bool, within: int
) -> pd.DataFrame | None:
    """The cases as the rows have them; None of an office known by counts alone."""
    if snapshot.case_file("applications", office) is None:
        return None
    scope = Scope("due days", frozenset({office}), case_rows=True)
    held = "overdue = 1" if late else f"overdue = 0 AND standard_days - net_days <= {int(within)}"
    cases = snapshot.case_query(
        scope,
        office,
        ("applications",),
        "SELECT application_no, coalesce(common_type, '') AS permit_type, "
        "coalesce(stage_reached, '') AS stage, strftime(due_day, '%Y-%m-%d') AS due "
        f"FROM applications WHERE is_open AND standard_days IS NOT NULL AND {held} "
        "AND (?::VARCHAR IS NULL OR common_type = ?)",
        (query.permit_type, query.permit_type),
    )
    lie = positions(snapshot, scope, office, list(cases["application_no"]))
    known = lie.dropna(subset=["desk"]) if len(lie) else pd.DataFrame(columns=["desk"])
    desks = dict(zip(known.get("application_no", ()), known["desk"], strict=True))
    cases = cases.assign(desk=[str(desks.get(n, "")) for n in cases["application_no"]])
    return cases.groupby(BY, as_index=False).size().rename(columns={"size": "n"})


def most_at(cases: pd.DataFrame) -> tuple[str, int]:
    """The desk at which most of `cases` (desk, n) lie, and how many; ("", 0): none is known."""
    known = cases[cases["desk"] != ""].groupby("desk")["n"].sum()
    if known.empty:
        return "", 0
    known = known.sort_values(ascending=False, kind="stable")
    return str(known.index[0]), int(known.iloc[0])
