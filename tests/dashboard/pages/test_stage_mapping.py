"""The page Tahapan: a suggestion is saved as a batch, figures follow, a sheet comes back."""

import io
import shutil
from contextlib import redirect_stdout
from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import dashboard.pages
from dashboard.loading.uploading import Answer, gathered, serve
from dashboard.parts.sheet import workbook
from dashboard.parts.stage_mapping import (
    BY_LOG,
    FIELDS,
    IN_REST,
    Draft,
    Stage,
    draft_of,
    edited,
)
from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import open_snapshot
from metrics.counting.marks import REST
from metrics.flow import paths
from metrics.flow.stage_suggestion import log_of_office, suggest
from metrics.publishing.publish import publish
from tests.dashboard.pages.test_pages import draw

OFFICE, OTHER, BLANK = "32.14", "32.15", "32.16"
SCRIPT = Path(dashboard.pages.__file__).parents[1] / "frame" / "script.py"
PAUSED = "Perbaikan berkas"


def records() -> dict[str, pd.DataFrame]:
    """An office with 3 phases of 6 activities and a stop of the clock, one with 2 activities."""
    rng = np.random.default_rng(4)
    cases, events = [], []
    for i in range(30):
        for office in (OFFICE, OTHER):
            day = date(2026, 1, 5) + timedelta(days=i)
            names = [f"Kegiatan {p}{n}" for p in "ABC" for n in rng.permutation(6)]
            names[8:8] = [PAUSED] if i % 2 else []
            names = names if office == OFFICE else ["Daftar", "Tanda tangan"]
            cases.append((office, f"P{i:02}", "SIUP", day, "issued", day + timedelta(days=40)))
            events += [
                (office, f"P{i:02}", name, day + timedelta(days=1 + k))
                for k, name in enumerate(names)
            ]
    columns = ["office_code", "application_no", "permit_type", "submitted_at"]
    return {
        "offices": pd.DataFrame(
            [(c, f"Kantor {c}", "kabupaten") for c in (OFFICE, OTHER, BLANK)],
            columns=["office_code", "name", "region_kind"],
        ),
        "applications": pd.DataFrame(
            [*cases, (BLANK, "Q1", "SIUP", date(2026, 1, 5), "issued", date(2026, 1, 9))],
            columns=[*columns, "decision", "issued_at"],
        ),
        "stages": pd.DataFrame(
            events, columns=["office_code", "application_no", "stage", "finished_at"]
        ),
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("tahapan")
    store = Store(home / "store")
    for kind, frame in records().items():
        frame.to_csv(home / f"{kind}.csv", index=False)
        (result,) = store.load(home / f"{kind}.csv", LoadOptions(kind=kind))
        assert not result.rejects
    publish(store)
    return home / "store"


@pytest.fixture
def page(made, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(made))

    def run(**query):
        app = AppTest.from_function(draw, args=("tahapan",), default_timeout=60)
        for name, value in ({"office": OFFICE} | query).items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].value
        return app

    return run


def at_once(request, tell):
    """What the process of `ask` answers, without starting one (test_uploading.py does)."""
    said = io.StringIO()
    with redirect_stdout(said):
        assert serve(request) == 0
    return gathered(said.getvalue().splitlines(), tell)


@pytest.fixture
def own(made, tmp_path, monkeypatch) -> Path:
    """A copy of the store that a test may write."""
    monkeypatch.setattr("dashboard.loading.uploading.ask", at_once)
    store = tmp_path / "eigen"
    shutil.copytree(made, store)
    monkeypatch.setenv("MONEV_STORE", str(store))
    return store


def html(app) -> str:
    return " ".join(e.proto.body for e in app.get("html"))


def press(app, label):
    return next(b for b in app.button if b.label == label).click().run()


def flow(store: Path) -> paths.Flow:
    return paths.flow(open_snapshot(store), EVERYTHING, Query(office=OFFICE))


def test_the_page_says_how_much_is_in_the_rest_and_previews_the_suggestion(page):
    app = page()
    assert "19 kegiatan" in app.markdown[0].value
    assert "kejadian terkumpul dalam “lainnya”" in app.markdown[0].value
    suggested = page(dari="usulan")
    assert html(suggested).count('class="card"') == 3
    assert "membaik" not in html(suggested), "a draft is no performance"
    assert PAUSED in suggested.warning[0].value  # the vocabulary stops the clock there


def test_what_is_missing_is_said(page):
    assert "Pilih satu kantor" in html(page(office=""))
    assert "Tidak ada kejadian" in html(page(office=BLANK))
    whole = page(office=OTHER)
    assert "Setiap kegiatan sudah menjadi tahap" in html(whole)
    assert not [b for b in whole.button if not b.key.startswith("step_")]


