"""Empty workbooks to fill in, to be downloaded where they are needed."""

import tempfile
from functools import partial
from pathlib import Path

import streamlit as st

from dashboard.locale.records import record_name
from dashboard.parts.components import XLSX
from etl.words import _
from etl.writing.templates import write_template

OFFERED = (
    "applications", "stages", "payments", "complaints", "survey", "monthly_counts", "standards",
    "targets", "populations", "offices", "permit_types", "closures",
)  # fmt: skip


def templates() -> None:
    """The templates of the kinds that offices send."""
    with st.expander(_("Templat untuk diisi"), icon=":material/table_view:"):
        st.caption(
            _(
                "Berkas yang sudah Anda punya tidak perlu disalin ke templat: unggah apa adanya. "
                "Templat berguna bila belum ada catatannya."
            )
        )
        grid = st.grid(3, min_column_width=220)
        for kind in OFFERED:
            with grid.cell():
                st.download_button(
                    record_name(kind),
                    data=partial(made, kind),
                    file_name=f"templat-{kind}.xlsx",
                    mime=XLSX,
                    icon=":material/download:",
                    on_click="ignore",
                    key=f"unggah_template_{kind}",
                    width="stretch",
                )


def made(kind: str) -> bytes:
    """The bytes of the template of a kind."""
    with tempfile.TemporaryDirectory() as folder:
        return write_template(kind, Path(folder) / "templat.xlsx").read_bytes()
