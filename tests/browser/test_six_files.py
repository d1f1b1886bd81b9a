"""From a folder of six files to the first right figures, counted in clicks and questions."""

import os
import subprocess
import sys

import pytest

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.publishing.publish import publish
from tests.browser.conftest import MAIN, ROOT, _free_port, _wait_until_well
from tests.browser.six_files import FILES

pytestmark = pytest.mark.browser
OFFICES = (
    "office_code,name,region_kind,province_code\n61.09,DPMPTSP Kabupaten Sekadau,kabupaten,61\n"
)
SECONDS = 240_000
MOST = 3  # clicks and questions a file


@pytest.fixture
def url(tmp_path):
    """The address of an app whose store knows one office."""
    (tmp_path / "kantor.csv").write_text(OFFICES, encoding="utf-8")
    store = Store(tmp_path / "store")
    store.load(tmp_path / "kantor.csv", LoadOptions(kind="offices"))
    publish(store)
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
        cwd=ROOT,
        env={**os.environ, "MONEV_STORE": str(store.folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_well(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def test_six_files_in_a_few_clicks(url, chromium, tmp_path):
    folder = tmp_path / "berkas"
    folder.mkdir()
    kept = [make(folder) for make in FILES]
    page = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID").new_page()
    page.set_default_timeout(SECONDS)
    page.goto(f"{url}/unggah")
    main = page.locator(MAIN)
    page.locator("input[type=file]").first.set_input_files([k.path for k in kept])
    clicks = 1  # choosing the files; nothing was asked of five of them
    main.get_by_text("5 dari 6 berkas siap dimuat").wait_for()
    period = page.get_by_placeholder("misalnya 2024-S1")
    period.wait_for()
    assert period.count() == 1  # one question for all six
    period.fill("2024-S2")
    period.press("Enter")
    clicks += 1
    main.get_by_text("6 dari 6 berkas siap dimuat").wait_for()
    page.get_by_role("button", name="Muat", exact=True).click()
    clicks += 1
    main.get_by_text("dimuat sebagai muatan").wait_for()
    links = page.get_by_role("link", name="Lihat angkanya")
    links.nth(len(kept) - 1).wait_for()
    where = [links.nth(i).get_attribute("href") or "" for i in range(len(kept))]
    for one, address in zip(kept, where, strict=True):
        clicks += 1
        assert one.page in address, (one.path.name, address)
        page.goto(url + address[address.index("/" + one.page) :])
        main.get_by_text(one.figure).first.wait_for(timeout=60_000)
    assert clicks <= MOST * len(kept)
    assert clicks == 9  # six links, the files, one question, one load
