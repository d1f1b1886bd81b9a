"""Works the open data out after a start and after a load, so that no citizen waits for it."""

import asyncio
import logging

from dashboard.public.doors import opened
from etl.paths import default_store
from metrics.opendata.edition import edition

log = logging.getLogger(__name__)
PAUSE = 10.0  # seconds between two looks


async def keep_ready() -> None:
    """Look for a new version or another open door until the server stops."""
    last: tuple[str, frozenset[str]] | None = None
    while True:
        try:
            last = await asyncio.to_thread(_make, last)
        except Exception:  # a request will say what is wrong
            log.warning("the open data could not be made ready", exc_info=True)
        await asyncio.sleep(PAUSE)


def _make(last: tuple[str, frozenset[str]] | None) -> tuple[str, frozenset[str]]:
    data = opened(default_store())
    now = (data.version, data.offices)
    if now != last and data.names:
        edition(data.snapshot, data.offices)
    return now
