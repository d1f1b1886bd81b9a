"""Unggah's form for a month without any: what is missing is asked, what it says is a load."""

import io
from contextlib import redirect_stdout

from streamlit.testing.v1 import AppTest

from dashboard.loading.uploading import gathered, serve
from etl.errors import Refused
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from tests.dashboard.pages.test_nama_izin import OFFICE, press, store
from tests.dashboard.pages.test_pages import draw

__all__ = ["store"]  # a fixture


def form():
    app = AppTest.from_function(draw, args=("unggah",), default_timeout=60)
    app.query_params["office"] = OFFICE
    app.run()
    assert not app.exception, app.exception[0].value
    return app


def told(app, kind: str, month: str):
    app.selectbox(key="unggah_nil_kind").select(kind)
    app.text_input(key="unggah_nil_month").input(month)
    press(app, "Laporkan nihil")
    return app


def received(folder, month: str) -> list[int | None]:
    query = Query(office=OFFICE, start=month, end=month)
    rows = get("complaints_received").read(open_snapshot(folder), EVERYTHING, query).rows
    return [int(v) for v in rows["value"].dropna()]


def test_a_month_reported_without_complaints_is_nought_and_no_silence(store):
    assert received(store, "2024-01") == []
    app = told(form(), "complaints", "Januari")
    assert "tulis bulannya seperti 2024-05" in app.info[-1].value
    assert len(Store(store).batches()) == 2
    app = told(app, "complaints", "2024-01")
    assert not app.warning
    assert Store(store).batches()["kind"].iloc[0] == "nil"
    assert received(store, "2024-01") == [0]


def refused(request, tell=lambda _said: None):
    said = io.StringIO()
    with redirect_stdout(said):
        assert serve(request) == Refused.exit_code
    return gathered(said.getvalue().splitlines(), tell)


def test_a_month_that_has_records_cannot_be_reported_without_any(store, monkeypatch):
    monkeypatch.setattr("dashboard.loading.uploading.ask", refused)
    app = told(form(), "applications", "2024-01")
    assert "3" in app.warning[-1].value
    assert len(Store(store).batches()) == 2
