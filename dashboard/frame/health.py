"""Whether the application can answer: it opens the data before it says so."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from dashboard.frame import snapshots
from etl.paths import default_store

log = logging.getLogger(__name__)


def look() -> tuple[int, dict[str, object]]:
    """(HTTP status, what is said): the version served, read from the data and not from its name."""
    try:
        store = default_store()
        data = snapshots.current(store)
        if data.is_empty:
            return 200, {"status": "empty", "manifest": None, "offices": 0}
        offices = len(data.offices())
        data.last_days("applications")
        for code, entry in data.manifest.get("offices", {}).items():
            if not (store / "published" / entry["path"]).is_dir():
                log.error("published files of an office are missing", extra={"office": code})
                return 503, {"status": "damaged", "manifest": snapshots.version(store)}
        return 200, {"status": "ok", "manifest": snapshots.version(store), "offices": offices}
    except Exception:
        log.exception("the data cannot be opened")
        return 503, {"status": "damaged"}


async def health(_request: Request) -> JSONResponse:
    """The answer of `/health`: 200 where the data was opened, 503 where it could not be."""
    status, said = await run_in_threadpool(look)
    return JSONResponse(said, status, headers={"cache-control": "no-store"})
