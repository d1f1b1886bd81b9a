import re

import pytest

from dashboard.frame import navigation
from tests.browser.conftest import MAIN, settle

pytestmark = pytest.mark.browser
ENTRIES = navigation.discover()
OURS = ("waktu_proses", "izin_terbit", "pembayaran", "pengaduan")
OVERFLOW = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return document.documentElement.scrollWidth > innerWidth + 2
      || main.scrollWidth > main.clientWidth + 2;
}"""
OUTSIDE = re.compile(r"^(?!http://127\.0\.0\.1|ws://127\.0\.0\.1|data:|blob:)")


def address(app_url, slug, query=""):
    path = "" if slug == ENTRIES[0].slug else slug
    return f"{app_url}/{path}?{query}"


@pytest.mark.parametrize("slug", [e.slug for e in ENTRIES])
def test_a_page_shows_no_error_and_does_not_scroll_sideways(screen, app_url, shots, slug):
    asked = []
    screen.on("request", lambda r: asked.append(r.url) if OUTSIDE.match(r.url) else None)
    screen.goto(address(app_url, slug))
    settle(screen)
    width = screen.viewport_size["width"]
    screen.screenshot(path=str(shots / f"{slug}-{width}.png"))
    assert screen.locator("[data-testid=stException]").count() == 0
    assert screen.locator("[data-testid=stAlertContentError]").count() == 0
    assert not screen.evaluate(OVERFLOW)
    assert asked == [], "the app must work without the internet"


@pytest.mark.parametrize("slug", OURS)
def test_every_chart_has_a_text_for_those_who_do_not_see_it(screen, app_url, slug):
    screen.goto(address(app_url, slug))
    settle(screen)
    charts = screen.locator("[data-testid=stPlotlyChart]")
    assert charts.count() >= 2
    for index in range(charts.count()):
        html = charts.nth(index).evaluate("e => e.outerHTML + e.parentElement.outerHTML")
        assert re.search(r'aria-label="[^"]{10,}"', html)


def test_headings_of_graphs_are_page_text_that_wraps(screen, app_url):
    screen.goto(address(app_url, "ringkasan"))
    settle(screen)
    headings = screen.locator(".finding")
    assert headings.count() >= 2
    for index in range(headings.count()):
        assert headings.nth(index).evaluate("e => e.scrollWidth <= e.clientWidth + 1")


@pytest.mark.parametrize("screen", [(1440, 1800)], indirect=True, ids=["desk"])
def test_a_choice_goes_into_the_address_and_stays_on_the_next_page(screen, app_url):
    screen.goto(address(app_url, "ringkasan"))
    settle(screen)
    box = screen.locator(".st-key-bar [data-testid=stSelectbox]").first
    box.locator("[data-baseweb=select], [role=combobox], input").first.click()
    screen.locator("[role=option]").nth(1).click()
    settle(screen)
    office = re.search(r"office=(\d\d\.\d\d)", screen.url)
    assert office, screen.url
    screen.get_by_test_id("stTopNavSection").filter(has_text="Layanan").click()
    screen.get_by_role("menuitem", name="Pengaduan").click()
    screen.wait_for_url("**/pengaduan**")
    settle(screen)
    assert f"office={office[1]}" in screen.url
    title = screen.locator(f"{MAIN} h1").inner_text()
    assert "Semua" not in title
