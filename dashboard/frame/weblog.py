"""Log lines of the web server, one JSON object each, rotated, without a person's data.

`access.log` says of each request when, method, route, status and milliseconds: no address, no
account, no query, no application number. `error.log` says of what went wrong the kind and the
place in the code, never the message of an exception, which may quote a cell.
"""

import json
import logging
import os
import re
import time
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.frame import metering
from etl.settings import settings

ACCESS = "monev.access"
KEPT = 5  # rotated files
KNOWN = re.compile(
    r"/(?:health|metrics|publik(?:/cek)?|api/v1(?:/(?:indicators|openapi\.json))?|oauth2callback"
    r"|auth/log(?:in|out)|_stcore/(?:health|host-config|stream|metrics)|)/?"
)
FAMILIES = re.compile(
    r"/(publik|api/v1/indicators|_stcore/[a-z_]+|media|static|component|_stcore)/"
)


class JsonLines(logging.Formatter):
    """A record as one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
        }
        fields = getattr(record, "fields", None)
        said |= fields if fields is not None else {"what": str(record.msg)[:300]}
        if record.exc_info and record.exc_info[0] is not None:
            said["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            said["where"] = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-8:]]
        return json.dumps(said, ensure_ascii=False)


def start(store: Path) -> None:
    """Write the logs in `MONEV_LOGS`, else in `logs` of the store; once a process."""
    logger = logging.getLogger(ACCESS)
    if logger.handlers:
        return
    folder = settings().logs or store / "logs"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    logger.addHandler(_rotating(folder / "access.log"))
    logger.setLevel(logging.INFO)
    logger.propagate = False
    errors = _rotating(folder / "error.log")
    errors.setLevel(logging.WARNING)
    for name in ("", "streamlit", "uvicorn"):
        logging.getLogger(name).addHandler(errors)


def _rotating(path: Path) -> logging.Handler:
    size = int(settings().log_mb * 1024 * 1024)
    handler = RotatingFileHandler(path, maxBytes=size, backupCount=KEPT, encoding="utf-8")
    handler.setFormatter(JsonLines())
    os.chmod(path, 0o600)
    return handler


def route(path: str) -> str:
    """What is kept of a path: itself where it is one of ours, else its family.

    >>> route("/publik/32.14/PBG"), route("/media/1f0c.xlsx"), route("/unggah")
    ('/publik/…', '/media/…', '/…')
    """
    if KNOWN.fullmatch(path):
        return path
    family = FAMILIES.match(path)
    return f"{family.group(0)}…" if family else "/…"


class AccessLog:
    """ASGI middleware: a line and a measure of each HTTP request and websocket."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "websocket.accept":
                status = 101
            elif message["type"] == "websocket.close" and not status:
                status = 403
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except Exception:
            status = 500
            raise
        finally:
            seconds = time.perf_counter() - began
            place = route(scope["path"])
            method = scope.get("method", "WEBSOCKET")
            metering.seen(method, place, status, seconds)
            line: dict[str, object] = {
                "method": method,
                "route": place,
                "status": status,
                "ms": round(seconds * 1000, 1),
            }
            if "refused" in scope:
                line["refused"] = scope["refused"]
            logging.getLogger(ACCESS).info("request", extra={"fields": line})
