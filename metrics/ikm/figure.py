"""The IKM as an indicator's reader: pooled over what is not asked by, one rule a row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.periods import months_of
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.asking.result import Result
from metrics.ikm.index import IkmRow, read_counts, rows_from_counts

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot


def read_ikm(indicator: "Indicator", snapshot: "Snapshot", scope: Scope, query: Query) -> Result:
    """The IKM of respondents pooled over what is not in `by`, exact weight.

    A survey counts where its period ends within the query. Rules are never mixed: where several
    meet in one row, the latest survey's rule counts alone and a note says so.
    """
    scores, persons = read_counts(snapshot, scope, query.office, query.province)
    notes: list[str] = []
    province = snapshot.offices().set_index("office")["province"].to_dict()
    scores, persons = (_dated(frame, query, province) for frame in (scores, persons))
    by = list(query.by)
    found: list[dict[str, Any]] = []
    groups = scores.groupby(by, sort=True, dropna=False) if by else [((), scores)]
    for key, own in groups:
        if own.empty:
            continue
        values = dict(zip(by, key, strict=True))
        people = _matching(persons, values)
        found.append(values | _figure(own, people, scope, notes))
    columns = [*by, "n", "value", "low", "high", "grade", "rule_used", "note"]
    rows = pd.DataFrame(found, columns=columns)
    if rows.empty and not by:
        rows.loc[0] = {"n": 0, "value": None, "note": _("Belum ada survei pada periode ini.")}
    return Result(indicator, query, rows, _as_of(snapshot, scope, query), tuple(notes))


def _dated(frame: pd.DataFrame, query: Query, province: dict[str, str]) -> pd.DataFrame:
    ends = {p: months_of(p)[1] for p in frame["period"].unique()}
    last = frame["period"].map(ends)
    months = pd.to_numeric(last)
    keep = pd.Series(True, index=frame.index)
    if query.first_month:
        keep &= months >= query.first_month
    if query.last_month:
        keep &= months <= query.last_month
    year = months // 100
    quarter = (months % 100 + 2) // 3
    dated = frame.assign(
        last=months,
        province=frame["office"].map(province),
        year=year.astype(str),
        quarter=year.astype(str) + "-Q" + quarter.astype(str),
        month=year.astype(str) + "-" + (months % 100).astype(str).str.zfill(2),
    )
    return dated[keep]


def _matching(frame: pd.DataFrame, values: dict[str, Any]) -> pd.DataFrame:
    for column, value in values.items():
        frame = frame[frame[column] == value]
    return frame


def _figure(
    scores: pd.DataFrame, persons: pd.DataFrame, scope: Scope, notes: list[str]
) -> dict[str, Any]:
    rules = scores.loc[scores["last"].sort_values(kind="stable").index, "rule"]
    latest = rules.iloc[-1]
    if rules.nunique() > 1:
        notes.append(
            _("Survei menurut beberapa aturan tidak digabung; yang dipakai aturan {rule}.").format(
                rule=latest
            )
        )
    period = scores["period"].iloc[int(scores["last"].argmax())]
    by = {"office": "", "period": period, "service": ""}
    [row] = rows_from_counts(
        scores[scores["rule"] == latest].assign(**by),
        persons[persons["rule"] == latest].assign(**by),
    )
    if row.respondents < scope.hide_below:
        return {"n": None, "value": None, "note": _("Responden terlalu sedikit untuk ditampilkan.")}
    return _plain(row)


def _plain(row: IkmRow) -> dict[str, Any]:
    told = row.to_json()
    return {
        "n": row.respondents,
        "value": told["ikm"],
        "low": told["low"],
        "high": told["high"],
        "grade": row.grade,
        "rule_used": row.rule,
        "note": " ".join(row.notes) or None,
    }


def _as_of(snapshot: "Snapshot", scope: Scope, query: Query) -> str | None:
    meta = snapshot.sql("SELECT office, as_of FROM meta WHERE kind = 'survey'", (), ("meta",))
    seen = [bool(scope.allows(o)) and query.office in (None, o) for o in meta["office"]]
    days: Sequence[Any] = meta.loc[seen, "as_of"].dropna().tolist()
    return str(max(days))[:10] if days else None
