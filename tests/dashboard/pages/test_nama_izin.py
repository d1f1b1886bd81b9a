"""The page Nama izin: nothing is preset, a choice is a load, figures by type follow it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.publish import publish
from tests.dashboard.pages.test_pages import draw, words_of
from tests.dashboard.pages.test_stage_mapping import at_once
from tests.etl.intake import csv_file

OFFICE = "32.14"
OWN, STRANGE = "Surat Ijin Usaha Perdagangan (kecil)", "Izin Petak Pasar"
OFFICES = "office_code,name,region_kind\n32.14,Purwakarta,kabupaten\n"
ROWS = (
    "No. permohonan,Jenis izin,Tanggal masuk,Tanggal terbit\n"
    f"A1,{OWN},2024-01-05,2024-01-12\nA2,{OWN},2024-01-05,2024-01-12\n"
    f"A3,{STRANGE},2024-01-05,2024-01-12\n"
)


@pytest.fixture
def store(tmp_path, monkeypatch) -> Path:
    made = Store(tmp_path / "store")
    made.load(csv_file(tmp_path, OFFICES, "kantor.csv"), LoadOptions(kind="offices"))
    made.load(csv_file(tmp_path, ROWS), LoadOptions(office=OFFICE))
    publish(made)
    monkeypatch.setenv("MONEV_STORE", str(made.folder))
    monkeypatch.setattr("dashboard.loading.uploading.ask", at_once)
    return made.folder


def page():
    app = AppTest.from_function(draw, args=("nama_izin",), default_timeout=60)
    app.query_params["office"] = OFFICE
    app.run()
    assert not app.exception, app.exception[0].value
    return app


def issued(store) -> dict[str, int]:
    query = Query(office=OFFICE, by=("permit_type",))
    rows = get("permits_issued").read(open_snapshot(store), EVERYTHING, query).rows
    return {t: int(n) for t, n in zip(rows["permit_type"], rows["value"], strict=True) if n}


def choice(app, name):
    return next(s for s in app.selectbox if s.label.startswith(name.split(" (")[0]))


def press(app, label):
    next(b for b in app.button if b.label == label).click().run()
    assert not app.exception, app.exception[0].value


def test_nothing_is_preset_and_a_choice_is_a_load_that_figures_follow(store):
    app = page()
    assert "2 nama izin setempat" in words_of(app)
    assert [choice(app, n).value for n in (OWN, STRANGE)] == [None, None]
    likely = choice(app, OWN).options[0]
    assert likely.startswith("Surat Izin Usaha Perdagangan")
    assert "mirip" in likely
    press(app, "Simpan pilihan")
    assert app.warning[0].value == "Belum ada yang dipilih."
    assert set(issued(store)) == {OWN, STRANGE}
    choice(app, OWN).select_index(0)
    press(app, "Simpan pilihan")
    assert "1 nama dipetakan" in app.success[0].value
    assert issued(store) == {"SIUP": 2, STRANGE: 1}
    told = page()
    assert "1 nama izin setempat" in words_of(told)
    assert [e.label for e in told.expander] == ["Yang sudah dipetakan (1)"]


def test_a_later_decision_takes_the_place_of_an_earlier_one(store):
    app = page()
    choice(app, OWN).select_index(0)
    press(app, "Simpan pilihan")
    app = page()
    choice(app, "Ubah nama").select_index(0)
    choice(app, "menjadi").set_value("TDP")
    press(app, "Ubah")
    assert app.success[0].value == "Pemetaan diubah."
    assert issued(store) == {"TDP": 2, STRANGE: 1}
