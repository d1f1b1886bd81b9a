"""Cases as people read them: where each lies, how late, what to do; as a table and as cards."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.case_line import case_line, case_line_alt
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import case_lists, days_to_go
from dashboard.parts.column import Column
from dashboard.parts.components import chart, empty
from dashboard.parts.narrow import rows_html
from dashboard.parts.text import plain
from etl.reference import stage_action
from etl.rows import rows_of
from etl.words import _, counted
from metrics.asking.case_file import PAUSED, WAITED, CaseFile, Part, case_file, positions
from metrics.asking.coverage import in_the_past

CARDS = 6  # cards shown at first on a phone


def placed(view: View, frame: pd.DataFrame) -> pd.DataFrame:
    """The cases with where they lie, in words: stage, desk, waits, since, action.

    At a past moment that is where they lay then, and no days to go are given.
    """
    if frame.empty or view.office is None:
        return frame.assign(stage="", desk="", waits=False, since=None, action="")
    office = view.office.code
    if in_the_past(view.snapshot, view.scope, view.query, "applications"):
        frame = frame.assign(stage=frame["stage_reached"], waits=False)
    else:
        frame = days_to_go.ranged(view, frame)
        found = positions(view.snapshot, view.scope, office, list(frame["application_no"]))
        frame = frame.drop(columns=["desk", "since"]).merge(found, on="application_no", how="left")
    frame["desk"] = frame["desk"].fillna("")
    frame["stage"] = frame["stage"].fillna("")
    frame["action"] = [
        _(stage_action(office, s, d)) for s, d in zip(frame["stage"], frame["desk"], strict=True)
    ]
    return frame


def table_of(view: View, frame: pd.DataFrame, pictures: bool = False) -> pd.DataFrame:
    """The list under the headings of the page, figures still figures; `pictures` for the screen,
    which holds what fits on it: no column that is empty or says the same of every row.
    """
    waits = frame["waits"].fillna(False).astype(bool)
    late = frame["overdue"] == 1
    shown = pd.DataFrame(
        {
            _("Nomor"): frame["application_no"],
            _("Izin"): frame["common_type"].map(view.permit_short),
            _("Tahap sekarang"): [_stage(s, w) for s, w in zip(frame["stage"], waits, strict=True)],
            _("Meja"): frame["desk"].map(case_lists.words),
            _("Sejak"): frame["since"].map(f.date_short, na_action="ignore"),
            _("Hari kerja"): frame["net_days"],
            _("Standar"): frame["standard_days"],
            _("Lewat"): frame["days_over"].where(late),
            _("Jatuh tempo"): frame["due_day"].map(f.date_short, na_action="ignore"),
            **days_to_go.columns_of(frame, pictures),
            _("Yang perlu dilakukan"): frame["action"],
        }
    )
    if not pictures:
        return shown
    needless = [] if late.any() else [_("Lewat")]
    needless += [_("Lewat standar?")] if late.all() else []
    needless += [] if late.all() or not late.any() else [_("Sisa hari")]
    shown = _days_of_standard(shown)
    first = [_("Nomor"), _("Izin"), _("Lewat"), _("Tahap sekarang"), _("Meja"), _("Sejak")]
    first = [*(c for c in first if c not in needless), _("Yang perlu dilakukan")]
    rest = [c for c in shown.columns if c not in (*first, *needless)]
    return shown[[*first, *rest]]


def _days_of_standard(shown: pd.DataFrame) -> pd.DataFrame:
    """The days and the standard in one column, as a screen has room for."""
    days, standard = _("Hari kerja"), _("Standar")
    told = [
        f.number(d) if f.missing(s) else _("{n} dari {s}").format(n=f.number(d), s=f.number(s))
        for d, s in zip(shown[days], shown[standard], strict=True)
    ]
    return shown.assign(**{days: told}).drop(columns=standard)


def _stage(stage: str, waits: bool) -> str:
    if not stage:
        return _("tidak dicatat")
    return _("menunggu {stage}").format(stage=stage) if waits else stage


def show_list(view: View, frame: pd.DataFrame, key: str) -> str | None:
    """The cases as a table and, on a phone, as cards; gives the number that was picked."""
    if frame.empty:
        empty(_("Tidak ada berkas"), _("Tidak ada berkas seperti ini pada pilihan di atas."))
        return None
    picked = _table(view, frame, key)
    _paper(view, frame, key)
    return _cards(view, frame, key) or picked


def _table(view: View, frame: pd.DataFrame, key: str) -> str | None:
    shown = table_of(view, frame, pictures=True)
    with st.container(key=f"wide_{key}"):
        state: Any = st.dataframe(
            shown.style.format({c: f.number for c in _figures() if c in shown}, na_rep=f.MISSING),
            hide_index=True,
            width="stretch",
            height=35 * (min(len(shown), 20) + 1) + 3,
            column_config=_settings(shown) | days_to_go.settings_of(),
            key=f"table_{key}",
            placeholder=f.MISSING,
            on_select="rerun",
            selection_mode="single-cell",
        )
    cells = state.selection.get("cells", [])
    return str(frame["application_no"].iloc[cells[0][0]]) if cells else None


def _paper(view: View, frame: pd.DataFrame, key: str) -> None:
    """Every case as a row of a printed list: what a meeting needs, in a width that paper has."""
    shown = table_of(view, frame, pictures=True)
    left_out = (_("Sisa hari"), _("Hari kerja"), _("Lewat standar?"))
    names = [name for name in shown.columns if name not in left_out]
    columns = [Column(n, n, f.number if n in _figures() else None) for n in names]
    with st.container(key=f"paper_{key}"):
        st.html(rows_html(shown, columns))


def _figures() -> tuple[str, ...]:
    return (_("Lewat"),)


def _settings(shown: pd.DataFrame) -> dict[str, Any]:
    """Widths by what is in each column, so that the list fits a desk."""
    wide = {_("Nomor"): 104, _("Hari kerja"): 78, _("Lewat"): 54, _("Lewat standar?"): 118}
    most = {_("Izin"): 150, _("Tahap sekarang"): 158, _("Meja"): 92, _("Yang perlu dilakukan"): 236}
    for name, widest in most.items():
        longest = int(shown[name].astype(str).str.len().max())
        wide[name] = min(max(60, 18 + int(6.4 * longest)), widest)
    for name in (_("Sejak"), _("Jatuh tempo")):
        wide[name] = 86
    return {
        name: st.column_config.Column(width=width, pinned=name == _("Nomor") or None)
        for name, width in wide.items()
        if name in shown
    }


def _cards(view: View, frame: pd.DataFrame, key: str) -> str | None:
    held = f"more_{key}"
    shown = frame if st.session_state.get(held) else frame.head(CARDS)
    picked = None
    with st.container(key=f"cards_of_{key}", gap="small"):
        for row in rows_of(shown):
            with st.container(border=True, gap="xsmall"):
                st.html(_card(view, row))
                label = _("Buka {number}").format(number=plain(row.application_no))
                if st.button(label, key=f"open_{key}_{row.application_no}", width="stretch"):
                    picked = str(row.application_no)
        if len(shown) < len(frame):
            more = len(frame) - len(shown)
            st.button(
                counted("Tampilkan {n} berkas lainnya", more).format(n=f.number(more)),
                key=f"{held}_button",
                width="stretch",
                on_click=st.session_state.__setitem__,
                args=(held, True),
            )
    return picked


def _card(view: View, row: Any) -> str:
    late = bool(row.overdue)
    state = ""
    if late:
        state = _("lewat {days}").format(days=f.days(row.days_over))
    elif not f.missing(row.due_day):
        state = _("jatuh tempo {day}").format(day=f.date_short(row.due_day))
    kind = "worse" if late else "quiet"
    lines = [
        f'<div class="top"><b>{escape(view.permit_short(row.common_type))}</b>'
        f'<b class="{kind}">{escape(state)}</b></div>',
        f"<div>{escape(_stage(row.stage, bool(row.waits)))} · "
        f"{escape(case_lists.words(row.desk))}</div>",
        f"<div>{escape(row.action)}</div>",
        f'<div class="quiet">{escape(str(row.application_no))} · '
        + escape(
            _("hari ke-{n}, standar {s}").format(
                n=f.number(row.net_days), s=f.number(row.standard_days)
            )
        )
        + "</div>",
        f'<div class="quiet">{escape(days_to_go.card_words(row))}</div>',
    ]
    return '<div class="berkas">' + "".join(lines) + "</div>"


def show_case(view: View, number: str) -> None:
    """One case: what kept it, its line by desk, and its days as a sum that can be checked."""
    if view.office is None:
        return
    found = case_file(view.snapshot, view.scope, view.office.code, number)
    if found is None:
        empty(_("Nomor ini tidak ada"), _("Tidak ada berkas {n} di kantor ini.").format(n=number))
        return
    left, right = st.columns([2, 1])
    with left:
        chart(
            f"{number} · {view.permit_short(found.row['common_type'])}: {longest(found)}",
            _(
                "Tiap hari kerja satu kali, di meja yang memegangnya. Gelap: dikerjakan; terang: "
                "menunggu; jingga: sesudah standar terlampaui; bergaris: pada pemohon, tidak "
                "dihitung."
            ),
            case_line(found.parts, _names(found), _whole(found.row["standard_days"])),
            case_line_alt(found.parts, _names(found)),
            key="case_line",
        )
    with right, st.container(border=True):
        st.html(sums(found))


def longest(found: CaseFile) -> str:
    """Which desk had most of the days that count."""
    counted = [p for p in found.parts if p.what != PAUSED]
    if not counted:
        return _("belum ada hari kerja yang lewat")
    days: dict[str, int] = {}
    for part in counted:
        days[part.desk] = days.get(part.desk, 0) + part.days
    desk = max(days, key=lambda d: days[d])
    if not desk:
        return _("{a} dari {n} hari kerja tanpa catatan meja").format(
            a=f.number(days[desk]), n=f.number(found.net_days)
        )
    return _("{a} dari {n} hari kerja di {desk}").format(
        a=f.number(days[desk]), n=f.number(found.net_days), desk=case_lists.words(desk).lower()
    )


def sums(found: CaseFile) -> str:
    """The parts as a table whose days add up to the net days, with the standard under them."""
    rows = "".join(_sum_row(p) for p in found.parts)
    standard = _whole(found.row["standard_days"])
    last = [(_("Hari kerja bersih"), found.net_days, "total")]
    if found.paused_days:
        last.append((_("Jam berhenti, tidak dihitung"), found.paused_days, "quiet"))
    if standard is not None:
        last.append((_("Standar"), standard, ""))
        over = found.net_days - standard
        if over > 0:
            last.append((_("Lewat"), over, "worse"))
        elif found.row["is_open"]:
            last.append((_("Sisa sampai standar"), -over, ""))
    rows += "".join(
        f'<tr class="{kind}"><th scope="row">{escape(name)}</th><td>{f.number(n)}</td></tr>'
        for name, n, kind in last
    )
    begun = f.date(found.row["start_day"])
    return (
        f'<table class="sums"><caption>{escape(_("Jam mulai {day}").format(day=begun))}</caption>'
        f"<tbody>{rows}</tbody></table>"
    )


def _sum_row(part: Part) -> str:
    stage = part.stage or _("tahap berikutnya")
    name = {
        WAITED: _("Menunggu {stage}").format(stage=stage),
        PAUSED: _("Pada pemohon: {stage}").format(stage=part.stage or _("perbaikan")),
    }.get(part.what, stage)
    days = [f.date_short(d) for d in (part.begun, part.ended) if d is not None]
    when = f'<span class="quiet"> {escape("–".join(dict.fromkeys(days)))}</span>' if days else ""
    shown = f"({f.number(part.days)})" if part.what == PAUSED else f.number(part.days)
    return f'<tr><th scope="row">{escape(name)}{when}</th><td>{shown}</td></tr>'


def _names(found: CaseFile) -> dict[str, str]:
    return {p.desk: case_lists.words(p.desk) for p in found.parts}


def _whole(value: Any) -> int | None:
    return None if f.missing(value) else int(value)
