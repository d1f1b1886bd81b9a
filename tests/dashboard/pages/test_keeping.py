"""Targets, events, follow-ups and publications: written by who may, checked, audited, undone."""

from datetime import date
from pathlib import Path

import pytest

from dashboard.pages.kejadian.page import Told, add, edit
from dashboard.pages.target.keeping import set_year, take_back, typed
from dashboard.pages.tindak_lanjut.keeping import (
    Plan,
    mark_on_charts,
    move,
    plan_action,
    publish,
    reword,
)
from dashboard.parts.writing import LONGEST
from etl.errors import Refused
from etl.store.follow_ups import FollowUps
from etl.store.gate import Gate
from etl.store.operations import Operations
from etl.store.rights import Rights
from metrics.asking.registry import get
from metrics.judging.targets import Target

PLAN = Plan("on_time_rate", "32.14", "tambah loket", "Kabid", date(2026, 1, 5), date(2026, 3, 1))


def pen(store: Path, role: str = "analyst") -> Gate:
    return Gate(store, "a@x.example", Rights(role, frozenset({"32.14"})))


def audited(store: Path, action: str = "settings") -> list[dict]:
    return [e.detail for e in Operations(store).audited(action=action)]


def test_a_place_that_is_another_s_is_refused_and_written_down(tmp_path):
    told = Told("32.04", date(2026, 1, 1), "loket", "", False)
    writes = (
        lambda p: add(p, told),
        lambda p: plan_action(p, Plan("ikm", "32.04", "a", "b", PLAN.starts, PLAN.due)),
        lambda p: set_year(p, "on_time_rate", "32.04", "", 2026, "90"),
        lambda p: publish(p, "32.04", "2025-S1", date(2026, 1, 1), "web", ""),
    )
    for write in writes:
        with pytest.raises(Refused, match="di luar wewenang Anda"):
            write(pen(tmp_path))
    assert [d["place"] for d in audited(tmp_path, "refusal")] == ["32.04"] * len(writes)
    assert audited(tmp_path) == []
    kept = FollowUps(tmp_path)
    assert (kept.actions(), kept.publications(), kept.events(), kept.targets()) == ([], [], [], [])


def test_an_action_is_planned_run_done_with_evidence_reopened_and_called_off(tmp_path):
    mine, kept = pen(tmp_path), FollowUps(tmp_path)
    number = plan_action(mine, PLAN)
    move(mine, kept.action(number), "running")
    with pytest.raises(Refused, match="bukti"):
        move(mine, kept.action(number), "done", " ", date(2026, 2, 1))
    with pytest.raises(Refused, match="sesudah hari ini"):
        move(mine, kept.action(number), "done", "BA 1", date(2099, 2, 1))
    move(mine, kept.action(number), "done", "BA 1", date(2026, 2, 1))
    done = kept.action(number)
    assert (done.state, done.evidence, done.finished) == ("done", "BA 1", date(2026, 2, 1))
    mark_on_charts(mine, done, date(2026, 2, 1))
    [event] = kept.events("32.14")
    assert (event.what, event.indicator, event.restarts) == ("tambah loket", "on_time_rate", True)
    move(mine, done, "running")
    reword(mine, done, Plan("", "", "tambah dua loket", "Kadis", PLAN.starts, date(2026, 9, 9)))
    again = kept.action(number)
    assert (again.what, again.who, again.due) == ("tambah dua loket", "Kadis", date(2026, 9, 9))
    assert again.finished is None
    move(mine, again, "dropped")
    states = [d["state"] for d in audited(tmp_path, "action") if "state" in d]
    assert states == ["dropped", "running", "done", "running"]
    words = " ".join(str(e.detail) for e in Operations(tmp_path).audited())
    assert "loket" not in words
    assert "Kadis" not in words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": "  "}, "apa yang dilakukan"),
        ({"who": ""}, "siapa"),
        ({"what": "x" * (LONGEST + 1)}, "paling panjang"),
        ({"due": None}, "tenggat"),
        ({"due": date(2025, 1, 1)}, "sebelum tanggal mulai"),
        ({"indicator": "tidak_ada"}, "indikator"),
    ],
)
def test_a_plan_that_wants_something_is_refused_in_words(tmp_path, change, said):
    with pytest.raises(Refused, match=said):
        plan_action(pen(tmp_path), Plan(**(vars(PLAN) | change)))
    assert FollowUps(tmp_path).actions() == []


def test_control_characters_are_taken_out_of_what_people_type(tmp_path):
    number = plan_action(pen(tmp_path), Plan(**(vars(PLAN) | {"what": "a\x00b\u202e c\n d"})))
    assert FollowUps(tmp_path).action(number).what == "a b c d"


def test_an_event_is_added_edited_and_taken_away(tmp_path):
    mine, kept = pen(tmp_path), Operations(tmp_path)
    add(mine, Told("32.14", date(2026, 1, 5), "loket dibuka", "", True))
    [event] = kept.events("32.14")
    edit(mine, event, Told("32.04", date(2026, 1, 6), "loket terpadu", "ikm", False))
    [event] = kept.events("32.14")  # its place stays
    assert (event.day, event.what, event.indicator, event.restarts) == (
        date(2026, 1, 6), "loket terpadu", "ikm", False,
    )  # fmt: skip
    mine.drop_event(event.id)
    assert kept.events() == []
    assert [d["what"] for d in audited(tmp_path)] == ["event dropped", "event edited", "event"]
    for day in (None, date(2099, 1, 1)):
        with pytest.raises(Refused):
            add(mine, Told("32.14", day, "x", "", False))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("on_time_rate", "90", 0.9),
        ("on_time_rate", "87,5 %", 0.875),
        ("on_time_rate", "87.5", 0.875),
        ("ikm", "88,31", 88.31),
        ("processing_time", "5", 5.0),
        ("open_applications", "1.500", 1500.0),
        ("overdue_applications", "0", 0.0),
    ],
)
def test_a_target_is_read_as_people_type_it(name, text, value):
    assert typed(get(name), text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("on_time_rate", "101"),
        ("on_time_rate", "-1"),
        ("collection_rate", "500"),
        ("ikm", "9"),
        ("ikm", "x"),
    ],
)
def test_a_target_that_cannot_be_is_refused(name, text):
    with pytest.raises(Refused):
        typed(get(name), text)


def test_a_target_of_a_year_is_kept_and_taken_back(tmp_path):
    mine = pen(tmp_path, "province")
    assert set_year(mine, "on_time_rate", "32", "", 2026, "92") == 0.92
    [kept] = Operations(tmp_path).targets()
    assert (kept.valid_from, kept.value, kept.by) == (date(2026, 1, 1), "0.92", "a@x.example")
    take_back(mine, Target("on_time_rate", "32", "", date(2026, 1, 1), 0.92))
    [kept] = Operations(tmp_path).targets()
    assert kept.value is None
    assert [d["value"] for d in audited(tmp_path)] == [None, "0.92"]
    with pytest.raises(Refused, match="jenis izin"):
        set_year(mine, "ikm", "32", "PBG", 2026, "88")


def test_a_publication_is_noted_and_taken_back(tmp_path):
    mine, kept = pen(tmp_path), FollowUps(tmp_path)
    number = publish(mine, "32.14", "2025-S2", date(2026, 1, 20), "situs web", "")
    assert [p.medium for p in kept.publications("32.14")] == ["situs web"]
    mine.drop_publication(number)
    assert kept.publications() == []
    with pytest.raises(Refused, match="media"):
        publish(mine, "32.14", "2025-S2", date(2026, 1, 20), " ", "")
