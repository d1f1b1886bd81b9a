from datetime import date

import numpy as np
import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.snapshot import Snapshot
from metrics.counting.shape import from_frame
from metrics.judging.reporting import matrix, reference_day, rules, standing

OFFICES = pd.DataFrame(
    {
        "office": ["32", "32.01", "32.02", "32.03", "32.04"],
        "name": ["Provinsi", "A", "B", "C", "D"],
        "short": ["Provinsi", "A", "B", "C", "D"],
        "region_kind": ["provinsi", *["kabupaten"] * 4],
        "province": ["32"] * 5,
        "working_week": [5] * 5,
        "successor": [None] * 5,
        "valid_to": [None] * 5,
    }
)


@pytest.fixture
def snapshot(tmp_path):
    told = [
        ("32.01", "applications", 202605, "records", 40),
        ("32.01", "applications", 202606, "records", 30),
        ("32.01", "complaints", 202606, "nil", 0),
        ("32.02", "applications", 202603, "tally", 9),
        ("32.02", "applications", 202604, "tally", 8),
        ("32.03", "applications", 202606, "records", 5),
        ("32.03", "applications", 202606, "tally", 7),
        ("32.03", "survey", 202412, "records", 30),
        ("32.03", "complaints", 202605, "records", 2),
        ("32.03", "complaints", 202606, "nil", 0),
        ("32.04", "payments", 202605, "tally", 4),
        ("32.04", "payments", 202606, "nil", 0),
        ("32.04", "profile", 202606, "records", 1),
        ("32", "applications", 202606, "records", 8),
        ("99.01", "applications", 202606, "records", 8),
    ]
    meta = [
        ("32.01", "applications", date(2026, 6, 30), date(2026, 6, 30), 200, 10, 0),
        ("32.02", "applications", date(2026, 4, 30), date(2026, 4, 30), None, None, 0),
        ("32.03", "applications", date(2026, 7, 15), date(2026, 7, 15), 0, 0, 0),
        ("32.03", "survey", date(2026, 12, 31), date(2026, 12, 31), 30, 0, 0),
    ]
    columns = ["office", "kind", "last_day", "as_of", "read", "rejected", "unmapped"]
    tables = {
        "ref_office": from_frame(OFFICES, "ref_office"),
        "reporting": from_frame(
            pd.DataFrame(told, columns=["office", "kind", "month", "source", "n"]), "reporting"
        ),
        "meta": from_frame(
            pd.DataFrame(meta, columns=columns).astype({"read": "Int64", "rejected": "Int64"}),
            "meta",
        ),
    }
    entries = {o: {"path": o, "source": "records"} for o in OFFICES["office"]}
    return Snapshot(tmp_path, {"version": 1, "offices": entries}, tables)


ASKED = Query(province="32")


def cell(frame, office, kind, month=None):
    rows = frame[(frame["office"] == office) & (frame["kind"] == kind)]
    return (rows if month is None else rows[rows["month"] == month]).iloc[0]


def test_nil_and_silence_are_different(snapshot):
    frame = matrix(snapshot, EVERYTHING, ASKED, 202603, 202606)
    nil = cell(frame, "32.01", "complaints", 202606)
    assert (nil["source"], nil["n"]) == ("nil", 0)
    silent = cell(frame, "32.04", "complaints", 202606)
    assert silent["source"] == ""
    assert np.isnan(silent["n"])


def test_every_regency_kind_and_month_has_a_cell(snapshot):
    frame = matrix(snapshot, EVERYTHING, ASKED, 202603, 202606)
    assert len(frame) == 4 * len(rules()) * 4
    assert "32" not in set(frame["office"])


def test_records_go_before_a_tally_of_the_same_month(snapshot):
    frame = matrix(snapshot, EVERYTHING, ASKED, 202606, 202606)
    assert cell(frame, "32.03", "applications")[["source", "n"]].tolist() == ["records", 5]


def test_lateness_runs_from_the_day_the_first_missing_report_was_due(snapshot):
    # reference day 15 July; May's report of the office silent since April was due on 10 June
    assert reference_day(snapshot, ["32.01", "32.02", "32.03"]) == date(2026, 7, 15)
    frame = standing(snapshot, EVERYTHING, ASKED)
    assert (
        cell(frame, "32.02", "applications")["days_late"]
        == (date(2026, 7, 15) - date(2026, 6, 10)).days
    )
    assert cell(frame, "32.01", "applications")["days_late"] == 0
    assert np.isnan(cell(frame, "32.04", "applications")["days_late"])


def test_a_survey_is_due_once_a_year(snapshot):
    # last survey December 2024; the next was due December 2025 and 31 days: 31 January 2026
    late = cell(standing(snapshot, EVERYTHING, ASKED), "32.03", "survey")["days_late"]
    assert late == (date(2026, 7, 15) - date(2026, 1, 31)).days


def test_tally_only_nil_only_and_rejected_share(snapshot):
    frame = standing(snapshot, EVERYTHING, ASKED)
    assert cell(frame, "32.02", "applications")["tally_only"]
    assert not cell(frame, "32.03", "applications")["tally_only"]
    assert cell(frame, "32.01", "complaints")["nil_only"]
    assert cell(frame, "32.01", "applications")["rejected"] == pytest.approx(0.05)
    assert np.isnan(cell(frame, "32.02", "applications")["rejected"])
    assert np.isnan(cell(frame, "32.03", "applications")["rejected"])


def test_nil_beside_records_or_tallies_is_neither_alone(snapshot):
    frame = standing(snapshot, EVERYTHING, ASKED)
    assert not cell(frame, "32.03", "complaints")["nil_only"]
    assert not cell(frame, "32.03", "complaints")["tally_only"]
    assert cell(frame, "32.04", "payments")["tally_only"]
    assert not cell(frame, "32.04", "payments")["nil_only"]
    assert not cell(frame, "32.01", "complaints")["tally_only"]
    assert not cell(frame, "32.04", "complaints")["nil_only"]  # never spoke
    assert frame[["tally_only", "nil_only"]].dtypes.eq(bool).all()


def test_every_kind_that_is_to_be_reported_and_no_other(snapshot):
    frame = standing(snapshot, EVERYTHING, ASKED)
    assert len(frame) == 4 * len(rules())
    assert set(frame["office"]) == {"32.01", "32.02", "32.03", "32.04"}
    assert set(frame["kind"]) == set(rules())


def test_lateness_is_counted_to_a_monthly_kinds_day(snapshot):
    assert reference_day(snapshot, ["32.03"]) == date(2026, 7, 15)  # not the survey's December
    assert reference_day(snapshot, ["32.04"]) is None


def test_only_offices_that_the_reader_may_see(snapshot):
    own = Scope("office", frozenset({"32.02"}))
    assert set(standing(snapshot, own, ASKED)["office"]) == {"32.02"}
