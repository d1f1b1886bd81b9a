"""The monitoring report of a province: every regency once, who truly differs, what is asked."""

from typing import TYPE_CHECKING

from dashboard.locale import format as f
from dashboard.locale.verdict_words import label, words
from dashboard.parts.compare_words import funnel_heading, funnel_reading
from dashboard.reports import narrative
from dashboard.reports.asked import Asked
from dashboard.reports.follow_up import overdue_of
from dashboard.reports.gather import verdict_table
from dashboard.reports.letterhead import letter
from dashboard.reports.model import Chart, Items, Para, Part, Report, Section
from dashboard.reports.parts import numbers, process_part
from dashboard.reports.province_tables import (
    across,
    each,
    groups,
    partition,
    reporting,
)
from dashboard.reports.regencies import Regencies
from dashboard.reports.tables import by_year
from etl.reference import regions
from etl.rows import rows_of
from etl.words import _
from metrics.asking.query import Scope
from metrics.asking.registry import indicators

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

NAMES = (
    "on_time_rate", "processing_time", "applications_received", "permits_issued",
    "open_applications", "overdue_applications", "response_on_time", "overdue_complaints",
    "collection_rate", "bank_share", "ikm",
)  # fmt: skip


def gather_province(snapshot: "Snapshot", scope: Scope, province: str, period: str) -> Report:
    """The report on all regencies of a province: partition, funnel, reporting, help, practice."""
    asked = Asked(snapshot, scope, period, province=province)
    there = Regencies(asked)
    names = [*NAMES, *(n for n, i in indicators().items() if _placed(i) and n not in NAMES)]
    verdicts = [asked.verdict(n) for n in names if n in indicators()]
    when, name = f.period(period), _name(province)
    whole = asked.verdict("on_time_rate")
    sections = [
        Section(
            _("Kedudukan {n} daerah: tepat waktu").format(n=len(there.names)), (partition(there),)
        ),
        *_funnel(there),
        Section(_("Yang perlu dibantu"), tuple(_help(there))),
        Section(_("Praktik yang dapat ditiru"), tuple(_practice(there))),
        Section(_("Yang belum melapor"), tuple(reporting(there))),
        Section(_("Yang dimohonkan"), tuple(_asks(there))),
        *_overdue(asked, there, province),
        Section(
            _("Indikator provinsi, {period}").format(period=when),
            (verdict_table(asked, verdicts),),
        ),
        *process_part(asked, "on_time_rate"),
        Section(_("Tiap daerah"), (each(there),)),
        Section(_("Perbedaan nyata menurut indikator"), (across(there),)),
        Section(_("Lima tahun"), (by_year(asked),)),
        Section(_("Yang tidak dinilai"), tuple(_silent(verdicts))),
        Section(_("Cara menghitung"), (*narrative.method(), _fair())),
    ]
    title = _("Laporan monitoring dan evaluasi PTSP {name} {period}").format(name=name, period=when)
    closing = _(
        "Demikian laporan ini kami sampaikan. Atas perhatiannya, kami ucapkan terima kasih."
    )
    return Report(
        "province", title, name, when, asked.as_of_words(), snapshot.is_sample,
        _lead(there), f"{words(whole)} {_counts(there)}", "worse" if there.worse else "",
        tuple(sections), letter(snapshot.store, province, name, "province", title, closing),
        str(snapshot.manifest.get("definitions", "")),
    )  # fmt: skip


def _overdue(asked: Asked, there: Regencies, province: str) -> list[Section]:
    """Follow-ups that should have been done by the period's end; no section where there is none."""
    lines = overdue_of(asked, there.names, province)
    if not lines:
        return []
    items = Items(tuple(f"{line}." for line in lines), numbered=True)
    return [Section(_("Tindak lanjut yang lewat tenggat"), (items,))]


def _placed(indicator: object) -> bool:
    return any(place.report == "province" for place in getattr(indicator, "reports", ()))


def _name(province: str) -> str:
    known = regions().get(province)
    return known.name if known else province


def _lead(there: Regencies) -> str:
    return funnel_heading(there.made, there.names) + "."


