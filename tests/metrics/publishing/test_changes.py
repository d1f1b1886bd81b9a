"""A past month's figure that moves is kept, with the load that moved it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from metrics.publishing.changes import note_changes
from metrics.publishing.publish import publish
from tests.conftest import monev_json
from tests.etl.store_files import write
from tests.metrics import small_province as province

HEAD = "office_code,application_no,permit_type,submitted_at,decision,issued_at"
OFFICES = "office_code,name,region_kind,province_code\n36,Banten,provinsi,\n36.01,Serang,kota,36\n"
EARLY = [f"36.01,L{n},IMB,2024-01-0{n},issued,2024-01-1{n}" for n in range(1, 6)]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    store = tmp_path / "store"
    monev_json("load", write(tmp_path / "kantor.csv", OFFICES), "--store", store)
    return store


def load(store: Path, name: str, rows: list[str]) -> dict[str, Any]:
    path = write(store.parent / name, "\n".join([HEAD, *rows]) + "\n")
    return monev_json("load", path, "--store", store)


def changes(store: Path, *more: object) -> list[dict[str, Any]]:
    return monev_json("changes", *more, "--store", store)["rows"]


def test_records_that_came_late_are_kept(house: Path) -> None:
    load(house, "awal.csv", EARLY)
    assert changes(house) == []
    late = load(
        house,
        "susulan.csv",
        [f"36.01,M{n},IMB,2024-01-0{n},issued,2024-01-1{n}" for n in (3, 4, 5)],
    )
    (moved,) = [c for c in changes(house) if c["indicator"] == "permits_issued"]
    assert moved == {
        "office": "36.01",
        "indicator": "permits_issued",
        "month": "2024-01",
        "old": 5,
        "new": 8,
        "cause": "data",
        "batch": late["batch"],
        "day": date.today().isoformat(),
    }
    assert changes(house, "--office", "36.02") == []
    assert changes(house, "--since", "2099-01-01") == []


def test_a_renewal_under_one_number_says_which_year_lost_its_permit(house: Path) -> None:
    load(house, "lama.csv", ["36.01,503/1,SIUP,2022-03-01,issued,2022-03-07"])
    load(house, "baru.csv", ["36.01,503/1,SIUP,2023-03-01,issued,2023-03-07"])
    (moved,) = [
        c for c in changes(house) if (c["indicator"], c["month"]) == ("permits_issued", "2022-03")
    ]
    assert (moved["old"], moved["new"] or 0) == (1, 0)


def test_new_months_move_nothing(house: Path) -> None:
    load(house, "awal.csv", EARLY)
    load(house, "berikut.csv", ["36.01,N1,IMB,2024-02-01,issued,2024-02-05"])
    assert [c for c in changes(house) if c["indicator"] == "permits_issued"] == []


def test_an_undo_moves_figures_back_and_is_kept(house: Path) -> None:
    load(house, "awal.csv", EARLY)
    late = load(house, "susulan.csv", ["36.01,M3,IMB,2024-01-03,issued,2024-01-13"])
    monev_json("undo", late["batch"], "--store", house)
    moved = [c for c in changes(house) if c["indicator"] == "permits_issued"]
    assert [(c["old"], c["new"], c["batch"]) for c in moved] == [(6, 5, 3), (5, 6, 3)]


def test_a_calendar_that_changed_is_the_cause(tmp_path: Path) -> None:
    store = province.filled(tmp_path / "store", ["32.14"])
    assert note_changes(store.folder) == []
    closed = [{"office_code": "32.14", "date": "2025-05-05", "reason": "cuti daerah"}]
    province.load(store, "closures", closed, "tutup")
    publish(store)
    found = note_changes(store.folder)
    assert {c.cause for c in found} == {"calendar"}
    assert note_changes(store.folder) == [], "once"
