"""What the IKM page shows of one survey, gathered once from the survey counts."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from etl.errors import Refused
from etl.periods import month_text, months_of
from etl.recognising.vocabulary import words
from etl.sheets.survey_rules import EXACT, rule
from etl.words import N_, _
from metrics.asking.query import Query
from metrics.ikm.comments import said_of
from metrics.ikm.index import IkmRow, read_pairs
from metrics.ikm.views import (
    Adequacy,
    Group,
    ProvinceIkm,
    TrendPoint,
    Validity,
    adequacy,
    contrasts,
    groups,
    office_rows,
    profile,
    province_rows,
    quadrants,
    trend,
    validity,
)
from metrics.ikm.which import Held, Span, choose

ATTRIBUTES = {
    "sex": N_("Jenis kelamin"),
    "age": N_("Usia"),
    "education": N_("Pendidikan"),
    "occupation": N_("Pekerjaan"),
    "service": N_("Layanan"),
}
ENUMS = ("sex", "education", "occupation")
LOWEST = 3


@dataclass(frozen=True)
class Survey:
    """One survey for the page: its row, what stands around it, and frames ready to draw.

    `province` is given for a whole province, whose `row` pools its respondents. `said` holds, for
    the lowest elements, what respondents who scored them low wrote.
    """

    row: IkmRow
    elements: pd.DataFrame
    points: tuple[TrendPoint, ...]
    quadrants: pd.DataFrame
    validity: Validity | None = None
    target: float | None = None
    sample: Adequacy | None = None
    groups: pd.DataFrame = field(default_factory=pd.DataFrame)
    province: ProvinceIkm | None = None
    comments: pd.DataFrame = field(default_factory=pd.DataFrame)
    said: dict[str, list[str]] = field(default_factory=dict)

    @property
    def bounds(self) -> dict[str, float]:
        """Letter of each grade → its lower bound under the survey's rule, but for the lowest."""
        return {g.letter: float(g.low) for g in rule(self.row.rule).grades[1:]}

    @property
    def trend(self) -> pd.DataFrame:
        """The periods up to this one: period, ends, value, low, high, grade, rule, changed."""
        return pd.DataFrame(
            [
                {
                    "period": f.period(p.row.period),
                    "ends": month_text(months_of(p.row.period)[1]),
                    "value": _float(p.row.ikm),
                    "low": _float(p.row.low),
                    "high": _float(p.row.high),
                    "grade": p.row.grade,
                    "rule": p.row.rule,
                    "changed": p.rule_changed,
                }
                for p in self.points
            ]
        )


@dataclass(frozen=True)
class Surveys:
    """Every survey of the place in view in time's order, and those of its offices."""

    rows: tuple[IkmRow, ...]
    provinces: dict[str, ProvinceIkm]

    @property
    def codes(self) -> list[str]:
        """One code a survey, the newest first: its period, and its rule where two share one."""
        return [self.code(row) for row in reversed(self.rows)]

    def code(self, row: IkmRow) -> str:
        """The code of a survey in the address: "2024-S1", or "2024-S1.2014"."""
        same = sum(r.period == row.period for r in self.rows)
        return row.period if same == 1 else f"{row.period}.{row.rule}"

    def default(self, query: Query) -> str:
        """The survey that speaks for the view's period, "" where none does."""
        held = [Held(r.period, r.rule, self._offices(r)) for r in self.rows]
        survey = choose(held, Span(query.first_month, query.last_month, query.as_of))
        found = [
            r for r in self.rows if survey and (r.period, r.rule) == (survey.period, survey.rule)
        ]
        return self.code(found[0]) if found else ""

    def _offices(self, row: IkmRow) -> tuple[str, ...]:
        whole = self.provinces.get(f"{row.period}.{row.rule}")
        return tuple(unit.office for unit in whole.units) if whole else (row.office,)

    def label(self, code: str) -> str:
        """A survey in words."""
        if not code:
            return _("pilih survei lain")
        period, _dot, rule_code = code.partition(".")
        words_ = f.period(period)
        return f"{words_} ({rule_code})" if rule_code else words_


def surveys(view: View, weight: str = EXACT) -> Surveys:
    """The surveys of the office in view, or of the province with its respondents pooled; worked
    out once a version."""
    if view.snapshot.is_empty:
        return Surveys((), {})
    place = (view.office.code if view.office else None, view.query.province)
    found: Surveys = view.snapshot.remembered(
        ("surveys", view.scope, place, weight), lambda: _surveys(view, weight)
    )
    return found


def _surveys(view: View, weight: str) -> Surveys:
    if view.office:
        rows = office_rows(view.snapshot, view.scope, view.office.code, weight=weight)
        return Surveys(tuple(r for r in rows if r.ikm is not None), {})
    found = province_rows(view.snapshot, view.scope, view.query.province, weight=weight)
    found = [p for p in found if p.pooled.ikm is not None]
    return Surveys(tuple(p.pooled for p in found), {f"{p.period}.{p.rule}": p for p in found})


