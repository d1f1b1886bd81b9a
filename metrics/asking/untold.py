"""What the records do not tell: said beside a figure that lacks it, never counted as nought.

A status without a date, a bill without an amount, a decision without a day (indicators.md §3, §5,
§6).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.words import _
from metrics.asking.count_tables import Source, grouped
from metrics.asking.query import Query, Scope

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

COLUMN = "_untold"
MARGINALS = {"channel": "flow_channel", "business_scale": "flow_scale"}
DECISIONS = ("issued", "rejected", "withdrawn")


@dataclass(frozen=True)
class Untold:
    """Cases that a figure cannot tell of: how many (an SQL sum over `t`), and the sentence that
    says so, in which `{n}` stands for their number.

    `source`: the counts they are in, where they are not those of the figure. A figure that
    nothing else was told for has no value (`bare`), else it stands with a note.
    """

    count: str
    why: str
    source: Source | None = None
    bare: bool = True

    def said(self, n: int) -> str:
        """The sentence about `n` cases."""
        return _(self.why).format(n=n)


def decisions(*outcomes: str, bare: bool = True) -> Untold:
    """Decisions without a date; they stand in the month in which the application came in."""
    wanted = ", ".join(f"'undated_{name}'" for name in outcomes)
    return Untold(
        "sum(t.n)",
        "{n} keputusan tanpa tanggal tidak ikut dihitung.",
        Source("flow", "month", f"t.measure IN ({wanted})", MARGINALS),
        bare,
    )


Lost = Untold | tuple[Untold, ...] | None
"""What a figure cannot tell of; that of its own counts, if any, comes first."""


def each(untold: Lost) -> tuple[Untold, ...]:
    """One, several or none as a tuple."""
    if untold is None:
        return ()
    return untold if isinstance(untold, tuple) else (untold,)


def with_untold(
    rows: pd.DataFrame, untold: Lost, known: str, snapshot: "Snapshot", scope: Scope,
    query: Query,
) -> tuple[pd.DataFrame, list[str]]:  # fmt: skip
    """`rows` without a value where nothing was told, with the sentence as their note; and the
    sentence on the others together.

    `known` is the column that holds how many were told. Where the counts of what is not told lack
    a dimension asked for, it is said of all rows together.
    """
    said: list[str] = []
    for one in each(untold):
        rows, more = _one_untold(rows, one, known, snapshot, scope, query)
        said += more
    return rows.drop(columns=COLUMN, errors="ignore"), said


def _one_untold(
    rows: pd.DataFrame, untold: Untold, known: str, snapshot: "Snapshot", scope: Scope,
    query: Query,
) -> tuple[pd.DataFrame, list[str]]:  # fmt: skip
    if rows.empty:
        return rows, []
    if untold.source is not None and not _any(untold, snapshot):
        return rows, []
    if untold.source is None and COLUMN not in rows:  # nothing was counted at all
        return rows, []
    if untold.source is None:
        lost = rows[COLUMN].fillna(0)
    elif not _splits(untold.source, query.by):
        total = int(_cells(untold, snapshot, scope, query.change(by=()))[COLUMN].sum())
        return rows, [untold.said(total)] if total else []
    else:
        cells, by = _cells(untold, snapshot, scope, query), list(query.by)
        lost = (rows[by].merge(cells, on=by, how="left") if by else cells)[COLUMN].fillna(0)
    rows = rows.drop(columns=COLUMN, errors="ignore")
    if not (lost > 0).any():
        return rows, []
    n = lost.astype("int64").to_numpy()
    told = pd.to_numeric(rows[known], errors="coerce").fillna(0).to_numpy() > 0
    bare = (n > 0) & ~told & untold.bare
    if bare.any():
        rows = _without(rows, bare, [untold.said(int(k)) for k in n])
    total = int(n[~bare].sum())
    return rows, [untold.said(total)] if total else []


def _without(rows: pd.DataFrame, bare: Any, words: Iterable[str]) -> pd.DataFrame:
    for column in ("value", "low", "high"):
        if column in rows:
            rows[column] = rows[column].mask(bare)
    before = rows["note"] if "note" in rows else [None] * len(rows)
    notes = [w if b else n for w, b, n in zip(words, bare, before, strict=True)]
    return rows.assign(note=pd.Series(notes, rows.index, dtype=object))


def _splits(source: Source, by: Iterable[str]) -> bool:
    plain = {"office", "province", "year", "quarter", "month", "permit_type", "group"}
    extra = [d for d in by if d not in plain]
    return len(extra) <= 1 and all(d in source.marginals for d in extra)


def _any(untold: Untold, snapshot: "Snapshot") -> bool:
    """Whether the store holds any such case at all: most hold none, and are asked once."""
    source = untold.source
    if source is None:
        return True
    return bool(
        snapshot.kept(
            ("untold", source.table, source.where),
            lambda: len(
                snapshot.sql(
                    f"SELECT 1 FROM {source.table} t WHERE {source.where} LIMIT 1",
                    (),
                    (source.table,),
                )
            ),
        )
    )


def _cells(untold: Untold, snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    source = untold.source
    if source is None:
        raise TypeError("counts of the figure itself")
    return grouped(
        source, snapshot, scope, query, f"CAST(coalesce({untold.count}, 0) AS BIGINT) AS {COLUMN}"
    )


def undated_decisions(snapshot: "Snapshot") -> pd.DataFrame:
    """Decisions without a date of each office that has any: office, undated."""
    return snapshot.sql(
        "SELECT office, sum(n)::BIGINT AS undated FROM flow WHERE measure LIKE 'undated_%' "
        "GROUP BY office ORDER BY office",
        (),
        ("flow",),
    )
