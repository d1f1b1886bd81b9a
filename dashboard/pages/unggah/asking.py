"""What a file does not say of itself, asked for all files together; and how one is read anew."""

import re
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale.records import record_name
from dashboard.pages.unggah.held import Held
from dashboard.parts.components import box, section
from etl.schema import kinds
from etl.words import _

#: What is asked file by file; the office is asked once for all, above them.
ASKED = ("kind", "period", "service", "rule", "mode")
DETAILS = frozenset({*ASKED, "office"})
RULES = ("2017", "2014", "2004")
SURVEY_PERIOD = re.compile(r"20\d\d(-(S[12]|Q[1-4]|\d\d))?")


def missing(view: View, held: Sequence[Held], turn: int) -> None:
    """One form with every question that the checks left open; sending it checks again."""
    open_ = [(one, _needs(one)) for one in held]
    open_ = [(one, needs) for one, needs in open_ if needs]
    if not open_:
        return
    with box(), st.form(f"unggah_asked_{turn}", border=False):
        section(
            _("Yang belum disebut di berkas"),
            _("Jawab sekaligus, lalu periksa lagi; berkasnya tidak perlu diubah."),
        )
        said = [
            (one, _fields(view, one, needs, f"{turn}_{number}"))
            for number, (one, needs) in enumerate(open_)
        ]
        sent = st.form_submit_button(_("Periksa lagi"), type="primary", icon=":material/refresh:")
    if sent:
        for one, answers in said:
            one.details |= {name: value for name, value in answers.items() if value}
        st.rerun()


def _needs(one: Held) -> list[str]:
    answer = one.answer()
    if answer is None or not answer.error or answer.readings:
        return []
    return [name for name in ASKED if name in answer.needs]


def _fields(view: View, one: Held, needs: Sequence[str], key: str) -> dict[str, str]:
    st.markdown(f"**{_plain(one.name)}**")
    grid = st.grid(3, min_column_width=220)
    found: dict[str, str] = {}
    for name in needs:
        with grid.cell():
            found[name] = _field(view, one, name, f"unggah_{name}_{key}")
    return found


def _plain(name: str) -> str:
    return re.sub(r"([\\`*_{}\[\]()#+!|<>$~:])", r"\\\1", name)


def _field(view: View, one: Held, name: str, key: str) -> str:
    now = one.details.get(name, "")
    if name == "kind":
        return _choice(_("Jenis data"), [*kinds(), "event_log", "recap"], now, record_name, key)
    if name == "office":
        codes = sorted(view.offices, key=lambda c: view.offices[c].short)
        return _choice(_("Kantor"), codes, now, view.office_name, key)
    if name == "rule":
        return _choice(_("Aturan survei"), RULES, now or RULES[0], str, key)
    if name == "mode":
        words = {"replace": _("Ganti survei yang ada"), "append": _("Tambah ke survei yang ada")}
        return _choice(_("Survei yang sudah ada"), list(words), now, words.__getitem__, key)
    if name == "service":
        return str(st.text_input(_("Layanan"), now, key=key, help=_("Layanan yang disurvei.")))
    return str(
        st.text_input(
            _("Periode"),
            now or _in_view(view),
            placeholder=_("misalnya 2024-S1"),
            help=_("Tahun, semester, triwulan atau bulan: 2024, 2024-S1, 2024-Q2, 2024-05."),
            key=key,
        )
    ).strip()


def _in_view(view: View) -> str:
    """The period of the sidebar, where it is one that a survey may be of."""
    code = view.period.code
    return code if SURVEY_PERIOD.fullmatch(code) and not view.snapshot.is_empty else ""


def _choice(title: str, options: Sequence[str], now: str, shown: Any, key: str) -> str:
    return str(
        st.selectbox(
            title,
            ["", *options],
            index=options.index(now) + 1 if now in options else 0,
            format_func=lambda o: shown(o) if o else _("Belum dipilih"),
            key=key,
        )
    )


def otherwise(view: View, one: Held, turn: str) -> None:
    """The details of one file as read, to be corrected; and a mapping file where one is needed."""
    answer = one.answer()
    survey = answer and any(r["kind"] in ("survey", "survey_counts") for r in answer.results)
    asked = ["kind", "office", *(["period", "service", "rule"] if survey else [])]
    with (
        st.expander(_("Baca dengan cara lain"), icon=":material/tune:"),
        st.form(f"unggah_other_{turn}", border=False),
    ):
        grid = st.grid(3, min_column_width=220)
        said: dict[str, str] = {}
        for name in asked:
            with grid.cell():
                said[name] = _other(view, one, name, f"unggah_other_{name}_{turn}")
        sent_map = st.file_uploader(
            _("Berkas pemetaan"),
            type=["toml"],
            key=f"unggah_map_{turn}",
            help=_("Hanya untuk log peristiwa dan bentuk yang tidak dapat dipasangkan di layar."),
        )
        sent = st.form_submit_button(_("Periksa dengan cara ini"), icon=":material/refresh:")
    if not sent:
        return
    one.details = {k: v for k, v in {**one.details, **said}.items() if v}
    if sent_map is not None:
        one.put_mapping(sent_map.getvalue().decode("utf-8", "replace"))
        one.sent_map, one.checked = True, ""
    st.rerun()


def _other(view: View, one: Held, name: str, key: str) -> str:
    if name == "kind":
        return _choice(_("Jenis data"), [*kinds(), "event_log", "recap"],
                       one.details.get("kind", ""), record_name, key)  # fmt: skip
    if name == "period":
        return str(st.text_input(_("Periode"), one.details.get(name, ""), key=key)).strip()
    return _field(view, one, name, key) if name != "rule" else _choice(
        _("Aturan survei"), RULES, one.details.get("rule", ""), str, key
    )  # fmt: skip


def asks_details_only(one: Held) -> bool:
    """Whether a file was refused for nothing but details that a person can say."""
    answer = one.answer()
    if answer is None or not answer.error:
        return False
    return bool(answer.needs) and set(answer.needs) <= DETAILS


def taken_for(view: View, one: Held) -> str:
    """For which office and period a file is read, where it does not name them in its rows."""
    answer = one.answer()
    used = answer.used if answer else {}
    parts = []
    if used.get("office"):
        parts.append(_("kantor {office}").format(office=view.office_name(used["office"])))
    if used.get("period"):
        parts.append(_("periode {period}").format(period=f.period(used["period"])))
    return f.sentence(parts)
