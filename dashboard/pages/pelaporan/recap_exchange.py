"""Recaps on screen: make one to send to the province, load one that came, with its receipt."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from dashboard.frame import audit
from dashboard.frame.view import View
from dashboard.loading.uploading import ask, asked_by
from dashboard.parts.components import box, section
from etl.errors import Refused
from etl.words import _
from metrics.publishing.recap import export
from metrics.publishing.recap_receipt import receipts

WRITERS = ("admin", "province", "analyst")


def recap_exchange(view: View, names: Mapping[str, str]) -> None:
    """Two halves: download the recap of what is in view; load one and read its receipt."""
    left, right = st.columns(2)
    with left, box():
        section(
            _("Rekap untuk dikirim"),
            _("Hanya hitungan: tanpa nomor permohonan dan tanpa nama. Dokumen dinas."),
        )
        _download(view, names)
    with right, box():
        section(
            _("Muat rekap yang diterima"),
            _("Rekap baru dari kantor yang sama menggantikan yang lama."),
        )
        _upload(view)


def _download(view: View, names: Mapping[str, str]) -> None:
    offices = [view.office.code] if view.office else list(names)
    label = view.office.short if view.office else view.province_name or _("semua kantor")
    mine = audit.witness()  # the press comes in a thread of its own
    st.download_button(
        _("Unduh rekap {name}").format(name=label),
        data=lambda: _made(view, offices, mine),
        file_name=f"rekap-{offices[0] if view.office else 'provinsi'}.zip",
        mime="application/zip",
        icon=":material/download:",
        on_click="ignore",
        key="recap_get",
    )


def _made(view: View, offices: list[str], mine: audit.Witness) -> bytes:
    audit.still_granted(mine, "recap")
    published = view.snapshot.manifest.get("offices", {})
    known = [o for o in offices if o in published and view.scope.allows(o)]
    with TemporaryDirectory() as folder:
        made = export(view.snapshot, known, Path(folder) / "rekap.zip")
        mine.note("export", what="recap", offices=list(made.offices), number=made.number)
        return made.path.read_bytes()


def _upload(view: View) -> None:
    if view.scope.role not in WRITERS or view.snapshot.is_empty:
        st.caption(_("Peran ini tidak memuat data."))
        return
    file = st.file_uploader(_("Berkas rekap (.zip)"), type="zip", key="recap_put")
    if file is None:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / Path(file.name).name
        path.write_bytes(file.getvalue())
        try:
            told = receipts(path, view.snapshot)
        except Refused as refusal:
            st.error(str(refusal))
            return
        outside = [r.name for r in told if not view.scope.allows(r.office)]
        if outside:
            st.error(
                _("Rekap ini memuat kantor di luar wewenang: {names}.").format(
                    names=", ".join(outside)
                )
            )
            return
        st.code("\n\n".join(r.text() for r in told), language=None)
        if st.button(_("Muat rekap ini"), type="primary", key="recap_load"):
            _load(view, path)


def _load(view: View, path: Path) -> None:
    """Load the recap in a process of its own; the receipt above can then be copied."""
    done = ask(asked_by(view, "load", path=str(path), details={"kind": "recap"}))
    if done.error:
        st.error(done.error)
        return
    for note in [*done.notes, *(n for r in done.results for n in r.get("notes", []))]:
        st.caption(note)
    st.success(_("Rekap diterima dan dimuat; tanda terima di atas dapat disalin."))
