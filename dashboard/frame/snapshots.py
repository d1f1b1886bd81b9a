"""Holds the published data open, one snapshot a version, and picks up a new version by itself."""

import json
import logging
import threading
from datetime import date
from pathlib import Path

import duckdb
import streamlit as st

from dashboard.frame.period import last_complete
from etl.errors import MonevError, PublishedDamaged
from etl.periods import month_text, months_of
from etl.words import _
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.asking.weeks import told_weeks
from metrics.judging.signals import signals
from metrics.outlook.forecast import warm

log = logging.getLogger(__name__)
_serving = threading.Event()


def version(store: Path) -> str:
    """The name of the manifest now in force, "" where nothing is published."""
    pointer = store / "published" / "current.json"
    if not pointer.exists():
        return ""
    try:
        return str(json.loads(pointer.read_text(encoding="utf-8"))["manifest"])
    except (ValueError, KeyError, TypeError) as error:
        raise PublishedDamaged(_("Penunjuk data terbitan rusak."), store) from error


def _close(snapshot: Snapshot) -> None:
    close = getattr(snapshot, "close", None)
    if close:
        close()


@st.cache_resource(max_entries=3, show_spinner=False, on_release=_close)
def _open(store: str, manifest: str) -> Snapshot:
    snapshot = open_snapshot(Path(store))
    if _serving.is_set() and not snapshot.is_empty:
        threading.Thread(target=_warm, args=(snapshot,), daemon=True, name="warm").start()
    return snapshot


def keep_warm() -> None:
    """Have every version that is opened from now on readied behind the pages (for a server)."""
    _serving.set()


def _warm(snapshot: Snapshot) -> None:
    try:
        signals(snapshot, EVERYTHING, Query(), date.today())  # what Ringkasan waits for
        warm(snapshot)
    except (MonevError, duckdb.Error):  # closed meanwhile, or damaged: the page that asks says so
        log.warning("a published version could not be readied", exc_info=True)


def current(store: Path) -> Snapshot:
    """The snapshot of the version in force; an empty one where nothing is published yet.

    A version stays open until two newer ones have been asked for, so that a page that is
    being drawn is not cut off by a load.
    """
    return _open(str(store), version(store))


@st.cache_data(max_entries=64, show_spinner=False)
def told(store: str, manifest: str, office: str | None, province: str | None) -> tuple[str, str]:
    """First and last month that a place told of anything, whole or not, surveys too; as `span`."""
    snapshot = _open(store, manifest)
    places = offices_asked(snapshot, EVERYTHING, Query(office=office, province=province))
    table = snapshot.table("reporting")
    months = [int(m) for m in table[table["office"].isin(places)]["month"]]
    return (month_text(min(months)), month_text(max(months))) if months else ("", "")


@st.cache_data(max_entries=64, show_spinner=False)
def span(store: str, manifest: str, office: str | None, province: str | None) -> tuple[str, str]:
    """First and last whole month ("YYYY-MM") that a place told of anything; ("", "") where none.

    Every kind of record counts, so that an office that keeps complaints or payments alone has
    periods to choose; a survey counts only where there is nothing else, since one of a whole year
    speaks for its December already.
    """
    snapshot = _open(store, manifest)
    places = offices_asked(snapshot, EVERYTHING, Query(office=office, province=province))
    told = snapshot.table("reporting")
    told = told[told["office"].isin(places)]
    told = told[told["kind"] != "survey"] if (told["kind"] != "survey").any() else told
    if told.empty:
        return "", ""
    first, last = int(told["month"].min()), int(told["month"].max())
    meta = snapshot.table("meta")
    meta = meta[meta["office"].isin(places) & meta["kind"].isin(told["kind"].unique())]
    days = meta["as_of"].dropna()
    if len(days):
        whole = months_of(last_complete(date.fromisoformat(str(days.max())[:10])))[0]
        last = min(last, max(first, whole))
    return month_text(first), month_text(last)


@st.cache_data(max_entries=64, show_spinner=False)
def weeks(
    store: str, manifest: str, office: str | None, province: str | None
) -> tuple[date, date] | None:
    """The Mondays of the first and last week that a place's records tell whole; None where only
    counts are known of it."""
    snapshot = _open(store, manifest)
    places = offices_asked(snapshot, EVERYTHING, Query(office=office, province=province))
    return told_weeks(snapshot, places)
