"""The report as PDF, set by Typst; the words travel as data and are never read as markup."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from dashboard.reports.labels import facts, sample_note, signature
from dashboard.reports.model import Report

TEMPLATE = Path(__file__).parent / "report.typ"


def render(report: Report, form: Literal["pdf", "png"] = "pdf") -> bytes:
    """The report set in `form` ("pdf"; "png" gives the first page)."""
    import typst

    data = asdict(report) | {
        "facts": facts(report),
        "sample_note": sample_note() if report.sample else "",
        "signature": signature(),
    }
    made: Any = typst.compile(
        TEMPLATE.read_bytes(), format=form, sys_inputs={"report": json.dumps(data)}
    )
    pages: list[bytes] = made if isinstance(made, list) else [made]
    return pages[0]


def write_pdf(report: Report, out: Path) -> None:
    """Write the report to `out`."""
    out.write_bytes(render(report))
