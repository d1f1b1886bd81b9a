"""Why: the IKM as an indicator is asked for it: of the survey that speaks for the period."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.periods import months_of
from etl.sheets.survey_rules import SKM
from etl.words import _
from metrics.asking.count_tables import TIME_NAMES
from metrics.asking.lineage import lineage
from metrics.asking.query import Query, Scope
from metrics.asking.result import Result
from metrics.ikm.index import IkmRow, read_counts, rows_from_counts
from metrics.ikm.which import Held, Span, chosen, of_survey

if TYPE_CHECKING:
    from metrics.asking.registry import Indicator
    from metrics.asking.snapshot import Snapshot

ENDS = frozenset({"period", "year", "quarter", "month"})  # rows of these are surveys that end then


def read_ikm(
    indicator: "Indicator",
    snapshot: "Snapshot",
    scope: Scope,
    query: Query,
    family: str = SKM,
) -> Result:
    """The IKM of the survey that speaks for the period (`metrics.ikm.which`), exact weight.

    Each row is of one survey and names its `period`; services and, for a province, offices of that
    survey are pooled unless they are in `by`. By year, quarter, month or period only surveys that
    end within the query have a row. Rules and periods are never mixed.
    """
    scores, persons = snapshot.remembered(
        ("survey counts", scope, query.office, query.province, family),
        lambda: _counts(snapshot, scope, query, family),
    )
    span = Span(query.first_month, query.last_month, query.as_of, _days(snapshot))
    every = scores
    if ENDS & set(query.by):
        scores = scores[[span.holds(month) for month in scores["last"]]]
    by = list(query.by)
    places = [d for d in by if d != "service"]
    found: list[dict[str, Any]] = []
    notes: list[str] = []
    for key, survey in chosen(scores, span, places):
        its_scores, people = snapshot.remembered(
            ("survey", scope, query.office, query.province, family, survey.period, survey.rule),
            partial(_of_survey, every, persons, survey),
        )
        own = _matching(its_scores, dict(zip(places, key, strict=True)))
        if not places:
            notes += _others(scores, survey, lineage(snapshot).names)
        for values in own[by].drop_duplicates().sort_values(by).to_dict("records") if by else [{}]:
            its = _matching(own, values)
            asked = {k: v for k, v in values.items() if k == "service"}
            people_ = people[people["office"].isin(set(its["office"]))]
            row = _figure(its, _matching(people_, asked), survey, scope)
            if row["value"] is not None and not span.holds(survey.end):
                row["note"] = " ".join(filter(None, (_earlier(survey), row["note"])))
            found.append(row | {str(k): v for k, v in values.items()})
    columns = [*by, "n", "value", "low", "high", "grade", "rule_used", "note"]
    columns.insert(-1, "period") if "period" not in by else None
    rows = pd.DataFrame(found, columns=columns)
    if rows.empty and not by:
        rows.loc[0] = {"n": 0, "value": None, "note": _("Belum ada survei pada periode ini.")}
    notes += _rules_changed(rows)
    return Result(indicator, query, rows, _as_of(snapshot, scope, query), tuple(notes))


def _counts(
    snapshot: "Snapshot", scope: Scope, query: Query, family: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The counts of the surveys asked for, dated; as plain objects, which many small questions
    compare sooner than packed strings.
    """
    scores, persons = read_counts(snapshot, scope, query.office, query.province, family=family)
    offices = snapshot.offices()
    province = dict(zip(offices["office"], offices["province"], strict=True))
    words = ["office", "period", "service", "rule"]
    scores, persons = (frame.astype(dict.fromkeys(words, "object")) for frame in (scores, persons))
    return _dated(scores, province), persons


def _of_survey(
    scores: pd.DataFrame, persons: pd.DataFrame, survey: Held
) -> tuple[pd.DataFrame, pd.DataFrame]:
    return of_survey(scores, survey), of_survey(persons, survey)


