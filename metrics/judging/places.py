"""Whose targets and events hold for a question: its office's own, then its province's."""

from typing import TYPE_CHECKING

from etl.reference import province_of
from metrics.asking.query import Query

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


def places(snapshot: "Snapshot", query: Query) -> list[str]:
    """The codes that speak for the place of `query`, the nearest first.

    A question about all that is loaded is about its province where there is but one.
    """
    if query.office:
        return list(dict.fromkeys([query.office, province_of(query.office)]))
    if query.province:
        return [query.province]
    provinces = snapshot.offices()["province"].dropna().unique().tolist()
    return provinces if len(provinces) == 1 else []
