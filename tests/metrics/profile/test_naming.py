import pytest

from etl.loads import LoadOptions
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.profile.naming import common_types, mapped, unmapped
from metrics.publishing.publish import publish
from tests.metrics import small_province as province


@pytest.fixture
def store(tmp_path):
    store = province.new_store(tmp_path / "toko")
    tally = [
        {"office_code": o, "permit_type": name, "month": "2025-05", "measure": "issued"}
        | {"count": n}
        for o, name, n in (
            ("32.14", "IZIN REKLAME TETAP", 7),
            ("32.14", "AKUPUNKTUR", 0),
            ("32.14", "SIUP", 3),
            ("32.01", "Ijin Mendirikan", 4),
        )
    ]
    province.load(store, "monthly_counts", tally, "tabel")
    publish(store)
    return store


def test_own_names_wait_with_their_counts_and_proposals(store):
    found = unmapped(province.snapshot(store), EVERYTHING, Query(province="32"))
    assert [(w.office, w.own_name, w.n) for w in found] == [
        ("32.14", "IZIN REKLAME TETAP", 7),
        ("32.01", "Ijin Mendirikan", 4),
        ("32.14", "AKUPUNKTUR", 0),
    ]
    assert found[0].proposals[0].permit_type == "REKLAME"
    assert found[2].proposals == ()
    assert all(w.here for w in found)


def test_a_reader_sees_the_names_of_its_own_office(store):
    own = Scope("analyst", frozenset({"32.01"}))
    found = unmapped(province.snapshot(store), own, Query())
    assert {w.office for w in found} == {"32.01"}


def test_the_stores_list_goes_before_the_shipped_one(store):
    assert set(common_types(province.snapshot(store))) == set(province.TYPES)


def test_a_decision_is_remembered_counts_and_a_later_one_takes_its_place(store, tmp_path):
    path = tmp_path / "nama.csv"
    path.write_text("office_code,own_name,permit_type\n32.14,IZIN REKLAME TETAP,REKLAME\n")
    store.load(path, LoadOptions(kind="permit_names"))
    publish(store)
    snap = province.snapshot(store)
    assert mapped(snap, EVERYTHING, Query()).to_dict("records") == [
        {"office_code": "32.14", "own_name": "IZIN REKLAME TETAP", "permit_type": "REKLAME"}
    ]
    assert "IZIN REKLAME TETAP" not in {w.own_name for w in unmapped(snap, EVERYTHING, Query())}
    flow = snap.table("flow")
    assert int(flow.loc[flow["permit_type"] == "REKLAME", "n"].sum()) == 7
    path.write_text("office_code,own_name,permit_type\n32.14,IZIN REKLAME TETAP,IMB\n")
    store.load(path, LoadOptions(kind="permit_names"))
    publish(store)
    flow = province.snapshot(store).table("flow")
    assert int(flow.loc[flow["permit_type"] == "IMB", "n"].sum()) == 7
    assert not (flow["permit_type"] == "REKLAME").any()
