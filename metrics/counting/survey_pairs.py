"""Sums of every two elements of a survey's rule, one row a pair, from one wide row a sheet."""

from itertools import combinations_with_replacement

import pandas as pd
import pyarrow as pa

from etl.schema import elements
from metrics.counting.facts import Facts
from metrics.counting.shape import arrow_schema, from_frame

SHEET = ["office", "period", "service", "rule"]


def survey_pairs(facts: Facts) -> pa.Table:
    """The count table `survey_pair`."""
    frames = []
    for rule in sorted({e.rule for e in elements()}):
        wide = facts.frame(f"survey_pairs_{rule}")
        if wide.empty:
            continue
        names = [e.slug for e in elements() if e.rule == rule]
        frames += [
            wide[[*SHEET, "n"]].assign(
                a=a, b=b, sum_a=wide[f"s_{a}"], sum_b=wide[f"s_{b}"], sum_ab=wide[f"p_{a}__{b}"]
            )
            for a, b in combinations_with_replacement(names, 2)
        ]
    if not frames:
        return arrow_schema("survey_pair").empty_table()
    table = pd.concat(frames, ignore_index=True)
    numbers = ["n", "sum_a", "sum_b", "sum_ab"]
    return from_frame(table.astype(dict.fromkeys(numbers, "int64")), "survey_pair")
