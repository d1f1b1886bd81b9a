"""Why: SPAK/IPAK and SPKP questions beside the SKM in one form are surveys of their own.

Their columns are told by the words of their group ("SPAK", "anti korupsi") or by what they ask;
`data/elements.csv` and `data/survey_rules.csv` hold their statements, weights and grades.
"""

from dataclasses import replace

from etl.reading.book import Rows
from etl.recognising.vocabulary import normal
from etl.sheets.survey_around import Around, around, field_of
from etl.sheets.survey_heading import Columns, find
from etl.sheets.survey_names import named
from etl.sheets.survey_rules import SKM, of_family, rules

SURELY = 8  # strength from which a question speaks of another survey
FEWEST_ASKED = {"ipak": 3, "ipkp": 5}  # questions that make a survey of their own
FAMILIES = tuple(FEWEST_ASKED)


def columns_beside(head: Rows) -> dict[str, frozenset[int]]:
    """Family → the columns that belong to it and not to the SKM; {} where the form has none."""
    found = around(head)
    if found is None:
        return {}
    claimed: dict[str, set[int]] = {family: set() for family in FAMILIES}
    for column, cells in found.own.items():
        family = _family(found, column, cells)
        if family:
            claimed[family].add(column)
    return {f: frozenset(own) for f, own in claimed.items() if len(own) >= FEWEST_ASKED[f]}


def _family(found: Around, column: int, cells: list[str]) -> str | None:
    if any(field_of(cell) for cell in cells):
        return None
    words = f" {' '.join(normal(c) for c in (*cells, *found.groups.get(column, ())))} "
    for family in FAMILIES:
        marks = {mark for its in of_family(family).values() for mark in its.marks}
        if any(f" {mark}" in words for mark in marks):
            return family
    best: dict[str, float] = {}
    for cell in cells:
        for rule, _slug, strength in named(cell).names:
            family = rules()[rule].family
            best[family] = max(best.get(family, 0), strength)
    others = [f for f in FAMILIES if best.get(f, 0) >= SURELY and best[f] > best.get(SKM, 0)]
    return max(others, key=lambda f: best[f]) if others else None


def find_beside(head: Rows, family: str, own: frozenset[int], main: Columns) -> Columns | None:
    """The columns of one survey beside the SKM, with the respondents' fields of the whole form."""
    every = frozenset(range(max((len(row) for row in head), default=0)))
    columns = find(head, None, family=family, apart=every - own)
    if columns is None:
        return None
    return replace(columns, fields=main.fields, labels=main.labels | columns.labels)
