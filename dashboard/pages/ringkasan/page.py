"""Ringkasan: is the office doing well, what changed, and what needs a decision."""

import pandas as pd
import streamlit as st

from dashboard.charts.stage_bars import stage_bars, stage_bars_alt
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.ringkasan import week
from dashboard.pages.ringkasan.silence import silence
from dashboard.parts import case_lists, days_to_go, findings
from dashboard.parts import side_by_side as frames
from dashboard.parts.action_list import action_list
from dashboard.parts.alerts import alerts
from dashboard.parts.cards import card
from dashboard.parts.case_view import placed, show_list
from dashboard.parts.components import Column, cards, chart, head, section
from dashboard.parts.fold import fold
from dashboard.parts.late_desk import late_desk
from dashboard.parts.lead import lead, off_target
from dashboard.parts.office_table import count_column, days_column, office_table, rate_column
from dashboard.parts.process_chart import process_chart
from etl.words import _, counted
from metrics.asking.coverage import in_the_past
from metrics.asking.registry import indicators
from metrics.counting.marks import SOON_DAYS

PAGE = Page(group="", title="Ringkasan", icon="dashboard", order=10, weeks=True)
FIRST = (
    "on_time_rate",
    "processing_time",
    "permits_issued",
    "open_applications",
    "response_on_time",
    "ikm",
)


def render(view: View) -> None:
    """The page for the place and period in view."""
    names = _figures(view)
    _head(view, names)
    if view.case_rows:
        _to_cases(view)
    alerts(view)
    cards([card(view, name) for name in names], key="summary", columns=6)
    days_to_go.note(view)
    _graphs(view)
    action_list(view)
    if view.office is None:
        _offices(view)
    _others(view, names)
    if view.case_rows:
        _urgent(view)


def _figures(view: View) -> list[str]:
    """The six figures that the page begins with; where none of them is told, those that are."""
    usual = [name for name in FIRST if name in indicators()]
    if any(view.verdict(name).value is not None for name in usual):
        return usual
    told = [name for name in indicators() if view.verdict(name).value is not None]
    return told[: len(FIRST)] or usual


def _head(view: View, names: list[str]) -> None:
    """Place and period over the answer; of a week its own figures first, then the months'."""
    if view.period.week is None:
        head(f"{view.place}: {view.period.label()}", _answer(view, names))
        return
    week.show(view)
    st.markdown(_answer(view, names))


def _to_cases(view: View) -> None:
    """The way to the cases behind the sentence: one press, the list chosen."""
    page = st.session_state.get("pages", {}).get("berkas")
    if page is None:
        return
    late = int(view.read("overdue_applications").value or 0)
    soon = 0 if silence(view) else int(view.read("due_soon").value or 0)  # of days gone by
    waiting = int(view.read("overdue_complaints").value or 0)
    counts = {
        "overdue": (counted("Lihat {n} berkas lewat standar", late), late),
        "due_soon": (counted("Lihat {n} berkas jatuh tempo ≤ 3 hari kerja", soon), soon),
    }
    complaints = st.session_state["pages"].get("pengaduan")
    with st.container(key="to_cases", horizontal=True, gap="small"):
        for name, (text, n) in counts.items():
            if n:
                st.page_link(
                    page,
                    label=text.format(n=f.number(n)) + " →",
                    query_params=st.query_params.to_dict() | {"list": name},
                )
        if waiting and complaints is not None:
            st.page_link(
                complaints,
                label=counted("Lihat {n} pengaduan lewat batas jawab", waiting).format(
                    n=f.number(waiting)
                )
                + " →",
                query_params=st.query_params.to_dict(),
            )


def _urgent(view: View) -> None:
    """The cases past their standard, then those that will be unless somebody acts now; where
    nobody knows what is late, that is said, and no list is called empty.
    """
    if view.read("overdue_applications").value is None:
        section(
            _("Yang lewat standar tidak diketahui"),
            _("Tidak ada catatan berkas, atau tidak ada standar pelayanan, untuk pilihan ini."),
        )
        return
    late = placed(view, case_lists.read(view, case_lists.OVERDUE))
    soon = placed(view, case_lists.read(view, case_lists.DUE_SOON))
    heading = (
        counted("{n} berkas lewat standar", len(late)).format(n=f.number(len(late)))
        if len(late)
        else _("Tidak ada berkas berjalan yang lewat standar")
    )
    with fold(heading, "late"):
        told = _(
            "Berjalan dan lewat standar pada akhir periode (atau hari terakhir yang dilaporkan)."
        )
        section(heading, told)
        _listed(view, late, "late")
    heading = (
        counted("Radar: {n} berkas jatuh tempo dalam {d}", len(soon)).format(
            n=f.number(len(soon)), d=f.days(SOON_DAYS) + " " + _("kerja")
        )
        if len(soon)
        else _("Radar: tidak ada berkas yang segera jatuh tempo")
    )
    with fold(heading, "soon"):
        section(heading, _("Masih dalam standar; yang paling cepat jatuh tempo dulu."))
        _listed(view, soon, "soon")


