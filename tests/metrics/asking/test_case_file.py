"""A case day by day: its parts add up to the published days, and the hand-made case is as drawn."""

from types import SimpleNamespace

import pandas as pd
import pytest

from etl.reference import stage_action, stage_actions
from metrics.asking.case_file import PAUSED, WAITED, WORKED, _parts, case_file, positions
from metrics.asking.query import Scope
from metrics.asking.snapshot import open_snapshot

ALL = Scope("admin", None, case_rows=True)
DAY = pd.Timestamp("2026-11-02")


@pytest.fixture(scope="module")
def snapshot(sample_store):
    opened = open_snapshot(sample_store)
    yield opened
    opened.close()


def listed(snapshot, office, where):
    return snapshot.cases(ALL, "applications", [office], where, [], "application_no", 60)


def run(number, stage, desk, first, last, clock="office"):
    return SimpleNamespace(
        run=number, stage=stage, desk=desk, clock=clock, first_idx=first, last_idx=last,
        begun_day=DAY, finished_day=DAY,
    )  # fmt: skip


def test_the_days_of_a_hand_made_case_add_up_as_in_the_sketch():
    """Four days waiting, three at work, four paused, seventeen waiting again: 24 count."""
    row = {"start_idx": 100, "gross_days": 28, "start_day": DAY, "end_day": pd.NaT, "as_of": DAY}
    runs = [
        run(1, "Cek berkas", "front_office", 100, 100),
        run(2, "Tim teknis", "technical_team", 104, 107),
        run(3, "Perbaikan berkas", "applicant", 107, 111, "applicant"),
    ]
    parts = _parts(row, runs, [SimpleNamespace(first_idx=107, last_idx=111)])
    assert [(p.what, p.desk, p.days) for p in parts] == [
        (WAITED, "technical_team", 4),
        (WORKED, "technical_team", 3),
        (PAUSED, "applicant", 4),
        (WAITED, "", 17),
    ]
    assert sum(p.days for p in parts if p.what != PAUSED) == 24


def test_the_parts_of_every_case_add_up_to_the_published_days(snapshot):
    office = snapshot.offices()["office"].iloc[4]
    found = listed(snapshot, office, "is_open")
    found = pd.concat([found, listed(snapshot, office, "paused_days > 0 AND NOT undated")])
    assert len(found) > 20
    for row in found.itertuples():
        case = case_file(snapshot, ALL, office, row.application_no)
        assert case.net_days == row.net_days
        assert case.paused_days == row.paused_days
        days = [d for p in case.parts for d in range(p.first, p.last + 1)]
        assert days == list(range(1, row.gross_days + 1))


def test_every_open_case_lies_at_one_stage(snapshot):
    office = snapshot.offices()["office"].iloc[4]
    numbers = list(listed(snapshot, office, "is_open")["application_no"])
    found = positions(snapshot, ALL, office, numbers)
    assert sorted(found["application_no"]) == sorted(numbers)
    assert found["stage"].notna().all()
    assert set(found["desk"]) <= {"front_office", "back_office", "technical_team", "applicant"}


def test_a_number_that_is_not_there_is_none(snapshot):
    office = snapshot.offices()["office"].iloc[0]
    assert case_file(snapshot, ALL, office, "nomor-tidak-ada") is None


def test_an_office_own_action_comes_before_the_general_one(monkeypatch):
    own = {("32.14", "tanda tangan", ""): "Kirim ke aplikasi tanda tangan"}
    monkeypatch.setattr("etl.reference.stage_actions", lambda: stage_actions() | own)
    assert stage_action("32.14", "Tanda tangan", "back_office").startswith("Kirim")
    assert stage_action("32.01", "Tanda tangan", "back_office").startswith("Naikkan")
    assert stage_action("32.01", "Tahap sendiri", "technical_team") == "Tagih ke tim teknis"
    assert stage_action("32.01", "", "")
