"""A verdict made of given months, for what is drawn and said of it."""

import pandas as pd

from etl.periods import months_between
from metrics.asking.query import Query
from metrics.asking.registry import get
from metrics.asking.result import Result
from metrics.judging.process import process
from metrics.judging.targets import met
from metrics.judging.verdict import Verdict


def made(values, name="on_time_rate", value=None, target=None, few=False, lacks="", **row):
    """The verdict on a rate of 24 (or fewer) monthly `values` up to December 2025."""
    months = months_between(202401, 202512)[-len(values) :]
    line = process(months, values)
    present = [v for v in values if v is not None]
    value = value if value is not None else (present[-1] if present else None)
    figure = get(name)
    lacks = lacks or (f"perlu {line.chart.missing} bulan lagi" if line.chart.missing else "")
    moved = 0 if lacks else line.moved
    word = None if lacks or value is None else "same"
    if moved:
        word = "better" if (moved > 0) == (figure.better == "up") else "worse"
    rows = pd.DataFrame([{"n": 100, "value": value} | row])
    return Verdict(
        indicator=figure, query=Query(), result=Result(figure, Query(), rows, "2025-12-31"),
        moment=figure.moment, target=target,
        met=met(figure, value, 5 if few else 100, target), direction=word, moved=moved,
        since=line.since if moved else "", few=few, process=line, charted=figure.charted,
        year_before=None, difference=None, lacks=lacks,
    )  # fmt: skip
