"""Why: the respondents of one sheet as records of text, under the names the facts know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from etl.checking.zones import zone_of
from etl.reading.book import Rows
from etl.reading.grid import column_texts
from etl.sheets.survey_dates import Days, read_days
from etl.sheets.survey_heading import Columns
from etl.sheets.survey_rows import Answers
from etl.words import _


@dataclass(frozen=True)
class Said:
    """What speaks for a whole sheet: its name, period, service, and how its days are written."""

    sheet: str
    period: str | None
    service: str | None
    today: date
    formats: tuple[str, ...] = ()
    office: str | None = None


def records(
    said: Said, columns: Columns, answers: Answers, rows: Rows, periods: Sequence[str]
) -> tuple[pa.Table, tuple[str, ...]]:
    """The respondents of one sheet as text columns, and notes on their days.

    `periods`: each respondent's own period where columns of the sheet give it, else ().
    """
    places, n = answers.places, len(answers.places)
    made: dict[str, list[str]] = {"_sheet": [said.sheet] * n, "sheet": [said.sheet] * n}
    for column, name in columns.fields.items():
        made[name] = texts(rows, places, column)
    notes: tuple[str, ...] = ()
    if "survey_date" in made:
        days = _days(said, columns, made["survey_date"])
        made["survey_date"], notes = list(days.days), days.notes
    if "respondent_no" in made:
        made["respondent_no"] = [
            number or _("baris {row}").format(row=place + 1)
            for number, place in zip(made["respondent_no"], places, strict=True)
        ]
    else:
        made["respondent_no"] = [str(i) for i in range(1, n + 1)]
    if periods:
        made["period"] = list(periods)
    made |= answers.texts
    if any(answers.further):
        made["further"] = answers.further
    whole = {"rule": columns.rule.code, "period": said.period, "service": said.service}
    made = {key: [value] * n for key, value in whole.items() if value} | made
    table = pa.table({key: pa.array(values, pa.string()) for key, values in made.items()})
    return table.append_column("_row", pa.array([p + 1 for p in places], pa.int64())), notes


def _days(said: Said, columns: Columns, cells: list[str]) -> Days:
    column = columns.column("survey_date")
    label = columns.labels.get(column, "") if column is not None else ""
    return read_days(label, cells, said.today, said.formats, zone_of(said.office))


def texts(rows: Rows, places: list[int], column: int) -> list[str]:
    """One column's cells as text, without space around it."""
    return [
        t.strip()
        for t in column_texts([rows[p][column] if column < len(rows[p]) else "" for p in places])
    ]
