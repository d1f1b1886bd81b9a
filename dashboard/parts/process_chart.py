"""A figure over time as its verdict sees it: the heading, the chart and its text say one thing."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from dashboard.charts.event_lines import events_alt
from dashboard.charts.xmr import xmr, xmr_alt
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.action_link import action_link
from dashboard.parts.components import chart
from dashboard.parts.events import as_events
from dashboard.parts.process_frame import gap_words, heading, past_words, process_frame
from etl.words import _
from metrics.judging.targets import targets_by_month
from metrics.judging.verdict import Verdict


def process_chart(
    view: View,
    verdict: Verdict,
    name: str,
    what: str,
    key: str,
    height: int = 320,
    pick: str | None = None,
    carry: Callable[[str], list[Any]] | None = None,
    hint: str = "",
) -> list[Any] | None:
    """Draw the verdict's 24 months; `what` says what a point is. Gives what a picked point carries.

    The target of each month is drawn over that month alone.
    """
    frame = process_frame(verdict)
    show = writer(verdict)
    events = as_events(verdict.marks)
    wanted = targets_by_month(
        view.snapshot, verdict.indicator.name, verdict.query, list(verdict.process.months)
    )
    reading = (
        what
        + " "
        + _(
            "Biru dan jingga: perubahan yang berlaku sekarang; abu-abu: naik-turun biasa di antara "
            "garis putus."
        )
    )
    return chart(
        heading(verdict, name),
        reading + past_words(frame) + gap_words(frame) + hint,
        xmr(
            frame.assign(target=pd.array(wanted, dtype="float64")),
            show,
            events,
            height,
            carry,
        )
        if verdict.process.points
        else None,
        xmr_alt(frame, show, heading(verdict, name)) + events_alt(events, list(frame["period"])),
        key=key,
        pick=pick,
        foot=(lambda: action_link(view, verdict.indicator.name))
        if verdict.process.points
        else None,
    )


def writer(verdict: Verdict) -> Callable[[Any], str]:
    """How a point's value is written."""
    shape, decimals = verdict.indicator.shape, verdict.indicator.decimals
    if shape in ("rate", "ratio"):
        return f.percent
    if shape == "days":
        return f.days
    return lambda value: f.figure(value, shape, decimals)
