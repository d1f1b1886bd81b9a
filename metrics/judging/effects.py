"""What a follow-up did: its figure before and after, and the difference with its interval.

Source: indicators.md §11. A comparison of two spans, no proof of a cause; who prints it says so.
"""

import math
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import stdtrit

from etl.periods import add_months, month_of, month_text, months_between, months_of
from etl.rows import rows_of
from etl.store.follow_ups import Action
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.asking.registry import Indicator, get
from metrics.asking.result import plain
from metrics.judging.fair import Z95, moves
from metrics.judging.funnel import FEWEST_CASES
from metrics.judging.signals import last_whole_month

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

SPAN = 12  # months looked at on either side, at most
FEWEST_MONTHS = 3  # on either side


@dataclass(frozen=True)
class Effect:
    """A figure before an action began and after it was done, with the 95 % interval of the change.

    Rates are fractions. `before_months` and `after_months` are the months compared (yyyymm, in
    order); the months in which it was done are in neither. `direction` is "better" or "worse" where
    the interval leaves out "no change", else "". `lacks` says why there is no figure.
    """

    indicator: Indicator
    before: float | None = None
    after: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None
    before_months: tuple[int, ...] = ()
    after_months: tuple[int, ...] = ()
    mean: bool = False
    lacks: str = ""

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)

    @property
    def direction(self) -> str:
        """ "better" or "worse" where the change is clear and one way is good, else ""."""
        if not self.clear or self.change is None or self.indicator.better is None:
            return ""
        return "better" if (self.change > 0) == (self.indicator.better == "up") else "worse"


def query_of(action: Action) -> Query:
    """The place and permit type that a follow-up is about."""
    asked = Query(permit_type=action.permit_type or None)
    if "." in action.office:
        return asked.change(office=action.office)
    return asked.change(province=action.office)


def effect_of(snapshot: "Snapshot", scope: Scope, action: Action) -> Effect:
    """The effect of a follow-up on its indicator; of one that is not done, why there is none.

    Rates: pooled cases, Newcombe's interval; the IKM: two surveys and their intervals; all else:
    the months' figures (of a median the months' means), Welch's interval.
    """
    indicator = get(action.indicator)
    last = None if snapshot.is_empty else last_whole_month(snapshot)
    if action.state != "done" or action.finished is None:
        return Effect(indicator, lacks=_("pengaruhnya dihitung sesudah selesai"))
    if last is None or "month" not in indicator.dims:
        return Effect(indicator, lacks=_("tidak dirinci menurut bulan"))
    began, done = month_of(min(action.starts, action.finished)), month_of(action.finished)
    first, end = add_months(began, -SPAN), min(add_months(done, SPAN), last)
    query = query_of(action)
    if query.permit_type and "permit_type" not in indicator.dims:
        query = query.change(permit_type=None)
    if indicator.shape == "index":
        return _surveys(snapshot, scope, indicator, query, began, done, last)
    if indicator.ripens:  # the newest month is still being followed
        end = min(end, add_months(last, -1))
    if end <= done:
        return Effect(indicator, lacks=_("belum ada bulan utuh sesudah selesai"))
    asked = query.change(start=month_text(first), end=month_text(end), by=("month",))
    rows = indicator.read(snapshot, scope, asked).rows
    column = indicator.charted if indicator.charted in rows else "value"
    found = {
        months_of(r.month)[0]: r for r in rows_of(rows) if plain(getattr(r, column)) is not None
    }
    before = [m for m in months_between(first, add_months(began, -1)) if m in found]
    after = [m for m in months_between(add_months(done, 1), end) if m in found]
    if min(len(before), len(after)) < FEWEST_MONTHS:
        return Effect(
            indicator,
            before_months=tuple(before),
            after_months=tuple(after),
            lacks=_("belum cukup data: {a} bulan sebelum dan {b} bulan sesudahnya").format(
                a=len(before), b=len(after)
            ),
        )
    spans = ([found[m] for m in before], [found[m] for m in after])
    if indicator.shape == "rate":
        told = _rates(*spans)
    else:
        told = _months(*([float(getattr(r, column)) for r in rows] for rows in spans))
    return Effect(
        indicator, *told[:5], tuple(before), tuple(after), column == "mean", told[5]
    )  # fmt: skip


