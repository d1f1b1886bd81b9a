"""Which ways the ended cases took through the office's stages: single steps and whole paths.

A step goes from one run of a stage to the next one of the case, in the order in which they
began; its days are the working days from the end of the one to the end of the other, so that
the days of a case's steps add up to its gross days where its runs follow one another. The first
step begins at START with the clock, the last one ends at END with the case. A run without a
finish ends with the case; a step that would go back in time took 0 days. `again` is 1 where the
case had already run the stage that the step leads to ("lainnya" is many stages, so it never is).
"""

import ibis
import ibis.expr.types as ir

from metrics.counting.cases import Cases
from metrics.counting.draft import Draft
from metrics.counting.expressions import look_up, tally
from metrics.counting.marks import (
    BASE,
    BLOCK,
    BLOCKS,
    END,
    MOST_PATHS,
    MOST_STEPS,
    NAMELESS,
    REST,
    START,
)
from metrics.counting.stage_runs import CASE


def path_counts(facts: Draft, made: Cases) -> None:
    """The table `transition`, and what `variant` is written from (`metrics.counting.written`)."""
    runs = made.runs.filter(made.runs.outcome.notnull())
    facts.count("transition", transition(runs))
    codes = facts.keep("stage_codes", _codes(runs))
    facts.part("stage_codes", codes.filter(codes.code < NAMELESS))
    facts.part("variant_coded", variant(facts, runs, codes))


def transition(runs: ir.Table) -> ir.Table:
    """Steps of the ended cases by month of the case's end."""
    first = runs.came_from.isnull()
    came = ibis.ifelse(first, runs.s_idx, ibis.coalesce(runs.came_idx, runs.e_idx))
    r = runs.mutate(
        ended=ibis.coalesce(runs.run_f_idx, runs.e_idx),
        came=came,
        a=ibis.coalesce(runs.came_from, ibis.literal(START)),
        earlier=ibis.row_number().over(ibis.window(group_by=[*CASE, "stage"], order_by="run")),
    )
    common = ("office", "permit_type")
    steps = r.select(
        *common, "a", month="end_month", b="stage",
        again=((r.earlier > 0) & (r.stage != REST)).cast("int32"),
        days=ibis.greatest(r.ended - r.came, 0).cast("int32"),
    )  # fmt: skip
    last = r.filter(r.last)
    ends = last.select(
        *common, a="stage", month="end_month", b=ibis.literal(END),
        again=ibis.literal(0).cast("int32"),
        days=ibis.greatest(last.e_idx - last.ended, 0).cast("int32"),
    )  # fmt: skip
    columns = (*common, "month", "a", "b", "again", "days")
    return tally(ibis.union(steps.select(*columns), ends.select(*columns)), *columns)


def variant(facts: Draft, runs: ir.Table, codes: ir.Table) -> ir.Table:
    """Ended cases by the whole path of their stages; `stages` is its length, 0 where untold.

    A path is put together as numbers, ten stages in each, since not every engine joins texts
    in order; only the paths that are kept are written out.
    """
    r = look_up(runs, codes, {"office": "office", "stage": "stage"}, {"code": "code"})
    r = r.mutate(place=ibis.row_number().over(ibis.window(group_by=CASE, order_by="run")))
    r = r.mutate(
        part=r.code.cast("int64") * (ibis.literal(float(BASE)) ** (r.place % BLOCK)).cast("int64"),
        odd=((r.place >= MOST_STEPS) | (r.code == NAMELESS)).cast("int32"),
    )
    blocks = {
        name: ibis.ifelse((r.place >= i * BLOCK) & (r.place < (i + 1) * BLOCK), r.part, 0)
        .sum()
        .cast("int64")
        for i, name in enumerate(BLOCKS)
    }
    paths = r.group_by(*CASE, "permit_type", "end_month").aggregate(
        stages=r.count().cast("int32"), odd=r.odd.max(), **blocks
    )
    whole = facts.keep(
        "paths", tally(paths, "office", "permit_type", "end_month", "stages", "odd", *BLOCKS)
    )
    totals = whole.filter(whole.odd == 0).group_by("office", *BLOCKS).aggregate(
        total=whole.n.sum()
    )  # fmt: skip
    best = ibis.window(group_by="office", order_by=[ibis.desc("total"), *BLOCKS])
    totals = totals.mutate(rank=ibis.row_number().over(best))
    top = totals.filter(totals["rank"] < MOST_PATHS)
    key = {c: c for c in ("office", *BLOCKS)}
    known = look_up(whole, top, key, {"kept": "total"})
    told = known.kept.notnull() & (known.odd == 0)
    known = known.mutate(
        stages=ibis.ifelse(told, known.stages, 0),
        **{c: ibis.ifelse(told, known[c], 0) for c in BLOCKS},
    )
    return known.group_by("office", "permit_type", "end_month", "stages", *BLOCKS).aggregate(
        n=known.n.sum().cast("int64")
    )


def _codes(runs: ir.Table) -> ir.Table:
    """A number from 1 for each stage of an office, the most frequent first."""
    counted = runs.group_by("office", "stage").aggregate(n=runs.count())
    most = ibis.window(group_by="office", order_by=[ibis.desc("n"), "stage"])
    counted = counted.mutate(place=ibis.row_number().over(most))
    return counted.select(
        "office", "stage", code=ibis.least(counted.place + 1, NAMELESS).cast("int32")
    )
