"""Berkas: the list is the stock's own, and a case opens by its address."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from etl.paths import default_store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from tests.conftest import monev_json
from tests.dashboard.pages.test_pages import draw, drawn

__all__ = ["drawn"]


@pytest.fixture(scope="module")
def busy(sample_store):
    """The office with most late cases, and how many it has."""
    snapshot = open_snapshot(sample_store)
    rows = get("overdue_applications").read(snapshot, EVERYTHING, Query(by=("office",))).rows
    snapshot.close()
    worst = rows.sort_values("value", ascending=False).iloc[0]
    return str(worst["office"]), int(worst["value"])


def opened(sample_store, monkeypatch, **query):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    app = AppTest.from_function(draw, args=("berkas",), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def test_the_list_has_as_many_cases_as_the_stock(sample_store, monkeypatch, busy):
    office, late = busy
    app = opened(sample_store, monkeypatch, office=office)
    assert app.title[0].value.startswith(f"{late} berkas lewat standar")
    frame = app.dataframe[0].value
    assert len(frame) == late
    assert frame["Yang perlu dilakukan"].str.len().min() > 5
    assert list(frame["Lewat"]) == sorted(frame["Lewat"], reverse=True)


def test_a_case_opens_by_its_address_and_its_days_add_up(sample_store, monkeypatch, busy):
    office, _late = busy
    app = opened(sample_store, monkeypatch, office=office)
    row = app.dataframe[0].value.iloc[0]
    app = opened(sample_store, monkeypatch, office=office, case=row["Nomor"])
    [sums] = [e.proto.body for e in app.get("html") if 'class="sums"' in e.proto.body]
    text = re.sub(r"<span.*?</span>", "", sums)
    shown = re.findall(r"<tr[^>]*><th[^>]*>([^<]*)</th><td>([^<]*)</td>", text)
    total = next(i for i, (name, _n) in enumerate(shown) if name == "Hari kerja bersih")
    counted = [int(n) for _name, n in shown[:total] if not n.startswith("(")]
    assert sum(counted) == int(shown[total][1]) == int(row["Hari kerja"].partition(" ")[0])
    assert dict(shown)["Lewat"] == str(int(row["Lewat"]))


def test_a_number_nobody_knows_is_said(sample_store, monkeypatch, busy):
    app = opened(sample_store, monkeypatch, office=busy[0], case="PM-0")
    assert any("Nomor ini tidak ada" in e.proto.body for e in app.get("html"))


def test_the_lead_of_ringkasan_names_every_figure_off_its_target(drawn, busy):
    """Worded from the one verdict: a card whose verdict misses its target stands in the lead."""
    from dashboard.locale import verdict_words as words
    from dashboard.pages.ringkasan.page import FIRST
    from metrics.judging.verdict import judge

    app = drawn("ringkasan", office=busy[0])
    lead = app.markdown[0].value
    snapshot = open_snapshot(default_store())
    period = next(s for s in app.selectbox if s.label == "Periode").options[0]
    assert "Okt 2026" in period
    query = Query(office=busy[0], start="2025-11", end="2026-10")
    off = [v for n in FIRST if (v := judge(snapshot, EVERYTHING, n, query)).met is False]
    assert len(off) >= 2
    for verdict in off:
        assert f"{words.label(verdict)} {words.figure(verdict)}" in lead.replace("**", "")
        assert words.against_target(verdict) in lead
    snapshot.close()


def test_of_an_office_that_sends_tallies_no_case_is_said_to_be_late_or_not(
    sample_store, monkeypatch
):
    app = opened(sample_store, monkeypatch, office="32.79")
    assert app.title[0].value == "Berkas, Kota Banjar"
    assert not app.dataframe
    assert "Berkas berjalan tidak diketahui" in " ".join(e.proto.body for e in app.get("html"))


def test_without_a_standard_no_case_is_said_to_be_late_or_not(tmp_path, monkeypatch):
    (tmp_path / "kantor.csv").write_text(
        "office_code,name,region_kind,province_code\n98.01,Kabupaten Uji,kabupaten,98\n"
    )
    (tmp_path / "izin.csv").write_text(
        "office_code,application_no,permit_type,submitted_at\n"
        + "".join(f"98.01,A{n},XYZ,2025-01-0{n}\n" for n in range(1, 8))
    )
    for name, kind in (("kantor.csv", "offices"), ("izin.csv", "applications")):
        monev_json("load", tmp_path / name, "--kind", kind, "--store", tmp_path / "store")
    app = opened(tmp_path / "store", monkeypatch, office="98.01")
    assert app.title[0].value == "7 berkas berjalan, Kabupaten Uji"
    assert "keterlambatan tidak dapat dinilai" in app.markdown[0].value
    assert len(app.dataframe[0].value) == 7
