"""The pages of the province over the sample: what they find, and what they must never say."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages.pelaporan.reminder import late_words, reminder
from dashboard.pages.pelaporan.words import standing_rows
from dashboard.pages.profil.table import matrix_html, province_answer
from dashboard.parts.compare_words import answer, listed
from metrics.profile.institution import performance

NAN = float("nan")
NAMES = {"32.01": "Kab. Bogor", "32.07": "Ciamis", "32.79": "Banjar"}


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
    monkeypatch.setenv("MONEV_STORE", str(sample_store))

    def run(slug, **query):
        app = AppTest.from_function(draw, args=(slug,), default_timeout=120)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].value
        return app

    return run


def said(app):
    blocks = [e.value for kind in (app.title, app.markdown, app.caption) for e in kind]
    return " ".join(blocks)


def test_the_comparison_answers_with_who_truly_differs(drawn):
    text = said(drawn("banding"))
    assert "tidak berbeda nyata" in text
    assert "Laporannya terhenti" in text


def test_every_comparable_indicator_can_be_chosen(drawn):
    from dashboard.parts.province import choices

    for name in choices():
        assert drawn("banding", banding=name).main.children


def test_the_comparison_of_an_office_keeps_the_province_in_view(drawn):
    app = drawn("banding", office="32.14", serupa="ya")
    assert "kabupaten/kota" in app.title[0].value.replace("\\", "")


def test_no_office_without_a_figure_reads_as_nought(drawn):
    app = drawn("banding")
    frame = app.dataframe[0].value
    gone = frame[frame.iloc[:, 1].isna()]
    assert len(gone)
    assert gone.iloc[:, 2].isna().all()


def test_reporting_says_who_is_late_and_offers_words(drawn):
    app = drawn("pelaporan")
    assert "terlambat" in said(app)
    assert any("belum kami terima" in c.value for c in app.code)


def test_a_profile_stands_for_a_province_and_for_an_office(drawn):
    assert "kantor mengisi profil" in said(drawn("profil"))
    assert "indikator kinerja" in said(drawn("profil", office="32.14"))


def test_many_names_are_cut_short_and_counted():
    assert listed(["32.01", "32.07"], NAMES) == "Kab. Bogor dan Ciamis"
    assert listed([f"x{i}" for i in range(9)], {}).endswith("5 lainnya")


def test_the_answer_of_nobody_is_a_sentence():
    class Empty:
        judged = pd.DataFrame()
        centre = None

    assert "Belum ada kantor" in answer(Empty(), {}, str)


def test_the_reminder_lists_what_is_late_and_what_never_came():
    late = pd.DataFrame(
        [
            {"kind": "applications", "last_month": 202603.0, "days_late": 174.0},
            {"kind": "complaints", "last_month": NAN, "days_late": NAN},
        ]
    )
    text = reminder(late, "Kabupaten Ciamis")
    assert "Kabupaten Ciamis" in text
    assert "terakhir Mar 2026, terlambat 174 hari" in text
    assert "Pengaduan: belum pernah kami terima" in text
    assert "nihil" in text
    assert late_words(late.iloc[0]) == "174 hari"
    assert late_words({"last_month": 202610.0, "days_late": 0.0}) == ""


def test_the_silent_come_first_and_have_no_days():
    told = pd.DataFrame(
        [
            ("32.01", "applications", 202610.0, 0.0, False, False),
            ("32.79", "payments", NAN, NAN, False, False),
            ("32.07", "applications", 202603.0, 174.0, False, False),
        ],
        columns=["office", "kind", "last_month", "days_late", "tally_only", "nil_only"],
    )
    rows = standing_rows(told, NAMES)
    assert rows["name"].tolist() == ["Banjar", "Ciamis", "Kab. Bogor"]
    assert rows["source"].iloc[0] == "belum lapor"
    assert pd.isna(rows["days_late"].iloc[0])


def test_the_profile_matrix_draws_silence_as_a_dotted_box():
    blank = {p.indicator: "" for p in performance()}
    frame = pd.DataFrame(
        [
            {"office": "32.01", "year": 2026} | blank | {"payment_ways": "no"},
            {"office": "32.79", "year": None} | blank,
        ]
    )
    html = matrix_html(frame, NAMES)
    assert html.count("dotted") == 19
    assert "Kab. Bogor, Cara pembayaran: belum" in html
    assert "Banjar, Cara pembayaran: belum diisi" in html
    assert "Belum mengisi: Banjar" in province_answer(frame, NAMES)
