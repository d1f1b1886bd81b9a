"""Survey answers to counts: scores by element, respondents by sum, and products of elements.

Scores give the IKM, respondents' sums its interval, products Cronbach's alpha and the
item-total correlations (indicators.md §7), all exactly.
"""

from itertools import combinations_with_replacement

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from etl.schema import element_slugs, elements
from metrics.counting.dimensions import Frame
from metrics.counting.expressions import tally, text
from metrics.counting.facts import Facts
from metrics.counting.shape import arrow_schema, from_frame, in_order, shaped
from metrics.counting.tables import TABLES

SHEET = ["office", "period", "service", "rule"]
ANSWERS = ("survey_score", "survey_person", "survey_pair")
ATTRIBUTES = ("sex", "age", "education", "occupation")


def _answers(facts: Facts, frame: Frame) -> ir.Table:
    s = facts["survey"].rename(office="office_code")
    s = s.semi_join(frame.office, "office")
    whole = s.age.re_search(r"^\d{1,3}$")
    years = ibis.ifelse(whole, s.age, ibis.null("string")).cast("int32")
    band = ibis.cases(
        (years <= 20, "≤ 20"), (years <= 30, "21–30"), (years <= 40, "31–40"),
        (years <= 50, "41–50"), (years <= 60, "51–60"), (years > 60, "> 60"),
    )  # fmt: skip
    slugs = element_slugs()
    answered = sum(
        (s[e].notnull().cast("int32") for e in slugs[1:]), s[slugs[0]].notnull().cast("int32")
    )
    total = sum((ibis.coalesce(s[e], 0) for e in slugs[1:]), ibis.coalesce(s[slugs[0]], 0))
    s = s.mutate(
        service=text(s.service),
        sex=text(s.sex),
        age=text(ibis.coalesce(band, s.age)),
        education=text(s.education),
        occupation=text(s.occupation),
        answered=answered.cast("int32"),
        total=total.cast("int32"),
    )
    return s.filter(s.answered > 0)


def _marginals(s: ir.Table, *columns: str) -> ir.Table:
    """Each respondent once for the whole sheet and once under each attribute given."""
    parts = [s.select(*SHEET, *columns, attribute=ibis.literal(""), value=ibis.literal(""))] + [
        s.filter(s[name] != "").select(
            *SHEET, *columns, attribute=ibis.literal(name), value=s[name]
        )
        for name in ATTRIBUTES
    ]
    order = [*SHEET, "attribute", "value", *columns]
    return ibis.union(*[p.select(order) for p in parts])


def survey_counts(facts: Facts, frame: Frame) -> dict[str, pa.Table]:
    """Arrow tables survey_score, survey_person and survey_pair."""
    s = facts.keep(_answers(facts, frame))
    rules = set(facts.backend.to_pandas(s.select("rule").distinct())["rule"])
    if not rules:
        none = {name: arrow_schema(name).empty_table() for name in TABLES if name in ANSWERS}
        return none | {"survey_score": _tallied(facts, frame, none["survey_score"])}
    slugs = element_slugs()
    wide = _marginals(s, *slugs)
    scores = ibis.union(
        *[
            wide.filter(wide[e].notnull()).select(
                *SHEET, "attribute", "value", element=ibis.literal(e), score=wide[e]
            )
            for e in slugs
        ]
    )
    score = shaped(
        facts, tally(scores, *SHEET, "attribute", "value", "element", "score"), "survey_score"
    )
    people = _marginals(s, "answered", "total")
    person = shaped(
        facts, tally(people, *SHEET, "attribute", "value", "answered", "total"), "survey_person"
    )
    return {
        "survey_score": in_order(
            pa.concat_tables([score, _tallied(facts, frame, score)]), "survey_score"
        ),
        "survey_person": person,
        "survey_pair": _pairs(facts, s, rules),
    }


def _tallied(facts: Facts, frame: Frame, scores: pa.Table) -> pa.Table:
    """Scores of offices that kept the tally of answers only; respondents' records go before."""
    table = facts.backend.to_pandas(facts["survey_counts"]).rename(
        columns={"office_code": "office", "count": "n"}
    )
    table = table[table["office"].isin(frame.offices["office"]) & (table["n"] > 0)]
    table["service"] = table["service"].fillna("")
    known = scores.select(SHEET).to_pandas().drop_duplicates()
    merged = table.merge(known, on=SHEET, how="left", indicator=True)
    merged = merged[merged["_merge"] == "left_only"].assign(attribute="", value="")
    return from_frame(merged[list(TABLES["survey_score"])], "survey_score")


def _pairs(facts: Facts, s: ir.Table, rules: set[str]) -> pa.Table:
    """Sums over complete respondents of every two elements of a rule, in one pass a rule."""
    frames = []
    for rule in sorted(rules & {e.rule for e in elements()}):
        names = [e.slug for e in elements() if e.rule == rule]
        complete = s.filter(s.rule == rule)
        for name in names:
            complete = complete.filter(complete[name].notnull())
        sums = {f"s_{a}": complete[a].sum() for a in names}
        pairs = list(combinations_with_replacement(names, 2))
        products = {f"p_{a}__{b}": (complete[a] * complete[b]).sum() for a, b in pairs}
        wide = facts.backend.to_pandas(
            complete.group_by(SHEET).aggregate(n=complete.count(), **sums, **products)
        )
        frames += [
            wide[[*SHEET, "n"]].assign(
                a=a, b=b, sum_a=wide[f"s_{a}"], sum_b=wide[f"s_{b}"], sum_ab=wide[f"p_{a}__{b}"]
            )
            for a, b in pairs
        ]
    if not frames:
        return arrow_schema("survey_pair").empty_table()
    table = pd.concat(frames, ignore_index=True)
    numbers = ["n", "sum_a", "sum_b", "sum_ab"]
    return from_frame(table.astype(dict.fromkeys(numbers, "int64")), "survey_pair")
