"""The province's report: every regency once, and figures that are the command line's."""

import re

import pytest

from dashboard.reports.province import gather_province
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.judging.compare import compare
from metrics.judging.reporting import regencies
from metrics.judging.verdict import judge


@pytest.fixture(scope="module")
def snapshot(sample_store):
    return open_snapshot(sample_store)


@pytest.fixture(scope="module")
def report(snapshot):
    return gather_province(snapshot, EVERYTHING, "32", "2025")


QUERY = Query(province="32", start="2025", end="2025")


def test_every_regency_is_named_once_in_the_partition(snapshot, report):
    table = report.tables()[0]
    known = snapshot.offices().set_index("office")["short"].to_dict()
    names = [known[o] for o in regencies(snapshot, EVERYTHING, QUERY)]
    cells = "; ".join(row[2].text for row in table.rows)
    told = [re.split(r"\s[\d]", part)[0] for part in cells.split("; ") if part not in ("", "–")]
    assert sorted(t.strip() for t in told if t.strip(" –")) == sorted(names)
    assert sum(int(r[1].value) for r in table.rows[:-1]) == len(names) == table.rows[-1][1].value


def test_the_parts_are_those_of_the_comparison(snapshot, report):
    made = compare(snapshot, EVERYTHING, "on_time_rate", QUERY)
    counts = [int(r[1].value) for r in report.tables()[0].rows[:3]]
    judged = made.judged["verdict"].value_counts()
    assert counts == [int(judged.get(v, 0)) for v in ("worse", "", "better")]


def test_each_regencys_figure_and_word_are_its_own(snapshot, report):
    rows = get("on_time_rate").read(snapshot, EVERYTHING, QUERY.change(by=("office",))).rows
    values = rows.set_index("office")["value"].to_dict()
    known = snapshot.offices().set_index("short")["office"].to_dict()
    [table] = [t for t in report.tables() if t.heads[0] == "Daerah" and len(t.heads) == 8]
    for row in table.rows:
        code = known[row[0].text]
        if row[1].value is not None:
            assert row[1].value == pytest.approx(values[code])
        verdict = judge(snapshot, EVERYTHING, "on_time_rate", Query(code, start="2025", end="2025"))
        word = {"better": "membaik", "worse": "memburuk", "same": "tetap"}.get(
            verdict.direction or ""
        )
        assert word is None or word in row[6].text
        if verdict.direction is None:
            assert not re.search("membaik|memburuk|tetap", row[6].text)