def read(view: View, found: Surveys, code: str) -> Survey:
    """The survey `code` of those found, with what stands around it."""
    place = next(i for i, r in enumerate(found.rows) if found.code(r) == code)
    rows = found.rows[: place + 1]
    weight = rows[-1].weight
    row = rows[-1]
    checked = _validity(view, row)
    comments = _comments(view, row)
    found_groups = groups(view.snapshot, view.scope, row.office, row.period, row.rule, weight)
    return Survey(
        row,
        _elements(row),
        tuple(trend(rows)),
        _quadrants(row, checked),
        checked,
        view.verdict("ikm").target,
        adequacy(view.snapshot, view.scope, row.office, row.period, row.respondents)
        if view.office
        else None,
        _groups(found_groups) if view.office else pd.DataFrame(),
        found.provinces.get(f"{row.period}.{row.rule}"),
        comments,
        {e.element.label(): said_of(comments, e.element) for e in row.lowest[:LOWEST]},
    )


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _elements(row: IkmRow) -> pd.DataFrame:
    """Elements from the highest: name, slug, answers, sum, nrr, value, low, high."""
    return pd.DataFrame(
        [
            {
                "name": e.element.label(),
                "slug": e.element.slug,
                "answers": e.answers,
                "sum": e.sum,
                "nrr": _float(e.nrr),
                "value": e.value,
                "low": e.interval[0] if e.interval else None,
                "high": e.interval[1] if e.interval else None,
            }
            for e in reversed(row.lowest)
        ]
    )


def _validity(view: View, row: IkmRow) -> Validity | None:
    place = {"office": row.office} if view.office else {"province": view.query.province}
    pairs = read_pairs(view.snapshot, view.scope, period=row.period, rule=row.rule, **place)
    return validity(pairs, row.rule)


def _quadrants(row: IkmRow, checked: Validity | None) -> pd.DataFrame:
    columns = ["name", "short", "performance", "importance", "place"]
    return pd.DataFrame(
        [(q.name, q.short, q.performance, q.importance, q.place) for q in quadrants(row, checked)],
        columns=columns,
    )


def _groups(found: list[Group]) -> pd.DataFrame:
    """Groups of respondents: attribute, name, n, share, value, low, high, verdict."""
    if not found:
        return pd.DataFrame()
    apart = contrasts(found)
    frame = profile(found).rename(columns={"value": "name"})
    frame["name"] = [group_name(g.attribute, g.value) for g in found]
    rows = [g.row for g in found]
    verdicts = []
    for group in found:
        step = apart[group.attribute, group.value]
        clear = step is not None and step.clear
        verdicts.append(("better" if step.value > 0 else "worse") if step and clear else "")
    return frame.assign(
        value=pd.Series([_float(r.ikm) for r in rows], frame.index),
        low=pd.Series([_float(r.low) for r in rows], frame.index),
        high=pd.Series([_float(r.high) for r in rows], frame.index),
        verdict=verdicts,
    )


def group_name(attribute: str, value: str) -> str:
    """A group in words: "Perempuan" for P; as written where no list has it."""
    title = words(attribute).titles.get(value) if attribute in ENUMS else None
    return _(title) if title else value or _("tidak diisi")


def _comments(view: View, row: IkmRow) -> pd.DataFrame:
    """The comments of the survey's respondents with their scores, where rows may be seen."""
    if not view.case_rows or view.snapshot.is_empty or view.office is None:
        return pd.DataFrame(columns=["comment"])
    try:
        found = view.snapshot.cases(
            view.scope,
            "survey_comments",
            [view.office.code],
            "period = ? AND rule = ?",
            [row.period, row.rule],
        )
    except Refused:
        return pd.DataFrame(columns=["comment"])
    return found if not found.empty else pd.DataFrame(columns=["comment"])


def offices_of(view: View, survey: Survey) -> pd.DataFrame:
    """One row an office in view, the lowest first: its IKM in the survey's period, blank where it
    has none, those last.
    """
    known = {unit.office: unit for unit in survey.province.units} if survey.province else {}
    rows = []
    for code, office in view.offices.items():
        unit = known.get(code)
        rows.append(
            {
                "name": office.short,
                "value": _float(unit.ikm) if unit else None,
                "grade": (unit.grade if unit else None) or f.MISSING,
                "low": _float(unit.low) if unit else None,
                "high": _float(unit.high) if unit else None,
                "n": unit.respondents if unit else None,
            }
        )
    return pd.DataFrame(rows).sort_values("value", ignore_index=True)


def change(points: tuple[TrendPoint, ...]) -> str | None:
    """What became of the index since the period before, and with what certainty."""
    if len(points) < 2:
        return None
    now, before = points[-1], points[-2]
    if now.rule_changed:
        return _("aturan berganti, tidak dibandingkan dengan {period}").format(
            period=f.period(before.row.period)
        )
    if now.step is None:
        return None
    sure = (
        _("**lebih dari naik-turun biasa**")
        if now.change is not None and now.change.clear
        else _("masih dalam naik-turun biasa")
        if now.change is not None
        else _("tanpa selang, sebab hanya rekapitulasi jawaban")
    )
    return _("{step} dari {before} ({period}), {sure}").format(
        step=f.signed(now.step, 2),
        before=f.number(before.row.ikm, 2),
        period=f.period(before.row.period),
        sure=sure,
    )
