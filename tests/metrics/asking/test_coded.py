"""Counts of days from whole numbers in memory are those that pandas adds up from the count table;
and no question about nothing at all ends in an error."""

import itertools

import pandas as pd
import pytest

from metrics.asking import coded
from metrics.asking.count_tables import Source, value_counts
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.registry import indicators
from metrics.asking.snapshot import Snapshot
from metrics.publishing.publish import publish
from tests.metrics.small_province import OFFICES, filled, load, snapshot

STAGES = Source("stage", "month", "t.what = 'run'")
BY = [
    *((), ("office",), ("year",), ("quarter",), ("month",), ("province",), ("group",), ("stage",)),
    *(("office", "year", "stage"), ("desk", "permit_type"), ("month", "group", "office")),
    ("office", "province", "permit_type", "group", "year", "quarter", "month", "stage", "desk"),
]
FILTERS = [
    {}, {"office": OFFICES[1]}, {"province": "32"}, {"permit_type": "IMB"},
    {"start": "2025-03", "end": "2025-Q3"}, {"permit_type": "SIUP", "start": "2025"},
    {"office": "99.99"}, {"start": "2040"},
]  # fmt: skip
SCOPES = [EVERYTHING, Scope(offices=frozenset(OFFICES[:1])), Scope(offices=frozenset())]


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    store = filled(tmp_path_factory.mktemp("province"), OFFICES)
    grouped = [
        {"permit_type": "SIUP", "group": "usaha"}, {"permit_type": "IMB", "group": "bangunan"},
    ]  # fmt: skip
    load(store, "permit_types", grouped, "groups")
    publish(store)
    return snapshot(store)


def by_pandas(counts: Snapshot, scope: Scope, query: Query) -> pd.Series:
    """The sum of n by the dimensions and the days, from the rows of the count table."""
    rows = counts.table("stage").query("what == 'run'")
    offices = counts.table("ref_office").set_index("office")["province"]
    types = (
        counts.table("ref_permit_type")
        .drop_duplicates("permit_type")
        .set_index("permit_type")["group"]
    )
    when = pd.PeriodIndex(pd.to_datetime(rows["month"].astype(str), format="%Y%m"), freq="M")
    rows = rows.assign(
        at=rows["month"],
        province=rows["office"].map(offices),
        group=rows["permit_type"].map(types).fillna(""),
        year=when.strftime("%Y"),
        quarter=when.strftime("%Y-Q") + when.quarter.astype(str),
        month=when.strftime("%Y-%m"),
        desk=rows["desk"].fillna(""),
    )
    for column in ("office", "province", "permit_type"):
        if (wanted := getattr(query, column)) is not None:
            rows = rows[rows[column] == wanted]
    if scope.offices is not None:
        rows = rows[rows["office"].isin(scope.offices)]
    rows = rows[rows["at"].between(query.first_month or 0, query.last_month or 999999)]
    return rows.groupby([*query.by, "days"])["n"].sum()


@pytest.mark.parametrize("dense", [coded.DENSE, 0])
@pytest.mark.parametrize("by", BY, ids=",".join)
def test_counts_are_those_added_up_by_pandas(
    by: tuple[str, ...], dense: int, counts: Snapshot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(coded, "DENSE", dense)
    told = 0
    for scope, limits in itertools.product(SCOPES, FILTERS):
        query = Query(by=by, **limits)
        found = value_counts(STAGES, counts, scope, query, "days")
        cells = {name: values[found.groups] for name, values in found.dims.items()}
        keys = [*cells.values(), found.values]
        ours = [tuple(map(str, key)) for key in zip(*keys, strict=True)]
        theirs = by_pandas(counts, scope, query)
        assert ours == [
            tuple(map(str, key if isinstance(key, tuple) else (key,))) for key in theirs.index
        ]
        assert found.n.tolist() == theirs.tolist()
        told += len(ours)
    assert told > 50


def test_a_question_about_nothing_is_answered(counts: Snapshot):
    nothing = [
        (EVERYTHING, {"office": "99.99"}), (EVERYTHING, {"province": "77"}),
        (Scope(offices=frozenset()), {}), (Scope(offices=frozenset()), {"start": "2040"}),
    ]  # fmt: skip
    for indicator in indicators().values():
        for dim, (scope, limits) in itertools.product(indicator.dims, nothing):
            rows = indicator.read(counts, scope, Query(by=(dim,), **limits)).rows
            assert not rows["value"].fillna(0).any(), (indicator.name, dim, limits)
