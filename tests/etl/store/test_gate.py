"""What people write beside the facts goes through one gate: place, right, and a line of audit."""

from datetime import date
from pathlib import Path

import pytest

from etl.errors import Refused
from etl.store.follow_ups import FollowUps
from etl.store.gate import Gate
from etl.store.operations import Operations
from etl.store.rights import WRITES, Rights

DAY = date(2026, 3, 2)
HERE, THERE, PROVINCE = "32.14", "32.05", "32"


def gate(store: Path, role: str, *offices: str) -> Gate:
    return Gate(store, f"{role}@b.example", Rights(role, frozenset(offices) or None))


def deeds(to: Gate, place: str, number: int) -> dict[str, object]:
    """Every write of the gate, for one place."""
    return {
        "target": lambda: to.set_target("on_time_rate", place, DAY, "0.9"),
        "event": lambda: to.add_event(place, DAY, "pindah gedung"),
        "event edited": lambda: to.edit_event(number, DAY, "pindah"),
        "event dropped": lambda: to.drop_event(number),
        "action": lambda: to.add_action("on_time_rate", place, "loket kedua", "Kabid", DAY, DAY),
        "action edited": lambda: to.edit_action(number, "loket", "Kadis", DAY, DAY),
        "action moved": lambda: to.move_action(number, "done"),
        "publication": lambda: to.add_publication(place, "2024-S1", DAY, "laman", ""),
        "scenario": lambda: to.save_scenario(place, "uji", {"kind": "remove"}),
        "scenario dropped": lambda: to.drop_scenario(place, "uji"),
        "mapping": lambda: to.remember_mapping(f"{place}:abc", "bills", "kind = 'bills'"),
        "mapping dropped": lambda: to.forget_mapping(f"{place}:abc"),
        "answer_words": lambda: to.add_answer_words(place, {"mantap": 4}),
        "public_door": lambda: to.set_public_door(place, True),
    }


def seeded(store: Path, place: str) -> int:
    """An event and an action of a place, both of one number."""
    admin = gate(store, "admin")
    number = admin.add_event(place, DAY, "pindah gedung")
    assert admin.add_action("ikm", place, "pelatihan", "Kabid", DAY, DAY) == number
    return number


@pytest.mark.parametrize("role", ["office", "analyst", "province", "public"])
@pytest.mark.parametrize("deed", list(deeds(gate(Path("x"), "admin"), "", 1)))
def test_nobody_writes_for_another_place_or_for_all(tmp_path, role, deed):
    for place in (THERE, "99", ""):
        store = tmp_path / (place or "semua")
        number = seeded(store, place)
        writer = gate(store, role, HERE) if role != "public" else gate(store, role)
        with pytest.raises(Refused):
            deeds(writer, place, number)[deed]()
        assert Operations(store).audited(1)[0].action == "refusal"
        assert Operations(store).targets() == []
        assert [e.id for e in Operations(store).events()] == [number]
        assert [a.state for a in FollowUps(store).actions()] == ["planned"]
        assert Operations(store).answer_words(place) == {}


@pytest.mark.parametrize("role", ["office", "analyst", "province"])
@pytest.mark.parametrize("deed", list(deeds(gate(Path("x"), "admin"), "", 1)))
def test_each_role_writes_its_own_and_leaves_a_line(tmp_path, role, deed):
    place = PROVINCE if role == "province" else HERE
    number = seeded(tmp_path, place)
    writer = gate(tmp_path, role, HERE)
    what = deed.split()[0]
    allowed = role in WRITES[what]
    assert writer.may(what, place) is allowed
    if not allowed:
        with pytest.raises(Refused):
            deeds(writer, place, number)[deed]()
        return
    deeds(writer, place, number)[deed]()
    line = Operations(tmp_path).audited(1)[0]
    assert (line.who, line.role) == (f"{role}@b.example", role)
    assert place in (line.detail.get("place"), line.detail.get("office"))


def test_a_number_that_is_none_is_refused_in_words(tmp_path):
    with pytest.raises(Refused, match="tidak ada lagi"):
        gate(tmp_path, "admin").drop_event(7)
    with pytest.raises(Refused, match="tidak ada lagi"):
        gate(tmp_path, "admin").move_action(7, "done")


def test_words_of_one_office_are_not_anothers(tmp_path):
    gate(tmp_path, "analyst", HERE).add_answer_words(HERE, {"mantap": 4})
    gate(tmp_path, "admin").add_answer_words("", {"lumayan": 3})
    assert Operations(tmp_path).answer_words(HERE) == {"mantap": 4, "lumayan": 3}
    assert Operations(tmp_path).answer_words(THERE) == {"lumayan": 3}


def test_a_province_asks_a_regency_for_an_action_and_changes_nothing_else_there(tmp_path):
    province, office = gate(tmp_path, "province", HERE), gate(tmp_path, "office", HERE)
    number = province.add_action("on_time_rate", HERE, "loket kedua", "Kadis", DAY, DAY)
    province.edit_action(number, "loket ketiga", "Kadis", DAY, DAY)
    assert [a.what for a in FollowUps(tmp_path).actions(HERE)] == ["loket ketiga"]
    with pytest.raises(Refused, match="diminta provinsi"):
        office.edit_action(number, "tidak usah", "Kadis", DAY, DAY)
    office.move_action(number, "done", "SK 3/2026", DAY)
    assert FollowUps(tmp_path).action(number).state == "done"
    assert {what for what in WRITES if province.may(what, HERE)} == {"action"}
    assert not province.may("action", THERE)


@pytest.mark.parametrize("writer", ["office", "analyst", "admin"])
def test_what_a_regency_planned_is_not_its_provinces_to_change(tmp_path, writer):
    own = gate(tmp_path, writer, *([HERE] if writer != "admin" else []))
    number = own.add_action("on_time_rate", HERE, "loket kedua", "Kabid", DAY, DAY)
    province = gate(tmp_path, "province", HERE)
    deeds_ = [
        lambda: province.move_action(number, "dropped"),
        lambda: province.edit_action(number, "lain", "Kabid", DAY, DAY),
    ]
    for deed in deeds_:
        with pytest.raises(Refused, match="dicatat oleh daerahnya"):
            deed()
        assert Operations(tmp_path).audited(1)[0].action == "refusal"
    kept = FollowUps(tmp_path).action(number)
    assert (kept.what, kept.state) == ("loket kedua", "planned")
    own.move_action(number, "running")


def test_a_store_written_before_takes_its_actions_for_the_offices_own(tmp_path):
    number = seeded(tmp_path, HERE)
    with FollowUps(tmp_path)._open() as con:
        con.execute("ALTER TABLE actions DROP COLUMN side")
    assert FollowUps(tmp_path).action(number).side == ""
    with pytest.raises(Refused):
        gate(tmp_path, "province", HERE).move_action(number, "done")
