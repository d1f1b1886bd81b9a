"""The report as a Word document that the office can still edit before signing."""

from pathlib import Path

from dashboard.reports.labels import facts, sample_note, signature
from dashboard.reports.model import Report, Table


def write_word(report: Report, out: Path) -> None:
    """Write the report to `out`."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    document = docx.Document()
    if report.sample:
        document.sections[0].header.paragraphs[0].text = sample_note()
    document.add_heading(report.title, 0)
    for name, value in facts(report):
        document.add_paragraph(f"{name}: {value}")
    for section in report.sections:
        document.add_heading(section.title, 1)
        if section.rows:
            _table(document, section, ALIGN.RIGHT)
        for note in section.notes:
            document.add_paragraph(note)
    for line in signature():
        paragraph = document.add_paragraph(line)
        paragraph.alignment = ALIGN.RIGHT
        paragraph.paragraph_format.keep_with_next = True
    document.save(str(out))


def _table(document: object, section: Table, right: object) -> None:
    table = document.add_table(rows=1, cols=len(section.heads))  # type: ignore[attr-defined]
    table.style = "Table Grid"
    for box, head in zip(table.rows[0].cells, section.heads, strict=True):
        box.paragraphs[0].add_run(head).bold = True
    for row in section.rows:
        for box, cell in zip(table.add_row().cells, row, strict=True):
            box.text = cell.text
            if cell.numeric:
                box.paragraphs[0].alignment = right
