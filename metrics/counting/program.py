"""Every count, in the order in which they are worked out: the one list of the definitions."""

from functools import cache

import ibis
import ibis.config
import sqlglot.expressions as sge
from sqlglot import Dialect

from metrics.counting.case_rows import case_rows
from metrics.counting.cases import make_cases
from metrics.counting.complaints import complaint_counts
from metrics.counting.counts import permit_counts
from metrics.counting.draft import Draft
from metrics.counting.money import money_counts
from metrics.counting.paths import path_counts
from metrics.counting.remaining import remaining_counts
from metrics.counting.spans import reporting, spans
from metrics.counting.step import Step
from metrics.counting.survey import survey_counts

DIALECTS = {"duckdb": "duckdb", "spark": "pyspark", "trino": "trino", "clickhouse": "clickhouse"}
"""Engines that the definitions are compiled for, and what Ibis calls them."""


class _SparkOptions(ibis.config.Config):
    treat_nan_as_null: bool = False


@cache
def define() -> Draft:
    """All definitions, written down and not yet compiled; the same for every engine."""
    facts = Draft()
    frame = facts.frame
    spans(facts, frame)
    made = make_cases(facts, frame)
    permit_counts(facts, made, complaint_counts(facts, frame))
    remaining_counts(facts, made, frame)
    money_counts(facts, frame)
    path_counts(facts, made)
    survey_counts(facts, frame)
    reporting(facts, frame)
    case_rows(facts, made, frame)
    return facts


def compile_for(engine: str) -> list[Step]:
    """The steps as SQL for one engine of `DIALECTS`."""
    import ibis.backends.sql.compilers as compilers

    if ibis.options.pyspark is None:  # it comes with pyspark, which compiling does not need
        ibis.options.pyspark = _SparkOptions()
    compiler = getattr(compilers, DIALECTS[engine]).compiler
    return [
        Step(d.name, d.use, _written(compiler.to_sqlglot(d.expression), compiler.dialect))
        for d in define().definitions
    ]


def _written(query: sge.Expression, dialect: type[Dialect]) -> str:
    for star in query.find_all(sge.Star):  # columns left out come in no order of their own
        for columns in (star.args.get(key) for key in ("except", "except_")):
            if columns:
                columns.sort(key=lambda column: column.name)
    return query.sql(dialect=dialect, pretty=True)
