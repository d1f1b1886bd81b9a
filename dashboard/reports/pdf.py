"""The report as PDF, set by Typst; the words travel as data and are never read as markup.

PDF/UA-1 and PDF/A-2a: headings, tables and pictures are tagged, every picture says what it shows.
"""

import json
from pathlib import Path
from typing import Any

from dashboard.reports.figures import FONTS, draw, set_in_font
from dashboard.reports.labels import definitions_words, letter_rows, place_and_day, sample_note
from dashboard.reports.model import Report, to_plain
from etl.words import _, language

TEMPLATE = Path(__file__).parent / "report.typ"
FONT_FOLDERS: Any = [str(FONTS)]
STANDARDS: Any = ["ua-1", "a-2a"]


def render(report: Report) -> bytes:
    """The report set as PDF."""
    return compiled({"report": as_data(_told(report)), "pictures": json.dumps(_pictures(report))})


def as_data(told: Any) -> str:
    """Words for a template, as JSON; what the font has no letter for is a question mark."""
    return set_in_font(json.dumps(told, ensure_ascii=False))


def compiled(inputs: dict[str, str], template: Path = TEMPLATE) -> bytes:
    """A template set with `inputs` by the house's own fonts, held to the two standards."""
    import typst

    made: Any = typst.compile(
        template.read_bytes(),
        format="pdf",
        sys_inputs=inputs,
        font_paths=FONT_FOLDERS,
        ignore_system_fonts=True,
        pdf_standards=STANDARDS,
    )
    return bytes(made[0] if isinstance(made, list) else made)


def _told(report: Report) -> dict[str, Any]:
    return to_plain(report) | {
        "letter_rows": letter_rows(report),
        "place_day": place_and_day(report),
        "sample_note": sample_note() if report.sample else "",
        "foot": definitions_words(report),
        "words": {
            "lang": language(),
            "page": _("Halaman"),
            "of": _("dari"),
            "to": _("Kepada Yth."),
            "copies": _("Tembusan:"),
            "logo": _("Lambang {name}").format(name=report.letter.government.title()),
        },
    }


def _pictures(report: Report) -> dict[str, Any]:
    """The pictures by their place; bytes travel as lists of numbers only where they are no text."""
    found: dict[str, Any] = {str(i): draw(c).decode() for i, c in enumerate(report.charts())}
    if report.letter.logo:
        from dashboard.reports.letterhead import picture

        found["logo"] = list(picture(report.letter.logo)[0])
    return found


def write_pdf(report: Report, out: Path) -> None:
    """Write the report to `out`."""
    out.write_bytes(render(report))
