"""Take the README's pictures on the sample province: the first page, an office's cases, a phone."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from etl.paths import ROOT
from scripts.serving import served

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BUSY = (
    "[data-testid=stStatusWidget], [data-testid=stSkeleton], [data-stale=true], "
    "[data-test-script-state=running], [data-test-script-state=rerunRequested]"
)
#: Name → width, height and address of each picture.
PICTURES = {
    "ringkasan": (1280, 1000, ""),
    "berkas": (1440, 1000, "berkas?office=32.05"),
    "telepon": (390, 780, "?office=32.05&lang=en"),
}


@contextmanager
def serving(store: Path, seconds: float = 60) -> Iterator[str]:
    """The address of the app on `store`, which is stopped at the end."""
    with served(store, seconds=seconds) as app:
        yield app.address


def settle(page: Page, seconds: float = 60) -> None:
    """Wait until the page has drawn something and has stopped working for a second."""
    page.wait_for_selector("[data-testid=stMainBlockContainer] *", timeout=seconds * 1000)
    until, quiet = time.monotonic() + seconds, 0
    while quiet < 8:
        if time.monotonic() > until:
            raise TimeoutError(f"{page.url} is still working after {seconds:g} s")
        page.wait_for_timeout(120)
        quiet = 0 if page.locator(BUSY).count() else quiet + 1


def photograph(address: str, folder: Path) -> None:
    """The pages of `PICTURES` of the app at `address`, come to rest, as PNG files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, (width, height, path) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, locale="id-ID")
            page.goto(f"{address}/{path}")
            settle(page)
            page.screenshot(path=str(folder / f"{name}.png"))
            page.close()
        browser.close()


def main(target: Path) -> int:
    """Fill a store of its own with the sample, serve it, take the pictures into `target`."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        subprocess.run(
            [sys.executable, "-m", "cli", "sample", "--store", str(store)], cwd=ROOT, check=True
        )
        with serving(store) as address:
            photograph(address, target)
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
