"""What the IKM page shows of one survey, gathered once from the survey counts."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from dashboard import format as f
from dashboard.view import View
from etl.words import _
from metrics.ikm import IkmRow
from metrics.ikm_views import adequacy, groups, office_rows, profile, province_rows, trend
from metrics.periods import months_of

ATTRIBUTES = {
    "sex": "Jenis kelamin",
    "age": "Usia",
    "education": "Pendidikan",
    "occupation": "Pekerjaan",
    "service": "Layanan",
}


@dataclass(frozen=True)
class Survey:
    """One survey for the page: its row, elements from high to low, trend, profile, comments."""

    row: IkmRow
    elements: pd.DataFrame
    trend: pd.DataFrame
    trend_heading: str
    change: str | None = None
    needed: int | None = None
    enough: bool = True
    profile: pd.DataFrame | None = None
    units: tuple[IkmRow, ...] = ()
    comments: pd.DataFrame = field(default_factory=pd.DataFrame)


def read(view: View) -> Survey | None:
    """The last survey that ends within the view's period; None where there is none."""
    if view.snapshot is None:
        return None
    last = months_of(view.query.end)[1] if view.query.end else 999912
    units: tuple[IkmRow, ...] = ()
    if view.office:
        rows = office_rows(view.snapshot, view.scope, view.office.code)
    else:
        found = province_rows(view.snapshot, view.scope, view.query.province or "")
        found = [p for p in found if months_of(p.period)[1] <= last]
        rows, units = [p.pooled for p in found], found[-1].units if found else ()
    rows = [r for r in rows if months_of(r.period)[1] <= last and r.ikm is not None]
    if not rows:
        return None
    row, points = rows[-1], trend(rows)
    sample = (
        adequacy(view.snapshot, view.scope, row.office, row.period, row.respondents)
        if view.office
        else None
    )
    return Survey(
        row,
        _elements(row),
        pd.DataFrame(
            {"name": [f.period(r.period) for r in rows], "value": [_float(r.ikm) for r in rows]}
        ),
        _heading(rows, points[-1].rule_changed),
        _change(rows, points[-1].rule_changed),
        sample.needed if sample else None,
        sample.enough if sample else True,
        _profile(view, row) if view.office else None,
        units,
        _comments(view, row),
    )


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


def _elements(row: IkmRow) -> pd.DataFrame:
    frame = pd.DataFrame(
        [
            {
                "name": e.element.name,
                "answers": e.answers,
                "sum": e.sum,
                "nrr": _float(e.nrr),
                "value": e.value,
                "low": e.interval[0] if e.interval else None,
                "high": e.interval[1] if e.interval else None,
            }
            for e in row.elements
        ]
    )
    return frame.sort_values("value", ascending=False, ignore_index=True)


def _heading(rows: list[IkmRow], rule_changed: bool) -> str:
    if len(rows) < 2:
        return _("Survei pertama: belum ada pembanding")
    if rule_changed:
        return _("Aturan berganti: jangan dibandingkan dengan periode sebelumnya")
    if rows[-1].ikm == rows[-2].ikm:
        return _("Tetap dari periode sebelumnya")
    now, before = rows[-1].ikm, rows[-2].ikm
    up = now is not None and before is not None and now > before
    return _("Naik dari periode sebelumnya") if up else _("Turun dari periode sebelumnya")


def _change(rows: list[IkmRow], rule_changed: bool) -> str | None:
    if len(rows) < 2 or rule_changed or rows[-1].ikm is None or rows[-2].ikm is None:
        return None
    return _("{step} dari {before} ({period})").format(
        step=f.signed(float(rows[-1].ikm - rows[-2].ikm), 2),
        before=f.number(rows[-2].ikm, 2),
        period=f.period(rows[-2].period),
    )


def _profile(view: View, row: IkmRow) -> pd.DataFrame | None:
    assert view.snapshot is not None
    found = groups(view.snapshot, view.scope, row.office, row.period, row.rule)
    if not found:
        return None
    return profile(found).assign(ikm=[_float(g.row.ikm) for g in found])


def offices_of(view: View, survey: Survey) -> pd.DataFrame:
    """One row an office in view: its IKM in the survey's period, blank where it has none."""
    known = {unit.office: unit for unit in survey.units}
    rows = []
    for code, office in view.offices.items():
        unit = known.get(code)
        rows.append(
            {
                "name": office.short,
                "ikm": _float(unit.ikm) if unit else None,
                "grade": (unit.grade if unit else None) or f.MISSING,
                "low": _float(unit.low) if unit else None,
                "high": _float(unit.high) if unit else None,
                "n": unit.respondents if unit else None,
            }
        )
    return pd.DataFrame(rows)


def _comments(view: View, row: IkmRow) -> pd.DataFrame:
    if not view.case_rows or view.snapshot is None or view.office is None:
        return pd.DataFrame(columns=["comment"])
    found = view.snapshot.cases(
        view.scope, "survey_comments", [view.office.code], "period = ?", [row.period]
    )
    return found if not found.empty else pd.DataFrame(columns=["comment"])
