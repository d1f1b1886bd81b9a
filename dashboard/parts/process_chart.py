"""A figure over time as its verdict sees it: the heading, the chart and its text say one thing."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd

from dashboard.charts.xmr import xmr, xmr_alt
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.verdict_words import over_time
from dashboard.parts.components import chart
from etl.periods import month_text
from etl.rows import rows_of
from etl.words import _
from metrics.judging.targets import targets_by_month
from metrics.judging.verdict import Verdict


def process_frame(verdict: Verdict) -> pd.DataFrame:
    """One row a month of the verdict's window: period, value, mean, low, high, signal, verdict,
    past.

    `verdict` is "better", "worse" or "changed" on the months that the verdict calls news, ""
    elsewhere; `past`: a signal that is over, or one that may not be judged.
    """
    line, judged = verdict.process, verdict.process.chart
    news = line.current & bool(verdict.moved)
    word = verdict.direction or "changed"
    return pd.DataFrame(
        {
            "period": [month_text(m) for m in line.months],
            "value": judged.values,
            "mean": judged.mean,
            "low": judged.low,
            "high": judged.high,
            "signal": list(judged.signals),
            "verdict": np.where(news, word, ""),
            "past": [bool(s) and not n for s, n in zip(judged.signals, news, strict=True)],
        }
    )


def heading(verdict: Verdict, name: str) -> str:
    """What the 24 months say, as the heading over their chart."""
    if not verdict.process.points:
        return _("{name}: belum ada data").format(name=name)
    if verdict.lacks:
        return _("{name}: {why}").format(name=name, why=verdict.lacks)
    if verdict.moved:
        return f"{name} {over_time(verdict)}"
    return _("{name} {word}: naik-turunnya biasa").format(name=name, word=over_time(verdict))


def past_words(frame: pd.DataFrame) -> str:
    """The months of signals that are over, as a sentence to follow the reading; "" for none."""
    runs = []
    for over, rows in groupby(rows_of(frame), key=lambda row: bool(row.past)):
        months = [row.period for row in rows]
        if over:
            runs.append(f.months(months[0], months[-1], short=True))
    if not runs:
        return ""
    return " " + _("Lingkaran kosong: di luar kebiasaan dan sudah lewat ({spans}).").format(
        spans="; ".join(runs)
    )


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
    show = _writer(verdict)
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
        reading + past_words(frame) + hint,
        xmr(
            frame.assign(target=pd.array(wanted, dtype="float64")),
            show,
            [(month_text(m.day.year * 100 + m.day.month), m.what) for m in verdict.marks],
            height,
            carry,
        )
        if verdict.process.points
        else None,
        xmr_alt(frame, show, heading(verdict, name)),
        key=key,
        pick=pick,
    )


def _writer(verdict: Verdict) -> Callable[[Any], str]:
    """How a point's value is written."""
    shape, decimals = verdict.indicator.shape, verdict.indicator.decimals
    if shape in ("rate", "ratio"):
        return f.percent
    if shape == "days":
        return lambda value: f.days(value, decimals)
    return lambda value: f.figure(value, shape, decimals)
