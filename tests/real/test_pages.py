"""Every page of the app shows the real files without an error, at desk and at phone width."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.frame import navigation
from scripts.picture import CHROMIUM, serving, settle

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="Chromium is not installed"),
]
DESK, PHONE = {"width": 1440, "height": 1000}, {"width": 390, "height": 844}
OFFICES = ("99.01", "99.05", "99.06", "99.07", "61.09", "34.04")


@pytest.fixture(scope="module")
def address(real_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a copy of the store of real files: pages may write the operational records."""
    store = tmp_path_factory.mktemp("served") / "store"
    shutil.copytree(real_store, store)
    with serving(store) as place:
        yield place


@pytest.mark.timeout(600)
def test_every_page_shows_the_real_files(address: str, chromium):
    page = chromium.new_page(viewport=DESK, locale="id-ID")
    pages = [f"{address}/{entry.slug}" for entry in navigation.discover()]
    assert len(pages) >= 9
    for place in pages:
        page.goto(place)
        settle(page)
        assert page.locator("[data-testid=stException]").count() == 0, place
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            page.wait_for_timeout(300)  # charts follow the width a moment later
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 2")
            assert not wide, f"{place} scrolls sideways at {size['width']} px"
        page.set_viewport_size(DESK)
    page.close()


@pytest.mark.timeout(280)
@pytest.mark.parametrize("office", OFFICES)
def test_the_first_page_shows_each_kind_of_office(address: str, chromium, office: str):
    page = chromium.new_page(viewport=DESK, locale="id-ID")
    page.goto(f"{address}/?office={office}")
    settle(page)
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.locator("[data-testid=stMainBlockContainer]").inner_text().strip()
    page.close()
