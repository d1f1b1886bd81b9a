"""The process that waits with everything in memory, and forks one for each request.

Started by `dashboard.loading.ready`, which asks it.
"""

import gc
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module

from dashboard.loading import uploading
from dashboard.loading.ready import ENDED
from etl.calendar import national_holidays
from etl.errors import Refused
from etl.recognising.vocabulary import headings
from etl.schema import kinds
from etl.settings import settings
from etl.sheets import layouts
from metrics.asking.registry import indicators
from metrics.counting.shipped import steps

NEEDED = (
    "openpyxl", "pyarrow.dataset", "dashboard.frame.access", "dashboard.frame.sign_in",
    "dashboard.loading.upload_check", "etl.ingest", "etl.store.compacting", "etl.store.store",
    "metrics.asking.feeds", "metrics.publishing.changes", "metrics.publishing.foretelling",
    "metrics.publishing.publish",
)  # fmt: skip


def main() -> int:
    """Import everything, then fork for whoever asks, until nobody holds the other end."""
    _warm()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended forks leave nothing behind
    with socket.socket(fileno=os.dup(0)) as door:
        while True:
            said, fds, _flags, _address = socket.recv_fds(door, 1, 2)
            if not said:
                return 0
            if os.fork() == 0:
                door.close()
                _answer(*fds)
            for fd in fds:
                os.close(fd)


def _answer(into: int, out: int) -> None:
    """The fork: what it says goes to `out`; it never returns."""
    code = 3
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(into, 0)
        os.dup2(out, 1)
        os.close(into)
        os.close(out)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        said = json.load(sys.stdin)
        os.environ.clear()
        os.environ.update(said["environment"])
        code = uploading.answered(said["request"])
        print(f"{ENDED}{code}")
        sys.stdout.flush()
    finally:
        os._exit(code)


def _warm() -> None:
    """Import what requests need, and read the tables that never change while this process lives."""
    for name in NEEDED:
        import_module(name)
    for kind in kinds():
        headings(kind)
    layouts()
    indicators()
    steps("duckdb")
    with suppress(Refused):  # the request will say which setting is wrong
        settings()
    national_holidays(2024, 2024)  # its library brings a module a country
    gc.collect()
    gc.freeze()  # no fork looks through what all of them share


if __name__ == "__main__":
    raise SystemExit(main())