def _listed(view: View, frame: pd.DataFrame, key: str) -> None:
    if frame.empty:
        return
    number = show_list(view, frame, key)
    page = st.session_state.get("pages", {}).get("berkas")
    if number and page is not None:
        lists = {"late": "overdue", "soon": "due_soon"}
        asked = {"list": lists[key], "case": number}
        st.switch_page(page, query_params=st.query_params.to_dict() | asked)


def _answer(view: View, names: list[str]) -> str:
    """The answering sentence; where its own figure is not known, the first that is goes before."""
    first, *others = [view.verdict(name) for name in names]
    known = next((v for v in others if v.value is not None), None) if first.value is None else None
    silent, reported = silence(view), view.read("open_applications").value is not None
    past = in_the_past(view.snapshot, view.scope, view.query, "applications")
    told = [
        silent,
        lead(known) if known else "",
        lead(first),
        off_target(v for v in others if v is not known),
        findings.decisions(_matters(view), reported, bool(silent), past),
    ]
    return " ".join(part for part in told if part)


def _matters(view: View) -> list[findings.Matter]:
    late = _known(view.read("overdue_applications").value)
    soon = None if late is None else _known(view.read("due_soon").value)
    waiting = _known(view.read("overdue_complaints").value)
    where = late_desk(view) if late else None
    return [
        findings.Matter(
            "late",
            late,
            counted("{n} permohonan berjalan lewat standar", late or 0).format(n=f.number(late))
            + (where.words(dated=False) if where else ""),  # the list below has the day
            _("permohonan yang lewat standar"),
        ),
        findings.Matter(
            "complaints",
            waiting,
            counted("{n} pengaduan lewat batas jawab", waiting or 0).format(n=f.number(waiting)),
            _("pengaduan yang lewat batas jawab"),
        ),
        findings.Matter(
            "soon",
            soon,
            counted("{n} permohonan jatuh tempo dalam 3 hari kerja", soon or 0).format(
                n=f.number(soon)
            ),
            _("permohonan yang segera jatuh tempo"),
        ),
    ]


def _known(value: float | None) -> int | None:
    return None if value is None else int(value)


def _graphs(view: View) -> None:
    left, right = st.columns([3, 2])
    found = frames.stages(view)
    bars = stage_bars(found.frame, found.bottleneck) if len(found.frame) else None
    with left:
        process_chart(
            view,
            view.verdict("on_time_rate"),
            _("Ketepatan waktu"),
            _("Persen izin tepat waktu menurut bulan jatuh tempo."),
            key="on_time",
            height=bars.layout.height if bars is not None else 320,
        )
    stages = findings.bottleneck_heading(found.bottleneck, found.run, found.wait)
    with right, fold(stages, "stages"):
        chart(
            stages,
            _("Rata-rata hari kerja tiap permohonan: dikerjakan (gelap), menunggu (terang)."),
            bars,
            stage_bars_alt(found.frame, found.bottleneck),
            key="stages",
        )


def _offices(view: View) -> None:
    frame = frames.side_by_side(
        view,
        "office",
        {
            "on_time": "on_time_rate",
            "days": "processing_time",
            "issued": "permits_issued",
            "open": "open_applications",
            "late": "overdue_applications",
            "answered": "response_on_time",
            "ikm": "ikm",
        },
    ).merge(frames.last_reports(view), on="office", how="outer")
    office_table(
        view,
        frame,
        [
            rate_column("on_time", _("Tepat waktu")),
            days_column("days", _("Waktu proses"), _("Median hari kerja bersih")),
            count_column("issued", _("Izin terbit")),
            count_column("open", _("Berjalan")),
            count_column("late", _("Lewat standar")),
            rate_column("answered", _("Pengaduan dijawab")),
            Column("ikm", _("IKM"), lambda v: f.number(v, 2)),
            Column("last", _("Laporan terakhir"), lambda m: f.month(m, short=True)),
        ],
        key="offices",
        worst="on_time",
    )


def _others(view: View, shown: list[str]) -> None:
    """Cards of the other indicators that ask for one, so that a new one appears by itself."""
    names = [n for n, i in indicators().items() if i.card and n not in shown]
    if names:
        with st.expander(_("Indikator lain")):
            cards([card(view, name) for name in names], key="others")