def _counts(there: Regencies) -> str:
    """How many regencies lie in each part, adding up to all."""
    told = [
        _("{n} {group}").format(n=len(codes), group=title[:1].lower() + title[1:])
        for title, codes in groups(there)
        if codes
    ]
    return _("Dari {n} daerah: {parts}.").format(n=len(there.names), parts=f.sentence(told))


def _funnel(there: Regencies) -> list[Section]:
    made = there.made
    judged, curve = made.judged, made.curve(60)
    if made.centre is None or judged.empty:
        return []
    data = {
        "label": [there.names[o] for o in judged["office"]],
        "n": numbers(judged["n"]),
        "value": numbers(judged["value"]),
        "tone": list(judged["verdict"]),
        "curve_n": numbers(curve["n"]),
        **{c: numbers(curve[c]) for c in ("low95", "high95", "low998", "high998")},
        "centre": made.centre,
        "shape": "rate",
        "name": label(there.asked.verdict("on_time_rate")),
        "unit": _("izin jatuh tempo dalam periode"),
    }
    title = funnel_heading(made, there.names)
    outside = [
        f"{there.names[r.office]} {f.percent(r.value)} (n = {f.number(r.n)})"
        for r in rows_of(judged[judged["verdict"] != ""])
    ]
    alt = _("{title}. {n} daerah di sekitar {centre}. Di luar batas 99,8 %: {names}.").format(
        title=title, n=len(judged), centre=f.percent(made.centre),
        names=f.sentence(outside) or _("tidak ada"),
    )  # fmt: skip
    return [Section(title, (Chart("funnel", alt, funnel_reading(made), data),))]


def _help(there: Regencies) -> list[Part]:
    """Who is truly worse than the province, or worsens by its own chart, and where it sticks."""
    wanted = there.need_help()
    if not wanted:
        return [_none(there, _("yang nyata lebih rendah dari rata-rata provinsi atau memburuk"))]
    return [Items(tuple(there.why_help(o) for o in wanted))]


def _practice(there: Regencies) -> list[Part]:
    """Who is truly better, and whether its mix of permits explains it."""
    if not there.better:
        return [_none(there, _("yang nyata lebih tinggi dari rata-rata provinsi"))]
    return [Items(tuple(there.practice(o) for o in there.better))]


def _none(there: Regencies, what: str) -> Para:
    if there.made.judged.empty:
        return Para(_("Belum cukup data untuk membandingkan daerah."))
    said = _("Dari {n} daerah yang dapat dinilai tidak ada {what}.")
    return Para(said.format(n=len(there.made.judged), what=what))


def _asks(there: Regencies) -> list[Part]:
    lines = []
    helped = [there.names[o] for o in there.need_help()]
    if helped:
        lines.append(_("Mohon arahan untuk pendampingan {names}.").format(names=f.sentence(helped)))
    late = [there.names[o] for o in there.late_offices()]
    if late:
        lines.append(
            _("Mohon surat pengingat pelaporan izin kepada {names}.").format(names=f.sentence(late))
        )
    if there.better:
        lines.append(
            _("Mohon persetujuan untuk belajar dari {names}.").format(
                names=f.sentence([there.names[o] for o in there.better])
            )
        )
    if lines:
        return [Items(tuple(lines), numbered=True)]
    return [Para(_("Tidak ada keputusan yang dimohonkan dari angka periode ini."))]


def _silent(verdicts: list) -> list[Part]:
    lines = narrative.not_judged(verdicts)
    if lines:
        return [Items(tuple(lines))]
    return [Para(_("Semua indikator di atas dapat dinilai."))]


def _fair() -> Para:
    return Para(
        _(
            "Daerah dibandingkan dengan diagram corong: yang di luar batas 99,8{nbsp}% berbeda "
            "nyata, sisanya dapat kebetulan. Setiap daerah berada di tepat satu kelompok. Angka "
            "yang disamakan memperhitungkan bauran jenis izin tiap kantor."
        ).format(nbsp=f.NBSP),
        quiet=True,
    )
