"""The office's monthly and annual report: its figures asked once, whatever file they end up in."""

from typing import TYPE_CHECKING

from dashboard.locale import format as f
from dashboard.locale.verdict_words import label
from dashboard.parts.outlook_words import hit_words, lateness_words
from dashboard.reports import narrative
from dashboard.reports.asked import Asked, office_name
from dashboard.reports.follow_up import follow_ups
from dashboard.reports.letterhead import letter
from dashboard.reports.model import Cell, Items, Para, Report, Section, Table, figure_cell, text
from dashboard.reports.parts import completeness, process_part, stage_parts
from dashboard.reports.tables import by_month, by_permit_type, by_stage, by_year, or_words
from etl.words import _
from metrics.asking.query import Scope
from metrics.asking.registry import in_report
from metrics.judging.verdict import Verdict
from metrics.outlook.forecast import hit_rate_of

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

__all__ = ["gather", "office_name"]

SECTIONS = ("summary", "complaints", "money")


def gather(kind: str, snapshot: "Snapshot", scope: Scope, office: str, period: str) -> Report:
    """The monthly or annual report of an office: findings, judgements, tables and pictures."""
    asked = Asked(snapshot, scope, period, office)
    verdicts = {s: [asked.verdict(n) for n in in_report("office", s)] for s in SECTIONS}
    every = list({v.indicator.name: v for own in verdicts.values() for v in own}.values())
    done, late = follow_ups(snapshot, scope, office, asked.end)
    first, more, tone = narrative.lead(asked)
    when = f.period(period)
    sections = [
        Section(
            _("Indikator pelayanan, {period}").format(period=when),
            (verdict_table(asked, verdicts["summary"]),),
        ),
        Section(_("Yang menonjol"), tuple(narrative.outstanding(every))),
        Section(_("Yang dimohonkan"), tuple(narrative.asks(asked, every, late))),
    ]
    if done:
        items = Items(tuple(f"{line}." for line in done), numbered=True)
        sections.append(Section(_("Yang sudah dan akan dilakukan"), (items,)))
    running = asked.verdict("open_applications").value is not None  # else it is of an earlier day
    if running and (likely := lateness_words(asked.view)):
        held = hit_words(hit_rate_of(snapshot, office))
        sections.append(Section(_("Perkiraan sisa hari"), (Para(likely), Para(held, quiet=True))))
    sections += [*process_part(asked, "on_time_rate"), *stage_parts(asked)]
    sections += [
        Section(_("Izin terbit menurut jenis"), (or_words(by_permit_type(asked)),)),
        Section(_("Waktu tiap tahap"), (or_words(by_stage(asked)),)),
        Section(_("Pengaduan"), (verdicts_told(asked, verdicts["complaints"]),)),
        Section(_("Retribusi"), (verdicts_told(asked, verdicts["money"]),)),
    ]
    if kind == "annual":
        sections.append(Section(_("Bulan demi bulan"), (or_words(by_month(asked)),)))
        sections.append(Section(_("Lima tahun"), (or_words(by_year(asked)),)))
    sections += [
        Section(_("Kelengkapan data"), tuple(completeness(asked, every))),
        Section(_("Cara menghitung"), tuple(narrative.method())),
    ]
    name = office_name(snapshot, office)
    title = titles(kind, when)
    closing = _(
        "Demikian laporan ini kami sampaikan. Atas perhatian dan arahannya, kami ucapkan terima "
        "kasih."
    )
    return Report(
        kind, title, name, when, asked.as_of_words(), snapshot.is_sample, first, more, tone,
        tuple(sections), letter(snapshot.store, office, name, kind, title, closing),
        str(snapshot.manifest.get("definitions", "")),
    )  # fmt: skip


def titles(kind: str, when: str) -> str:
    """The subject of a letter."""
    if kind == "monthly":
        return _("Laporan monitoring dan evaluasi pelayanan perizinan bulan {period}").format(
            period=when
        )
    return _("Laporan tahunan monitoring dan evaluasi pelayanan perizinan {period}").format(
        period=when
    )


def verdicts_told(asked: Asked, verdicts: list[Verdict]) -> Table | Items:
    """Verdicts as a table; where none of them has a figure, now or a year before, why that is."""
    if any(v.value is not None or v.year_before is not None for v in verdicts):
        return verdict_table(asked, verdicts)
    return Items(tuple(narrative.not_judged(verdicts)))


def verdict_table(asked: Asked, verdicts: list[Verdict]) -> Table:
    """One row an indicator: the period, a year before, the target, n, and what is said of it."""
    now, then = asked.heads()
    heads = (_("Indikator"), now, then, _("Target"), "n", _("Penilaian"))
    said: dict[str, list[str]] = {}  # one note of many figures is written once
    notes: list[str] = []
    for v in verdicts:
        name = label(v)
        why = [v.lacks] if v.value is None else []
        for note in (*v.result.notes, *why):
            if note:
                said.setdefault(note, []).append(name)
        if narrative.yearly_target(v):
            notes.append(_("{name}: targetnya untuk setahun penuh.").format(name=name))
    rows = tuple(_row(v) for v in verdicts)
    notes = [f"{f.sentence(list(dict.fromkeys(n)))}: {note}" for note, n in said.items()] + notes
    return Table(heads, rows, tuple(dict.fromkeys(notes)), (0, 5, 5))


def _n(v: Verdict) -> Cell:
    if v.n is None:
        return Cell(f.MISSING, numeric=True)
    return Cell(narrative.rests(v), v.n, "#,##0", True)


def _row(v: Verdict) -> tuple[Cell, ...]:
    shape, decimals, first = v.indicator.shape, v.indicator.decimals, v.result.first
    above, below = first.get("numerator"), first.get("denominator")
    return (
        text(label(v)),
        figure_cell(v.value, shape, decimals, above, below),
        figure_cell(v.year_before, shape, decimals),
        figure_cell(v.target, shape, decimals),
        _n(v),
        narrative.judgement(v),
    )  # fmt: skip
