"""Pages in Chromium, warm, against an empty page of Streamlit: the answer with its cards, and rest.

The sample province of 27 offices; `make benchmark PARTS=pages`. Each figure is the median of some
runs, page and empty page in turn. A change of place or period is from the press to rest.
"""

import sys
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.browser import (
    EMPTY_PAGE,
    ONE_GRAPH,
    Drawn,
    bare_page,
    changed,
    opened,
    served,
    watching,
)
from tests.benchmarks.commands import ran
from tests.benchmarks.conftest import Measured

PAGES = ("", "izin_terbit", "waktu_proses", "tahapan", "pengaduan", "pembayaran", "ikm")
RUNS = 5
ANSWER, REST, CHANGE = 1.5, 2.2, 1.0
LIMIT = 15  # times: a page beyond this is broken, not slow
OURS = (  # stages and the IKM tell their answer without cards
    "main.querySelector('h1') && (main.querySelector('.card .value') || "
    "/^.(tahapan|ikm)/.test(location.pathname))"
)
EMPTY = "main.innerText.includes('Tidak ada.')"

pytestmark = [pytest.mark.benchmark, pytest.mark.full, pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample province."""
    folder = tmp_path_factory.mktemp("pages") / "store"
    ran((sys.executable, "-m", "cli", "sample"), folder)
    return folder


def middle(drawn: list[Drawn]) -> Drawn:
    """The median of answers and that of rests."""
    return Drawn(median(d.answer for d in drawn), median(d.rest for d in drawn))


def test_pages_against_an_empty_one(store: Path, tmp_path: Path, chromium, measured: Measured):
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="id-ID")
    with served(store) as (url, _process), bare_page(tmp_path, EMPTY_PAGE) as bare:
        ours, theirs = context.new_page(), context.new_page()
        watching(ours, OURS)
        watching(theirs, EMPTY)
        for _warm in range(2):
            opened(theirs, bare)
        for slug in PAGES:
            opened(ours, f"{url}/{slug}")
        for slug in PAGES:
            pairs = [(opened(ours, f"{url}/{slug}"), opened(theirs, bare)) for _run in range(RUNS)]
            mine, empty = (middle(list(side)) for side in zip(*pairs, strict=True))
            name = slug or "ringkasan"
            first = measured.ratio(
                f"{name}: answer and cards", mine.answer, empty.answer, "an empty page", ANSWER
            )
            rest = measured.ratio(
                f"{name}: at rest", mine.rest, empty.rest, "an empty page at rest", REST
            )
            assert max(first, rest) <= LIMIT
        for slug in PAGES[:3]:
            opened(ours, f"{url}/{slug}")
            for label, what in (("Periode", "another period"), ("Wilayah", "another place")):
                times = [_chosen(ours, label, place) for place in (2, 3, 2)]
                name = f"{slug or 'ringkasan'}: {what}, from the press to rest"
                measured.bound(name, median(times), "s", CHANGE)
    context.close()


def test_one_graph_and_one_table_of_streamlit_itself(tmp_path: Path, chromium, measured: Measured):
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="id-ID")
    rests = []
    for name, written in (("one", ONE_GRAPH), ("none", EMPTY_PAGE)):
        (tmp_path / name).mkdir()
        with bare_page(tmp_path / name, written) as url:
            page = context.new_page()
            watching(page, EMPTY)
            opened(page, url)
            rests.append(median(opened(page, url).rest for _run in range(RUNS)))
            page.close()
    measured.ratio(
        "a bare Streamlit page of one graph and one table: at rest",
        *rests,
        "an empty page at rest",
        None,
    )
    context.close()


def _chosen(page, label: str, place: int) -> float:
    """Choose the entry at `place` of a list in the bar; the seconds until the page is at rest."""
    page.get_by_role("combobox", name=label).first.click()
    entry = page.get_by_role("option").nth(place)
    entry.wait_for()
    return changed(page, entry.click).rest
