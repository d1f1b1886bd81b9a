"""A whole journey without a mouse: navigation, place, case; and every stop on it is seen."""

import re

import pytest

from tests.browser.conftest import MAIN, settle

pytestmark = pytest.mark.browser
STOPS = 45
NAME = """() => {
  const e = document.activeElement;
  return e.getAttribute("aria-label") || e.innerText || e.placeholder || e.value || e.tagName;
}"""
PLACE = """() => {
  const e = document.activeElement, small = e.getBoundingClientRect();
  const box = (small.width < 12 ? e.parentElement : e).getBoundingClientRect();
  return {x: Math.max(box.x - 8, 0), y: Math.max(box.y - 8, 0),
          width: box.width + 16, height: box.height + 16};
}"""


@pytest.fixture
def page(chromium, app_url):
    context = chromium.new_context(viewport={"width": 1440, "height": 1400}, locale="id-ID")
    page = context.new_page()
    page.goto(f"{app_url}/?office=32.14")
    settle(page)
    yield page
    context.close()


def tab_to(page, name: str, key: str = "Tab") -> None:
    """Press Tab until what is focused has that name."""
    for _stop in range(STOPS):
        page.keyboard.press(key)
        if re.match(name, page.evaluate(NAME).strip()):
            return
    raise AssertionError(f"{name} is not reached by the keyboard")


def is_seen(page) -> bool:
    """Whether the picture changes where the focus is when it goes."""
    clip = page.evaluate(PLACE)
    focused = page.screenshot(clip=clip, animations="disabled")
    page.evaluate("window.was = document.activeElement; was.blur()")
    plain = page.screenshot(clip=clip, animations="disabled")
    page.evaluate("was.focus({preventScroll: true})")
    return focused != plain


def test_every_stop_of_the_keyboard_is_seen(page):
    unseen, names = [], []
    for _stop in range(22):
        page.keyboard.press("Tab")
        page.wait_for_timeout(60)
        name = page.evaluate(NAME).strip()
        if name in ("BODY", ""):
            continue
        names.append(name.splitlines()[0])
        if not is_seen(page):
            unseen.append(name)
    assert unseen == []
    for wanted in ("IKM", "Layanan", "Data"):
        assert any(wanted in name for name in names), names


def test_from_the_summary_to_a_case_without_a_mouse(page):
    tab_to(page, "Layanan")
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Berkas", exact=True).wait_for()
    for _item in range(12):
        if page.evaluate(NAME).strip().endswith("Berkas"):
            break
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(80)
    page.keyboard.press("Enter")
    page.wait_for_url("**/berkas**")
    settle(page)
    assert "Purwakarta" in page.locator(f"{MAIN} h1").inner_text()
    tab_to(page, "Wilayah")
    page.keyboard.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_function("!location.search.includes('office=32.14')")
    settle(page)
    assert "Purwakarta" not in page.locator(f"{MAIN} h1").inner_text()
