"""Unggah data: check a file, see what would come in, load it, take it back."""

import shutil
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.frame.access import may_load
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.loading import uploading
from dashboard.loading.uploading import Answer, Request, asked_by
from dashboard.locale import format as f
from dashboard.pages.unggah.feeding import feeding, left_out
from dashboard.pages.unggah.mapping_form import mapping_form
from dashboard.pages.unggah.reconciliation_words import reconciliation
from dashboard.pages.unggah.upload_rows import rejects_table, rows_table
from dashboard.parts.components import head, section
from etl.errors import Refused
from etl.rows import rows_of
from etl.schema import kinds
from etl.store.operations import Operations
from etl.words import _

PAGE = Page(
    group="Data",
    title="Unggah data",
    icon="upload_file",
    order=200,
    tab=True,
    roles=frozenset({"analyst", "admin"}),
    needs_data=False,
    slug="unggah",
)
TYPES = ["csv", "xlsx", "xls", "ods", "parquet", "xes", "gz", "zip"]
RULES = ("", "2017", "2014", "2004")
FOLDER, CHECKED, ASKED, ROUND = "unggah_folder", "unggah_checked", "unggah_asked", "unggah_round"
DONE, HAND = "unggah_done", "unggah_hand"
BATCHES = 10


def render(view: View) -> None:
    """The upload of one file, and the last loads below."""
    if not may_load(view.scope):
        raise Refused(_("Peran Anda tidak memuat data; minta analis kantor atau admin."))
    head(
        _("Unggah data"),
        _("Pilih satu berkas: isinya diperiksa dulu, dan baru masuk setelah Anda menekan Muat."),
    )
    _done(view)
    _upload(view)
    _batches(view)


def kind_name(kind: str) -> str:
    """A record kind in words."""
    others = {"event_log": _("Log peristiwa"), "recap": _("Rekap"), "nil": _("Laporan nihil")}
    known = kinds()
    return _(known[kind].title) if kind in known else others.get(kind, kind)


def _upload(view: View) -> None:
    turn = st.session_state.setdefault(ROUND, 0)
    sent = st.file_uploader(
        _("Berkas"),
        type=TYPES,
        key=f"unggah_file_{turn}",
        help=_("CSV, Excel, ODS, Parquet, log XES, atau zip berisi beberapa berkas."),
    )
    if sent is None:
        _forget()
        return
    details, mapping = _details(view, turn)
    hand = _hand(sent)
    key = repr((sent.file_id, details, mapping and mapping.file_id, hand))
    if st.session_state.get(CHECKED) != key:
        _check(view, sent, mapping, hand, details)
        st.session_state[CHECKED] = key
        st.rerun()
    folder = Path(st.session_state[FOLDER])
    answer = uploading.kept(folder, "check")
    if answer is None:
        st.session_state.pop(CHECKED)
        st.rerun()
        return
    _show(answer, folder)
    if mapping is None and answer.outline:
        _columns(view, sent, answer, turn)
    rows_table(answer.rows, turn)
    _decide(view, answer, folder, details)


def _hand(sent: Any) -> str:
    """The mapping made on screen for this file, as TOML; "" for none."""
    file, text = st.session_state.get(HAND, ("", ""))
    return text if file == sent.file_id else ""


def _columns(view: View, sent: Any, answer: Answer, turn: int) -> None:
    """Headings and fields: what was remembered is said and may be forgotten, the rest mended."""
    outline = answer.outline or {}
    hand = _hand(sent)
    if outline["mapping"]:
        st.info(
            _("Kolom dibaca dengan pasangan yang diingat dari muatan sebelumnya."),
            icon=":material/history:",
        )
        if st.button(_("Lupakan pasangan ini"), key=f"unggah_forget_{turn}"):
            Operations(view.store).forget_mapping(outline["key"])
            st.session_state.pop(CHECKED)
            st.rerun()
    elif hand:
        st.info(_("Kolom dibaca menurut pasangan yang Anda buat."), icon=":material/edit:")
        if st.button(_("Kembali ke bacaan semula"), key=f"unggah_unmap_{turn}"):
            st.session_state.pop(HAND)
            st.rerun()
    made = mapping_form(outline, bool(answer.error), turn)
    if made and made != hand:
        st.session_state[HAND] = (sent.file_id, made)
        st.rerun()


