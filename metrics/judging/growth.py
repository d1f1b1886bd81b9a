"""A count against the year before, over the offices and months that reported in both (§2).

An office that told of five months of this year and twelve of the last is compared on those five.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.periods import month_text, months_of
from metrics.asking.count_tables import offices_asked
from metrics.asking.lineage import Lineage, lineage
from metrics.asking.query import Query, Scope
from metrics.asking.registry import Indicator
from metrics.asking.result import Result

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

YEAR = 100  # of months written yyyymm
Told = dict[tuple[str, int], float]  # by office and month (yyyymm)


@dataclass(frozen=True)
class Growth:
    """The same months of the same offices in two years.

    `now` and `before` are sums over the pairs of office and month that reported in both years;
    `left_out` are offices (codes) of which some month, reported in one of the years, was not.
    `step` is now over before less 1, None where nothing can be compared or the earlier is nought.
    `months` are the two sums of each month (YYYY-MM) that some pair is of: (now, before).
    """

    now: float
    before: float
    pairs: int
    left_out: tuple[str, ...]
    months: Mapping[str, tuple[float, float]] = field(default_factory=dict)

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
    told = [_told(ask, q) for q in (query, past)]
    lines = lineage(snapshot)
    asked = set(offices_asked(snapshot, scope, query))
    now, before = (_of_families(rows, lines, asked) for rows in told)
    earlier = {(office, month + YEAR): value for (office, month), value in before.items()}
    both = sorted(now.keys() & earlier.keys())
    if not lines.ends:
        missing = {office for office, _month in now.keys() ^ earlier.keys()}
    else:  # of a family the one that did not report
        missing = _missing(told, both, lines)
    months: dict[str, tuple[float, float]] = {}
    for pair in both:
        sums = months.get(month := month_text(pair[1]), (0.0, 0.0))
        months[month] = (sums[0] + now[pair], sums[1] + earlier[pair])
    return Growth(
        sum(now[pair] for pair in both),
        sum(earlier[pair] for pair in both),
        len(both),
        tuple(sorted(missing)),
        months,
    )


def _of_families(rows: Told, lines: Lineage, asked: set[str]) -> Told:
    """The figures with those that ended and those that carry on as one, under one code, in months
    in which all of them that were there reported.

    Where not all of a family is asked for, months after one of them ended are not comparable with
    those before, since the same name is another place: they are under another code.
    """
    if not lines.ends:
        return rows
    found: Told = {}
    for (office, month), value in rows.items():
        family = lines.members(office)
        if family <= asked:
            there = [o for o in family if lines.there(o, month, month)]
            if all((o, month) in rows for o in there):
                key = (min(family), month)
                found[key] = found.get(key, 0.0) + value
        else:
            gone = sorted(o for o in lines.came_from(office) if lines.before(o, month))
            found["+".join([office, *gone]), month] = value
    return found


def _missing(told: list[Told], both: list[tuple[str, int]], lines: Lineage) -> set[str]:
    compared = {(code.partition("+")[0], month) for code, month in both}
    missing = set()
    for rows, shift in zip(told, (0, YEAR), strict=True):
        for office, month in rows:
            own, family = (office, month + shift), (min(lines.members(office)), month + shift)
            if own not in compared and family not in compared:
                missing.add(office)
    return missing


def _told(ask: Callable[[Query], Result], query: Query) -> dict[tuple[str, int], float]:
    """The figure by office and month, nought where the office reported none, absent where silent.

    Of one permit type too: a type that the office had none of is nought where it reported.
    """
    asked = query.change(by=("office", "month"))
    rows = ask(asked).rows
    told = rows.dropna(subset=["value"]) if len(rows) else rows
    pairs = zip(told["office"], told["month"], told["value"], strict=True) if len(told) else ()
    return {(str(o), months_of(m)[0]): float(v) for o, m, v in pairs}
