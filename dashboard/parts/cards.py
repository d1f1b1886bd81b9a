"""An indicator as a card: its figure, target, 24 months, change with certainty, and counts."""

from collections.abc import Callable

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import day_counts, findings, series, targets
from dashboard.parts.components import Card, Change
from etl.words import _
from metrics.asking.registry import Indicator, get
from metrics.asking.result import Result


def card(view: View, name: str, label: str = "") -> Card:
    """The card of the indicator `name` for the place, period and permit type in view."""
    indicator = get(name)
    now = view.read(name)
    months = view.period.trend().months()
    spark = _spark(view, indicator, months)
    change = _change(view, indicator, now, spark, months)
    return Card(
        label=_labelled(view, indicator, label),
        value=value_words(indicator, now),
        target=_target_words(view, indicator),
        spark=spark,
        months=months,
        change=change,
        detail=_detail(indicator, now),
        result=now,
        counts=_counts(view, indicator),
    )


def _counts(view: View, indicator: Indicator) -> Callable[[], pd.DataFrame]:
    """What the figure was read from: cases by days taken, else its parts by month."""
    if indicator.name == "processing_time":
        return lambda: day_counts.net_days(view)
    by = tuple(d for d in ("month",) if d in indicator.dims)
    return lambda: view.read(indicator.name, by=by).rows


def _labelled(view: View, indicator: Indicator, label: str) -> str:
    text = label or indicator.label()
    if view.query.permit_type and "permit_type" not in indicator.dims:
        return _("{name}, semua izin").format(name=text)
    return text


def value_words(indicator: Indicator, result: Result) -> str:
    """The figure in words: "87,4 %", "4 hari", "84,17 · B"."""
    text = f.figure(result.value, indicator.shape, indicator.decimals)
    grade = result.first.get("grade")
    return f"{text} · {grade}" if grade else text


# followed from the month received or billed on: the last month has had too little time yet
RIPENING = frozenset({"resolution_rate", "resolution_days", "collection_rate", "expected_days"})
# open at the as-of day by the month received: no series over time
AS_OF_ONLY = frozenset({"open_complaints", "overdue_complaints"})


def _spark(view: View, indicator: Indicator, months: list[str]) -> list[float | None]:
    if "month" not in indicator.dims or indicator.name in AS_OF_ONLY:
        return []
    line = view.trend(indicator.name)
    # a median moves in whole days; the mean shows the change in between
    found = series.by_month(line, months, "mean" if "mean" in line.rows else "value")
    if indicator.shape == "index":  # surveys come twice a year: join what there is
        return [v for v in found if v is not None]
    return [*found[:-1], None] if indicator.name in RIPENING else found


def _target_words(view: View, indicator: Indicator) -> str:
    wanted = targets.target(view, indicator.name)
    if wanted is None:
        return ""
    percent = indicator.shape in ("rate", "ratio")
    text = (
        f.brief_percent(wanted)
        if percent
        else f.figure(wanted, indicator.shape, indicator.decimals)
    )
    return _("target {value}").format(value=text)


def _change(
    view: View,
    indicator: Indicator,
    now: Result,
    spark: list[float | None],
    months: list[str],
) -> Change | None:
    past = _past(view)
    if indicator.name == "resolution_rate":  # last year's cohort has had a year more
        return None
    if indicator.shape == "rate" and "denominator" in now.rows:
        before = view.before(indicator.name)
        return findings.rate_change(now, before, indicator.better, past)
    if now.value is None:
        return None
    if indicator.better is None:
        before = view.before(indicator.name)
        show = f.rupiah if indicator.shape == "amount" else f.number
        return findings.count_change(now.value, before.value, past, show)
    if len(spark) != len(months):
        return None
    judged = series.process(spark, months, indicator.better)
    if judged.missing:
        return None
    words = (
        _("sejak {month}").format(month=f.month(judged.since, short=True)) if judged.since else ""
    )
    return findings.verdict_change(judged.verdict, words)


def _past(view: View) -> str:
    before = view.period.before()
    if before.months()[1:] and before.end[5:] != "12":
        return _("setahun sebelumnya")
    return f.months(before.start, before.end, short=True)


def _detail(indicator: Indicator, now: Result) -> str:
    row = now.first
    if row.get("period") and row.get("n"):
        return _("survei {period}, {n} responden").format(
            period=f.period(row["period"]), n=f.number(row["n"])
        )
    if row.get("note"):
        return str(row["note"])
    if row.get("denominator") is not None:
        amounts = indicator.kind == "payments" and indicator.shape == "ratio"
        show = f.rupiah if amounts else f.number
        return _("{a} dari {b}").format(a=show(row["numerator"]), b=show(row["denominator"]))
    if row.get("p90") is not None:
        return _("90{gap}% selesai dalam {days}").format(gap=f.NBSP, days=f.days(row["p90"]))
    if row.get("low") is not None and row.get("high") is not None:
        return _("selang 95{gap}%: {low}–{high}; {n} data").format(
            gap=f.NBSP,
            low=f.number(row["low"], 1),
            high=f.number(row["high"], 1),
            n=f.number(row["n"]),
        )
    return ""
