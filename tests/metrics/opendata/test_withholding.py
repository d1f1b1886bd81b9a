"""Nobody works out a count of 1 to 4 from the open data: tried by linear programming."""

from dataclasses import replace

import pytest

from metrics.asking.query import Query, Scope
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.opendata.edition import edition
from metrics.opendata.offered import OFFERED
from metrics.opendata.withholding import Counts, loose, open_counts, open_parts
from tests.metrics.opendata.attack import disclosed, disclosed_of_office


def opened(snapshot, doors=None):
    offices = snapshot.offices()
    doors = set(offices["office"]) if doors is None else doors
    made = edition(snapshot, frozenset(doors))
    tables = {key: result.to_json()["rows"] for key, result in made.tables.items()}
    return tables, sorted(doors), dict(zip(offices["office"], offices["province"], strict=True))


@pytest.fixture(scope="module")
def sample(sample_store):
    return open_snapshot(sample_store)


def test_the_sample_discloses_no_small_count(sample):
    tables, offices, province = opened(sample)
    assert sum(r["value"] is not None for r in tables["permits_issued", ("office", "year")]) > 10
    assert disclosed(tables, offices, province) == []


def test_withholding_small_rows_alone_would_disclose(sample):
    """The attack finds something where rows under 5 are merely blanked: it can fail."""
    public = Scope("public", hide_below=5)
    tables = {
        (name, by): get(name).read(sample, public, Query(by=by)).to_json()["rows"]
        for name, offered in OFFERED.items()
        for by in offered
    }
    _same, offices, province = opened(sample)
    found = disclosed(tables, offices, province)
    assert any("rejected" in said or "withdrawn" in said for said in found)
    assert any("late" in said for said in found)
    assert any("type" in said for said in found)


def test_a_closed_door_cannot_be_looked_through_from_the_province(sample):
    every = sorted(sample.offices()["office"])
    tables, _open, _province = opened(sample, set(every[1:]))
    for (_name, by), rows in tables.items():
        if by[0] == "office":
            assert every[0] not in {row["office"] for row in rows}
        else:
            told = {r["province"] for r in rows if r["value"] not in (None, 0)}
            assert not told & {every[0][:2]}


def test_figures_are_those_of_the_command_line(sample):
    tables, _offices, _province = opened(sample)
    for (name, by), rows in tables.items():
        whole = get(name).read(sample, Scope(), Query(by=by)).to_json()["rows"]
        by_key = {tuple(row[d] for d in by): row for row in whole}
        for row in rows:
            if row.get("value") is not None:
                same = by_key[tuple(row[d] for d in by)]
                assert row == {k: same[k] for k in row}, name


def test_the_first_year_tells_what_was_issued_and_no_more():
    counts = Counts(received=50, issued=30, decided=40, rejected=10, ended=40, timed=40)
    assert open_counts(counts, True, None) == {"issued", "respondents"}
    assert {"received", "ended", "timed"} <= open_counts(counts, False, counts)


def test_a_first_year_told_in_full_would_disclose_what_is_open():
    told = {2020: {"received": 50, "ended": 48}}
    assert any(s.startswith("open 2020") for s in disclosed_of_office(told, [2020, 2021]))


def test_one_small_outcome_takes_the_other_outcomes_with_it():
    counts = Counts(
        received=100, issued=80, rejected=3, withdrawn=6, decided=89, ended=95, timed=95
    )
    told = open_counts(counts, False, None)
    assert not told & {"rejected", "withdrawn", "decided"}
    assert {"issued", "ended"} <= told
    few = replace(counts, ended=83, decided=83, withdrawn=0, timed=83)
    assert "ended" not in open_counts(few, False, None)


@pytest.mark.parametrize(
    ("hidden", "may"),
    [
        ([], True), ([0, 0], True), ([3], False), ([1, 3], False), ([3, 4], True),
        ([4, 4], False), ([1, 1, 1, 1, 1], False), ([3, 100], True),
    ],
)  # fmt: skip
def test_a_sum_is_told_only_where_it_does_not_settle_its_hidden_parts(hidden, may):
    assert loose(hidden) is may


def test_a_small_type_takes_the_next_smallest_with_it():
    assert open_parts({"A": 3, "B": 50, "C": 90}) == {"C"}
    assert open_parts({"A": 3, "B": 4, "C": 90}) == {"C"}
    assert open_parts({"A": 4, "B": 4, "C": 90, "D": 95}) == {"D"}
    assert open_parts({"A": 7, "B": 8}) == {"A", "B"}
