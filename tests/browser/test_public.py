"""The public pages in a browser that runs no script of theirs: axe finds nothing to mend."""

import json
import urllib.request

import pytest

pytestmark = pytest.mark.browser
WIDE = "() => document.documentElement.scrollWidth > innerWidth + 1"


@pytest.fixture(scope="module")
def addresses(app_url):
    with urllib.request.urlopen(f"{app_url}/api/v1/indicators/permits_issued", timeout=120) as told:
        office = json.load(told)["rows"][0]["office"]
    table = f"{app_url}/api/v1/indicators/permits_issued?by=office,permit_type,year&office={office}"
    with urllib.request.urlopen(table, timeout=120) as told:
        permit = json.load(told)["rows"][-1]["permit_type"]
    return ["", "/cek", f"/cek?kantor={office}", "/cara-menghitung", f"/{office}",
            f"/{office}/{permit}", "/nowhere", f"/{office}?lang=en"]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(chromium, app_url, addresses, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for width in (1100, 390):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        page = context.new_page()
        for address in addresses:
            page.goto(f"{app_url}/publik{address}")
            found = axe.run(page).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], (address, width)
            assert not page.evaluate(WIDE), (address, width)
        context.close()


def test_the_position_is_asked_and_refused_without_script(chromium, app_url, addresses):
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    asked = []
    page.on("request", lambda r: asked.append(r.url))
    page.goto(f"{app_url}/publik{addresses[2]}")
    button = page.locator("button[type=submit]")
    assert button.bounding_box()["y"] < 844, "the form stands on the first screen of a phone"
    page.fill("#nomor", "PM-9999-00001")
    page.fill("#tanggal", "2024-01-02")
    button.click()
    assert "tidak cocok" in page.locator("[role=alert]").inner_text()
    assert "PM-9999" not in page.url
    assert all(url.startswith(app_url) for url in asked)
    context.close()
