"""Reads the monthly tally that an office really keeps: permits down, months across, in blocks."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from etl.doors import called, nil_report
from etl.errors import Refused
from etl.loads import LeftOut
from etl.reading.book import Book, Sheet
from etl.recognising.vocabulary import words
from etl.sheets.base import Extract, LayoutResult, text_table
from etl.sheets.tally_body import DASHES, Body, number
from etl.sheets.tally_body import read as read_body
from etl.sheets.tally_check import Part, cell, compare, parts, span, twins
from etl.sheets.tally_heading import YEAR, Block, Heading, find, measure_of, plain
from etl.sheets.tally_other import no_permits, other_count, refusal
from etl.sheets.tally_shared import permit_of, read_as
from etl.words import _, counted

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

FIELDS = ("permit_type", "month", "measure", "count")
SURE = 0.97

#: What a report of targets calls the figures that were reached.
REACHED = re.compile(r"(realisasi|capaian)\b")
BY_TITLE, UNTOLD = "by title", "untold"
#: A heading over months that only says which part of the year they are.
PART_OF_YEAR = re.compile(r"(triwulan|tw|kuartal|caturwulan|semester|smt)\b", re.IGNORECASE)


class Tally:
    """The layout of a monthly tally workbook; yields `monthly_counts`."""

    name = "tally"
    title = "rekap, bulan mendatar"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a sheet with a column of permit names and a row of at least two months."""
        return SURE if any(find(s.head) for s in book.sheets if not s.hidden) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """One record a permit, month and measure that has a figure; an empty cell is no record."""
        records: list[dict[str, Any]] = []
        notes: list[str] = []
        checks: list[dict[str, Any]] = []
        others: list[LeftOut] = []
        for sheet in book.sheets:
            heading = None if sheet.hidden else find(sheet.head)
            if heading is None:
                continue
            blocks = [b.title for b in heading.blocks]
            if what := other_count(f"{heading.titles} {sheet.name}", blocks):
                others.append(no_permits(sheet.name, what))
                continue
            rows, said, check = _sheet(sheet, heading, options)
            rows = _added_up(rows, heading, sheet.name)
            records += rows
            notes += said
            checks.append(check)
        if not records:
            raise refusal(book.file, others) or Refused(
                _(
                    "{file} berisi judul tabel tetapi tidak ada angka: bila memang tidak ada izin, "
                    "kirim laporan nihil ({nil})."
                ).format(file=book.file, nil=nil_report()),
                kind="monthly_counts",
            )
        left = tuple(LeftOut(c["sheet"] or None, row, _("baris jumlah")) for c in checks
                     for row in c.pop("total_rows"))  # fmt: skip
        whole = checks[0] if len(checks) == 1 else {"sheets": checks}
        table = text_table(records, FIELDS)
        labels = {"permit_type": _("Jenis izin"), "count": _("Jumlah")}
        extract = Extract("monthly_counts", table, labels)
        return LayoutResult((extract,), tuple(notes), whole, left_out=(*left, *others))


def _added_up(rows: list[dict[str, Any]], heading: Heading, sheet: str) -> list[dict[str, Any]]:
    """The figures of districts as those of the permit that the title names, added up."""
    if not heading.places:
        return rows
    permit = permit_of(heading.titles, sheet)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        known = found.get((row["month"], row["measure"]))
        if known is None:
            found[row["month"], row["measure"]] = row | {"permit_type": permit}
        elif known["count"].isdigit() and row["count"].isdigit():
            known["count"] = str(int(known["count"]) + int(row["count"]))
        else:
            return rows  # a cell that is no number is told by itself
    return list(found.values())


def _sheet(
    sheet: Sheet, heading: Heading, options: "LoadOptions"
) -> tuple[list[dict[str, Any]], list[str], dict[str, Any]]:
    body = read_body(sheet.rows(), heading)
    found = _named(parts(heading.blocks, body.permits), sheet, heading)
    year, notes = _year(sheet, heading, options)
    kept = [p for p in found if p.measure]
    records = list(_records(sheet, body, kept, year, options))
    future = [r for r in records if r.pop("_future")]
    records = [r for r in records if r not in future]
    notes += _notes(found, body, future)
    check = {
        "sheet": sheet.name,
        "year": year,
        "permit_types": len({p.name for p in body.permits}),
        "sectors": dict(Counter(p.sector for p in body.permits if p.sector)),
        "blocks": [_block(p, body, records) for p in found],
        **compare(found, body),
        "total_rows": [t.row for t in body.totals],
    }
    notes += _differences(check)
    return records, notes, check


def _named(found: tuple[Part, ...], sheet: Sheet, heading: Heading) -> tuple[Part, ...]:
    """The parts, with the sheet's own title standing in for the one of a single bare block."""
    if len(found) == 1 and not found[0].block.title:
        told = measure_of(f"{heading.titles} {sheet.name}")
        return (Part(found[0].block, told or "issued", BY_TITLE if told else UNTOLD),)
    seen = Counter(p.measure for p in found if p.measure)
    doubled = next((m for m, n in seen.items() if n > 1), None)
    if doubled:
        titles = " / ".join(
            f"{p.block.title} ({span(p.block)})" for p in found if p.measure == doubled
        )
        raise Refused(
            _(
                "Lembar {sheet}: dua blok berarti sama tetapi isinya berbeda: {blocks}. "
                "Ubah judul salah satunya atau hapus, lalu muat lagi."
            ).format(sheet=sheet.name, blocks=titles)
        )
    told = measure_of(f"{heading.titles} {sheet.name}")
    reached = [p for p in found if REACHED.match(plain(p.block.title))]
    if not seen and len(reached) == 1:
        why = BY_TITLE if told else UNTOLD
        return tuple(Part(p.block, told or "issued", why) if p in reached else p for p in found)
    months = [(c.year, c.month) for p in found for c in p.block.months]
    parts_of_year = all(PART_OF_YEAR.match(p.block.title.strip()) for p in found)
    if not seen and told and parts_of_year and len(months) == len(set(months)):
        return tuple(Part(p.block, told, BY_TITLE) for p in found)
    if not seen:
        raise Refused(
            _(
                "Lembar {sheet}: tidak ada blok bulan yang judulnya dikenal (izin terbit, "
                "penolakan, dicabut, permohonan masuk): beri judul di atas bulannya."
            ).format(sheet=sheet.name)
        )
    return found


