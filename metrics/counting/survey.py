"""Survey answers to counts: scores by element, respondents by sum, and products of elements.

Scores give the IKM, respondents' sums its interval, products Cronbach's alpha and the
item-total correlations (indicators.md §7), all exactly.
"""

from itertools import combinations_with_replacement

import ibis
import ibis.expr.types as ir

from etl.schema import element_slugs, elements
from metrics.counting.draft import Draft, Frame
from metrics.counting.expressions import tally, text

SHEET = ["office", "period", "service", "rule"]
ATTRIBUTES = ("sex", "age", "education", "occupation")
SCORES = (1, 2, 3, 4)


def _answers(facts: Draft, frame: Frame) -> ir.Table:
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
    more = text(s.further)
    times = [more.length() - more.replace(str(score), "").length() for score in SCORES]
    answered = answered + sum(times[1:], times[0])
    total = total + sum((score * n for score, n in zip(SCORES, times, strict=True)), 0 * times[0])
    s = s.mutate(
        service=text(s.service),
        sex=text(s.sex),
        age=text(ibis.coalesce(band, s.age)),
        education=text(s.education),
        occupation=text(s.occupation),
        further=more,
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


def survey_counts(facts: Draft, frame: Frame) -> None:
    """The tables survey_score and survey_person, and the sums that survey_pair is made of."""
    s = facts.keep("survey", _answers(facts, frame))
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
    dims = (*SHEET, "attribute", "value", "element", "score")
    both = ibis.union(scores.select(*dims), _further(s).select(*dims))
    score = facts.keep("scores", tally(both, *dims))
    columns = (*dims, "n")
    tallied = _tallied(facts, frame, score)
    facts.count("survey_score", ibis.union(score.select(columns), tallied.select(columns)))
    people = _marginals(s, "answered", "total")
    facts.count("survey_person", tally(people, *SHEET, "attribute", "value", "answered", "total"))
    for rule in sorted({e.rule for e in elements()}):
        facts.part(f"survey_pairs_{rule}", _pairs(s, rule))


def _further(s: ir.Table) -> ir.Table:
    """Answers to further questions of an element, a row each: an element asked by two questions
    has two answers a respondent, so that its NRR is the mean of both."""
    told = _marginals(s.filter(s.further != ""), "further")
    told = told.mutate(part=told.further.split(";").unnest())
    score = told.part.right(1).cast(s[element_slugs()[0]].type())
    return told.mutate(element=told.part.re_replace("=.*", ""), score=score)


def _tallied(facts: Draft, frame: Frame, scores: ir.Table) -> ir.Table:
    """Scores of offices that kept the tally of answers only; respondents' records go before."""
    t = facts["survey_counts"].rename(office="office_code", n="count")
    t = t.semi_join(frame.office, "office")
    t = t.filter(t.n > 0)
    t = t.mutate(
        service=text(t.service), attribute=ibis.literal(""), value=ibis.literal(""),
        n=t.n.cast("int64"),
    )  # fmt: skip
    return t.anti_join(scores, SHEET)


def _pairs(s: ir.Table, rule: str) -> ir.Table:
    """Sums over complete respondents of every two elements of a rule, in one pass.

    Respondents asked several questions an element are left out: a product needs one score each.
    """
    names = [e.slug for e in elements() if e.rule == rule]
    complete = s.filter((s.rule == rule) & (s.further == ""))
    for name in names:
        complete = complete.filter(complete[name].notnull())
    sums = {f"s_{a}": complete[a].sum() for a in names}
    products = {
        f"p_{a}__{b}": (complete[a] * complete[b]).sum()
        for a, b in combinations_with_replacement(names, 2)
    }
    return complete.group_by(SHEET).aggregate(n=complete.count(), **sums, **products)