def _details(view: View, turn: int) -> tuple[dict[str, str], Any]:
    """The fields beside the file: those always there, and those that the check asked for."""
    asked = st.session_state.setdefault(ASKED, [])
    left, right = st.columns(2)
    codes = sorted(view.offices, key=lambda c: view.offices[c].short)
    details = {
        "kind": left.selectbox(
            _("Jenis data"),
            ["", *kinds(), "event_log", "recap"],
            format_func=lambda k: kind_name(k) if k else _("Kenali sendiri"),
            key=f"unggah_kind_{turn}",
        ),
        "office": right.selectbox(
            _("Kantor"),
            ["", *codes],
            index=1 if len(codes) == 1 else 0,
            format_func=lambda c: view.office_name(c) if c else _("Tertulis di berkas"),
            key=f"unggah_office_{turn}",
        ),
    }
    survey = details["kind"] == "survey"
    if survey or "period" in asked:
        details["period"] = left.text_input(
            _("Periode"), placeholder=_("misalnya 2024-S1"), key=f"unggah_period_{turn}"
        ).strip()
    if survey or "service" in asked:
        details["service"] = right.text_input(
            _("Layanan"), help=_("Layanan yang disurvei."), key=f"unggah_service_{turn}"
        ).strip()
    if survey or "rule" in asked:
        details["rule"] = left.selectbox(
            _("Aturan survei"),
            RULES,
            format_func=lambda r: r or _("Kenali sendiri"),
            key=f"unggah_rule_{turn}",
        )
    if "mode" in asked:
        choices = {"": _("Belum dipilih"), "replace": _("Ganti"), "append": _("Tambah")}
        details["mode"] = right.radio(
            _("Survei yang sudah ada"),
            list(choices),
            format_func=choices.__getitem__,
            horizontal=True,
            key=f"unggah_mode_{turn}",
        )
    with st.expander(_("Berkas pemetaan (bila judul kolomnya lain)")):
        mapping = st.file_uploader(_("Berkas pemetaan"), type=["toml"], key=f"unggah_map_{turn}")
    return {name: value for name, value in details.items() if value}, mapping


def _check(view: View, sent: Any, mapping: Any, hand: str, details: dict[str, str]) -> None:
    held = st.session_state.get(FOLDER)
    if held:
        shutil.rmtree(held, ignore_errors=True)
    folder = uploading.new_folder()
    st.session_state.pop(DONE, None)
    st.session_state[FOLDER] = str(folder)
    more = {"path": str(_written(folder / "berkas", sent)), "details": details}
    if mapping is not None:
        more["mapping"] = str(_written(folder / "pemetaan", mapping))
    elif hand:
        more["mapping"] = str(_text(folder, hand))
    request = asked_by(view, "check", rejects=str(folder / "ditolak.xlsx"), **more)
    answer = _working(_("Memeriksa {file}").format(file=sent.name), request)
    uploading.keep(folder, "check", answer)
    if answer.outline and answer.outline["mapping"]:
        _text(folder, answer.outline["mapping"])
    survey = any(result["kind"] == "survey" for result in answer.results)
    wanted = ["period", "service", "rule"] if survey else []
    asked = st.session_state.get(ASKED, [])
    st.session_state[ASKED] = [*asked, *answer.needs, *wanted]


def _written(folder: Path, sent: Any) -> Path:
    folder.mkdir()
    place = folder / Path(sent.name).name
    with place.open("wb") as out:
        shutil.copyfileobj(sent, out)
    sent.seek(0)
    return place


def _text(folder: Path, mapping: str) -> Path:
    place = folder / "pemetaan" / "pemetaan.toml"
    place.parent.mkdir()
    place.write_text(mapping, encoding="utf-8")
    return place


