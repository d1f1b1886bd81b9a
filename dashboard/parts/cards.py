"""An indicator as a card: its figure, target, 24 months, one word of judgement, and counts."""

from collections.abc import Callable

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale import verdict_words as words
from dashboard.parts import day_counts
from dashboard.parts.action_link import action_link
from dashboard.parts.components import Card, Change
from etl.periods import month_text
from etl.words import _
from metrics.judging.verdict import Verdict


def card(view: View, name: str, label: str = "") -> Card:
    """The card of the indicator `name` for the place, period and permit type in view.

    Everything on it is read from the one verdict (`metrics.judging.verdict`).
    """
    verdict = view.verdict(name)
    return Card(
        label=_labelled(view, verdict, label),
        value=words.figure(verdict),
        target=words.target_words(verdict),
        spark=_spark(verdict),
        months=[month_text(m) for m in verdict.process.months],
        change=_change(verdict),
        detail=_detail(verdict),
        result=verdict.result,
        counts=_counts(view, verdict),
        act=lambda: action_link(view, name),
    )


def _counts(view: View, verdict: Verdict) -> Callable[[], pd.DataFrame]:
    """What the figure was read from: cases by days taken, else its parts by month."""
    name = verdict.indicator.name
    if name == "processing_time":
        return lambda: day_counts.net_days(view)
    by = tuple(d for d in ("month",) if d in verdict.indicator.dims)
    return lambda: view.read(name, by=by).rows


def _labelled(view: View, verdict: Verdict, label: str) -> str:
    text = label or verdict.indicator.label()
    if view.query.permit_type and "permit_type" not in verdict.indicator.dims:
        return _("{name}, semua izin").format(name=text)
    return text


def _spark(verdict: Verdict) -> list[float | None]:
    values = [None if f.missing(v) else float(v) for v in verdict.process.chart.values]
    if verdict.indicator.shape == "index":  # surveys come twice a year: join what there is
        return [v for v in values if v is not None]
    return values


def _change(verdict: Verdict) -> Change | None:
    """The verdict's word and since when; why there is none; the year before where that is all."""
    if verdict.value is None:
        return None
    since = (
        _("sejak {month}").format(month=f.month(verdict.since, short=True)) if verdict.since else ""
    )
    if verdict.direction:
        mean = _("(rata-rata)") if verdict.charted == "mean" and verdict.moved else ""
        return Change(verdict.direction, " ".join(t for t in (since, mean) if t))
    if verdict.moved:
        return Change("", f"{words.direction_word(verdict)} {since}")
    return Change("", verdict.lacks) if verdict.lacks else None


def _detail(verdict: Verdict) -> str:
    row = verdict.result.first
    if row.get("note"):
        return str(row["note"])
    if row.get("period") and row.get("n"):
        return _("survei {period}, {n} responden").format(
            period=f.period(row["period"]), n=f.number(row["n"])
        )
    if row.get("denominator") is not None:
        amounts = verdict.indicator.kind == "payments" and verdict.indicator.shape == "ratio"
        show = f.rupiah if amounts else f.number
        return _("{a} dari {b}").format(a=show(row["numerator"]), b=show(row["denominator"]))
    if row.get("low") is not None and row.get("high") is not None:
        return _("selang 95{gap}%: {low}–{high}; {n} data").format(
            gap=f.NBSP,
            low=f.number(row["low"], 1),
            high=f.number(row["high"], 1),
            n=f.number(row["n"]),
        )
    if row.get("p90") is not None:
        return _("90{gap}% selesai dalam {days}").format(gap=f.NBSP, days=f.days(row["p90"]))
    if verdict.moment == "end" and verdict.result.as_of:
        return _("per {day}").format(day=f.date_short(verdict.result.as_of))
    return words.year_before(verdict)