def test_who_may_not_write_sees_no_button(page):
    assert not [b for b in page(role="office").button if b.label == "Simpan tahapan"]
    assert [b for b in page(role="analyst").button if b.label == "Simpan tahapan"]


def test_saving_what_holds_already_does_nothing(page, made):
    before = len(open_snapshot(made).batches())
    app = press(page(), "Simpan tahapan")
    assert "Tidak ada yang berubah" in app.info[0].value
    assert len(open_snapshot(made).batches()) == before


def test_a_saved_suggestion_is_a_batch_that_figures_follow_and_that_can_be_undone(
    page, own, monkeypatch
):
    assert REST in set(flow(own).nodes["stage"])
    wanted = suggest(log_of_office(open_snapshot(own), EVERYTHING, OFFICE))
    app = page(dari="usulan")
    app = press(app, "Simpan tahapan")
    assert not app.exception, app.exception[0].value
    assert "dimuat sebagai muatan 4" in app.success[0].value
    snapshot = open_snapshot(own)
    assert set(flow(own).nodes["stage"]) == set(wanted["stage"])
    events = paths.events_of_office(snapshot, EVERYTHING, OFFICE, Query(office=OFFICE))
    told = dict(zip(events["activity"], events["stage"], strict=True))
    assert told == dict(zip(wanted["activity"], wanted["stage"], strict=True))
    assert press(app, "Simpan tahapan").info  # nothing has changed since
    asked = []

    def answer(request, _tell):
        asked.append((request.do, request.batch))
        return Answer(undone={"state": "undone"})

    monkeypatch.setattr("dashboard.loading.uploading.ask", answer)
    app = press(app, "Batalkan muatan ini")
    assert "Muatan 4 dibatalkan" in app.success[0].value
    assert asked == [("undo", 4)]


def test_the_sheet_of_a_draft_can_be_loaded_again(own, tmp_path):
    log = log_of_office(open_snapshot(own), EVERYTHING, OFFICE)
    draft = edited(
        draft_of(suggest(log), log), {0: {"name": "Tahap  satu", "desk": "back_office"}}, {}
    )
    book = tmp_path / "tahapan.xlsx"
    book.write_bytes(workbook(draft.sheet(OFFICE), "tahapan"))
    store = Store(own)
    (result,) = store.load(book, LoadOptions())
    assert (result.kind, len(result.rejects)) == ("stage_map", 0)
    with duckdb.connect(str(own / "facts.duckdb"), read_only=True) as con:
        stored = con.sql(f"SELECT {', '.join(FIELDS)} FROM current_stage_map").df().fillna("")
    pd.testing.assert_frame_equal(
        stored.sort_values("activity", ignore_index=True),
        draft.table(OFFICE).sort_values("activity", ignore_index=True),
        check_dtype=False,
    )


def test_edits_rename_add_join_and_move():
    start = Draft((Stage("A"), Stage("B", "back_office", "office")), {"x": 0, "y": 1, "z": IN_REST})
    assert edited(start, {0: {"name": " Cek "}}, {}).stage_of == {"x": "Cek", "y": "B", "z": REST}
    assert edited(start, {0: {"name": None}}, {}).stage_of == start.stage_of
    new = edited(start, {2: {"name": "C", "clock": "applicant"}}, {2: {"stage": 2}})
    assert (new.stage_of["z"], new.paused) == ("C", ("C",))
    joined = edited(start, {0: {"name": "B"}}, {})
    assert joined.used == ("B",)
    assert set(joined.rows().values()) == {("B", "", ""), (REST, "", "")}
    assert edited(start, {}, {0: {"stage": IN_REST}}).stage_of["x"] == REST
    assert edited(start, {0: {"name": REST}}, {}).stage_of["x"] == REST
    blank = edited(start, {1: {"desk": BY_LOG, "clock": BY_LOG}}, {})
    assert blank.rows()["y"] == ("B", "", "")


def test_other_pages_point_to_it_only_where_there_is_something_to_fold(made, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(made))

    def script():
        import streamlit as st

        from dashboard.frame import shell
        from dashboard.frame import snapshots as snapshot
        from dashboard.parts.stage_mapping import pointer
        from etl.paths import default_store

        store = default_store()
        data = snapshot.current(store)
        st.session_state["pages"] = {"tahapan": "https://contoh/tahapan"}
        pointer(shell.make_view(store, data, shell.find_reader(data)))

    def count(office, role="admin"):
        app = AppTest.from_function(script, default_timeout=60)
        app.query_params["office"], app.query_params["role"] = office, role
        app.run()
        assert not app.exception, app.exception[0].value
        return len(app.get("page_link"))

    assert count(OFFICE) == 1
    assert count(OFFICE, "office") == 0
    assert count(OTHER) == 0
