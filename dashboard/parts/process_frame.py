"""A figure over time as its verdict sees it, as rows and words: for pages and papers alike."""

from itertools import groupby

import numpy as np
import pandas as pd

from dashboard.locale import format as f
from dashboard.locale.verdict_words import over_time, why
from etl.periods import month_text
from etl.rows import rows_of
from etl.words import _
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
        return _("{name}: {why}").format(name=name, why=why(verdict))
    if verdict.moved:
        return f"{name} {over_time(verdict)}"
    return _("{name} {word}: naik-turunnya biasa").format(name=name, word=over_time(verdict))


def gap_words(frame: pd.DataFrame) -> str:
    """What the dotted boxes of the chart are, where it has any."""
    told = frame["value"].notna()
    inner = told.cummax() & told[::-1].cummax()[::-1]
    return " " + _("Kotak titik-titik: tidak ada data.") if (inner & ~told).any() else ""


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
