"""The survey's official papers as downloads of the IKM page, made when the button is pressed."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.frame import audit
from dashboard.frame.view import View
from dashboard.parts.components import section
from etl.words import _, speaking

if TYPE_CHECKING:
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

Write = Callable[["Snapshot", "Scope", str, str, Path, str], None]


@dataclass(frozen=True)
class Paper:
    """One paper: what it is called, its file's ending and type, and what writes it."""

    label: str
    suffix: str
    mime: str
    write: Write


def papers() -> tuple[Paper, ...]:
    """The papers of a survey, in the order in which an office needs them."""
    from dashboard.reports.ikm_publication import write_publication
    from dashboard.reports.ikm_report import write_survey_report
    from dashboard.reports.ikm_worksheet import write_worksheet

    office = "application/vnd.openxmlformats-officedocument"
    return (
        Paper(_("Lembar publikasi (PDF)"), ".pdf", "application/pdf", write_publication),
        Paper(_("Lembar publikasi (gambar)"), ".png", "image/png", write_publication),
        Paper(
            _("Laporan survei (Word)"),
            ".docx",
            f"{office}.wordprocessingml.document",
            write_survey_report,
        ),
        Paper(
            _("Pengolahan data (Excel)"),
            ".xlsx",
            f"{office}.spreadsheetml.sheet",
            write_worksheet,
        ),
    )


def made(view: View, period: str, weight: str, paper: Paper) -> Callable[[], bytes]:
    """What makes one paper of the office in view when its button is pressed, and notes it."""
    witness = audit.witness()  # the press comes in a thread of its own
    snapshot, scope, office = view.snapshot, view.scope, view.office

    def make() -> bytes:
        assert office is not None
        audit.still_granted(witness, f"ikm {office.code}")
        with speaking(view.language), tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / f"ikm{paper.suffix}"
            paper.write(snapshot, scope, office.code, period, out, weight)
            witness.note("export", what="ikm", file=out.name, office=office.code, period=period)
            return out.read_bytes()

    return make


def downloads(view: View, period: str, weight: str) -> None:
    """The buttons, for one office."""
    section(
        _("Dokumen resmi"),
        _("Lembar kerja Excel memuat rumus yang hidup; hasilnya sama dengan halaman ini."),
    )
    with st.container(horizontal=True):
        for paper in papers():
            st.download_button(
                paper.label,
                data=made(view, period, weight, paper),
                file_name=f"ikm-{view.query.office}-{period}{paper.suffix}",
                mime=paper.mime,
                icon=":material/download:",
                on_click="ignore",
                key=f"ikm_paper_{paper.suffix[1:]}",
            )
