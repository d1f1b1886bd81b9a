"""Every page is drawn over the sample, for a province, an office, a type, a reader, a language."""

import datetime as dt
import importlib
import pkgutil
import re
import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard.pages
from dashboard.frame import navigation
from etl.store.follow_ups import FollowUps
from metrics.asking.snapshot import open_snapshot

SLUGS = [e.slug for e in navigation.discover()]
OURS = ["ringkasan", "waktu_proses", "izin_terbit", "pembayaran", "pengaduan"]
SCRIPT = Path(dashboard.pages.__file__).parents[1] / "frame" / "script.py"


def draw(slug):
    """One page as the shell hands it its view, without the navigation around it."""
    from dashboard.frame import navigation, shell
    from dashboard.frame import snapshots as snapshot
    from etl import words
    from etl.paths import default_store

    words.use(shell.st.query_params.get("lang", "id"))
    store = default_store()
    data = snapshot.current(store)
    view = shell.make_view(store, data, shell.find_reader(data))
    next(e for e in navigation.discover() if e.slug == slug).render(view)


@pytest.fixture
def drawn(sample_store, monkeypatch):
    """Draw a page of the sample: `drawn("ringkasan", office="32.05")` → the finished app test."""
    monkeypatch.setenv("MONEV_STORE", str(sample_store))

    def run(slug, **query):
        app = AppTest.from_function(draw, args=(slug,), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].value
        return app

    return run


@pytest.fixture
def office(sample_store):
    """The code of an office with records."""
    offices = open_snapshot(sample_store).offices()
    return offices.loc[offices["source"] == "records", "office"].iloc[0]


def words_of(app):
    return " ".join(e.value for kind in (app.title, app.markdown, app.caption) for e in kind)


def test_every_page_can_be_imported():
    broken = []
    for found in pkgutil.iter_modules(dashboard.pages.__path__):
        importlib.import_module(f"dashboard.pages.{found.name}")
        if found.name not in SLUGS:
            broken.append(found.name)
    assert broken == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_is_drawn_for_a_province(drawn, slug):
    assert drawn(slug).main.children


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_is_drawn_for_an_office(drawn, office, slug):
    assert drawn(slug, office=office, role="analyst").main.children


@pytest.mark.parametrize("slug", OURS)
def test_a_page_is_drawn_for_one_permit_type_and_month(drawn, office, slug):
    app = drawn(slug, office=office, permit="PBG", period="2026-05")
    assert not app.warning


@pytest.mark.parametrize("slug", OURS)
def test_the_page_s_first_sentence_answers(drawn, slug):
    first = drawn(slug).markdown[0].value
    assert re.search(r"\d", first)
    assert first.rstrip().endswith(".")


@pytest.mark.parametrize("slug", OURS)
def test_a_province_lists_no_cases_and_an_office_does(drawn, office, slug):
    def lists(**query):
        return [d for d in drawn(slug, **query).dataframe if any("Nomor" in c for c in d.value)]

    assert not lists(role="province")
    assert lists(office=office, role="office")


@pytest.mark.parametrize("slug", OURS)
def test_no_page_keeps_a_frame_in_its_session(drawn, slug):
    app = drawn(slug)
    kinds = {type(v).__name__ for v in app.session_state._state.filtered_state.values()}
    assert "DataFrame" not in kinds


def test_the_summary_shows_six_cards_with_their_counts(drawn, office):
    html = " ".join(e.proto.body for e in drawn("ringkasan", office=office).get("html"))
    assert html.count('class="card"') >= 6
    assert re.search(r"[\d.]+ dari [\d.]+", html)


def test_an_empty_store_says_what_to_do(tmp_path):
    app = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not app.exception
    assert any("Belum ada data" in m.value for m in app.markdown)


def app_with(sample_store, monkeypatch, **query):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def test_a_link_opens_its_place_period_and_type(sample_store, monkeypatch, office):
    app = app_with(sample_store, monkeypatch, office=office, period="2026-Q3", permit="PBG")
    chosen = {s.label: s.value for s in app.selectbox}
    assert chosen["Wilayah"] == office
    assert chosen["Periode"] == "2026-Q3"
    assert chosen["Jenis izin"] == "PBG"


def test_a_choice_goes_into_the_address_by_its_code_and_the_default_stays_out(
    sample_store, monkeypatch, office
):
    app = app_with(sample_store, monkeypatch)
    assert "office" not in app.query_params
    box = next(s for s in app.selectbox if s.label == "Wilayah")
    box.set_value(office).run()
    assert app.query_params["office"] in (office, [office])


def test_a_code_nobody_knows_is_dropped(sample_store, monkeypatch):
    app = app_with(sample_store, monkeypatch, office="99.99", period="1066")
    assert not app.exception
    assert next(s for s in app.selectbox if s.label == "Wilayah").value == ""


def test_the_sample_says_that_it_is_one(sample_store, monkeypatch):
    app = app_with(sample_store, monkeypatch)
    assert any("Data contoh" in e.proto.body for e in app.get("html"))


def test_a_member_of_an_office_cannot_choose_another(sample_store, monkeypatch, office):
    app = app_with(sample_store, monkeypatch, office=office, role="office")
    box = next(s for s in app.selectbox if s.label == "Wilayah")
    assert len(box.options) == 1


def test_an_empty_store_opens_on_who_are_you_and_then_on_the_upload(tmp_path, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(tmp_path))
    app = AppTest.from_file(SCRIPT, default_timeout=120).run()
    assert "Mulai dari sini" in app.title[0].value
    app.selectbox(key="first_office").select("32.14").run()
    next(b for b in app.button if b.label == "Daftarkan kantor ini").click().run()
    assert not app.exception
    assert any("Terdaftar" in m.value and "Purwakarta" in m.value for m in app.markdown)
    assert list(open_snapshot(tmp_path).offices()["office"]) == ["32.14"]


def test_pages_of_targets_events_and_follow_ups_show_what_is_kept(
    sample_store, tmp_path, monkeypatch
):
    home = shutil.copytree(
        sample_store, tmp_path / "store", ignore=shutil.ignore_patterns("operations*", "facts*")
    )
    monkeypatch.setenv("MONEV_STORE", str(home))
    kept = FollowUps(home)
    day = dt.date(2025, 9, 6)
    number = kept.add_action("on_time_rate", "32.14", "buka loket", "Kabid", day, day, "a")
    kept.move_action(number, "done", "SK 1", day)
    kept.add_action("processing_time", "32.14", "tambah penilai", "Kadis", day, day, "a")
    kept.add_event("32.14", day, "loket dibuka", "a", restarts=True)
    kept.set_target("on_time_rate", "32.14", dt.date(2026, 1, 1), "0.92", "a")
    said = {}
    for slug in ("tindak_lanjut", "kejadian", "target", "ringkasan"):
        app = AppTest.from_function(draw, args=(slug,), default_timeout=60)
        app.query_params["office"] = "32.14"
        app.query_params["aksi"] = str(number)
        app.run()
        assert not app.exception, app.exception[0].value
        tables = " ".join(d.value.to_string() for d in app.dataframe)
        html = " ".join(e.proto.body for e in app.get("html"))
        said[slug] = f"{words_of(app)} {tables} {html}"
    assert "1 lewat tenggat" in said["tindak_lanjut"]
    assert "tambah penilai" in said["tindak_lanjut"]
    assert "poin" in said["tindak_lanjut"]  # the effect of what was done
    assert "loket dibuka" in said["kejadian"]
    assert "0.92" in said["target"] or "92" in said["target"]
    assert "Tindak lanjut: 1 lewat tenggat" in said["ringkasan"]
