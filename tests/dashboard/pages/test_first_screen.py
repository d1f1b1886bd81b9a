"""The first screen of Ringkasan: what is off, since when, whose desk; that an office is silent."""

import re

from tests.dashboard.pages.test_pages import draw, drawn, office

__all__ = ["draw", "drawn", "office"]
LATE, SILENT = "32.05", "32.07"  # the sample's slow office, and the one that stopped reporting


def first_words(app):
    return app.markdown[0].value.replace("\N{NO-BREAK SPACE}", " ")


def test_late_cases_are_told_with_the_desk_they_lie_at_and_the_oldest_due_day(drawn):
    app = drawn("ringkasan", office=LATE)
    said = re.search(
        r"(\d+) permohonan berjalan lewat standar \(terbanyak di ([^:]+): (\d+)\)",
        first_words(app),
    )
    assert said
    assert int(said[3]) <= int(said[1])
    alerts = next(e.proto.body for e in app.get("html") if 'class="alerts"' in e.proto.body)
    alerts = alerts.replace("\N{NO-BREAK SPACE}", " ")
    listed = rf"terbanyak di {said[2]}: {said[3]}; yang terlama jatuh tempo \d+ \w+ \d{{4}}\)"
    assert re.search(listed, alerts)


def test_an_office_that_stopped_reporting_says_so_first(drawn):
    assert first_words(drawn("ringkasan", office=SILENT)).startswith(
        ":orange[**Belum melapor permohonan sesudah Maret 2026"
    )
    assert "keputusan" not in first_words(drawn("ringkasan", office=SILENT))
    assert "Belum melapor" not in first_words(drawn("ringkasan", office=LATE))
    assert "Belum melapor" not in first_words(drawn("ringkasan", office=SILENT, period="2025-06"))


def test_what_is_late_is_unknown_not_none_where_only_tallies_are_sent(drawn):
    app = drawn("ringkasan", office="32.79")
    html = " ".join(e.proto.body for e in app.get("html"))
    assert "Yang lewat standar tidak diketahui" in html
    assert "Tidak ada berkas berjalan yang lewat standar" not in html
