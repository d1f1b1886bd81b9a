"""A count against the year before, over the offices and months that reported in both (§2).

An office that told of five months of this year and twelve of the last is compared on those five.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.periods import month_text, months_of
from metrics.asking.query import Query, Scope
from metrics.asking.registry import Indicator
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

YEAR = 100  # of months written yyyymm


@dataclass(frozen=True)
class Growth:
    """The same months of the same offices in two years.

    `now` and `before` are sums over the pairs of office and month that reported in both years;
    `left_out` are offices (codes) of which some month, reported in one of the years, was not.
    `step` is now over before less 1, None where nothing can be compared or the earlier is nought.
    """

    now: float
    before: float
    pairs: int
    left_out: tuple[str, ...]

    @property
    def step(self) -> float | None:
        """The relative change, as a fraction."""
        return self.now / self.before - 1 if self.pairs and self.before else None


def growth(
    snapshot: "Snapshot",
    scope: Scope,
    indicator: Indicator,
    query: Query,
    read: Callable[[Query], Result] | None = None,
) -> Growth | None:
    """The growth of a count over the period of `query`; None where it names no period.

    `read` answers questions of the indicator, where it is not asked itself.
    """
    if query.first_month is None or query.last_month is None:
        return None
    past = query.change(
        start=month_text(query.first_month - YEAR), end=month_text(query.last_month - YEAR)
    )
    ask = read or (lambda asked: indicator.read(snapshot, scope, asked))
    now, before = (_told(ask, q) for q in (query, past))
    earlier = {(office, month + YEAR): value for (office, month), value in before.items()}
    both = sorted(now.keys() & earlier.keys())
    missing = {office for office, _month in now.keys() ^ earlier.keys()}
    return Growth(
        sum(now[pair] for pair in both),
        sum(earlier[pair] for pair in both),
        len(both),
        tuple(sorted(missing)),
    )


def _told(ask: Callable[[Query], Result], query: Query) -> dict[tuple[str, int], float]:
    """The figure by office and month, nought where the office reported none, absent where silent.

    Of one permit type too: a type that the office had none of is nought where it reported.
    """
    asked = query.change(by=("office", "month"))
    rows = ask(asked).rows
    told = rows.dropna(subset=["value"]) if len(rows) else rows
    pairs = zip(told["office"], told["month"], told["value"], strict=True) if len(told) else ()
    return {(str(o), months_of(m)[0]): float(v) for o, m, v in pairs}
