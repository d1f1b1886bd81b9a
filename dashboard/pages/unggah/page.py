"""Unggah data: check files, see what would come in, load them, take them back."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.frame.access import may_load
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.loading.ready import begin
from dashboard.loading.uploading import Answer, ask, asked_by
from dashboard.locale import format as f
from dashboard.pages.unggah.asking import missing
from dashboard.pages.unggah.held import ROUND, Held, check_all, forget, in_hand, working
from dashboard.pages.unggah.loaded import DONE, batches, done_with
from dashboard.pages.unggah.nil import nil_report
from dashboard.pages.unggah.one_file import one_file
from dashboard.pages.unggah.templates import templates
from dashboard.parts.components import box, head
from etl.errors import Refused
from etl.schema import kinds
from etl.words import _, counted

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


def render(view: View) -> None:
    """The upload of files, and the last loads below."""
    if not may_load(view.scope):
        raise Refused(_("Peran Anda tidak memuat data; minta analis kantor atau admin."))
    head(
        _("Unggah data"),
        _(
            "Pilih satu atau beberapa berkas apa adanya: isinya diperiksa dulu, dan baru masuk "
            "setelah Anda menekan Muat."
        ),
    )
    done_with(view)
    _upload(view)
    nil_report(view)
    batches(view)


def _upload(view: View) -> None:
    turn = st.session_state.setdefault(ROUND, 0)
    sent = st.file_uploader(
        _("Berkas data"),
        type=TYPES,
        accept_multiple_files=True,
        key=f"unggah_file_{turn}",
        help=_("CSV, Excel, ODS, Parquet, log XES, atau zip berisi beberapa berkas."),
    )
    held = in_hand(sent or [])
    if not held:
        begin()
        templates()
        return
    place = _place(view, turn)
    if check_all(view, held, place):
        st.session_state.pop(DONE, None)
        st.rerun()
    found = [answer for one in held if (answer := one.answer())]
    if lacking := sum("office" in answer.needs for answer in found):
        said = counted("{n} berkas tidak menyebut kantornya: pilih “Kantor” di atas.", lacking)
        st.info(said.format(n=f.number(lacking)), icon=":material/apartment:")
    missing(view, held, turn)
    for number, one in enumerate(held):
        with box():
            one_file(view, one, f"{turn}_{number}")
    _decide(view, held)


def _place(view: View, turn: int) -> str:
    """The office of files that name none: the one in view, or as chosen here."""
    codes = sorted(view.offices, key=lambda c: view.offices[c].short)
    own = view.office.code if view.office else codes[0] if len(codes) == 1 else ""
    return str(
        st.selectbox(
            _("Kantor"),
            ["", *codes],
            index=codes.index(own) + 1 if own else 0,
            format_func=lambda c: view.office_name(c) if c else _("Tertulis di berkas"),
            help=_("Untuk berkas yang tidak menyebut kantornya, di judul maupun di barisnya."),
            key=f"unggah_office_{turn}_{own}",
        )
    )


def ready(answer: Answer | None) -> bool:
    """Whether a checked file has anything to load."""
    return answer is not None and any(result["batch"] is None for result in answer.results)


def _decide(view: View, held: Sequence[Held]) -> None:
    able = [one for one in held if ready(one.answer())]
    if able and view.snapshot.is_sample and not _mix():
        able = []
    with st.container(horizontal=True):
        go = st.button(_("Muat"), type="primary", disabled=not able, key="unggah_go")
        st.button(_("Batal"), on_click=_restart, key="unggah_stop")
    if len(held) > 1:
        st.caption(_("{n} dari {all} berkas siap dimuat.").format(
            n=f.number(len(able)), all=f.number(len(held))
        ))  # fmt: skip
    if go:
        _load(view, sorted(able, key=_references_first), len(able) == len(held))


def _mix() -> bool:
    """Whether real files may go among made-up figures: asked, and no by itself."""
    st.warning(
        _(
            "Di sini terbuka data contoh yang semuanya karangan. Angka kantor Anda lebih baik "
            "dimuat ke tempat yang baru: monev serve --store data-kantor."
        ),
        icon=":material/info:",
    )
    return st.checkbox(_("Tetap campurkan berkas saya dengan data contoh"), key="unggah_mix")


def _references_first(one: Held) -> bool:
    answer = one.answer()
    found = [r["kind"] for r in answer.results] if answer else []
    return not all(kind in kinds() and kinds()[kind].reference for kind in found)


def _load(view: View, able: Sequence[Held], all_of_them: bool) -> None:
    """Load the files one after the other, and keep what each gave to be said on top."""
    loaded: list[tuple[Held, Answer, bool]] = []
    for number, one in enumerate(able, 1):
        answer = one.answer() or Answer()
        learn = answer.outline["key"] if answer.outline and one.hand else ""
        request = asked_by(
            view,
            "load",
            path=str(one.path),
            mapping=one.mapping,
            details={**answer.used, **one.details},
            learn=learn,
        )
        label = _("Memuat {file} ({n} dari {all})").format(file=one.name, n=number, all=len(able))
        said = working(label, partial(ask, request))
        if said.error:
            st.warning(f"{one.name}: {said.error}", icon=":material/info:")
            all_of_them = False
            continue
        one.loaded = True
        loaded.append((one, said, bool(learn)))
    if not loaded:
        return
    repeated = {b for one, _said, _learnt in loaded for b in (one.answer() or Answer()).repeated}
    results = [r for _one, said, _learnt in loaded for r in said.results]
    st.session_state[DONE] = {
        "batches": [r["batch"] for r in results if r["batch"] not in repeated],
        "file": f.sentence([one.name for one, _said, _learnt in loaded]),
        "accepted": sum(r["accepted"] for r in results),
        "notes": list(dict.fromkeys(n for _one, said, _learnt in loaded for n in said.notes)),
        "learnt": any(learnt for _one, _said, learnt in loaded),
        "results": [
            {k: r.get(k) for k in ("file", "kind", "feeds", "lacks", "place")} for r in results
        ],
    }
    if all_of_them:
        forget()
    st.rerun()


def _restart() -> None:
    """Empty the fields for other files."""
    forget()
    st.session_state.pop(DONE, None)
