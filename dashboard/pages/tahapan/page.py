"""Tahapan: the activities of an office's log folded into the few stages that its figures tell."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.loading.name_saving import WRITERS
from dashboard.locale import format as f
from dashboard.pages.tahapan.editors import activities_editor, stages_editor
from dashboard.parts import stage_mapping as mapping
from dashboard.parts.components import Card, cards, download, empty, head
from dashboard.parts.stage_mapping import Draft
from etl.words import _, counted
from metrics.asking.query import Scope
from metrics.counting.marks import MOST_STAGES, REST
from metrics.flow.stage_suggestion import Fold, fold, log_of_office, suggest

PAGE = Page(
    group="Data",
    title="Tahapan",
    icon="account_tree",
    order=230,
    tab=True,
    roles=frozenset({"analyst", "admin"}),
)
NOW, SUGGESTED = "berlaku", "usulan"
DONE, BACK = "tahapan_done", "tahapan_back"
LITTLE = 0.05


@st.cache_data(max_entries=8, show_spinner=False)
def _log(_view: View, store: str, version: str, office: str) -> pd.DataFrame:
    return log_of_office(_view.snapshot, Scope("admin", None, True), office)


@st.cache_data(max_entries=8, show_spinner=False)
def _suggested(_log: pd.DataFrame, store: str, version: str, office: str) -> pd.DataFrame:
    return suggest(_log)


def render(view: View) -> None:
    """How the office in view folds its log, a suggestion, and the editors of both."""
    if view.snapshot.is_empty or view.office is None:
        head(_("Tahapan"), _("Tahapan diatur per kantor."))
        empty(_("Pilih satu kantor"), _("Pilih kantornya di bilah atas."))
        return
    title = _("Tahapan, {place}").format(place=view.place)
    if not view.case_rows:
        head(title, _("Peran ini melihat angka; tahapan diatur analis kantor dari berkasnya."))
        return
    office = view.office.code
    key = (str(view.store), str(view.snapshot.manifest.get("version")), office)
    log = _log(view, *key)
    if log.empty:
        head(title, _("Belum ada catatan tahapan kantor ini."))
        empty(_("Tidak ada kejadian"), _("Muat catatan tahapan di halaman Unggah data."))
        _done(view, office)
        return
    current = mapping.draft_of(
        mapping.in_force(log, view.snapshot.store_table("stage_map"), office), log
    )
    now = fold(log, current.stage_of)
    single = all(a == s for a, s in current.stage_of.items())
    head(title, _answer(now, len(current.of), single))
    _done(view, office)
    if single and not st.toggle(_("Ubah nama, meja, atau jamnya"), key="tahapan_open"):
        empty(
            _("Setiap kegiatan sudah menjadi tahap"),
            _("Tidak ada yang perlu digabung di kantor ini."),
        )
        return
    if st.session_state.pop(BACK, False):  # what was saved is now what holds
        st.session_state[url.held_key("dari")] = NOW
    chosen = url.choose(
        _("Mulai dari"),
        "dari",
        [NOW, SUGGESTED],
        {NOW: _("Yang berlaku"), SUGGESTED: _("Usulan dari log")}.__getitem__,
        NOW,
        st.segmented_control,
    )
    start = current if chosen == NOW else mapping.draft_of(_suggested(log, *key), log)
    _edit(view, log, current, start, now, f"{chosen}_{'_'.join(key[1:])}")


def _answer(now: Fold, many: int, single: bool) -> str:
    if single:
        return _("**{k} kegiatan di log, {k} tahap:** setiap kegiatan sudah menjadi tahap.").format(
            k=f.number(many)
        )
    said = _("**{n} kegiatan** di log, {k} tahap; ").format(
        n=f.number(many), k=f.number(now.stages)
    )
    if now.rest > LITTLE:
        return said + _(
            ":orange[**{rest} kejadian terkumpul dalam “{name}”**]. Mulai dari usulan, betulkan, "
            "lalu simpan."
        ).format(rest=f.percent(now.rest, 0), name=REST)
    return said + _("{rest} kejadian dalam “{name}”. Ubah bila nama atau isinya keliru.").format(
        rest=f.percent(now.rest, 0), name=REST
    )


def _edit(view: View, log: pd.DataFrame, current: Draft, start: Draft, now: Fold, key: str) -> None:
    office = view.office.code if view.office else ""
    stage_key, activity_key = f"tahapan_stages_{key}", f"tahapan_activities_{key}"
    draft = mapping.edited(start, _cells(stage_key), _cells(activity_key))
    _preview(fold(log, draft.stage_of), now)
    if len(draft.used) > MOST_STAGES:
        st.warning(
            _(
                "{k} tahap terlalu banyak untuk dibaca; gabungkan sampai paling banyak {most}."
            ).format(k=len(draft.used), most=MOST_STAGES),
            icon=":material/info:",
        )
    emptied = [start.stages[i].name for i in mapping.emptied(start, _cells(stage_key))]
    if emptied:
        st.warning(
            _(
                "Nama yang dikosongkan tidak dipakai; tetap bernama: {names}. Untuk membubarkan "
                "tahap, pindahkan kegiatannya atau beri nama tahap lain."
            ).format(names=", ".join(emptied)),
            icon=":material/info:",
        )
    if set(draft.paused) != set(current.paused):
        st.warning(_clock(draft), icon=":material/timer_pause:")
    with st.container(horizontal=True):
        pressed = view.scope.role in WRITERS and st.button(
            _("Simpan tahapan"), type="primary", key="tahapan_save"
        )
        download(
            _("Unduh rancangan (Excel)"),
            lambda: draft.sheet(office),
            f"tahapan-{office}",
            "tahapan_get",
        )
    if view.scope.role not in WRITERS:
        st.caption(_("Peran ini hanya melihat; tahapan disimpan analis kantor."))
    if pressed:
        _save(view, office, current, draft)
    stages_editor(log, start, draft, stage_key)
    activities_editor(log, start, draft, activity_key)


def _cells(key: str) -> dict[int, dict[str, Any]]:
    """What was changed in a data editor so far."""
    state = st.session_state.get(key)
    return dict(state["edited_rows"]) if state else {}


def _clock(draft: Draft) -> str:
    if not draft.paused:
        return _(
            "Menurut rancangan ini tidak ada tahap yang menghentikan jam; waktu bersih berubah."
        )
    return _(
        "Jam berhenti pada: {stages}. Ini mengubah waktu bersih dan angka tepat waktu."
    ).format(stages=", ".join(draft.paused))


def _preview(new: Fold, now: Fold) -> None:
    cards(
        [
            Card(_("Tahap"), f.number(new.stages), detail=_was(f.number(now.stages))),
            Card(
                _("Kejadian dalam “{name}”").format(name=REST),
                f.percent(new.rest),
                detail=_was(f.percent(now.rest)),
            ),
            Card(
                _("Langkah yang kembali"),
                f.number(new.returns),
                target=_("{share} dari {n} langkah antartahap").format(
                    share=f.percent(new.back), n=f.number(new.steps)
                ),
                detail=_was(f.number(now.returns)),
            ),
        ],
        key="tahapan_preview",
    )
    st.caption(
        _(
            "Hasil rancangan di bawah ini, sebelum disimpan. Langkah yang kembali: ke tahap yang "
            "sudah ditinggalkan berkas itu, “{name}” dihitung sebagai satu tahap."
        ).format(name=REST)
    )


def _was(text: str) -> str:
    return _("sekarang {figure}").format(figure=text)


def _save(view: View, office: str, current: Draft, draft: Draft) -> None:
    if draft.rows() == current.rows():
        st.info(_("Tidak ada yang berubah; tidak ada yang disimpan."), icon=":material/info:")
        return
    with st.status(_("Menyimpan tahapan"), expanded=True) as status:
        answer = mapping.save(view, office, draft, st.write)
        status.update(state="error" if answer.error else "complete", expanded=False)
    if answer.error:
        st.error(answer.error)
        return
    st.session_state[DONE] = {
        "office": office,
        "batch": answer.results[0]["batch"],
        "rejected": sum(r["rejected"] for r in answer.results),
        "notes": answer.notes,
    }
    st.session_state[BACK] = True
    st.rerun()


def _done(view: View, office: str) -> None:
    """What became of the last save, with a button that takes it back."""
    done = st.session_state.get(DONE)
    if not done or done["office"] != office:
        return
    if done.get("undone"):
        st.success(
            _("Muatan {n} dibatalkan; angkanya kembali seperti semula.").format(n=done["batch"])
        )
        return
    st.success(
        _(
            "Tahapan dimuat sebagai muatan {n} dan angka kantor ini dihitung ulang. Dapat "
            "dibatalkan di sini atau di halaman Unggah data."
        ).format(n=done["batch"])
    )
    if done["rejected"]:
        st.warning(
            counted(
                "{n} baris ditolak; lihat alasannya di halaman Mutu data.", done["rejected"]
            ).format(n=f.number(done["rejected"]))
        )
    for note in done["notes"]:
        st.warning(note, icon=":material/info:")
    if view.scope.role in WRITERS and st.button(_("Batalkan muatan ini"), key="tahapan_undo"):
        with st.status(_("Membatalkan muatan {n}").format(n=done["batch"])) as status:
            answer = mapping.undo(view, done["batch"], st.write)
            status.update(state="error" if answer.error else "complete")
        if answer.error:
            st.error(answer.error)
            return
        st.session_state[DONE] = {**done, "undone": True}
        st.rerun()
