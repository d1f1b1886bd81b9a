"""The report as a Word letter that the office can still edit before signing.

Real headings, tables whose heads repeat, pictures that say what they show; its language set,
so that Word hyphenates and checks it as such.
"""

import io
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from dashboard.charts.palette import LIGHT
from dashboard.reports.figures import draw
from dashboard.reports.labels import definitions_words, letter_rows, place_and_day, sample_note
from dashboard.reports.letterhead import picture
from dashboard.reports.model import Cell, Chart, Items, Para, Part, Report, Table
from dashboard.reports.steady import stamp, steadied
from etl.words import _, language

FONT = "Arial"
TEXT_WIDTH = 16.8  # cm
PROPERTY = 255  # letters that Word keeps of a property
TONES = {"better": "1D6FA5", "worse": "B8540A"}


def write_word(report: Report, out: Path) -> None:
    """Write the report to `out`."""
    out.write_bytes(render(report))


def render(report: Report) -> bytes:
    """The report as the bytes of a Word document, the same for the same report."""
    import docx

    document = docx.Document()
    _styles(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2)
    if report.sample:
        section.header.paragraphs[0].text = sample_note()
    section.footer.paragraphs[0].text = definitions_words(report)
    if report.kind != "meeting":
        _head(document, report)
        _address(document, report)
    document.add_heading(report.title, 1)
    if report.kind == "meeting":
        document.add_paragraph(f"{report.office} · {report.period}")
    lead = document.add_paragraph()
    _coloured(lead.add_run(report.lead), report.tone).bold = True
    if report.lead_more:
        lead.add_run(f" {report.lead_more}")
    for own in report.sections:
        document.add_heading(own.title, 2)
        for part in own.parts:
            _part(document, part)
    if report.kind != "meeting":
        _signature(document, report)
    properties = document.core_properties
    properties.title, properties.author = report.title[:PROPERTY], report.office[:PROPERTY]
    properties.language = _tag()
    properties.created = properties.modified = stamp(report.day)
    held = io.BytesIO()
    document.save(held)
    return steadied(held.getvalue(), report.day)


def _tag() -> str:
    """The language that Word checks and hyphenates by."""
    return {"id": "id-ID", "en": "en-GB"}[language()]


def _styles(document: Document) -> None:
    for name, size in (("Normal", 10), ("Heading 1", 14), ("Heading 2", 11.5)):
        style: Any = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = RGBColor.from_string(LIGHT.ink.strip("#"))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)
    normal: Any = document.styles["Normal"]
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _tag())
    normal.element.get_or_add_rPr().append(spoken)
    normal.paragraph_format.space_after = Pt(5)
    hyphens = OxmlElement("w:autoHyphenation")
    hyphens.set(qn("w:val"), "true")
    document.settings.element.append(hyphens)


def _coloured(run: Any, tone: str) -> Any:
    if tone in TONES:
        run.font.color.rgb = RGBColor.from_string(TONES[tone])
    return run


def _head(document: Document, report: Report) -> None:
    letter = report.letter
    if letter.logo:
        place = document.add_paragraph()
        place.alignment = ALIGN.CENTER
        shape = place.add_run().add_picture(io.BytesIO(picture(letter.logo)[0]), height=Cm(1.8))
        _describe(shape, _("Lambang {name}").format(name=letter.government.title()))
    lines = [
        (letter.government, 11.5, False),
        (letter.institution, 14, True),
        (letter.address, 9, False),
    ]
    for text, size, bold in lines:
        if not text:
            continue
        paragraph = document.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), bold
    _ruled(document.paragraphs[-1])