Told = tuple[float | None, float | None, float | None, float | None, float | None, str]


def _rates(before: list[Any], after: list[Any]) -> Told:
    """Before, after, change, low, high of two shares by their cases, and why there are none."""
    a, n = (sum(int(getattr(r, c) or 0) for r in before) for c in ("numerator", "denominator"))
    b, m = (sum(int(getattr(r, c) or 0) for r in after) for c in ("numerator", "denominator"))
    if min(n, m) < FEWEST_CASES:
        said = _("kurang dari {n} kasus, tidak dinilai").format(n=FEWEST_CASES)
        return (a / n if n else None, b / m if m else None, None, None, None, said)
    move = moves([a], [n], [b], [m])
    return a / n, b / m, float(move.change[0]), float(move.low[0]), float(move.high[0]), ""


def _months(before: list[float], after: list[float]) -> Told:
    """The same of two spans of months: the difference of means by Welch's t."""
    a, b = sum(before) / len(before), sum(after) / len(after)
    errors = [float(np.var(part, ddof=1)) / len(part) for part in (before, after)]
    if not sum(errors):  # no variation: an interval of no width
        return a, b, b - a, b - a, b - a, ""
    freedom = sum(errors) ** 2 / sum(
        e**2 / (len(p) - 1) for e, p in zip(errors, (before, after), strict=True)
    )
    half = float(stdtrit(freedom, 0.975)) * math.sqrt(sum(errors))
    return a, b, b - a, b - a - half, b - a + half, ""


def _surveys(
    snapshot: "Snapshot", scope: Scope, indicator: Indicator, query: Query,
    began: int, done: int, last: int,
) -> Effect:  # fmt: skip
    """The last survey before the action began against the last within a year after it was done."""
    end = min(add_months(done, SPAN), last)
    past = query.change(
        start=month_text(add_months(began, -SPAN)), end=month_text(add_months(began, -1))
    )
    then = indicator.read(snapshot, scope, past).first
    if then.get("value") is None:
        return Effect(indicator, lacks=_("belum ada survei sebelum tindakan ini"))
    now: dict[str, Any] = {}
    if end > done:
        new = query.change(start=month_text(add_months(done, 1)), end=month_text(end))
        now = indicator.read(snapshot, scope, new).first
    period = str(now.get("period") or "")
    if now.get("value") is None or not period or months_of(period)[1] <= done:
        return Effect(indicator, lacks=_("belum ada survei sesudah tindakan ini selesai"))
    spans = (months_of(str(then["period"]))[1],), (months_of(period)[1],)
    a, b = float(then["value"]), float(now["value"])
    errors = [
        None if row.get("low") is None else (float(row["high"]) - float(row["low"])) / (2 * Z95)
        for row in (then, now)
    ]
    if errors[0] is None or errors[1] is None:
        said = _("tanpa selang, sebab hanya rekapitulasi jawaban")
        return Effect(indicator, a, b, b - a, None, None, *spans, lacks=said)
    half = Z95 * math.hypot(errors[0], errors[1])
    return Effect(indicator, a, b, b - a, b - a - half, b - a + half, *spans)


@dataclass(frozen=True)
class Progress:
    """How far a plan is: how many of its actions are done, and the months that took (median)."""

    total: int
    done: int
    overdue: int
    months: float | None

    @property
    def share(self) -> float | None:
        """The share done; None where nothing is planned."""
        return self.done / self.total if self.total else None


def progress(actions: list[Action], day: date) -> Progress:
    """How far those of `actions` that were not called off are on `day`."""
    kept = [a for a in actions if a.state != "dropped"]
    finished = [a for a in kept if a.state == "done"]
    took = [
        (a.finished - min(a.starts, a.finished)).days / 30.4375
        for a in finished
        if a.finished is not None
    ]
    return Progress(
        len(kept),
        len(finished),
        sum(a.overdue(day) for a in kept),
        median(took) if took else None,
    )
