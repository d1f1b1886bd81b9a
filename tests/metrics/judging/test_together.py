"""Verdicts asked of all offices at once are those asked one by one, of every indicator."""

import numpy as np
import pytest

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import indicators
from metrics.asking.snapshot import open_snapshot
from metrics.judging.reporting import regencies
from metrics.judging.verdict import judge, judge_each

PERIODS = (Query(province="32", start="2025", end="2025"),)


@pytest.fixture(scope="module")
def stores(sample_store):
    """Two snapshots, so that neither remembers what the other worked out."""
    return open_snapshot(sample_store), open_snapshot(sample_store)


def said(verdict):
    told = verdict.to_json("")
    told["marks"], told["charted"] = verdict.marks, verdict.charted
    told["notes"], told["as_of"] = verdict.result.notes, verdict.result.as_of
    return told


@pytest.mark.parametrize("name", list(indicators()))
def test_each_verdict_is_the_one_asked_alone(stores, name):
    one, other = stores
    query = PERIODS[0]
    offices = regencies(one, EVERYTHING, query)[:6]
    found = judge_each(one, EVERYTHING, name, query, offices)
    assert list(found) == offices
    for office, verdict in found.items():
        alone = judge(other, EVERYTHING, name, query.change(office=office, province=None))
        assert said(verdict) == said(alone)
        np.testing.assert_array_equal(verdict.process.chart.values, alone.process.chart.values)
        assert verdict.process.months == alone.process.months
