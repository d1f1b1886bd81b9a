"""Why: reads the survey's count tables within a scope and filters, one survey family at a time."""

from collections.abc import Sequence
from typing import Any, Protocol

import pandas as pd

from etl.sheets.survey_rules import SKM, of_family

COUNTED = "SELECT office, period, service, rule, attribute, value, {what}, SUM(n) AS n "
SCORES_SQL = COUNTED + "FROM survey_score WHERE {where} GROUP BY ALL"
PERSONS_SQL = COUNTED + "FROM survey_person WHERE {where} GROUP BY ALL"
PAIRS_SQL = """
    SELECT office, period, service, rule, a, b, SUM(n) AS n,
           SUM(sum_a) AS sum_a, SUM(sum_b) AS sum_b, SUM(sum_ab) AS sum_ab
    FROM survey_pair WHERE {where} GROUP BY ALL"""


class Counts(Protocol):
    """What this module needs of a snapshot: count tables by SQL, and the list of offices."""

    def sql(
        self, query: str, params: Sequence[Any] = ..., tables: Sequence[str] = ...
    ) -> pd.DataFrame: ...

    def offices(self) -> pd.DataFrame: ...


class HasOffices(Protocol):
    """What this module needs of a scope: the offices it may see, or None for all."""

    @property
    def offices(self) -> frozenset[str] | None: ...


def _filters(
    snapshot: Counts,
    scope: HasOffices | None,
    office: str | None,
    province: str | None,
    period: str | None,
    code: str | None,
    family: str = SKM,
) -> tuple[str, list[Any]]:
    """The WHERE of count tables for these filters, and its parameters; the scope always applies.

    Without a rule those of one survey: an IPAK is never pooled with an IKM.
    """
    clauses: list[str] = ["TRUE"]
    params: list[Any] = []
    allowed = getattr(scope, "offices", None)
    if allowed is not None:
        clauses.append("list_contains(?, office)")
        params.append(sorted(allowed))
    if province is not None:
        known = snapshot.offices()
        clauses.append("list_contains(?, office)")
        params.append(sorted(known.loc[known["province"] == province, "office"]))
    if code is None:
        clauses.append("list_contains(?, rule)")
        params.append(list(of_family(family)))
    for column, wanted in (("office", office), ("period", period), ("rule", code)):
        if wanted is not None:
            clauses.append(f"{column} = ?")
            params.append(wanted)
    return " AND ".join(clauses), params


def read_counts(
    snapshot: Counts,
    scope: HasOffices | None,
    office: str | None = None,
    province: str | None = None,
    period: str | None = None,
    rule: str | None = None,
    attribute: str = "",
    family: str = SKM,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(scores, persons) of one attribute ('' = all respondents) within the scope and filters."""
    where, params = _filters(snapshot, scope, office, province, period, rule, family)
    where += " AND attribute = ?"
    params = [*params, attribute]
    return (
        snapshot.sql(
            SCORES_SQL.format(what="element, score", where=where), params, ("survey_score",)
        ),
        snapshot.sql(
            PERSONS_SQL.format(what="answered, total", where=where), params, ("survey_person",)
        ),
    )


def read_pairs(
    snapshot: Counts,
    scope: HasOffices | None,
    office: str | None = None,
    province: str | None = None,
    period: str | None = None,
    rule: str | None = None,
) -> pd.DataFrame:
    """The sums of products of elements over complete respondents, within scope and filters."""
    where, params = _filters(snapshot, scope, office, province, period, rule)
    return snapshot.sql(PAIRS_SQL.format(where=where), params, ("survey_pair",))
