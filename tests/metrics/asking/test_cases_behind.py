"""The cases behind a mark are as many as the count under it, mark by mark."""

import pandas as pd
import pytest

from etl.errors import Refused
from etl.periods import last_day
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark, cases_behind
from metrics.asking.count_tables import Source, grouped
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.counting.marks import OTHER

MONTH = "2026-05"


@pytest.fixture(scope="module")
def snapshot(sample_store):
    found = open_snapshot(sample_store)
    yield found
    found.close()


@pytest.fixture(scope="module")
def office(snapshot):
    offices = snapshot.offices()
    return offices.loc[offices["source"] == "records", "office"].iloc[0]


@pytest.fixture(params=["all", "month", "permit"])
def query(request, snapshot, office):
    asked = Query(office=office)
    if request.param == "month":
        return asked.change(start=MONTH, end=MONTH)
    kinds = snapshot.sql("SELECT permit_type FROM flow WHERE office = ? "
                         "GROUP BY 1 ORDER BY sum(n) DESC", [office], ("flow",))  # fmt: skip
    if request.param == "permit":
        return asked.change(permit_type=kinds["permit_type"].iloc[0], start="2025", end="2026")
    return asked


def counted(snapshot, query, table, month, where="TRUE", by=()):
    """Rows of a count table by the columns `by`, with n."""
    source = Source(table, month, where)
    return grouped(
        source, snapshot, EVERYTHING, query, "CAST(sum(t.n) AS BIGINT) AS n", extra=tuple(by)
    )


def held(snapshot, query, kind, cells, values):
    """Every cell's count against the number of rows behind its mark."""
    assert len(cells)
    for cell in cells.itertuples(index=False):
        rows = cases_behind(snapshot, EVERYTHING, query, Mark(kind, values(cell)))
        assert len(rows) == cell.n, (kind, cell)


def test_ended_cases_by_days(snapshot, query):
    cells = counted(snapshot, query, "duration", "end_month", "t.clock = 'net'", ("days",))
    held(snapshot, query, behind.ENDED, cells, lambda c: (c.days, c.days))
    rows = cases_behind(snapshot, EVERYTHING, query, Mark(behind.ENDED))
    assert len(rows) == cells["n"].sum()
    assert (
        rows["net_days"].median() == get("processing_time").read(snapshot, EVERYTHING, query).value
    )


def test_cases_of_the_on_time_rate(snapshot, query):
    rate = get("on_time_rate").read(snapshot, EVERYTHING, query).first
    rows = cases_behind(snapshot, EVERYTHING, query, Mark(behind.DUE))
    assert len(rows) == rate["denominator"]
    met = rows["end_day"].notna() & (rows["end_day"] <= rows["due_day"])
    assert met.sum() == rate["numerator"]
    late = rows["days_over"].fillna(-99).tolist()
    assert late == sorted(late, reverse=True), "the latest first"


def test_cases_that_started(snapshot, query):
    expected = get("expected_days").read(snapshot, EVERYTHING, query).first
    rows = cases_behind(snapshot, EVERYTHING, query, Mark(behind.STARTED))
    assert len(rows) == expected["n"]


def test_cases_open_at_a_months_end_by_age(snapshot, query):
    if query.start is None:
        last = snapshot.sql(
            "SELECT max(month) AS m FROM backlog WHERE office = ?", [query.office], ("backlog",)
        )["m"].iloc[0]
        query = query.change(end=f"{last // 100}-{last % 100:02d}")
    month = query.last_month
    cells = counted(
        snapshot, query, "backlog", "month", f"t.month = {month}", ("age_band", "overdue")
    )
    for band, part in cells.groupby("age_band"):
        rows = cases_behind(snapshot, EVERYTHING, query, Mark(behind.OPEN, (band,)))
        assert len(rows) == part["n"].sum(), band
        late = part.loc[part["overdue"] == 1, "n"].sum()
        day = pd.Timestamp(min(last_day(month).isoformat(), _last_day(snapshot, query)))
        assert (pd.to_datetime(rows["due_day"]) < day).sum() == late, band


def _last_day(snapshot, query):
    offices, days = snapshot.last_days("applications")
    return str(dict(zip(offices, days, strict=True))[query.office])


def test_cases_running_by_the_stage_they_reached(snapshot, query):
    rows = get("open_applications").read(snapshot, EVERYTHING, query.change(by=("stage",))).rows
    held(snapshot, query, behind.OPEN_STAGE, rows, lambda c: (c.stage,))


def test_runs_of_stages(snapshot, query):
    cells = counted(snapshot, query, "stage", "month", "t.what = 'run'", ("stage",))
    held(snapshot, query, behind.STAGE, cells, lambda c: (c.stage,))
    days = counted(snapshot, query, "stage", "month", "t.what = 'run'", ("stage", "days"))
    for stage, part in days.groupby("stage"):
        rows = cases_behind(snapshot, EVERYTHING, query, Mark(behind.STAGE, (stage,)))
        assert rows["stage_days"].sum() == (part["days"] * part["n"]).sum()


def test_steps_from_stage_to_stage(snapshot, query):
    cells = counted(snapshot, query, "transition", "month", by=("a", "b"))
    held(snapshot, query, behind.STEP, cells, lambda c: (c.a, c.b))
    into = cells[cells["b"] != "■"].groupby("b", as_index=False)["n"].sum()
    held(snapshot, query, behind.VISIT, into, lambda c: (c.b,))


def test_whole_paths(snapshot, query):
    cells = counted(snapshot, query, "variant", "month", by=("path",))
    held(snapshot, query, behind.PATH, cells[cells["path"] != OTHER], lambda c: (c.path,))


def test_a_mark_narrows_the_period_and_the_permit_type(snapshot, office):
    query = Query(office=office, start="2025", end="2026")
    kind = cases_behind(snapshot, EVERYTHING, query, Mark(behind.DUE))["common_type"].iloc[0]
    mark = Mark(behind.DUE, (), "2026-Q1", kind)
    rate = get("on_time_rate").read(
        snapshot, EVERYTHING, Query(office, permit_type=kind, start="2026-01", end="2026-03")
    )
    assert len(cases_behind(snapshot, EVERYTHING, query, mark)) == rate.first["denominator"] > 0
    assert Mark.from_list(mark.to_list()) == mark


def test_only_for_those_who_may_see_case_rows(snapshot, office):
    query = Query(office=office)
    for scope in (Scope("public", None, case_rows=False), Scope("office", frozenset({"99.99"}))):
        with pytest.raises(Refused):
            cases_behind(snapshot, scope, query, Mark(behind.DUE))
