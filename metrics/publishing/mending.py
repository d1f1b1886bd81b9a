"""Counts again what was found missing or altered among the published files, where facts are."""

import subprocess
import sys
from pathlib import Path

from etl.errors import MonevError
from etl.paths import ROOT
from etl.store.marking import mark_faults, mark_where_unreadable
from metrics.publishing.opening import open_store
from metrics.publishing.publish import publish


def mend(folder: Path) -> bool:
    """Hold every published file against the manifest and count again where it is not so.

    Whether something was counted again. Raises `StoreBusy` while another process writes, and
    `StoreDamaged` where the facts cannot be read either.
    """
    store = open_store(folder)
    with store.writer() as con:
        found = mark_where_unreadable(folder, con) or bool(mark_faults(folder, con))
        publish(store)
    return found


def mend_apart(folder: Path) -> None:
    """`mend` in a process of its own, not waited for: a page that noticed goes on."""
    subprocess.Popen(
        [sys.executable, "-m", "metrics.publishing.mending", str(folder)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main() -> int:
    """Mend the store named on the command line; 0 where it is sound now."""
    try:
        mend(Path(sys.argv[1]))
    except MonevError:
        return 3
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
