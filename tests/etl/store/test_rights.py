"""Nobody writes or takes back beyond role and office, whatever door the wish came through."""

import pytest

from etl.errors import Refused
from etl.loads import LoadOptions
from etl.store.operations import Operations
from etl.store.store import Store

OFFICES = "office_code,name,region_kind,province_code\n32.14,A,kabupaten,32\n32.15,B,kabupaten,32\n"
HEAD = "office_code,application_no,permit_type,submitted_at\n"
OWN = HEAD + "32.14,A-1,PBG,2025-10-06\n"
OTHER = HEAD + "32.15,B-1,PBG,2025-10-06\n"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("hak") / "store")
    put(store, "kantor.csv", OFFICES)
    return store


def put(store, name, text, **options):
    path = store.folder.parent / name
    path.write_text(text, encoding="utf-8")
    (result,) = store.load(path, LoadOptions(**options))
    return result


def analyst(house, role="analyst", offices=("32.14",)):
    return Store(house.folder, "a@b.example", role, offices=frozenset(offices))


def test_an_analyst_loads_and_takes_back_the_own_office(house):
    mine = analyst(house)
    batch = put(mine, "own.csv", OWN).batch
    assert mine.undo(batch).batch == batch


def test_another_office_s_rows_are_not_loaded_though_the_request_asks_for_all(house):
    with pytest.raises(Refused):
        put(analyst(house), "other.csv", OTHER, scope_offices=None)
    with pytest.raises(Refused):
        put(analyst(house), "wider.csv", OTHER, scope_offices=frozenset({"32.14", "32.15"}))
    result = put(analyst(house), "both.csv", OWN.replace("A-1", "A-9") + OTHER.split("\n")[1])
    assert (result.total.accepted, result.total.rejected) == (1, 1)


def test_another_office_s_batch_is_not_taken_back_and_that_is_written_down(house):
    batch = put(house, "b2.csv", OTHER.replace("B-1", "B-2")).batch
    with pytest.raises(Refused, match=r"32\.15"):
        analyst(house).undo(batch)
    line = Operations(house.folder).audited(1)[0]
    assert (line.who, line.action) == ("a@b.example", "refusal")
    assert house.undo(batch).batch == batch


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("types.csv", "permit_type,name\nSIUP,Bukan SIUP\n"),
        ("names.csv", "own_name,permit_type\nSIUP,PBG\n"),
        ("names2.csv", "office_code,own_name,permit_type\n,SIUP,PBG\n"),
        ("map.csv", "activity,stage\nDaftar,Penelitian\n"),
        ("seat.csv", "office_code,name,region_kind,province_code\n32.14,A,kabupaten,33\n"),
    ],
)
def test_what_speaks_for_all_offices_is_the_admin_s(house, name, text):
    kinds = {"types": "permit_types", "map": "stage_map", "seat": "offices"}
    kind = kinds.get(name.removesuffix(".csv"), "permit_names")
    with pytest.raises(Refused):
        put(analyst(house), name, text, kind=kind)
    done = put(house, name, text, kind=kind)
    with pytest.raises(Refused):
        analyst(house).undo(done.batch)
    house.undo(done.batch)


@pytest.mark.parametrize("role", ["office", "province", "public", "", "raja"])
def test_other_roles_load_and_take_back_no_records(house, role):
    with pytest.raises(Refused):
        put(analyst(house, role), "own.csv", OWN)
    batch = put(house, "own3.csv", OWN.replace("A-1", f"A-{role}")).batch
    with pytest.raises(Refused):
        analyst(house, role).undo(batch)
    with pytest.raises(Refused):
        analyst(house, role).nil("complaints", "32.14", "2025-09")


def test_a_nil_report_is_for_the_own_office(house):
    with pytest.raises(Refused):
        analyst(house).nil("complaints", "32.15", "2025-09")
    batch = analyst(house).nil("complaints", "32.14", "2025-09").batch
    assert analyst(house).undo(batch).batch == batch


def test_a_head_declares_the_own_profile_alone(house):
    head = "office_code,year,legal_basis\n"
    mine = analyst(house, "office")
    batch = put(mine, "profil.csv", head + "32.14,2025,Perda 1\n", kind="institution").batch
    assert mine.undo(batch).batch == batch
    with pytest.raises(Refused):
        put(mine, "profil2.csv", head + "32.15,2025,Perda 1\n", kind="institution")
