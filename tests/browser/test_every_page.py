import re
from html import unescape

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


INDONESIAN = re.compile(
    r"\b(yang|dan|tidak|dari|untuk|dengan|belum|sudah|pada|atau|ini|itu|dalam|hari|bulan|tahun|"
    r"angka|lebih|semua|tanpa|karena|sebelum|sesudah|waktu|jumlah|nilai|pilih|halaman|batas|"
    r"provinsi|periode|responden|kolom|lihat|unduh|muat|laporan|sejak|sampai|antara|cari|"
    r"Januari|Februari|Maret|Mei|Juni|Juli|Agustus|Oktober|Desember|Agu|Okt|Des)\b"
)
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|not|from|with|no|days|choose|month|show|search|browse|drag|drop|"
    r"select|close|skip|January|February|March|May|June|July|August|October|December|Aug|Oct|Dec)\b"
)
SAID = """() => {
  const out = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = texts.nextNode(); n; n = texts.nextNode())
    if (!n.parentElement?.closest("script, style, noscript, blockquote, .stIconMaterial"))
      out.push(n.data.trim());
  for (const e of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    for (const name of ["aria-label", "title", "placeholder"]) out.push(e.getAttribute(name) || "");
  return [...new Set(out)].filter((text) => text);
}"""


@pytest.fixture(scope="module")
def data_words(sample_store):
    """What the sample's own records say, in Indonesian in either language."""
    from metrics.asking.snapshot import open_snapshot

    snapshot = open_snapshot(sample_store)
    found = set(snapshot.offices()["name"]) | set(snapshot.permit_types()["name"].dropna())
    for table, column in (("complaint", "category"), ("stage", "stage")):
        found |= set(snapshot.table(table)[column].dropna().astype(str))
    return sorted((w for w in found if w), key=len, reverse=True)


def told(page, data_words):
    """The texts of a page without the words of its records."""
    for text in page.evaluate(SAID):
        text = re.sub(r"\{\w+\}|https?://\S+", " ", unescape(text))
        for word in data_words:
            text = " " if text in word else text.replace(word, " ")
        yield text


@pytest.fixture(scope="module", params=["desk", "phone"])
def kept(request, chromium):
    """One page that goes through the whole application, and the addresses outside it asks for."""
    desk = request.param == "desk"
    context = chromium.new_context(
        viewport={"width": 1440, "height": 1800} if desk else {"width": 390, "height": 2400},
        color_scheme="light" if desk else "dark",
        locale="id-ID",
    )
    page, asked = context.new_page(), []
    page.on("request", lambda r: asked.append(r.url) if OUTSIDE.match(r.url) else None)
    yield page, asked
    context.close()


@pytest.mark.parametrize("slug", [e.slug for e in ENTRIES])
def test_a_page_is_whole_in_its_language_open_to_all_and_does_not_scroll_sideways(
    kept, app_url, shots, slug, data_words
):
    """Indonesian on a light desk, English on a dark phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    screen, asked = kept
    width = screen.viewport_size["width"]
    english = width < 640
    screen.goto(address(app_url, slug, "lang=en" if english else ""))
    settle(screen)
    screen.screenshot(path=str(shots / f"{slug}-{width}.png"))
    assert screen.locator("[data-testid=stException]").count() == 0
    assert screen.locator("[data-testid=stAlertContentError]").count() == 0
    assert not screen.evaluate(OVERFLOW)
    assert asked == [], "the app must work without the internet"
    other = INDONESIAN if english else ENGLISH
    assert [text for text in told(screen, data_words) if other.search(text)] == []
    found = axe.run(screen).response["violations"]
    bad = [v for v in found if v["impact"] in ("serious", "critical")]
    assert bad == [], [(v["id"], v["nodes"][0]["html"][:200]) for v in bad]


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
