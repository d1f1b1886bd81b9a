"""IKM: the index with grade and interval, what holds it down, who answered, how it moved."""

from functools import partial

import pandas as pd
import streamlit as st

from dashboard.charts import ikm as draw
from dashboard.charts.event_lines import events_alt
from dashboard.frame import url
from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.pages.ikm.follow_up import follow_up
from dashboard.pages.ikm.papers import downloads
from dashboard.pages.ikm.survey_rows import (
    ATTRIBUTES,
    LOWEST,
    Survey,
    Surveys,
    change,
    group_name,
    offices_of,
    read,
    surveys,
)
from dashboard.parts.components import Column, chart, empty, head, section, table
from dashboard.parts.events import events_of
from dashboard.parts.fold import fold
from etl.periods import months_of
from etl.sheets.survey_rules import EXACT, rules
from etl.words import _, counted
from metrics.ikm.views import place_name
from metrics.ikm.which import Span

PAGE = Page(group="", title="IKM", icon="mood", order=15)
PLACES = ("improve", "keep", "later", "ease")


def render(view: View) -> None:
    """One survey of the place in view: the last within the period, or the one chosen."""
    weight = st.session_state.get("ikm_weight") or EXACT
    found = surveys(view, weight)
    if not found.rows:
        head(_("IKM, {place}").format(place=view.place), _("Belum ada survei untuk pilihan ini."))
        empty(
            _("Belum ada survei"),
            _("Muat lembar survei di halaman Unggah data; pilih kantor dan periodenya."),
        )
        return
    top = st.container()
    narrow, _rest = st.columns([1, 2])
    default = found.default(view.query)
    codes = found.codes if default else ["", *found.codes]
    with narrow:
        code = url.choose(_("Periode survei"), "survei", codes, found.label, default)
    if not code:
        with top:
            head(*_none(view, found))
        return
    survey = read(view, found, code)
    with top:
        head(_title(survey), _answer(survey), [*_outside(view, survey), *survey.row.notes])
    left, right = st.columns(2)
    with left:
        _elements(survey)
    with right:
        _quadrants(survey)
    if survey.said and any(survey.said.values()):
        with fold(_("Tiga unsur terendah: apa kata responden"), "said"):
            _said(survey)
    if len(survey.trend) > 1:
        with fold(_("IKM dari waktu ke waktu"), "trend"):
            _trend(view, survey)
    if not survey.groups.empty:
        with fold(_("Siapa yang menjawab, dan siapa yang kurang puas"), "groups"):
            _groups(survey)
    if view.office is None:
        with fold(_("Tiap kabupaten/kota"), "offices"):
            _offices(view, survey)
    with fold(_("Unsur satu per satu"), "table"):
        _table(survey)
    if view.office is not None:
        follow_up(view, survey)
        downloads(view, survey.row.period, survey.row.weight)
    _weight(survey)
    if view.case_rows:
        with fold(_("Saran responden"), "comments"):
            _comments(survey)


def _none(view: View, found: Surveys) -> tuple[str, str]:
    """Title and answer where no survey speaks for the period in view."""
    title = _("IKM, {place}: belum ada survei untuk {period}").format(
        place=view.place, period=view.period.label()
    )
    last = found.rows[-1]
    return title, _(
        "Tidak ada survei yang berakhir pada periode ini atau 12 bulan sebelumnya. Survei terakhir "
        "yang dimuat: {period}; pilih di bawah."
    ).format(period=f.period(last.period))


def _outside(view: View, survey: Survey) -> list[str]:
    """A note where the survey shown does not end within the period in view."""
    span = Span(view.query.first_month, view.query.last_month)
    if span.holds(months_of(survey.row.period)[1]):
        return []
    return [
        _("Survei {survey} berakhir di luar {period}.").format(
            survey=f.period(survey.row.period), period=view.period.label()
        )
    ]


def _title(survey: Survey) -> str:
    row = survey.row
    return _("IKM {period}: {figure}, mutu {grade} ({name})").format(
        period=f.period(row.period),
        figure=f.number(row.ikm, 2),
        grade=row.grade or f.MISSING,
        name=_(row.grade_name) if row.grade_name else f.MISSING,
    )


def _answer(survey: Survey) -> str:
    row = survey.row
    parts = []
    if row.low is not None:
        parts.append(
            _("Selang 95 %: {low}–{high}").format(
                low=f.number(row.low, 1), high=f.number(row.high, 1)
            )
        )
    parts.append(_sample(survey))
    weight = _("bobot 1/{n}").format(n=len(row.elements)) if row.weight == EXACT else _(
        "bobot {w}"
    ).format(w=row.weight.replace(".", ","))  # fmt: skip
    parts.append(f"{rules()[row.rule].regulation}, {weight}")
    if survey.target is not None and row.ikm is not None:
        met = _("tercapai") if float(row.ikm) >= survey.target else _(":orange[**belum tercapai**]")
        parts.append(_("target {target} {met}").format(target=f.number(survey.target, 2), met=met))
    moved = change(survey.points)
    if moved:
        parts.append(moved)
    return " · ".join(parts) + "."


