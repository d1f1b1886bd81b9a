"""The first screen of Ringkasan: what is off, since when, whose desk; that an office is silent."""

import re

from streamlit.testing.v1 import AppTest

from tests.conftest import monev_json
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


def test_an_office_that_tells_of_bills_alone_begins_with_its_bills(tmp_path, monkeypatch):
    (tmp_path / "kantor.csv").write_text(
        "office_code,name,region_kind,province_code\n98.01,Kabupaten Kecil,kabupaten,98\n"
    )
    (tmp_path / "retribusi.csv").write_text(
        "Kode kantor,No. bukti,Nilai tagihan,Tanggal tagihan,Nilai dibayar,Tanggal bayar\n"
        "98.01,R1,250000,2024-03-01,250000,2024-03-04\n98.01,R2,750000,2024-03-08,,\n"
    )
    monkeypatch.setenv("MONEV_STORE", str(tmp_path / "store"))
    for name in ("kantor.csv", "retribusi.csv"):
        monev_json("load", tmp_path / name)
    app = AppTest.from_function(draw, args=("ringkasan",), default_timeout=60).run()
    assert not app.exception
    billed = monev_json("indicator", "billed", "--from", "2023-04", "--to", "2024-03")
    assert billed["rows"][0]["value"] == 1_000_000
    shown = " ".join(e.proto.body for e in app.get("html")).replace("\N{NO-BREAK SPACE}", " ")
    assert ">Rp 1 juta<" in shown
    assert "belum ada angkanya" not in first_words(app)
    app = AppTest.from_function(draw, args=("pembayaran",), default_timeout=60).run()
    shown = " ".join(e.proto.body for e in app.get("html"))
    assert "Cara bayarnya tidak dilaporkan" in shown  # no such column is not "no payment"
    assert "Belum ada pembayaran" not in shown