def _earlier(survey: Held) -> str:
    return _("Tidak ada survei pada periode ini; ini survei terakhir sebelumnya, {period}.").format(
        period=survey.period
    )


def _others(scores: pd.DataFrame, survey: Held, names: Mapping[str, str]) -> list[str]:
    """What a pooled figure leaves out: offices that held their survey in another period."""
    left = sorted(set(scores["office"]) - set(survey.offices))
    if not left:
        return []
    return [
        _("IKM {period} dari {n} kantor; tanpa survei pada periode itu: {offices}.").format(
            period=survey.period,
            n=len(survey.offices),
            offices=", ".join(names.get(o, o) for o in left),
        )
    ]


def _rules_changed(rows: pd.DataFrame) -> list[str]:
    rules = rows["rule_used"].dropna().unique()
    if len(rules) < 2:
        return []
    return [
        _("Aturan survei berganti ({rules}); nilainya tidak dibandingkan langsung.").format(
            rules=", ".join(sorted(rules))
        )
    ]


def _dated(frame: pd.DataFrame, province: dict[str, str]) -> pd.DataFrame:
    """The counts with the month in which their survey ends, and its quarter and year."""
    ends = {p: months_of(p)[1] for p in frame["period"].unique()}
    months = pd.to_numeric(frame["period"].map(ends))
    return frame.assign(
        last=months,
        province=frame["office"].map(province),
        **{name: months.map(written) for name, written in TIME_NAMES.items()},
    )


def _matching(frame: pd.DataFrame, values: dict[Any, Any]) -> pd.DataFrame:
    for column, value in values.items():
        frame = frame[frame[column] == value]
    return frame


def _figure(
    scores: pd.DataFrame, persons: pd.DataFrame, survey: Held, scope: Scope
) -> dict[str, Any]:
    [row] = rows_from_counts(scores, persons, pool={"office": "", "service": ""})
    if row.respondents < scope.hide_below:
        few = _("Responden terlalu sedikit untuk ditampilkan.")
        return {"n": None, "value": None, "period": survey.period, "note": few}
    return _plain(row)


def _plain(row: IkmRow) -> dict[str, Any]:
    told = row.to_json()
    return {
        "n": row.respondents,
        "value": told["ikm"],
        "low": told["low"],
        "high": told["high"],
        "grade": row.grade,
        "rule_used": row.rule,
        "period": row.period,
        "note": " ".join(row.notes) or None,
    }


def _days(snapshot: "Snapshot") -> tuple[tuple[str, date], ...]:
    """Office → the last day of its survey data, as published."""
    entries = snapshot.manifest.get("offices", {})
    told = ((code, entry.get("as_of", {}).get("survey")) for code, entry in entries.items())
    return tuple((code, date.fromisoformat(day)) for code, day in told if day)


def _as_of(snapshot: "Snapshot", scope: Scope, query: Query) -> str | None:
    """The last day of the survey data, never after the last day of all else an office reports.

    A survey without dates reaches to its period's end, which may lie ahead of the data.
    """
    if query.as_of:
        return str(query.as_of)
    found: str = snapshot.remembered(
        ("survey day", scope, query.office), lambda: _last_day(snapshot, scope, query.office)
    )
    return found or None


def _last_day(snapshot: "Snapshot", scope: Scope, office: str | None) -> str:
    meta = snapshot.sql("SELECT office, kind, as_of FROM meta", (), ("meta",)).dropna()
    seen = [bool(scope.allows(o)) and office in (None, o) for o in meta["office"]]
    days: list[Any] = []
    for _office, own in meta[seen].groupby("office"):
        survey = own.loc[own["kind"] == "survey", "as_of"].tolist()
        others = own.loc[own["kind"] != "survey", "as_of"].tolist()
        days += [min(survey[0], max(others)) if others else survey[0]] if survey else []
    return str(max(days))[:10] if days else ""
