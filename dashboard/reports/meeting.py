"""The sheet for a meeting: one page of what Ringkasan says, with room to write what is decided."""

from typing import TYPE_CHECKING

from dashboard.locale import format as f
from dashboard.locale.verdict_words import words
from dashboard.reports import narrative
from dashboard.reports.asked import Asked, office_name
from dashboard.reports.follow_up import follow_ups
from dashboard.reports.gather import verdict_table
from dashboard.reports.letterhead import letter
from dashboard.reports.model import Items, Para, Report, Section
from dashboard.reports.parts import process_chart
from etl.words import _
from metrics.asking.query import Scope
from metrics.asking.registry import indicators

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

NAMES = (
    "on_time_rate", "processing_time", "permits_issued", "open_applications",
    "overdue_applications", "response_on_time", "overdue_complaints", "collection_rate", "ikm",
)  # fmt: skip
MOST = 4


def gather_meeting(snapshot: "Snapshot", scope: Scope, office: str, period: str) -> Report:
    """The meeting sheet of an office: finding, figures, what stands out, what is to be decided."""
    asked = Asked(snapshot, scope, period, office)
    verdicts = [asked.verdict(n) for n in NAMES if n in indicators()]
    _done, late = follow_ups(snapshot, scope, office, asked.end)
    first, more, tone = narrative.lead(asked)
    when = f.period(period)
    table = verdict_table(asked, verdicts)
    sections = [Section(_("Angka pokok, {period}").format(period=when), (table,))]
    chart = asked.verdict("on_time_rate")
    if chart.process.points:
        from dashboard.parts.process_frame import heading

        title = heading(chart, chart.indicator.label())
        sections.append(Section(title, (process_chart(asked, chart),)))
    found = narrative.standing_out(v for v in verdicts if v.indicator.name != "on_time_rate")
    if found:
        told = Items(tuple(words(v) for v in found[:MOST]))
        sections.append(Section(_("Yang menonjol"), (told,)))
    sections.append(Section(_("Untuk diputuskan"), tuple(narrative.asks(asked, verdicts, late))))
    lines = tuple(Para("…" * 58, quiet=True) for _line in range(3))
    sections.append(Section(_("Keputusan rapat"), lines))
    name = office_name(snapshot, office)
    return Report(
        "meeting", _("Lembar rapat"), name, when, asked.as_of_words(), snapshot.is_sample,
        first, more, tone, tuple(sections),
        letter(snapshot.store, office, name, "meeting", _("Lembar rapat"), ""),
        str(snapshot.manifest.get("definitions", "")),
    )  # fmt: skip
