"""How far respondents spread about an office's IKM, from their own means: for funnel and ranks."""

from typing import TYPE_CHECKING

import pandas as pd

from metrics.asking.query import Query, Scope
from metrics.ikm.index import read_counts
from metrics.ikm.statistics import respondent_moments

if TYPE_CHECKING:
    from metrics.asking.result import Result
    from metrics.asking.snapshot import Snapshot

SCALE = 25


def respondents(snapshot: "Snapshot", scope: Scope, query: Query, result: "Result") -> pd.DataFrame:
    """The standard deviation of respondents' own IKM (25-100) by office: office, deviation.

    Of the survey that each row of `result` (the IKM by office) was read from. An office with a
    tally of answers only, or with one respondent, is left out.
    """
    _scores, persons = read_counts(snapshot, scope, query.office, query.province)
    rows = result.rows.reindex(columns=["office", "rule_used", "period"])
    used = set(rows.itertuples(index=False, name=None))
    columns = ("office", "rule", "period", "answered", "total", "n")
    told: dict[str, list[tuple[int, int, int]]] = {}
    for *key, answered, total, n in zip(
        *(persons[c].to_numpy(object) for c in columns), strict=True
    ):
        if tuple(key) in used:
            told.setdefault(key[0], []).append((int(answered), int(total), int(n)))
    found = []
    for office, own in sorted(told.items()):
        made = respondent_moments(own)
        if made is not None and made.variance is not None:
            found.append({"office": office, "deviation": SCALE * float(made.variance) ** 0.5})
    return pd.DataFrame(found, columns=["office", "deviation"])
