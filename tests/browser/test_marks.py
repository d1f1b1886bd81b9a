"""A click on a mark of Waktu proses lists its cases: as many as the mark says, as a sheet."""

import re

import openpyxl
import pytest
from playwright.sync_api import TimeoutError, expect

from metrics.asking.snapshot import open_snapshot
from tests.browser.conftest import settle

pytestmark = pytest.mark.browser
WIDE = pytest.mark.parametrize("screen", [(1440, 6000)], indirect=True, ids=["desk"])


@pytest.fixture
def page(screen, app_url, sample_store):
    """Waktu proses of one office, high enough that every graph is on the screen."""
    offices = open_snapshot(sample_store).offices()
    code = offices.loc[offices["source"] == "records", "office"].iloc[0]
    screen.goto(f"{app_url}/waktu_proses?office={code}")
    settle(screen)
    return screen


def opened(page, chart, mark, words):
    """Click a mark until a list stands whose heading matches `words`: on a starved machine a graph
    is drawn anew between pointing and clicking, and that click is lost. What the mark says."""
    said = click(page, chart, mark)
    finding = page.locator(".finding", has_text=re.compile(words)).last
    try:
        finding.wait_for(timeout=20_000)
    except TimeoutError:
        page.mouse.move(1, 1)
        said = click(page, chart, mark)
        finding.wait_for()
    return said


def click(page, chart, mark):
    """Click the middle of a mark; what the page says of it when it is pointed at."""
    found = page.locator(f"[class*='st-key-chart_{chart}_'] {mark}")
    place, before = found.bounding_box(), None
    while place != before:  # a list that closed above it still moves it
        page.wait_for_timeout(300)
        place, before = found.bounding_box(), place
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.wait_for_timeout(300)
    said = page.locator(f"[class*='st-key-chart_{chart}_'] .hoverlayer").text_content()
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.wait_for_timeout(300)
    settle(page)
    return said


def listed(page, words):
    """How many cases the list names whose heading matches `words`."""
    heading = page.locator(".finding", has_text=re.compile(words)).last.inner_text()
    return int(re.search(r": ([\d.]+) berkas", heading)[1].replace(".", ""))


@WIDE
def test_a_click_lists_the_cases_behind_a_mark_and_another_one_closes_the_list(page, tmp_path):
    third = ".barlayer .point path >> nth=2"
    said = opened(page, "days", third, "^Selesai dalam")
    count = int(re.search(r": ([\d.]+) izin", said.replace("\xa0", " "))[1].replace(".", ""))
    assert listed(page, "^Selesai dalam") == count > 1
    with page.expect_download() as got:
        page.get_by_role("button", name="Unduh daftar (Excel)").first.click()
    got.value.save_as(tmp_path / "berkas.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "berkas.xlsx").active.values)
    assert len(rows) == count + 1
    assert rows[0][:2] == ("Nomor", "Jenis izin")
    click(page, "days", third)
    expect(page.locator(".finding", has_text=re.compile("^Selesai dalam"))).to_have_count(0)

    said = opened(page, "flow", ".scatterlayer .trace:last-child .point >> nth=1", "^Dari .* ke ")
    count = int(re.search(r"([\d.]+) kali", said)[1].replace(".", ""))
    assert listed(page, "^Dari .* ke ") == count > 1

    page.get_by_test_id("stButtonGroup").get_by_text("1", exact=True).click()
    settle(page)
    first = page.locator("li", has_text="1. ").first.inner_text()
    assert listed(page, "^Jalur ") == int(re.search(r"([\d.]+) berkas", first)[1].replace(".", ""))