def _sample(survey: Survey) -> str:
    n, sample = survey.row.respondents, survey.sample
    if sample is None:
        return counted("{n} responden", n).format(n=f.number(n))
    words = (
        _("{n} responden dari {all} yang dilayani (kebutuhan sampel {need})")
        if sample.enough
        else _(
            ":orange[**{n} responden, kurang dari kebutuhan sampel {need}**] untuk {all} yang "
            "dilayani"
        )
    )
    return words.format(
        n=f.number(n), all=f.number(sample.population), need=f.number(sample.needed)
    )


def _names(survey: Survey, count: int) -> list[str]:
    return [e.element.label() for e in survey.row.lowest[:count]]


def _elements(survey: Survey) -> None:
    frame = survey.elements
    chart(
        _("{names} menahan indeks").format(names=_join(_names(survey, 2))),
        _("nilai unsur (25–100) dengan selang 95 %; garis putus: batas mutu, titik: IKM"),
        draw.dots(
            frame,
            survey.bounds,
            dict.fromkeys(_names(survey, 2), "worse"),
            float(survey.row.ikm) if survey.row.ikm is not None else None,
        ),
        draw.dots_alt(frame, _("Nilai unsur")),
        key="elements",
    )


def _join(names: list[str]) -> str:
    first, *rest = names
    lowered = [n[0].lower() + n[1:] for n in rest]
    return _(" serta ").join([first, *lowered])


def _quadrants(survey: Survey) -> None:
    frame = survey.quadrants
    places = {p: place_name(p) for p in PLACES}
    first = list(
        frame[frame["place"] == "improve"].sort_values("performance", kind="stable")["name"]
    )
    heading = (
        _("Perbaiki dulu: {names}").format(names=f.sentence(first))
        if first
        else _("Yang penting sudah di atas rata-rata")
    )
    if frame.empty:
        heading = _("Kepentingan unsur belum dapat dihitung")
    chart(
        heading,
        _("kepentingan: korelasi unsur dengan jumlah unsur lain; garis: rata-rata"),
        None if frame.empty else draw.quadrants(frame, places),
        draw.quadrants_alt(frame, places),
        key="quadrants",
    )


def _said(survey: Survey) -> None:
    section(
        _("Tiga unsur terendah: apa kata responden"),
        _("Saran dari responden yang memberi nilai 1 atau 2 pada unsur itu."),
    )
    for column, (name, comments) in zip(st.columns(LOWEST), survey.said.items(), strict=False):
        with column.container(border=True, height="stretch"):
            value = survey.elements.set_index("name").loc[name, "value"]
            st.markdown(f"**{name}** · {f.number(value, 2)}")
            for comment in comments:
                st.markdown(f"> {_quoted(comment)}")
            if not comments:
                st.caption(_("Tidak ada saran dari yang menilai rendah."))


def _quoted(comment: str) -> str:
    """A comment as plain words: what respondents type is never Markdown."""
    text = " ".join(str(comment).split())
    return "".join(f"\\{c}" if c in r"\`*_{}[]()<>#+-.!|:$~" else c for c in text)


def _trend(view: View, survey: Survey) -> None:
    frame = survey.trend
    events = events_of(view, "ikm")
    chart(
        _("IKM dari waktu ke waktu"),
        _("garis tegak: selang 95 %; tahun lama tetap menurut aturannya sendiri"),
        draw.trend(frame, survey.target, events),
        draw.trend_alt(frame) + events_alt(events, list(frame["ends"])),
        key="trend",
    )


def _groups(survey: Survey) -> None:
    present = [a for a in ATTRIBUTES if a in set(survey.groups["attribute"])]
    section(
        _("Siapa yang menjawab, dan siapa yang kurang puas"),
        _("IKM tiap kelompok dengan selangnya; berwarna bila bedanya lebih dari kebetulan."),
    )
    picked = st.segmented_control(
        _("Kelompok"),
        present,
        default=present[0],
        format_func=lambda a: _(ATTRIBUTES[a]),
        key="ikm_group",
        label_visibility="collapsed",
    )
    frame = survey.groups[survey.groups["attribute"] == (picked or present[0])]
    frame = frame.reset_index(drop=True)
    left, right = st.columns([3, 2])
    with left:
        chart(
            _(ATTRIBUTES[picked or present[0]]),
            _("IKM kelompok (25–100) dengan selang 95 %; garis titik: IKM semua"),
            draw.dots(
                frame,
                survey.bounds,
                {n: v for n, v in zip(frame["name"], frame["verdict"], strict=True) if v},
                float(survey.row.ikm) if survey.row.ikm is not None else None,
            ),
            draw.dots_alt(frame, _("IKM kelompok")),
            key="groups",
        )
    with right:
        table(
            frame,
            [
                Column("name", _("Kelompok"), pinned=True),
                Column("n", _("Responden"), f.number),
                Column("share", _("Bagian"), f.percent),
                Column("value", "IKM", _two),
            ],
            key="ikm_profile",
        )


