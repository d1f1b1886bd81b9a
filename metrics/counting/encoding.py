"""Words that come again and again, held by DuckDB as numbers while it counts.

Stages, desks, permit types and offices are few words on millions of rows. As an ENUM each is a
small number, so that sorting and grouping move narrow rows; a word compares, sorts and joins as
its text does (the ENUM is made in the order of the texts), so no definition knows of it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

import duckdb

WORDS = {
    "applications": ("office_code", "permit_type", "business_scale", "channel", "decision"),
    "stages": ("office_code", "stage", "desk", "clock"),
    "stage_map": ("office_code", "activity", "stage", "desk", "clock"),
    "permit_names": ("office_code", "own_name", "permit_type"),
}
"""Columns of words by kind."""
KEPT = frozenset((
    "kept_clocked", "kept_events", "kept_runs", "kept_pauses", "kept_cases", "kept_standing",
    "kept_open_then", "kept_told_then", "kept_told", "kept_reached", "kept_stage_names",
    "kept_named_then",
))  # fmt: skip
"""Kept steps that have a row a case, an event or a month's end of a case."""
COLUMNS = frozenset((
    "office", "permit_type", "stage", "desk", "clock", "activity", "mapped", "came_from",
    "channel", "business_scale", "outcome", "decision",
))  # fmt: skip
"""Their columns of words: each holds a word of `WORDS` or one that a definition writes."""
MOST = 50_000
"""Distinct words beyond which they are left as texts: a number of more than two bytes."""
LITERAL = re.compile(r"'((?:[^']|'')*)'")
NAME = "monev_word"


def written(queries: Iterable[str]) -> set[str]:
    """The texts that SQL itself writes, as it quotes them."""
    return {text for query in queries for text in LITERAL.findall(query)}


def make_words(
    con: duckdb.DuckDBPyConnection, sources: Mapping[str, str], texts: Iterable[str]
) -> bool:
    """Make the ENUM of all words of `sources` (SQL by kind) and `texts` (quoted for SQL).

    False, and none is made, where there are more than `MOST`.
    """
    drop_words(con)
    found = [
        f'SELECT DISTINCT CAST("{column}" AS VARCHAR) AS word FROM {sources[kind]}'
        for kind, columns in WORDS.items()
        for column in columns
    ]
    said = ", ".join(f"'{text}'" for text in sorted({"", *texts}))
    every = f"{' UNION '.join(found)} UNION SELECT unnest([{said}])"
    con.execute(f"CREATE OR REPLACE TEMP TABLE {NAME}s AS SELECT DISTINCT word FROM ({every})")
    (count,) = con.execute(f"SELECT count(word) FROM {NAME}s").fetchone() or (0,)
    if count <= MOST:
        words = f"SELECT word FROM {NAME}s WHERE word IS NOT NULL ORDER BY word"
        con.execute(f"CREATE TEMP TYPE {NAME} AS ENUM ({words})")
    con.execute(f"DROP TABLE temp.{NAME}s")
    return bool(count <= MOST)


def drop_words(con: duckdb.DuckDBPyConnection) -> None:
    """Forget the ENUM; nothing may use it any more."""
    con.execute(f"DROP TYPE IF EXISTS {NAME}")


def as_words(relation: str, columns: Sequence[str]) -> str:
    """The relation's rows with these columns as words."""
    return _with(relation, {c: f'CAST("{c}" AS {NAME})' for c in columns})


def as_texts(con: duckdb.DuckDBPyConnection, query: str) -> str:
    """The query's rows as `t`, with words as texts again.

    Texts of their own, not places in the list of words: a file is the same whatever else is in it.
    """
    texts = {c: f"CAST(\"{c}\" AS VARCHAR) || ''" for c in _typed(con, query, "ENUM")}
    return _with(f"({query})", texts)


def kept_as_words(con: duckdb.DuckDBPyConnection, query: str) -> str:
    """The rows of a step of `KEPT` with its columns of words as words."""
    return as_words(f"({query})", [c for c in _typed(con, query, "VARCHAR") if c in COLUMNS])


def _typed(con: duckdb.DuckDBPyConnection, query: str, kind: str) -> list[str]:
    columns = con.execute(f"DESCRIBE {query}").fetchall()
    return [str(name) for name, type_, *_ in columns if str(type_).startswith(kind)]


def _with(relation: str, columns: Mapping[str, str]) -> str:
    if not columns:
        return f"SELECT * FROM {relation} AS t"
    cast = ", ".join(f'{expression} AS "{c}"' for c, expression in columns.items())
    return f"SELECT * REPLACE ({cast}) FROM {relation} AS t"
