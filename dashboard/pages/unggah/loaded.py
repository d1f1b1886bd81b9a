"""What was loaded and what it feeds, the last loads, and the way back."""

from functools import partial

import streamlit as st

from dashboard.frame.view import View
from dashboard.loading.uploading import ask, asked_by
from dashboard.locale import format as f
from dashboard.locale.records import record_name
from dashboard.pages.unggah.feeding import feeding
from dashboard.pages.unggah.held import working
from dashboard.parts.components import section
from etl.rows import rows_of
from etl.words import _, counted

DONE = "unggah_done"
BATCHES = 10


def done_with(view: View) -> None:
    done = st.session_state.get(DONE)
    if not done:
        return
    numbers = ", ".join(str(b) for b in done["batches"])
    if "undone" in done:
        st.success(
            _("Muatan {batch} dibatalkan; angkanya kembali seperti semula.").format(batch=numbers)
        )
    else:
        st.success(
            counted(
                "{file} dimuat sebagai muatan {batch}: {n} baris. Semua halaman sudah memakainya.",
                done["accepted"],
            ).format(file=done["file"], batch=numbers, n=f.number(done["accepted"]))
            if not done["notes"]
            else _("{file} tersimpan sebagai muatan {batch}.").format(
                file=done["file"], batch=numbers
            )
        )
    if done.get("learnt") and "undone" not in done:
        st.caption(_("Pasangan kolomnya diingat untuk berkas dengan judul kolom yang sama."))
    for note in done["notes"]:
        st.warning(note, icon=":material/info:")
    if "undone" not in done:
        feeding(view, done.get("results", []))
    if "undone" not in done and st.button(_("Batalkan muatan ini"), key="unggah_undo_now"):
        undo(view, done["batches"])


def undo(view: View, batches: list[int]) -> None:
    """Take back batches, the last one first."""
    said: list[str] = []
    for batch in sorted(batches, reverse=True):
        request = asked_by(view, "undo", batch=batch)
        label = _("Membatalkan muatan {batch}").format(batch=batch)
        answer = working(label, partial(ask, request))
        said += answer.notes
        if answer.error:
            st.warning(answer.error, icon=":material/info:")
            return
    st.session_state[DONE] = {"batches": batches, "undone": True, "notes": said}
    st.rerun()


def batches(view: View) -> None:
    if view.snapshot.is_empty:
        return
    frame = view.snapshot.batches()
    if frame.empty:
        return
    offices = view.scope.offices
    if offices is not None:
        touched: dict[int, set[str]] = {}
        for row in rows_of(view.snapshot.store_table("batch_offices")):
            touched.setdefault(int(row.batch), set()).add(row.office_code)
        own = {batch for batch, codes in touched.items() if codes <= offices}
        frame = frame[frame["batch"].isin(own)]
        if frame.empty:
            return
    section(_("Muatan terakhir"), _("Membatalkan mengembalikan angka seperti tanpa muatan itu."))
    for row in rows_of(frame.head(BATCHES)):
        text, button = st.columns([5, 1], vertical_alignment="center")
        live = row.state == "live"
        text.markdown(
            _("**{batch}** · {file} · {kind} · {day} oleh {who}").format(
                batch=row.batch,
                file=row.file,
                kind=record_name(row.kind),
                day=f.date_short(row.loaded_at),
                who=row.loaded_by,
            )
            + ("" if live else " · " + _("dibatalkan"))
        )
        if not live:
            continue
        with button.popover(_("Batalkan"), key=f"unggah_ask_{row.batch}", width="stretch"):
            st.write(
                _("Batalkan muatan {batch}? Angkanya keluar dari semua halaman.").format(
                    batch=row.batch
                )
            )
            if st.button(_("Ya, batalkan"), key=f"unggah_undo_{row.batch}"):
                undo(view, [int(row.batch)])
