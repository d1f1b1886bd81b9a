"""The navigation by what people come for: sections, tabs, old addresses, the row of periods."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import navigation
from dashboard.frame.navigation import GROUPS, Entry, Page
from dashboard.frame.period import beside, weeks
from tests.dashboard.pages.test_pages import SCRIPT

ENTRIES = navigation.discover()


def entry(slug, group, **more):
    return Entry(slug, Page(group=group, title=slug, icon="info", order=1, **more), print)


def test_every_page_stands_in_a_section_there_is():
    assert {e.slug: e.page.group for e in ENTRIES if e.page.group not in GROUPS} == {}


def test_no_address_is_used_twice_old_ones_among_them():
    addresses = [a for e in ENTRIES for a in (e.slug, *e.page.old)]
    assert len(addresses) == len(set(addresses))


def test_a_section_of_one_page_is_that_page():
    found = navigation.sections([entry("a", ""), entry("b", "Layanan"), entry("c", "Data")])
    assert {g: [e.slug for e in shown] for g, shown in found.items()} == {"": ["a", "b", "c"]}


def test_the_data_pages_are_tabs_of_each_other():
    data = next(e for e in ENTRIES if e.slug == "mutu_data")
    row = [e.slug for e in navigation.tabs(data, ENTRIES)]
    assert row[:4] == ["unggah", "mutu_data", "nama_izin", "tahapan"]
    office = navigation.visible(ENTRIES, "office")
    assert "unggah" not in [e.slug for e in navigation.tabs(data, office)]
    assert navigation.tabs(next(e for e in ENTRIES if e.slug == "pengaduan"), ENTRIES) == []


@pytest.mark.parametrize(
    ("code", "step", "expected"),
    [
        ("2026-10", -1, "2026-09"),
        ("2026-10", 1, None),
        ("2026-Q2", 1, "2026-Q3"),
        ("12", -1, None),
        ("2025", 1, "2026"),
    ],
)
def test_the_period_beside_is_one_of_the_same_length(code, step, expected):
    found = ["12", "2026", "2025", "2026-S1", "2026-Q3", "2026-Q2", "2026-10", "2026-09"]
    assert beside(found, code, step) == expected


def test_a_step_back_changes_the_period_and_the_address(sample_store, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["period"] = "2026-Q3"
    app.run()
    next(b for b in app.button if b.label == "‹").click().run()
    assert next(s for s in app.selectbox if s.label == "Periode").value == "2026-Q2"
    assert app.query_params["period"] in ("2026-Q2", ["2026-Q2"])


TOLD = (date(2021, 1, 4), date(2026, 10, 26))


def test_the_last_twelve_weeks_are_on_offer_and_an_earlier_one_with_its_neighbours():
    newest = weeks("2021-01", "2026-10", TOLD)
    assert [w.code for w in newest[:2]] == ["2026-W44", "2026-W43"]
    assert len(newest) == 12
    asked = weeks("2021-01", "2026-10", TOLD, "2024-W07")
    assert [w.code for w in asked[12:]] == ["2024-W08", "2024-W07", "2024-W06"]
    assert beside([w.code for w in asked], "2024-W07", -1) == "2024-W06"
    assert weeks("2021-01", "2026-10", TOLD, "2031-W07") == newest
    assert weeks("2021-01", "2026-10", None, "2024-W07") == []


def test_beside_a_week_stand_the_twelve_months_that_were_over_at_its_end():
    whole, running = weeks("2021-01", "2026-10", TOLD)[:2]
    assert (running.start, running.end) == ("2025-10", "2026-09")  # 19 to 25 October
    assert (whole.start, whole.end) == ("2025-11", "2026-10")  # to 1 November
    assert whole.option() == "26 Okt–1 Nov 2026"


def test_a_week_stands_on_the_overview(sample_store, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["period"] = "2026-W43"
    app.run()
    assert not app.exception
    assert "pekan 19–25 Oktober 2026" in app.title[0].value
