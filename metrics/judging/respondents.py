"""How far respondents spread about an office's IKM, from their own means: for funnel and ranks."""

from typing import TYPE_CHECKING

import pandas as pd

from etl.periods import months_of
from metrics.asking.query import Query, Scope
from metrics.ikm.index import read_counts
from metrics.ikm.statistics import respondent_moments

if TYPE_CHECKING:
    from metrics.asking.result import Result
    from metrics.asking.snapshot import Snapshot

SCALE = 25


def respondents(snapshot: "Snapshot", scope: Scope, query: Query, result: "Result") -> pd.DataFrame:
    """The standard deviation of respondents' own IKM (25-100) by office: office, deviation.

    Of the surveys that `result` (the IKM by office) was read from: those whose period ends within
    the query, under the rule that each row used. An office with a tally of answers only, or with
    one respondent, is left out.
    """
    _scores, persons = read_counts(snapshot, scope, query.office, query.province)
    last = persons["period"].map(lambda p: months_of(p)[1])
    if query.first_month:
        persons, last = persons[last >= query.first_month], last[last >= query.first_month]
    if query.last_month:
        persons = persons[last <= query.last_month]
    used = result.rows.set_index("office")["rule_used"] if len(result.rows) else pd.Series()
    persons = persons[persons["rule"] == persons["office"].map(used)]
    found = []
    for office, own in persons.groupby("office"):
        made = respondent_moments(
            (int(r.answered), int(r.total), int(r.n)) for r in own.itertuples()
        )
        if made is not None and made.variance is not None:
            found.append({"office": office, "deviation": SCALE * float(made.variance) ** 0.5})
    return pd.DataFrame(found, columns=["office", "deviation"])
