"""Holds the published data open, one snapshot a version, and picks up a new version by itself."""

import json
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.frame.period import last_complete
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import Snapshot, open_snapshot


def version(store: Path) -> str:
    """The name of the manifest now in force, "" where nothing is published."""
    pointer = store / "published" / "current.json"
    if not pointer.exists():
        return ""
    return json.loads(pointer.read_text(encoding="utf-8")).get("manifest", "")


def _close(snapshot: Snapshot) -> None:
    close = getattr(snapshot, "close", None)
    if close:
        close()


@st.cache_resource(max_entries=3, show_spinner=False, on_release=_close)
def _open(store: str, manifest: str) -> Snapshot:
    return open_snapshot(Path(store))


def current(store: Path) -> Snapshot | None:
    """The snapshot of the version in force; None where nothing is published yet.

    A version stays open until two newer ones have been asked for, so that a page that is
    being drawn is not cut off by a load.
    """
    manifest = version(store)
    return _open(str(store), manifest) if manifest else None


@st.cache_data(max_entries=64, show_spinner=False)
def span(store: str, manifest: str, office: str | None, province: str | None) -> tuple[str, str]:
    """First and last whole month with data ("YYYY-MM") of a place; ("", "") where none.

    Months of applications received; of permits issued where a place tells no more than those.
    """
    snapshot = _open(store, manifest)
    query = Query(office=office, province=province, by=("month",))
    for name in ("applications_received", "permits_issued"):
        found = get(name).read(snapshot, EVERYTHING, query)
        months = sorted(m for m in found.rows.get("month", []) if m)
        if not months:
            continue
        last = months[-1]
        if found.as_of:
            whole = last_complete(date.fromisoformat(str(found.as_of)[:10]))
            last = min(last, max(months[0], whole))
        return months[0], last
    return "", ""
