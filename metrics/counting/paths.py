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
import pandas as pd
import pyarrow as pa

from metrics.counting.cases import Cases
from metrics.counting.expressions import look_up, tally
from metrics.counting.facts import Facts
from metrics.counting.shape import from_frame, shaped
from metrics.counting.stage_runs import CASE, REST

START, END, OTHER, ARROW = "▶", "■", "…", " → "
MOST_STEPS = 40
"""Runs of a path that is told; a longer one counts under OTHER."""
MOST_PATHS = 200
"""Paths of an office that are told, the most frequent ones; the others count under OTHER."""
BASE, BLOCK = 64, 10
BLOCKS = tuple(f"c{i}" for i in range(MOST_STEPS // BLOCK))
NAMELESS = BASE - 1  # the code of stages beyond those that have one


def path_counts(facts: Facts, made: Cases) -> dict[str, pa.Table]:
    """Arrow tables `transition` and `variant`."""
    runs = made.runs.filter(made.runs.outcome.notnull())
    return {
        "transition": shaped(facts, transition(made, runs), "transition"),
        "variant": variant(facts, runs),
    }


def transition(made: Cases, runs: ir.Table) -> ir.Table:
    """Steps of the ended cases by month of the case's end."""
    line = ibis.window(group_by=CASE, order_by="run")
    r = runs.inner_join(made.cases.select(*CASE, "e_idx"), CASE)
    r = r.mutate(ended=ibis.coalesce(r.run_f_idx, r.e_idx))
    r = r.mutate(
        came=r.ended.lag().over(line),
        a=ibis.coalesce(r.stage.lag().over(line), ibis.literal(START)),
        earlier=ibis.row_number().over(ibis.window(group_by=[*CASE, "stage"], order_by="run")),
    )
    common = ("office", "permit_type")
    steps = r.select(
        *common, "a", month="end_month", b="stage",
        again=((r.earlier > 0) & (r.stage != REST)).cast("int32"),
        days=ibis.greatest(r.ended - ibis.coalesce(r.came, r.s_idx), 0).cast("int32"),
    )  # fmt: skip
    last = r.filter(r.from_last == 0)
    ends = last.select(
        *common, a="stage", month="end_month", b=ibis.literal(END),
        again=ibis.literal(0).cast("int32"),
        days=ibis.greatest(last.e_idx - last.ended, 0).cast("int32"),
    )  # fmt: skip
    columns = (*common, "month", "a", "b", "again", "days")
    return tally(ibis.union(steps.select(*columns), ends.select(*columns)), *columns)


def variant(facts: Facts, runs: ir.Table) -> pa.Table:
    """Ended cases by the whole path of their stages; `stages` is its length, 0 under OTHER.

    A path is put together as numbers, ten stages in each, since not every engine joins texts
    in order; only the paths that are kept are written out.
    """
    codes, names = _codes(facts, runs)
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
    whole = facts.keep(tally(paths, "office", "permit_type", "end_month", "stages", "odd", *BLOCKS))
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
    counted = known.group_by("office", "permit_type", "end_month", "stages", *BLOCKS).aggregate(
        n=known.n.sum().cast("int64")
    )
    frame = facts.backend.to_pandas(counted).rename(columns={"end_month": "month"})
    return from_frame(frame.assign(path=_written(frame, names)), "variant")


def _codes(facts: Facts, runs: ir.Table) -> tuple[ir.Table, dict[tuple[str, int], str]]:
    """A number from 1 for each stage of an office, the most frequent first, and back."""
    counted = runs.group_by("office", "stage").aggregate(n=runs.count())
    frame = facts.backend.to_pandas(counted).sort_values(
        ["office", "n", "stage"], ascending=[True, False, True], ignore_index=True
    )
    place = frame.groupby("office").cumcount() + 1
    shape = pd.DataFrame(
        {
            "office": frame["office"].astype("object"),
            "stage": frame["stage"].astype("object"),
            "code": place.clip(upper=NAMELESS).astype("int32"),
        }
    )
    names = {(o, int(c)): s for o, s, c in shape.itertuples(index=False) if c < NAMELESS}
    schema = {"office": "string", "stage": "string", "code": "int32"}
    return ibis.memtable(shape, schema=schema), names


def _written(frame: pd.DataFrame, names: dict[tuple[str, int], str]) -> list[str]:
    """The paths in words, OTHER where none is told."""
    known: dict[tuple[object, ...], str] = {}
    written = []
    for key in frame[["office", *BLOCKS]].itertuples(index=False, name=None):
        if key not in known:
            known[key] = ARROW.join(_stages(key, names)) or OTHER
        written.append(known[key])
    return written


def _stages(key: tuple[object, ...], names: dict[tuple[str, int], str]) -> list[str]:
    office, *blocks = key
    found = []
    for block in blocks:
        rest = int(str(block))
        while rest:
            rest, code = divmod(rest, BASE)
            found.append(names[str(office), code])
    return found
