"""The standard that a case is held to: the one valid on the day its clock starts."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from metrics.counting.draft import Frame
from metrics.counting.expressions import look_up


def standard_on(cases: ir.Table, case: Sequence[str], frame: Frame) -> ir.Table:
    """`cases` (permit_type, start_day) with `standard`: the office's own, else the province's."""
    held = cases.select(*case, "permit_type", "start_day").inner_join(
        frame.standards, ["office", "permit_type"]
    )
    held = held.filter((held.start_day >= held["first"]) & (held.start_day < held.until))
    key = {k: k for k in case}
    for rank, name in ((0, "own"), (1, "province_rule")):
        cases = look_up(cases, held.filter(held["rank"] == rank), key, {name: "standard"})
    return cases.mutate(standard=ibis.coalesce(cases.own, cases.province_rule)).drop(
        "own", "province_rule"
    )