def _year(sheet: Sheet, heading: Heading, options: "LoadOptions") -> tuple[int, list[str]]:
    """The year of months whose heading names none: --period, else the title, else the sheet."""
    if all(c.year for b in heading.blocks for c in b.months):
        return next(c.year or 0 for b in heading.blocks for c in b.months), []
    said = YEAR.search(heading.titles) or YEAR.search(sheet.name)
    asked = YEAR.search(options.period or "")
    if asked and said and asked.group(1) != said.group(1):
        note = _("Judul lembar {sheet} menyebut {title}; dibaca {asked} sesuai permintaan.")
        text = note.format(sheet=sheet.name, title=said.group(1), asked=asked.group(1))
        return int(asked.group(1)), [text]
    if asked or said:
        return int((asked or said).group(1)), []  # type: ignore[union-attr]
    raise Refused(
        _(
            "Tahun rekap tidak tertulis di judul maupun nama lembar {sheet}: "
            "tambahkan tahunnya, misalnya {period}."
        ).format(sheet=sheet.name, period=called("period", "2025")),
        needs=("period",),
        kind="monthly_counts",
        sheet=sheet.name,
    )


def _records(
    sheet: Sheet, body: Body, kept: list[Part], year: int, options: "LoadOptions"
) -> Iterator[dict[str, Any]]:
    this_month = f"{options.today:%Y-%m}"
    for permit in body.permits:
        for part in kept:
            for column in part.block.months:
                raw = permit.cells.get(column.index)
                if raw is None or str(raw).strip() == "":
                    continue
                month = f"{column.year or year}-{column.month:02d}"
                value = number(raw)
                yield {
                    "_sheet": sheet.name,
                    "_row": permit.row,
                    "_cell": cell(permit.row, column.index),
                    "_future": month > this_month and value == 0,
                    "permit_type": permit.name,
                    "month": month,
                    "measure": part.measure,
                    "count": _text(raw, value),
                }


def _text(raw: object, value: float | None) -> str:
    if value is None:
        return str(raw).strip()
    return str(int(value)) if value == int(value) else str(value)


def _block(part: Part, body: Body, records: list[dict[str, Any]]) -> dict[str, Any]:
    months = sorted({r["month"] for r in records if r["measure"] == part.measure})
    total = sum(_total(part.block, p.cells) for p in body.permits)
    return {
        "title": part.block.title,
        "columns": span(part.block),
        "measure": part.measure,
        "left_out": None if part.measure else part.why,
        "months": months if part.measure else [],
        "total": int(total) if total == int(total) else total,
    }


def _total(block: Block, cells: dict[int, Any]) -> float:
    return sum(number(cells.get(c.index)) or 0 for c in block.months)


def _notes(found: tuple[Part, ...], body: Body, future: list[dict[str, Any]]) -> list[str]:
    notes = [
        _("Blok {title} ({columns}) tidak dibaca: {why}.").format(
            title=p.block.title or _("tanpa judul"), columns=span(p.block), why=p.why
        )
        for p in found
        if p.measure is None
    ]
    notes += [
        _("Blok {title}: sel {cells} bukan jumlah blok lainnya, periksa.").format(
            title=p.block.title, cells=", ".join(p.unlike)
        )
        for p in found
        if p.unlike
    ]
    notes += [
        _("Blok {title} dibaca sebagai {measure} menurut judul lembar.").format(
            title=p.block.title or _("tanpa judul"),
            measure=_(words("measure").titles.get(p.measure, p.measure)).lower(),
        )
        for p in found
        if p.measure and p.why == BY_TITLE
    ]
    if any(p.why == UNTOLD for p in found):
        notes += read_as("issued", False)
    notes += [
        _("{a} dan {b} berisi angka yang sama untuk bulan {months}: periksa tautannya.").format(
            a=a, b=b, months=", ".join(str(m) for m in months)
        )
        for a, b, months in twins(found, body.permits)
    ]
    if future:
        notes.append(
            counted(
                "{n} angka 0 untuk bulan yang belum tiba dianggap belum diisi.", len(future)
            ).format(n=len(future))
        )
    if any(str(v).strip() in DASHES for p in body.permits for v in p.cells.values()):
        notes.append(_("Tanda - di sel bulan dibaca 0."))
    return notes


def _differences(check: dict[str, Any]) -> list[str]:
    notes = [
        _("Jumlah di {cell} tertulis {printed}, seharusnya {computed}.").format(**line)
        for line in [*check["footer"], *check["rows_differ"]]
        if not line["agrees"]
    ]
    strays = check["strays"]
    if strays:
        cells = ", ".join(f"{s['cell']} ({s['value']})" for s in strays)
        notes.append(_("Angka di luar tabel tidak dibaca: {cells}.").format(cells=cells))
    return notes


LAYOUT = Tally()
