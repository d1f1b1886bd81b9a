"""The survey report as Word: profile, index, elements ranked, comments, trend, conclusion.

The chapters that survey reports of permit offices carry (regulations.md §1.4), filled in as far as
the counts answer; an office edits the rest before it signs.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH

from dashboard.locale import format as fmt
from dashboard.reports.gather import office_name
from dashboard.reports.labels import sample_note, signature
from etl.errors import Refused
from etl.recognising.vocabulary import words
from etl.sheets.survey_rules import EXACT, rule
from etl.words import _
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

if TYPE_CHECKING:
    import pandas as pd

    from metrics.asking.query import Scope
    from metrics.asking.snapshot import Snapshot

LOWEST = 3
WEAK = 0.3  # item-total correlation below this says that an element measures something else
RELIABLE = 0.7
ATTRIBUTES = {
    "sex": "Jenis kelamin",
    "age": "Usia",
    "education": "Pendidikan",
    "occupation": "Pekerjaan",
    "service": "Layanan",
}


def write_survey_report(
    snapshot: "Snapshot", scope: "Scope", office: str, period: str, out: Path, weight: str = EXACT
) -> None:
    """Write the report of the office's survey that speaks for `period`, its services pooled.

    Raises Refused where there is none.
    """
    import docx

    survey = survey_for(snapshot, scope, office, period)
    history = [r for r in office_rows(snapshot, scope, office, weight=weight) if r.ikm is not None]
    own = [r for r in history if survey and (r.period, r.rule) == (survey.period, survey.rule)]
    if not own:
        raise Refused(_("Belum ada survei untuk periode ini; muat lembar surveinya dahulu."))
    row, period = own[-1], own[-1].period
    people = groups(snapshot, scope, office, period, row.rule, weight)
    valid = office_validity(snapshot, scope, office, period, row.rule)
    comments = _comments(snapshot, scope, office, row)
    paper = docx.Document()
    if snapshot.is_sample:
        paper.sections[0].header.paragraphs[0].text = sample_note()
    paper.add_heading(_("Laporan Survei Kepuasan Masyarakat"), 0)
    paper.add_paragraph(f"{office_name(snapshot, office)}\n{fmt.period(period)}")
    _foreword(paper, row, snapshot, scope, office)
    _profile(paper, people)
    _result(paper, row, valid)
    services = [r for r in ikm_rows(snapshot, scope, office, period=period, weight=weight) if r.ikm]
    _services(paper, services)
    _weak(paper, row, valid, comments)
    _history(paper, history[: history.index(row) + 1])
    _conclusion(paper, row)
    for line in signature():
        paragraph = paper.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.keep_with_next = True
    paper.save(str(out))


def _comments(snapshot: "Snapshot", scope: "Scope", office: str, row: IkmRow) -> "pd.DataFrame":
    import pandas as pd

    if not scope.case_rows:
        return pd.DataFrame(columns=["comment"])
    return snapshot.cases(
        scope, "survey_comments", [office], "period = ? AND rule = ?", [row.period, row.rule]
    )


def _table(paper: Any, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = paper.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for values in rows:
        for place, (cell, value) in enumerate(zip(table.add_row().cells, values, strict=True)):
            cell.text = value
            if place:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paper.add_paragraph()


def _weight_words(row: IkmRow) -> str:
    return f"1/{len(row.elements)}" if row.weight == EXACT else row.weight.replace(".", ",")


def _foreword(paper: Any, row: IkmRow, snapshot: "Snapshot", scope: "Scope", office: str) -> None:
    paper.add_heading(_("1. Dasar dan cara"), 1)
    paper.add_paragraph(
        _(
            "Survei dilakukan menurut {rule} atas {n} unsur pelayanan dengan nilai 1 sampai 4. "
            "Nilai rata-rata tiap unsur (NRR) dikalikan bobot {weight}, dijumlahkan, dikalikan 25, "
            "dan dibulatkan sekali ke dua desimal. Jawaban kosong tidak menurunkan nilai."
        ).format(rule=rule(row.rule).regulation, n=len(row.elements), weight=_weight_words(row))
    )
    sample = adequacy(snapshot, scope, office, row.period, row.respondents)
    if sample is not None:
        enough = _("mencukupi") if sample.enough else _("kurang dari kebutuhan")
        paper.add_paragraph(
            _(
                "Responden {n} orang dari {all} penerima layanan; kebutuhan sampel menurut Krejcie "
                "dan Morgan {need} orang, jadi {enough}."
            ).format(
                n=fmt.number(row.respondents),
                all=fmt.number(sample.population),
                need=fmt.number(sample.needed),
                enough=enough,
            )
        )


def _profile(paper: Any, people: list[Group]) -> None:
    paper.add_heading(_("2. Profil responden"), 1)
    present = [a for a in ATTRIBUTES if any(g.attribute == a for g in people)]
    if not present:
        paper.add_paragraph(_("Profil responden tidak tercatat."))
    for attribute in present:
        own = [g for g in people if g.attribute == attribute]
        whole = sum(g.row.respondents for g in own)
        titles = words(attribute).titles if attribute in ("sex", "education", "occupation") else {}
        _table(
            paper,
            (_(ATTRIBUTES[attribute]), _("Responden"), _("Bagian"), "IKM"),
            [
                (
                    _(titles.get(g.value, g.value)) if g.value else _("tidak diisi"),
                    fmt.number(g.row.respondents),
                    fmt.percent(g.row.respondents / whole),
                    fmt.number(g.row.ikm, 2) if g.row.ikm is not None else fmt.MISSING,
                )
                for g in own
            ],
        )


def _result(paper: Any, row: IkmRow, valid: Validity | None) -> None:
    paper.add_heading(_("3. Hasil"), 1)
    interval = (
        f"{fmt.number(row.low, 2)} – {fmt.number(row.high, 2)}"
        if row.low is not None
        else fmt.MISSING
    )
    _table(
        paper,
        (_("Uraian"), _("Nilai")),
        [
            (_("IKM"), fmt.number(row.ikm, 2)),
            (_("Mutu pelayanan"), f"{row.grade} ({_(row.grade_name or '')})"),
            (_("Selang kepercayaan 95 %"), interval),
            (_("Responden"), fmt.number(row.respondents)),
            (_("Aturan"), rule(row.rule).name),
            (_("Bobot"), _weight_words(row)),
        ],
    )
    ranks = {e.element.slug: place for place, e in enumerate(reversed(row.lowest), 1)}
    _table(
        paper,
        (_("Unsur"), _("Jawaban"), _("Jumlah"), "NRR", _("Nilai 25–100"), _("Peringkat")),
        [
            (
                e.element.name,
                fmt.number(e.answers),
                fmt.number(e.sum),
                fmt.number(float(e.nrr or 0), 4),
                fmt.number(e.value, 2),
                str(ranks[e.element.slug]),
            )
            for e in row.elements
        ],
    )
    paper.add_picture(BytesIO(_picture(row)), width=5_600_000)
    for note in row.notes:
        paper.add_paragraph(note)
    if valid is not None and valid.alpha is not None:
        reliable = _("andal") if valid.alpha >= RELIABLE else _("kurang andal (di bawah 0,7)")
        weak = [
            e.element.name
            for e in row.elements
            if (valid.item_total.get(e.element.slug) or 1) < WEAK
        ]
        text = _("Alpha Cronbach {alpha} dari {n} jawaban lengkap: kuesioner {reliable}.").format(
            alpha=fmt.number(valid.alpha, 2), n=fmt.number(valid.complete), reliable=reliable
        )
        if weak:
            text += " " + _("Korelasi di bawah 0,3: {names}.").format(names=", ".join(weak))
        paper.add_paragraph(text)


def _picture(row: IkmRow) -> bytes:
    """The elements from low to high as bars, in grey, the three lowest in colour."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 0.36 * len(row.elements) + 0.8), dpi=160)
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    ranked = row.lowest
    values = [e.value or 0 for e in ranked]
    colours = ["#D1600A" if place < LOWEST else "#9AA7B2" for place in range(len(ranked))]
    axes.barh([e.element.short for e in ranked], [v - 25 for v in values], left=25, color=colours)
    for place, value in enumerate(values):
        axes.text(value + 0.6, place, fmt.number(value, 1), va="center", fontsize=9)
    axes.set_xlim(25, 106)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(labelsize=9, length=0)
    axes.set_xlabel(_("nilai unsur (25–100)"), fontsize=9)
    out = BytesIO()
    figure.savefig(out, format="png", bbox_inches="tight")
    return out.getvalue()