def _two(value: float) -> str:
    return f.number(value, 2)


def _one(value: float) -> str:
    return f.number(value, 1)


def _offices(view: View, survey: Survey) -> None:
    both = survey.province
    period = f.period(survey.row.period)
    reading = _("Periode {period}; yang tidak menyurvei ditulis –.").format(period=period)
    if both is not None and both.mean_of_units is not None:
        reading = _(
            "Responden digabung {pooled}; rata-rata {n} unit {mean} (mutu {grade}). {rest}"
        ).format(
            pooled=f.number(both.pooled.ikm, 2),
            n=f.number(len(both.units)),
            mean=f.number(both.mean_of_units, 2),
            grade=both.mean_grade or f.MISSING,
            rest=reading,
        )
    section(_("Tiap kabupaten/kota"), reading)
    table(
        offices_of(view, survey),
        [
            Column("name", _("Kabupaten/kota"), pinned=True),
            Column("value", "IKM", _two),
            Column("grade", _("Mutu")),
            Column("low", _("Bawah 95 %"), _one),
            Column("high", _("Atas 95 %"), _one),
            Column("n", _("Responden"), f.number),
        ],
        key="ikm_offices",
    )


def _table(survey: Survey) -> None:
    checked = survey.validity
    reading = _("Terendah dulu. NRR: nilai rata-rata unsur, jumlah nilai dibagi banyak jawabannya.")
    frame = survey.elements
    total = checked.item_total if checked else {}
    frame = frame.assign(total=frame["slug"].map(total)).sort_values("value", ignore_index=True)
    if checked is not None and checked.alpha is not None:
        reading += " " + _(
            "Alpha Cronbach {alpha} dari {n} responden yang menjawab lengkap."
        ).format(alpha=f.number(checked.alpha, 2), n=f.number(checked.complete))
    section(_("Unsur satu per satu"), reading)
    table(
        frame,
        [
            Column("name", _("Unsur"), pinned=True),
            Column("answers", _("Jawaban"), f.number),
            Column("sum", _("Jumlah nilai"), f.number),
            Column("nrr", "NRR", lambda v: f.number(v, 4)),
            Column("value", _("Skala 25–100"), _two),
            Column("low", _("Bawah 95 %"), _one),
            Column("high", _("Atas 95 %"), _one),
            Column(
                "total",
                _("Korelasi"),
                _two_signed,
                _("Korelasi unsur dengan jumlah unsur lain; di bawah 0,3 patut diperiksa."),
            ),
        ],
        key="ikm_elements",
        rows=14,
    )


def _two_signed(value: float) -> str:
    return f.number(value, 2)


def _weight(survey: Survey) -> None:
    text_weight = str(rules()[survey.row.rule].text_weight)
    choices = list(dict.fromkeys([EXACT, "0.111", text_weight]))
    with st.expander(_("Bobot unsur")):
        st.radio(
            _("Bobot"),
            choices,
            format_func=lambda w: (
                _("tepat (1 dibagi jumlah unsur)") if w == EXACT else w.replace(".", ",")
            ),
            key="ikm_weight",
            horizontal=True,
            help=_("Bobot 0,11 tidak dapat mencapai 100: semua jawaban 4 menjadi 99,00."),
        )


def _comments(survey: Survey) -> None:
    section(_("Saran responden"), _("Cari kata dalam saran periode ini."))
    word = st.text_input(_("Cari saran"), key="ikm_search", placeholder=_("misalnya: antre"))
    found: pd.DataFrame = survey.comments
    if word and not found.empty:
        found = found[found["comment"].str.contains(word, case=False, regex=False)]
    columns = [Column("comment", _("Saran"), width="large")]
    extra = (("service", _("Layanan")), ("sex", _("Kelamin")), ("education", _("Pendidikan")))
    for name, label in extra:
        if name in found and found[name].fillna("").ne("").any():
            columns.append(Column(name, label, partial(group_name, name)))
    table(found.reset_index(drop=True), columns, key="ikm_comments")
