"""IKM: the index with its grade and interval, the elements ranked, who answered, how it moved."""

import pandas as pd
import streamlit as st

from dashboard import format as f
from dashboard.charts.ranked_bars import ranked_bars, ranked_bars_alt
from dashboard.components import Column, chart, empty, head, section, table
from dashboard.navigation import Page
from dashboard.survey_rows import ATTRIBUTES, Survey, offices_of, read
from dashboard.view import View
from etl.words import _

PAGE = Page(group="Kinerja", title="IKM", icon="mood", order=60)
LOWEST = 3


def render(view: View) -> None:
    """The latest survey of the place in view, up to the period's end."""
    survey = read(view)
    if survey is None:
        head(_("IKM, {place}").format(place=view.place), _("Belum ada survei untuk pilihan ini."))
        empty(
            _("Belum ada survei"),
            _("Muat lembar survei di halaman Unggah data; pilih kantor dan periodenya."),
        )
        return
    head(_title(survey), _answer(survey), survey.row.notes)
    left, right = st.columns(2)
    with left:
        _elements(survey)
    with right:
        _trend(survey)
    _table(survey)
    if survey.profile is not None:
        _respondents(survey)
    if view.office is None:
        _offices(view, survey)
    elif view.case_rows:
        _comments(view, survey)


def _title(survey: Survey) -> str:
    row = survey.row
    figure = f.number(row.ikm, 2) if row.ikm is not None else f.MISSING
    return _("IKM {period}: {figure}, mutu {grade} ({name})").format(
        period=f.period(row.period), figure=figure, grade=row.grade or f.MISSING,
        name=row.grade_name or f.MISSING,
    )  # fmt: skip


def _answer(survey: Survey) -> str:
    row = survey.row
    parts = []
    if row.low is not None:
        parts.append(
            _("Selang 95 %: {low}–{high}").format(
                low=f.number(row.low, 1), high=f.number(row.high, 1)
            )
        )
    parts.append(_("{n} responden").format(n=f.number(row.respondents)))
    if survey.needed is not None:
        need = (
            _("kebutuhan sampel {need}")
            if survey.enough
            else _("**kurang dari kebutuhan sampel {need}**")
        )
        parts.append(need.format(need=f.number(survey.needed)))
    parts.append(_("aturan {rule}, bobot 1/jumlah unsur").format(rule=row.rule))
    if survey.change is not None:
        parts.append(survey.change)
    return " · ".join(parts) + "."


def _elements(survey: Survey) -> None:
    frame = survey.elements
    low = list(frame["name"].tail(LOWEST))
    chart(
        _("Terendah: {names}").format(names=", ".join(reversed(low))),
        _("Nilai unsur pada skala 25–100, dari yang tertinggi."),
        ranked_bars(frame, _two, dict.fromkeys(low, "worse")),
        ranked_bars_alt(frame, _("Nilai unsur"), _two),
        key="elements",
    )


def _two(value: float) -> str:
    return f.number(value, 2)


def _trend(survey: Survey) -> None:
    frame = survey.trend
    chart(
        survey.trend_heading,
        _("IKM tiap periode menurut aturannya sendiri; tahun lama tidak dinilai ulang."),
        ranked_bars(frame, _two, {str(frame["name"].iloc[-1]): "ink"}),
        ranked_bars_alt(frame, _("IKM tiap periode"), _two),
        key="trend",
    )


def _table(survey: Survey) -> None:
    section(
        _("Unsur satu per satu"),
        _("NRR: nilai rata-rata unsur, jumlah nilai dibagi banyak jawabannya."),
    )
    table(
        survey.elements,
        [
            Column("name", _("Unsur"), pinned=True),
            Column("answers", _("Jawaban"), f.number),
            Column("sum", _("Jumlah nilai"), f.number),
            Column("nrr", "NRR", lambda v: f.number(v, 4)),
            Column("value", _("Skala 25–100"), _two),
            Column("low", _("Bawah 95 %"), lambda v: f.number(v, 1)),
            Column("high", _("Atas 95 %"), lambda v: f.number(v, 1)),
        ],
        key="ikm_elements",
    )


def _respondents(survey: Survey) -> None:
    section(_("Siapa yang menjawab"), _("IKM tiap kelompok, satu sifat pada satu waktu."))
    table(
        survey.profile if survey.profile is not None else pd.DataFrame(),
        [
            Column("attribute", _("Sifat"), lambda v: _(ATTRIBUTES.get(v, v))),
            Column("value", _("Kelompok")),
            Column("n", _("Responden"), f.number),
            Column("share", _("Bagian"), f.percent),
            Column("ikm", "IKM", _two),
        ],
        key="ikm_profile",
    )


def _offices(view: View, survey: Survey) -> None:
    section(
        _("Tiap kabupaten/kota"),
        _("Periode {period}; yang tidak menyurvei ditulis –.").format(
            period=f.period(survey.row.period)
        ),
    )
    table(
        offices_of(view, survey),
        [
            Column("name", _("Kabupaten/kota"), pinned=True),
            Column("ikm", "IKM", _two),
            Column("grade", _("Mutu")),
            Column("low", _("Bawah 95 %"), lambda v: f.number(v, 1)),
            Column("high", _("Atas 95 %"), lambda v: f.number(v, 1)),
            Column("n", _("Responden"), f.number),
        ],
        key="ikm_offices",
    )


def _comments(view: View, survey: Survey) -> None:
    section(_("Apa kata responden"), _("Cari kata dalam saran periode ini."))
    word = st.text_input(_("Cari saran"), key="ikm_search", placeholder=_("misalnya: antre"))
    found = survey.comments
    if word and not found.empty:
        found = found[found["comment"].str.contains(word, case=False, regex=False)]
    table(found, [Column("comment", _("Saran"), width="large")], key="ikm_comments")
