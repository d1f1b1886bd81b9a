"""Amounts and whole numbers as SQL: Indonesian (1.234,50) or plain (1234.50), one way a column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from etl.words import _

_PLAIN = re.compile(r"^-?(9+(\.9+)?|9{1,3}(,999)+(\.9+)?)$")
_INDONESIAN = re.compile(r"^-?(9+(,9+)?|9{1,3}(\.999)+(,9+)?)$")
_BARE = re.compile(r"^-?9+(\.9+)?$")
_DOTTED = re.compile(r"^-?9{1,3}\.999$")


@dataclass(frozen=True)
class NumberPlan:
    """How one column of numbers is read: SQL to a text that casts to a number, and a note."""

    sql: str
    note: str = ""


def profile_sql(text: str, source: str) -> str:
    """Rows (shape of a cell with its digits as 9, cells) where a cell is not just digits."""
    return (
        f"SELECT regexp_replace({text}, '\\d', '9', 'g'), count(*) FROM {source} "
        f"WHERE contains({text}, '.') OR contains({text}, ',') "
        f"OR ({text} IS NOT NULL AND TRY_CAST({text} AS BIGINT) IS NULL) GROUP BY ALL"
    )


def clean(shape: str) -> str:
    """A shape without Rp, spaces, a closing ,- and with (9) as -9."""
    low = re.sub(r"^(rp|idr)\.?|\s|,-$|,--$|%$", "", shape.lower().replace("\u00a0", ""))
    return f"-{low[1:-1]}" if low.startswith("(") and low.endswith(")") else low


def plan(text: str, label: str, shapes: Iterable[tuple[str, int]]) -> NumberPlan:
    """The reading of one column from the shapes of its cells."""
    rows = list(shapes)
    if not rows:
        return NumberPlan(text)
    plain = indonesian = dotted = commas = 0
    for shape, n in ((clean(s), n) for s, n in rows):
        fits_plain, fits_indonesian = _PLAIN.match(shape), _INDONESIAN.match(shape)
        plain += n * bool(fits_plain and not fits_indonesian)
        indonesian += n * bool(fits_indonesian and not fits_plain)
        if fits_plain and fits_indonesian:
            dotted += n * bool(_DOTTED.match(shape))
            commas += n * ("," in shape)
    note = ""
    if indonesian or plain:
        is_indonesian = indonesian >= plain
    else:
        is_indonesian = dotted >= commas
        if dotted or commas:
            note = _("Angka kolom {name} seperti 1.000 dibaca seribu.").format(name=label)
    if not is_indonesian and all(_BARE.match(s) for s, _n in rows):
        return NumberPlan(text, note)
    tidy = f"regexp_replace(lower({text}), '^(rp|idr)\\.?|[\\s\\x{{00A0}}]|,-+$|%$', '', 'g')"
    tidy = f"regexp_replace({tidy}, '^\\((.*)\\)$', '-\\1')"
    if is_indonesian:
        shape = "'^-?(\\d+(,\\d+)?|\\d{1,3}(\\.\\d{3})+(,\\d+)?)$'"
        number = f"replace(replace({tidy}, '.', ''), ',', '.')"
    else:
        shape = "'^-?(\\d+(\\.\\d+)?|\\d{1,3}(,\\d{3})+(\\.\\d+)?)$'"
        number = f"replace({tidy}, ',', '')"
    return NumberPlan(f"CASE WHEN regexp_matches({tidy}, {shape}) THEN {number} END", note)


def amount_sql(number: str, sql_type: str, percent: str = "") -> str:
    """SQL of a number text as an amount; `percent`: SQL of the raw cell, for shares as 85%."""
    cast = f"TRY_CAST({number} AS {sql_type})"
    if percent:
        return (
            f"CASE WHEN ends_with({percent}, '%') THEN CAST(TRY_CAST({number} AS DECIMAL(18,4)) "
            f"/ 100 AS {sql_type}) ELSE {cast} END"
        )
    return cast


def integer_sql(number: str, simple: bool) -> str:
    """SQL of a number text as INTEGER; null for 4.5. `simple`: no cell has a separator."""
    if simple:
        return f"TRY_CAST({number} AS INTEGER)"
    exact = f"TRY_CAST({number} AS DECIMAL(18,4))"
    return f"CASE WHEN {exact} = floor({exact}) THEN TRY_CAST({exact} AS INTEGER) END"