def _working(label: str, request: Request) -> Answer:
    with st.status(label, expanded=True) as status:
        answer = uploading.ask(request, st.write)
        status.update(state="error" if answer.error else "complete", expanded=False)
    return answer


def _show(answer: Answer, folder: Path) -> None:
    """What the check found."""
    if answer.error:
        st.warning(answer.error, icon=":material/info:")
        return
    for result in answer.results:
        section(
            _("{file}: {kind}").format(file=result["file"], kind=kind_name(result["kind"])),
            _("{read} baris dibaca, {accepted} diterima, {rejected} ditolak.").format(
                **{k: f.number(result[k]) for k in ("read", "accepted", "rejected")}
            )
            + (
                " " + _("{n} sudah ada dan tidak berubah.").format(n=f.number(result["unchanged"]))
                if result["unchanged"]
                else ""
            ),
        )
        left_out(result)
        for note in result["notes"]:
            st.caption(note)
        if result.get("feeding"):
            st.info(result["feeding"], icon=":material/monitoring:")
        reconciliation(result.get("reconciliation"), f"unggah_{result['file']}_{result['kind']}")
    rejects_table(answer.rejects, folder)


def _decide(view: View, answer: Answer, folder: Path, details: dict[str, str]) -> None:
    ready = any(result["batch"] is None for result in answer.results)
    if answer.repeated:
        st.info(
            _("Isi yang sama sudah ada sebagai muatan {batch}; tidak dimuat dua kali.").format(
                batch=", ".join(map(str, answer.repeated))
            )
        )
    with st.container(horizontal=True):
        go = st.button(_("Muat"), type="primary", disabled=not ready, key="unggah_go")
        st.button(_("Batal"), on_click=_restart, key="unggah_stop")
    if go:
        path = next((folder / "berkas").iterdir())
        maps = list((folder / "pemetaan").glob("*"))
        learn = answer.outline["key"] if answer.outline and st.session_state.get(HAND) else ""
        request = asked_by(
            view,
            "load",
            path=str(path),
            mapping=str(maps[0]) if maps else "",
            details=details,
            learn=learn,
        )
        loaded = _working(_("Memuat {file}").format(file=path.name), request)
        if loaded.error:
            st.warning(loaded.error, icon=":material/info:")
            return
        _restart()
        st.session_state[DONE] = {
            "batches": [r["batch"] for r in loaded.results if r["batch"] not in answer.repeated],
            "file": path.name,
            "accepted": sum(r["accepted"] for r in loaded.results),
            "notes": loaded.notes,
            "learnt": bool(learn),
            "results": [
                {k: r.get(k) for k in ("kind", "feeding", "feeds", "place")} for r in loaded.results
            ],
        }
        st.rerun()


def _forget() -> None:
    held = st.session_state.pop(FOLDER, None)
    if held:
        shutil.rmtree(held, ignore_errors=True)
    st.session_state.pop(CHECKED, None)
    st.session_state.pop(ASKED, None)
    st.session_state.pop(HAND, None)


def _restart() -> None:
    """Empty the fields for another file."""
    _forget()
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    st.session_state.pop(DONE, None)


def _done(view: View) -> None:
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
            _(
                "{file} dimuat sebagai muatan {batch}: {n} baris. Semua halaman sudah memakainya."
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
        feeding(done.get("results", []))
    if "undone" not in done and st.button(_("Batalkan muatan ini"), key="unggah_undo_now"):
        _undo(view, done["batches"])


def _undo(view: View, batches: list[int]) -> None:
    """Take back batches, the last one first."""
    said: list[str] = []
    for batch in sorted(batches, reverse=True):
        answer = _working(
            _("Membatalkan muatan {batch}").format(batch=batch),
            asked_by(view, "undo", batch=batch),
        )
        said += answer.notes
        if answer.error:
            st.warning(answer.error, icon=":material/info:")
            return
    st.session_state[DONE] = {"batches": batches, "undone": True, "notes": said}
    st.rerun()


def _batches(view: View) -> None:
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
                kind=kind_name(row.kind),
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
                _undo(view, [int(row.batch)])