def _services(paper: Any, rows: list[IkmRow]) -> None:
    if len(rows) < 2:
        return
    paper.add_heading(_("IKM tiap layanan"), 2)
    _table(
        paper,
        (_("Layanan"), _("Responden"), "IKM", _("Mutu")),
        [
            (r.service or _("tidak dirinci"), fmt.number(r.respondents), fmt.number(r.ikm, 2),
             r.grade or fmt.MISSING)
            for r in rows
        ],
    )  # fmt: skip


def _weak(paper: Any, row: IkmRow, valid: Validity | None, comments: "pd.DataFrame") -> None:
    paper.add_heading(_("4. Unsur yang perlu diperbaiki"), 1)
    places = {q.element: q.place for q in quadrants(row, valid)}
    for element in row.lowest[:LOWEST]:
        place = places.get(element.element.slug)
        where = f" ({place_name(place)})" if place else ""
        paper.add_paragraph(
            f"{element.element.name}: {fmt.number(element.value, 2)}{where}", style="List Bullet"
        )
        for comment in said_of(comments, element.element):
            paper.add_paragraph(f"“{comment}”", style="List Bullet 2")


def _history(paper: Any, rows: list[IkmRow]) -> None:
    if len(rows) < 2:
        return
    paper.add_heading(_("5. Perbandingan antarperiode"), 1)
    _table(
        paper,
        (_("Periode"), "IKM", _("Mutu"), _("Aturan"), _("Perubahan")),
        [
            (
                fmt.period(p.row.period),
                fmt.number(p.row.ikm, 2),
                p.row.grade or fmt.MISSING,
                p.row.rule,
                _change(p),
            )
            for p in trend(rows)
        ],
    )


def _change(point: Any) -> str:
    if point.rule_changed:
        return _("aturan berganti")
    if point.step is None:
        return fmt.MISSING
    if point.change is None:
        return fmt.signed(point.step, 2)
    sure = _("nyata") if point.change.clear else _("naik-turun biasa")
    return f"{fmt.signed(point.step, 2)} ({sure})"


def _conclusion(paper: Any, row: IkmRow) -> None:
    paper.add_heading(_("6. Kesimpulan"), 1)
    low, high = row.lowest[0].element.name, row.lowest[-1].element.name
    paper.add_paragraph(
        _(
            "IKM {period} sebesar {ikm}, mutu {grade} ({name}). Unsur tertinggi {high}; unsur "
            "terendah {low} dan menjadi perhatian utama perbaikan."
        ).format(
            period=fmt.period(row.period),
            ikm=fmt.number(row.ikm, 2),
            grade=row.grade,
            name=_(row.grade_name or ""),
            high=high,
            low=low,
        )
    )