def _ruled(paragraph: Any) -> None:
    """A double rule under the letterhead."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (
        ("val", "thickThinSmallGap"),
        ("sz", "18"),
        ("space", "4"),
        ("color", "16232C"),
    ):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


def _address(document: Document, report: Report) -> None:
    day = document.add_paragraph(place_and_day(report))
    day.alignment = ALIGN.RIGHT
    for name, words, strong in letter_rows(report):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(2.2))
        paragraph.paragraph_format.left_indent = Cm(2.5)
        paragraph.paragraph_format.first_line_indent = Cm(-2.5)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(f"{name}\t: ")
        paragraph.add_run(words).bold = strong
    to = document.add_paragraph(_("Kepada Yth."))
    to.paragraph_format.space_before = Pt(10)
    for line in report.letter.addressee:
        to.add_run("\n")
        to.add_run(line).bold = line == report.letter.addressee[0]


def _part(document: Document, part: Part) -> None:
    if isinstance(part, Para):
        run = document.add_paragraph().add_run(part.text)
        if part.quiet:
            run.font.size = Pt(9)
    elif isinstance(part, Items):
        for number, item in enumerate(part.items, 1):
            if part.numbered:  # Word's own list would go on counting from the list before
                paragraph = document.add_paragraph(f"{number}.\t{item}")
                paragraph.paragraph_format.left_indent = Cm(0.7)
                paragraph.paragraph_format.first_line_indent = Cm(-0.7)
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.7))
            else:
                document.add_paragraph(item, style="List Bullet")
    elif isinstance(part, Table):
        _table(document, part)
    else:
        _picture(document, part)


def _picture(document: Document, chart: Chart) -> None:
    place = document.add_paragraph()
    place.paragraph_format.keep_with_next = True
    shape = place.add_run().add_picture(io.BytesIO(draw(chart, "png")), width=Cm(TEXT_WIDTH))
    _describe(shape, chart.alt)
    document.add_paragraph().add_run(chart.caption).font.size = Pt(9)


def _describe(shape: Any, alt: str) -> None:
    shape._inline.docPr.set("descr", alt)


def _table(document: Document, part: Table) -> None:
    if part.rows:
        table: Any = document.add_table(rows=1, cols=len(part.heads))
        table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        widths = _widths(part)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        repeated = OxmlElement("w:tblHeader")
        repeated.set(qn("w:val"), "true")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
        for box, head in zip(table.rows[0].cells, part.heads, strict=True):
            box.paragraphs[0].add_run(head).bold = True
        for box, cell in zip(table.rows[0].cells, part.rows[0], strict=True):
            if cell.numeric:
                box.paragraphs[0].alignment = ALIGN.RIGHT
        for row in part.rows:
            made = table.add_row()
            whole = OxmlElement("w:cantSplit")
            made._tr.get_or_add_trPr().append(whole)
            for box, cell in zip(made.cells, row, strict=True):
                _cell(box.paragraphs[0], cell)
        for place, box in ((i, box) for row in table.rows for i, box in enumerate(row.cells)):
            box.width = widths[place]
            box.paragraphs[0].paragraph_format.space_after = Pt(1)
            for run in box.paragraphs[0].runs:
                run.font.size = Pt(9)
        document.add_paragraph().paragraph_format.space_after = Pt(0)
    for note in part.notes:
        document.add_paragraph().add_run(note).font.size = Pt(9)


def _widths(part: Table) -> list[Any]:
    """Columns of figures as wide as their figures, the others share what is left."""
    shares = {i: 1 + 0.5 * (part.wide.count(i) - 1) for i in set(part.wide)}
    longest = [max(len(row[i].text) for row in part.rows) for i in range(len(part.heads))]
    narrow = {
        i: min(3.4, max(1.3, 0.16 * n + 0.5)) for i, n in enumerate(longest) if i not in shares
    }
    left = max(TEXT_WIDTH - sum(narrow.values()), 3.0 * len(shares))
    whole = sum(shares.values())
    return [
        Cm(narrow[i] if i in narrow else left * shares[i] / whole) for i in range(len(part.heads))
    ]


def _cell(paragraph: Any, cell: Cell) -> None:
    run = _coloured(paragraph.add_run(cell.text), cell.tone)
    run.bold = bool(cell.tone) or cell.total
    if cell.numeric:
        paragraph.alignment = ALIGN.RIGHT


def _signature(document: Document, report: Report) -> None:
    letter = report.letter
    if letter.closing:
        document.add_paragraph(letter.closing)
    title, *rest = letter.signatory or ("",)
    lines = [title, "", "", "", *(line for line in rest if line)]
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(9)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = number < len(lines) - 1
        paragraph.add_run(line).bold = number == 4
    if letter.copies:
        document.add_paragraph(_("Tembusan:"))
        for number, copy in enumerate(letter.copies, 1):
            document.add_paragraph(f"{number}. {copy}").paragraph_format.space_after = Pt(0)
