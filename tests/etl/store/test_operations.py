"""The small records of several processes: kept, ordered, and the audit never rewritten."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from etl.store.operations import Operations


@pytest.fixture
def records(tmp_path: Path) -> Operations:
    return Operations(tmp_path)


@pytest.mark.parametrize("change", ["DELETE FROM audit", "UPDATE audit SET who = 'lain'"])
def test_audit_lines_cannot_be_changed(records: Operations, change: str) -> None:
    records.audit("a@contoh.id", "admin", "load", batch=1)
    con = sqlite3.connect(records.path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        con.execute(change)
    con.close()
    assert records.audited()[0].who == "a@contoh.id"


def test_audit_tells_the_newest_first(records: Operations) -> None:
    for number in range(3):
        records.audit("a", "admin", "load", batch=number)
    records.audit("a", "admin", "export", what="recap")
    assert [e.detail["batch"] for e in records.audited(action="load")] == [2, 1, 0]
    assert records.audited(limit=1)[0].action == "export"


def test_many_writers_lose_no_line(records: Operations) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: records.audit("a", "admin", "load", batch=n), range(40)))
    assert {e.detail["batch"] for e in records.audited(limit=100)} == set(range(40))


def test_a_mapping_is_remembered_by_headings(records: Operations) -> None:
    assert records.mapping_for("x|y") is None
    records.remember_mapping("x|y", "payments", "kind = 'payments'", "a")
    records.remember_mapping("x|y", "complaints", "kind = 'complaints'", "a")
    assert records.mapping_for("x|y") == ("complaints", "kind = 'complaints'")


def test_a_target_of_the_same_day_takes_the_place(records: Operations) -> None:
    for value in ("0.8", "0.9"):
        records.set_target("on_time_rate", "32.14", date(2024, 1, 1), value, "a")
    records.set_target("on_time_rate", "32.14", date(2025, 1, 1), "0.95", "a", "SIUP")
    kept = [(t.permit_type, t.valid_from.year, t.value) for t in records.targets()]
    assert kept == [("", 2024, "0.9"), ("SIUP", 2025, "0.95")]


def test_events_come_by_day(records: Operations) -> None:
    records.add_event("32.14", date(2024, 5, 1), "pindah gedung", "a", "ikm", restarts=True)
    records.add_event("32.14", date(2024, 2, 1), "banjir", "a")
    found = records.events("32.14")
    assert [(e.what, e.restarts) for e in found] == [("banjir", False), ("pindah gedung", True)]
    assert records.events("32.04") == []
    records.drop_event(found[0].id)
    assert [e.what for e in records.events("32.14")] == ["pindah gedung"]


def test_sign_ins_are_audited_and_the_last_is_known(records: Operations) -> None:
    records.signed_in("a@contoh.id", "admin", allowed=True)
    records.signed_in("b@contoh.id", "public", allowed=False)
    assert records.last_sign_in("a@contoh.id") is not None
    assert records.last_sign_in("b@contoh.id") is None
    assert [e.detail for e in records.audited(action="sign_in")] == [
        {"allowed": False},
        {"allowed": True},
    ]


def test_damage_is_told(records: Operations) -> None:
    assert records.integrity() == ""
    records.audit("a", "admin", "load")
    assert records.integrity() == ""
    for beside in records.path.parent.glob("operations.sqlite-*"):
        beside.unlink()
    records.path.write_bytes(b"x" * 4096)
    assert records.integrity()


def test_a_scenario_is_kept_by_office_and_name_and_its_newest_wins(records: Operations) -> None:
    records.save_scenario("32.14", "Tanpa survei", {"kind": "remove", "stage": "Survei"}, "a")
    records.save_scenario("32.14", "Paralel", {"kind": "parallel"}, "a")
    records.save_scenario("32.14", "Tanpa survei", {"kind": "remove", "stage": "Cek"}, "b")
    records.save_scenario("32.05", "Tanpa survei", {"kind": "remove"}, "c")
    found = records.scenarios("32.14")
    assert [(s.name, s.by) for s in found] == [("Tanpa survei", "b"), ("Paralel", "a")]
    assert found[0].definition == {"kind": "remove", "stage": "Cek"}
    records.drop_scenario("32.14", "Tanpa survei")
    assert [s.name for s in records.scenarios("32.14")] == ["Paralel"]
    assert [s.by for s in records.scenarios("32.05")] == ["c"]
