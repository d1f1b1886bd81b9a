"""Holds the published data open, one snapshot a version, and picks up a new version by itself."""

import json
from datetime import date
from pathlib import Path

import streamlit as st

from dashboard.frame.period import last_complete
from etl.errors import PublishedDamaged
from etl.periods import month_text, months_of
from etl.words import _
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import Snapshot, open_snapshot


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
    return open_snapshot(Path(store))


def current(store: Path) -> Snapshot:
    """The snapshot of the version in force; an empty one where nothing is published yet.

    A version stays open until two newer ones have been asked for, so that a page that is
    being drawn is not cut off by a load.
    """
    return _open(str(store), version(store))


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
