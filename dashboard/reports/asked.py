"""One place and period of a report: its view, its verdicts, and the days its figures go up to."""

from datetime import date
from typing import TYPE_CHECKING

from dashboard.frame.period import Period
from dashboard.frame.view import View, offices_of
from dashboard.locale import format as f
from dashboard.locale.records import desk_name
from etl.periods import last_day, month_text, months_of
from etl.reference import regions
from etl.words import language
from metrics.asking.query import Query, Scope
from metrics.judging.verdict import Verdict

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot


def office_name(snapshot: "Snapshot", office: str) -> str:
    """The office's name, or its code where no list of offices names it."""
    known = snapshot.offices()
    names = known.loc[known["office"] == office, "name"].dropna()
    return str(names.iloc[0]) if len(names) else office


def year_earlier(period: str) -> str:
    """The same period a year before: "2026-09" → "2025-09"."""
    return f"{int(period[:4]) - 1}{period[4:]}"


class Asked:
    """An office, or a province, in one period; `view` asks as the pages do."""

    def __init__(
        self,
        snapshot: "Snapshot",
        scope: Scope,
        period: str,
        office: str | None = None,
        province: str | None = None,
    ) -> None:
        self.snapshot, self.scope, self.code = snapshot, scope, period
        self.before = year_earlier(period)
        first, last = months_of(period)
        query = Query(office=office, province=province, start=period, end=period)
        span = Period(period, month_text(first), month_text(last))
        types = snapshot.permit_types()
        names = types["name"].fillna(types["permit_type"])
        self.view = View(
            snapshot,
            scope,
            query,
            span,
            language(),
            snapshot.store,
            offices_of(snapshot, scope, province),
            dict(zip(types["permit_type"], names, strict=True)),
            province_name=regions()[province].name if province in regions() else "",
        )
        self._verdicts: dict[str, Verdict] = {}

    @property
    def end(self) -> date:
        """The period's last day."""
        return last_day(months_of(self.code)[1])

    def verdict(self, name: str) -> Verdict:
        """The one judgement of an indicator here, asked once."""
        if name not in self._verdicts:
            self._verdicts[name] = self.view.verdict(name)
        return self._verdicts[name]

    def heads(self) -> tuple[str, str]:
        """The period and the one a year before, short enough for the head of a column."""
        if len(self.code) == 7 and self.code[5:].isdigit():
            return f.month(self.code, short=True), f.month(self.before, short=True)
        return f.period(self.code), f.period(self.before)

    def as_of_words(self) -> str:
        """The earliest day that the data go up to, in words; a survey's day and a stock's moment
        are their own.
        """
        days = {
            str(v.result.as_of)[:10]
            for v in self._verdicts.values()
            if v.result.as_of and v.moment == "period" and v.indicator.kind != "survey"
        }
        return f.date(min(days)) if days else f.MISSING

    def desk_of(self, stage: str) -> str:
        """The desk of a stage in words, "" where it is not known."""
        from dashboard.parts.side_by_side import desks

        if not hasattr(self, "_desks"):
            self._desks = dict(desks(self.view))
        return desk_name(self._desks.get(stage, ""))

    def beside(self, stage: str) -> str:
        """The desk to be said beside a stage's name; "" where the stage is called like it."""
        desk = self.desk_of(stage)
        return "" if desk.casefold() == stage.casefold() else desk
