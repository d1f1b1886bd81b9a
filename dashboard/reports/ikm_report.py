"""The survey report: profile, index, elements ranked, comments, trend, conclusion.

The chapters that survey reports of permit offices carry (regulations.md §1.4), filled in as far as
the counts answer; an office edits the rest before it signs.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.locale import format as fmt
from dashboard.locale.action_words import due_words, progress_words, state_name
from dashboard.reports.asked import office_name
from dashboard.reports.ikm_publication import gather_publication
from dashboard.reports.letterhead import letter
from dashboard.reports.model import Cell, Chart, Items, Para, Part, Report, Section, Table
from etl import clock
from etl.errors import Refused
from etl.periods import last_day, months_of
from etl.recognising.vocabulary import words
from etl.sheets.survey_rules import EXACT, element_name, rule
from etl.store.follow_ups import FollowUps
from etl.words import N_, _
from metrics.ikm.comments import said_of
from metrics.ikm.index import IkmRow, ikm_rows
from metrics.ikm.views import (
    Group,
    Validity,
    adequacy,
    groups,
    office_rows,
    office_validity,
    place_name,
    quadrants,
    survey_for,
    trend,
)
from metrics.judging.effects import progress

if TYPE_CHECKING:
    import pandas as pd

    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

LOWEST = 3
WEAK = 0.3  # item-total correlation below this says that an element measures something else
RELIABLE = 0.7
ATTRIBUTES = {
    "sex": N_("Jenis kelamin"),
    "age": N_("Usia"),
    "education": N_("Pendidikan"),
    "occupation": N_("Pekerjaan"),
    "service": N_("Layanan"),
}


def write_survey_report(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, out: Path, weight: str = EXACT
) -> None:
    """Write the report as Word, without an edition (for a look before it is issued)."""
    from dashboard.reports.word import write_word

    write_word(gather_survey(snapshot, scope, office, period, weight), out)


def gather_survey(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, weight: str = EXACT
) -> Report:
    """The report of the office's survey that speaks for `period`, its services pooled.

    Raises Refused where there is none.
    """
    survey = survey_for(snapshot, scope, office, period)
    history = [r for r in office_rows(snapshot, scope, office, weight=weight) if r.ikm is not None]
    own = [r for r in history if survey and (r.period, r.rule) == (survey.period, survey.rule)]
    if not own:
        raise Refused(_("Belum ada survei untuk periode ini; muat lembar surveinya dahulu."))
    row, period = own[-1], own[-1].period
    people = groups(snapshot, scope, office, period, row.rule, weight)
    valid = office_validity(snapshot, scope, office, period, row.rule)
    comments = _comments(snapshot, scope, office, row)
    services = [r for r in ikm_rows(snapshot, scope, office, period=period, weight=weight) if r.ikm]
    past = history[: history.index(row) + 1]
    weak = _weak(row, valid, comments)
    sections = [
        Section(_("Dasar dan cara"), tuple(_foreword(row, snapshot, scope, office))),
        Section(_("Profil responden"), tuple(_profile(people))),
        Section(_("Hasil survei"), tuple(_result(row, valid))),
        *_services(services),
        Section(_("Unsur yang perlu diperbaiki"), tuple(weak)),
        *_history(past),
        Section(_("Kesimpulan"), (_conclusion(row),)),
        Section(_("Rencana tindak lanjut dan publikasi"), tuple(_plan(snapshot, row))),
    ]
    sections = [
        Section(f"{place}. {section.title}", section.parts)
        for place, section in enumerate(sections, 1)
    ]
    sections.append(publication_section(snapshot, scope, office, period, weight))
    name, when = office_name(snapshot, office), fmt.period(period)
    title = _("Laporan Survei Kepuasan Masyarakat {period}").format(period=when)
    closing = _(
        "Demikian laporan ini kami sampaikan. Atas perhatiannya, kami ucapkan terima kasih."
    )
    quoted = any(isinstance(part, Items) and any("“" in i for i in part.items) for part in weak)
    return Report(
        "ikm", title, name, when, fmt.date(last_day(months_of(period)[1])), snapshot.is_sample,
        _answer(row), _lowest(row), "", tuple(sections),
        letter(snapshot.store, office, name, "ikm", title, closing),
        str(snapshot.manifest.get("definitions", "")), quoted,
    )  # fmt: skip


def _comments(snapshot: "Snapshot", scope: "Scope", office: str, row: IkmRow) -> "pd.DataFrame":
    import pandas as pd

    if not scope.case_rows:
        return pd.DataFrame(columns=["comment"])
    return snapshot.cases(
        scope, "survey_comments", [office], "period = ? AND rule = ?", [row.period, row.rule]
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str | Cell]]) -> Table:
    made = tuple(
        tuple(
            c if isinstance(c, Cell) else Cell(c, numeric=bool(place)) for place, c in enumerate(r)
        )
        for r in rows
    )
    return Table(tuple(heads), made)


def _number(value: Any, decimals: int = 0) -> Cell:
    """A figure that a workbook can count with."""
    if value is None:
        return Cell(fmt.MISSING, numeric=True)
    form = "#,##0" + ("." + "0" * decimals if decimals else "")
    return Cell(fmt.number(value, decimals), float(value), form, True)


def _answer(row: IkmRow) -> str:
    said = _("IKM {period} {ikm}, mutu {grade} ({name}), dari {n} responden.")
    return said.format(
        period=fmt.period(row.period), ikm=fmt.number(row.ikm, 2), grade=row.grade,
        name=_(row.grade_name or ""), n=fmt.number(row.respondents),
    )  # fmt: skip


def _lowest(row: IkmRow) -> str:
    names = [f"{e.element.label()} ({fmt.number(e.value, 2)})" for e in row.lowest[:LOWEST]]
    return _("Unsur terendah: {names}.").format(names=fmt.sentence(names))


def _weight_words(row: IkmRow) -> str:
    return f"1/{len(row.elements)}" if row.weight == EXACT else row.weight.replace(".", ",")


def _foreword(row: IkmRow, snapshot: "Snapshot", scope: "Scope", office: str) -> list[Part]:
    parts: list[Part] = [
        Para(_(
            "Survei dilakukan menurut {rule} atas {n} unsur pelayanan dengan nilai 1 sampai 4. "
            "Nilai rata-rata tiap unsur (NRR) dikalikan bobot {weight}, dijumlahkan, dikalikan 25, "
            "dan dibulatkan sekali ke dua desimal. Jawaban kosong tidak menurunkan nilai."
        ).format(rule=rule(row.rule).regulation, n=len(row.elements), weight=_weight_words(row)))
    ]  # fmt: skip
    sample = adequacy(snapshot, scope, office, row.period, row.respondents)
    if sample is not None:
        enough = _("mencukupi") if sample.enough else _("kurang dari kebutuhan")
        parts.append(Para(_(
            "Responden {n} orang dari {all} penerima layanan; kebutuhan sampel menurut Krejcie "
            "dan Morgan {need} orang, jadi {enough}."
        ).format(
            n=fmt.number(row.respondents), all=fmt.number(sample.population),
            need=fmt.number(sample.needed), enough=enough,
        )))  # fmt: skip
    return parts


def _profile(people: list[Group]) -> list[Part]:
    present = [a for a in ATTRIBUTES if any(g.attribute == a for g in people)]
    if not present:
        return [Para(_("Profil responden tidak tercatat."))]
    parts: list[Part] = []
    for attribute in present:
        own = [g for g in people if g.attribute == attribute]
        whole = sum(g.row.respondents for g in own)
        titles = words(attribute).titles if attribute in ("sex", "education", "occupation") else {}
        rows = [
            (
                _(titles.get(g.value, g.value)) if g.value else _("tidak diisi"),
                _number(g.row.respondents),
                Cell(
                    fmt.percent(g.row.respondents / whole), g.row.respondents / whole, "0.0%", True,
                    float(g.row.respondents), float(whole),
                ),
                _number(g.row.ikm, 2),
            )
            for g in own
        ]  # fmt: skip
        parts.append(_table((_(ATTRIBUTES[attribute]), _("Responden"), _("Bagian"), "IKM"), rows))
    return parts


def _result(row: IkmRow, valid: Validity | None) -> list[Part]:
    interval = (
        f"{fmt.number(row.low, 2)} – {fmt.number(row.high, 2)}"
        if row.low is not None
        else fmt.MISSING
    )
    parts: list[Part] = [
        _table(
            (_("Uraian"), _("Nilai")),
            [
                (_("IKM"), _number(row.ikm, 2)),
                (_("Mutu pelayanan"), f"{row.grade} ({_(row.grade_name or '')})"),
                (_("Selang kepercayaan 95 %"), interval),
                (_("Responden"), _number(row.respondents)),
                (_("Aturan"), rule(row.rule).name),
                (_("Bobot"), _weight_words(row)),
            ],
        )
    ]
    ranks = {e.element.slug: place for place, e in enumerate(reversed(row.lowest), 1)}
    parts.append(
        _table(
            (_("Unsur"), _("Jawaban"), _("Jumlah"), "NRR", _("Nilai 25–100"), _("Peringkat")),
            [
                (
                    e.element.label(),
                    _number(e.answers),
                    _number(e.sum),
                    _number(float(e.nrr or 0), 4),
                    _number(e.value, 2),
                    str(ranks[e.element.slug]),
                )
                for e in row.elements
            ],
        )
    )
    parts.append(_picture(row))
    parts += [Para(note, quiet=True) for note in row.notes]
    if valid is not None and valid.alpha is not None:
        reliable = _("andal") if valid.alpha >= RELIABLE else _("kurang andal (di bawah 0,7)")
        weak = [
            e.element.label()
            for e in row.elements
            if (valid.item_total.get(e.element.slug) or 1) < WEAK
        ]
        text = _("Alpha Cronbach {alpha} dari {n} jawaban lengkap: kuesioner {reliable}.").format(
            alpha=fmt.number(valid.alpha, 2), n=fmt.number(valid.complete), reliable=reliable
        )
        if weak:
            text += " " + _("Korelasi di bawah 0,3: {names}.").format(names=", ".join(weak))
        parts.append(Para(text))
    return parts


def _picture(row: IkmRow) -> Chart:
    """The elements from low to high, the three lowest in colour."""
    ranked = row.lowest
    values = [None if e.value is None else float(e.value) for e in ranked]
    told = [f"{e.element.brief()} {fmt.number(e.value, 2)}" for e in ranked]
    data = {
        "label": [e.element.brief() for e in ranked],
        "value": values,
        "low": values,
        "high": values,
        "tone": ["worse" if place < LOWEST else "" for place in range(len(ranked))],
        "centre": None if row.ikm is None else float(row.ikm),
        "shape": "index",
        "name": _("Nilai unsur"),
    }
    alt = _("Nilai unsur dari yang terendah: {told}.").format(told="; ".join(told))
    caption = _(
        "Nilai tiap unsur (25–100), dari yang terendah; jingga: tiga terendah. Garis putus: IKM."
    )
    return Chart("bars", alt, caption, data)


def _services(rows: list[IkmRow]) -> list[Section]:
    if len(rows) < 2:
        return []
    told = [
        (r.service or _("tidak dirinci"), _number(r.respondents), _number(r.ikm, 2),
         r.grade or fmt.MISSING)
        for r in rows
    ]  # fmt: skip
    heads = (_("Layanan"), _("Responden"), "IKM", _("Mutu"))
    return [Section(_("IKM tiap layanan"), (_table(heads, told),))]


def _weak(row: IkmRow, valid: Validity | None, comments: "pd.DataFrame") -> list[Part]:
    places = {q.element: q.place for q in quadrants(row, valid)}
    parts: list[Part] = []
    for element in row.lowest[:LOWEST]:
        place = places.get(element.element.slug)
        where = f" ({place_name(place)})" if place else ""
        parts.append(Para(f"{element.element.label()}: {fmt.number(element.value, 2)}{where}"))
        said = tuple(f"“{comment}”" for comment in said_of(comments, element.element))
        if said:
            parts.append(Items(said))
    return parts


def _history(rows: list[IkmRow]) -> list[Section]:
    if len(rows) < 2:
        return []
    told = [
        (
            fmt.period(p.row.period),
            _number(p.row.ikm, 2),
            p.row.grade or fmt.MISSING,
            p.row.rule,
            _change(p),
        )
        for p in trend(rows)
    ]
    heads = (_("Periode"), "IKM", _("Mutu"), _("Aturan"), _("Perubahan"))
    return [Section(_("Perbandingan antarperiode"), (_table(heads, told),))]


def _change(point: Any) -> str:
    if point.rule_changed:
        return _("aturan berganti")
    if point.step is None:
        return fmt.MISSING
    if point.change is None:
        return fmt.signed(point.step, 2)
    sure = _("nyata") if point.change.clear else _("naik-turun biasa")
    return f"{fmt.signed(point.step, 2)} ({sure})"


def _conclusion(row: IkmRow) -> Para:
    low, high = row.lowest[0].element.label(), row.lowest[-1].element.label()
    return Para(_(
        "IKM {period} sebesar {ikm}, mutu {grade} ({name}). Unsur tertinggi {high}; unsur "
        "terendah {low} dan menjadi perhatian utama perbaikan."
    ).format(
        period=fmt.period(row.period), ikm=fmt.number(row.ikm, 2), grade=row.grade,
        name=_(row.grade_name or ""), high=high, low=low,
    ))  # fmt: skip


def _plan(snapshot: "Snapshot", row: IkmRow) -> list[Part]:
    """What is planned for the weakest elements, how far it is, and where the result was told."""
    kept = FollowUps(snapshot.store)
    actions = [
        a for a in kept.actions(row.office)
        if (a.indicator, a.period) == ("ikm", row.period) and a.state != "dropped"
    ]  # fmt: skip
    day = clock.today()
    parts: list[Part] = [Para(progress_words(progress(actions, day)))]
    if actions:
        parts.append(
            Items(
                tuple(
                    f"{element_name(a.element) or _('IKM')}: {a.what} ({a.who}, "
                    f"{due_words(a, day)}; {state_name(a.state)})."
                    for a in actions
                ),
                numbered=True,
            )
        )
    told = [p for p in kept.publications(row.office) if p.period == row.period]
    if told:
        lines = (
            f"{fmt.date(p.day)}, {p.medium}" + (f" ({p.link})" if p.link else "") for p in told
        )
        parts.append(Para(_("Hasil survei diumumkan: {told}.").format(told="; ".join(lines))))
    else:
        parts.append(Para(_("Belum dicatat di mana hasil survei diumumkan.")))
    return parts


def publication_section(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, weight: str
) -> Section:
    """What the office publishes of the survey, in the form of the regulation's annex."""
    sheet = gather_publication(snapshot, scope, office, period, weight)
    rows = [
        (sheet.index_label, f"{sheet.index} · {sheet.grade}"),
        *([(_("Ketelitian"), sheet.interval)] if sheet.interval else []),
        (sheet.service_label.rstrip(":"), sheet.service),
        *sheet.facts,
    ]
    table = Table(
        (sheet.title, sheet.office),
        tuple((Cell(a), Cell(b)) for a, b in rows),
        (sheet.method, sheet.thanks),
        (1,),
    )
    return Section(_("Lembar publikasi"), (table,))
