"""The paths of cases written out in words, from the numbers they are counted as."""

import pandas as pd
import pyarrow as pa

from etl.rows import rows_of
from metrics.counting.facts import Facts
from metrics.counting.marks import ARROW, BASE, BLOCKS, OTHER
from metrics.counting.shape import from_frame


def written_paths(facts: Facts) -> pa.Table:
    """The count table `variant`."""
    codes = facts.frame("stage_codes")
    names = {(o, int(c)): s for o, s, c in rows_of(codes[["office", "stage", "code"]])}
    frame = facts.frame("variant_coded").rename(columns={"end_month": "month"})
    return from_frame(frame.assign(path=_written(frame, names)), "variant")


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
