"""Reads a register whose columns are the steps of a case, a date in each: a wide event log."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from etl.checking.no_records import is_total
from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Cell, Rows, Sheet
from etl.reading.grid import find_heading, text
from etl.recognising.vocabulary import forms, headings, normal, personal, words
from etl.sheets.base import Extract, LayoutResult, text_table
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

SURE = 0.95
STEPS = 2  # columns of dates that are no field of an application, at least
DAY = re.compile(r"^\d{1,4}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{1,4}")
NUMBERS = ("application_no", "permit_no")
#: A column of dates that is a refusal, a paper returned to the applicant, or a plan and no step.
REFUSED = re.compile(r"\b(penolakan|ditolak|tolak)\b")
PAUSE = re.compile(r"\b(pending|tidak lengkap|kurang lengkap|dikembalikan|perbaikan pemohon)\b")
PLANNED = re.compile(r"\b(eta|estimasi|perkiraan|target|jatuh tempo|batas|rencana|lahir|berlaku)\b")


@dataclass(frozen=True)
class Found:
    """The heading's row (from 1), the fields' columns, the steps' columns by name, a refusal's."""

    row: int
    names: tuple[str, ...]
    fields: dict[str, int]
    steps: dict[int, str]
    refused: int | None


def find(rows: Rows) -> Found | None:
    """The heading of a register of steps within the head of a sheet; None where there is none."""
    heading = find_heading([[text(c) for c in row] for row in rows])
    if heading is None:
        return None
    at, names = heading
    below = rows[at:]
    dated = {i for i, name in enumerate(names) if name.strip() and _dates(below, i)}
    fields = _fields(names, dated, below)
    taken = set(fields.values())
    steps = {
        i: " ".join(names[i].split())
        for i in sorted(dated - taken)
        if not PLANNED.search(normal(names[i])) and not personal(names[i])
    }
    refused = next((i for i, name in steps.items() if REFUSED.search(normal(name))), None)
    if "application_no" not in fields or "submitted_at" not in fields:
        return None
    enough = len(steps) - (refused is not None) >= STEPS
    return Found(at, tuple(names), fields, steps, refused) if enough else None


def _dates(rows: Rows, column: int) -> bool:
    """Whether a column holds dates and little else."""
    cells = [r[column] for r in rows if column < len(r) and str(r[column] or "").strip()]
    days = [c for c in cells if isinstance(c, date) or DAY.match(str(c).strip())]
    return bool(days) and len(days) * 2 > len(cells)


def _fields(names: list[str], dated: set[int], below: Rows) -> dict[str, int]:
    """The columns that are fields of an application; a date's column only for a date's field."""
    known = headings("applications")
    found: dict[str, int] = {}
    titles = {normal(title.title) for title in known.values()}
    # of two days of issue the one under the field's own title goes first
    for i, name in sorted(enumerate(names), key=lambda one: normal(one[1]) not in titles):
        for field, title in known.items():
            of_time = field.endswith("_at")
            if field in found or of_time != (i in dated) or not name.strip():
                continue
            if any(form in title.known for form in forms(name)):
                found[field] = i
                break
    if "application_no" not in found and (own := _own_number(names, found, below)) is not None:
        found = {f: i for f, i in found.items() if i != own} | {"application_no": own}
        kind = next((i for i, n in enumerate(names) if normal(n) == "jenis izin"), None)
        if kind is not None:
            found["permit_type"] = kind
    return found


def _own_number(names: list[str], found: dict[str, int], below: Rows) -> int | None:
    """A column that numbers the cases under another name: "Kode izin" beside "Jenis izin"."""
    for i, name in enumerate(names):
        if normal(name) not in ("kode izin", "kode berkas", "kode", "no izin", "no berkas izin"):
            continue
        cells = [str(r[i]) for r in below if i < len(r) and str(r[i] or "").strip()]
        if len(cells) > 1 and len(set(cells)) == len(cells):
            return i
    return None


class DatesAcross:
    """The layout of a register of steps; yields applications and their stages."""

    name = "dates_across"
    title = "register dengan tanggal setiap langkah"
    kinds = ("applications", "stages")

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a number, a day of submission and at least two further columns of dates."""
        return SURE if any(_fits(s) for s in book.sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """An application a row, and a stage a date in it: finished on that day."""
        cases: list[dict[str, str | int | None]] = []
        stages: list[dict[str, str | int | None]] = []
        steps: list[str] = []
        left: list[LeftOut] = []
        for sheet in book.sheets:
            if found := _fits(sheet):
                own, runs, lines = _sheet(sheet, found)
                left += lines
                cases += own
                stages += runs
                steps += found.steps.values()
        if not cases:
            raise Refused(_("Register ini tidak memuat baris."), kind="applications")
        extracts = [Extract("applications", text_table(cases, _used(cases)))]
        if stages:
            extracts.append(Extract("stages", text_table(stages, _used(stages))))
        note = _("Tanggal langkah dibaca sebagai tahapan yang selesai hari itu: {steps}.")
        said = note.format(steps=", ".join(dict.fromkeys(steps)))
        return LayoutResult(tuple(extracts), (said,), left_out=tuple(left))


def _fits(sheet: Sheet) -> Found | None:
    return None if sheet.hidden else find(sheet.head)


def _used(rows: list[dict[str, str | int | None]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f for row in rows for f in row if not f.startswith("_")))


def _no_case(sheet: str, row: int, cells: tuple[Cell, ...]) -> list[LeftOut]:
    """A line under the heading that is no case, named where it says something."""
    said = [text(c).strip() for c in cells if text(c).strip()]
    if not said:
        return []
    why = _("baris jumlah") if any(map(is_total, said)) else _("bukan catatan")
    return [LeftOut(sheet or None, row, why)]


_Records = list[dict[str, str | int | None]]


def _sheet(sheet: Sheet, found: Found) -> tuple[_Records, _Records, list[LeftOut]]:
    cases: list[dict[str, str | int | None]] = []
    stages: list[dict[str, str | int | None]] = []
    left: list[LeftOut] = []
    for at, row in enumerate(sheet.rows()[found.row :], found.row + 1):
        values: dict[str, str | int | None] = {f: _at(row, i) for f, i in found.fields.items()}
        number = str(values["application_no"])
        dated = any(_at(row, i) for i in (found.fields["submitted_at"], *found.steps))
        if not dated or not re.search(r"\d", number):
            left += _no_case(sheet.name, at, row)
            continue
        if found.refused is not None and (day := _at(row, found.refused)):
            values |= {"decision": words("decision").titles["rejected"], "decided_at": day}
        elif found.refused is not None:
            values |= {"decision": _decision(values), "decided_at": values.get("issued_at") or ""}
        cases.append({"_sheet": sheet.name, "_row": at, **values})
        for column, name in found.steps.items():
            day = _at(row, column)
            if column != found.refused and day:
                stages.append(
                    {
                        "_sheet": sheet.name,
                        "_row": at,
                        **{f: v for f, v in values.items() if f == "office_code"},
                        "application_no": number,
                        "stage": name,
                        "finished_at": day,
                        "seq": str(list(found.steps).index(column) + 1),
                        "clock": "applicant" if PAUSE.search(normal(name)) else "office",
                    }
                )
    return cases, stages, left


def _decision(values: dict[str, str | int | None]) -> str:
    return words("decision").titles["issued"] if values.get("issued_at") else ""


def _at(row: tuple[Cell, ...], column: int) -> str:
    return text(row[column]).strip() if column < len(row) else ""


LAYOUT = DatesAcross()
