"""What a load is said to feed has a figure; what is said to lack has none (indicators.md §14)."""

from pathlib import Path

from etl.errors import Refused
from etl.schema import kinds
from etl.store.results import LoadResult
from metrics.asking.feeds import feeds, needs
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get, indicators
from tests.etl.intake import csv_file
from tests.soundness.kept_files import CODES, House, cases, house

MADE = {
    "issued.csv": "No. permohonan,Jenis izin,Tanggal masuk,Tanggal terbit\n"
    "A,PBG,2024-01-05,2024-01-12\n",
    "received.csv": "No. permohonan,Jenis izin,Tanggal masuk\nA,PBG,2024-01-05\n",
    "bundle.csv": "No. permohonan,No. paket,Tanggal masuk,Tanggal terbit\n"
    "A,P1,2024-01-05,2024-01-12\nB,P1,2024-01-05,2024-01-12\n",
    "stages.csv": "No. permohonan,Tahapan,Mulai,Selesai\nA,Verifikasi,2024-01-05,2024-01-12\n",
    "billed.csv": "No. kuitansi,Nilai tagihan,Tanggal tagihan\nK1,100,2024-01-05\n",
    "paid.csv": "No. kuitansi,Nilai dibayar,Tanggal bayar,Cara bayar\nK1,100,2024-01-05,Tunai\n",
    "asked.csv": "No. pengaduan,Tanggal pengaduan,Kategori\nP1,2024-01-05,Biaya\n",
    "answered.csv": "No. pengaduan,Tanggal pengaduan,Tanggal ditanggapi\nP1,2024-01-05,2024-01-08\n"
    "P2,2024-03-05,2024-03-08\n",
    "standard.csv": "Jenis izin,Berlaku sejak,Hari kerja\nPBG,2020-01-01,5\n",
    "tally.csv": "Jenis izin,Bulan,Ukuran,Jumlah\nPBG,2024-01,Terbit,4\n",
    "survey.csv": "No,Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Sarana,"
    "Pengaduan\n" + "".join(f"{i},4,3,4,3,4,3,4,3,4\n" for i in range(1, 30)),
}


def holds(kept: House, results: list[LoadResult]) -> None:
    """Every indicator said to be fed has a value in some office, and none that lacks one has."""
    snapshot = kept.snapshot

    def has(name: str, offices: set[str]) -> bool:
        rows = [get(name).read(snapshot, EVERYTHING, Query(office=o)).rows for o in offices]
        return any(len(r) and r["value"].notna().any() for r in rows)

    for result in results:
        found = feeds(result, snapshot)
        offices = {o for f in result.filled for o in f.offices}
        assert [n for n in found.feeds if not has(n, offices)] == [], result.file
        assert [x for x in found.lacks if has(x.indicator, offices)] == [], result.file
        assert all(x.why for x in found.lacks)
        assert found.feeds or found.lacks or kinds()[result.kind].reference, result.file


def test_for_every_case(tmp_path: Path):
    kept, results = house(tmp_path), []
    for path in cases(".csv", ".xlsx"):
        for more in ({}, {"office": "32.11"}, {"office": "32.11", "period": "2024-S1"}):
            try:
                kept.load(path, **more)
            except Refused:
                continue
            results += kept.results
            break
    holds(kept, results)


def test_for_files_of_every_kind(tmp_path: Path):
    kept, results = house(tmp_path), []
    for (name, text), office in zip(MADE.items(), CODES, strict=False):
        kept.load(csv_file(tmp_path, text, name), office=office, period="2024-S1")
        results += kept.results
    assert len(results) == len(MADE)
    holds(kept, results)


def test_a_register_with_dates_of_issue_feeds_the_time(tmp_path: Path):
    kept = house(tmp_path)
    kept.load(csv_file(tmp_path, MADE["issued.csv"]), office="32.11")
    fed = kept.feeds()
    assert {"permits_issued", "applications_received", "processing_time"} <= set(fed.feeds)
    assert "on_time_rate" in {x.indicator for x in fed.lacks}


def test_a_register_without_them_says_which_column_is_wanting(tmp_path: Path):
    kept = house(tmp_path)
    kept.load(csv_file(tmp_path, MADE["received.csv"]), office="32.11")
    fed = kept.feeds()
    why = {x.indicator: x.why for x in fed.lacks}
    assert why["processing_time"] == "tidak ada kolom tanggal terbit atau tanggal keputusan"
    assert "waktu proses" in fed.sentence()
    assert fed.sentence().startswith("Dari berkas ini kini terhitung: ")


def test_a_standard_loaded_later_feeds_the_share_on_time(tmp_path: Path):
    kept = house(tmp_path)
    kept.load(csv_file(tmp_path, MADE["issued.csv"], "a.csv"), office="32.11")
    kept.load(csv_file(tmp_path, MADE["standard.csv"], "b.csv"), office="32.11")
    assert "on_time_rate" in kept.feeds().feeds


def test_a_file_loaded_again_says_the_same(tmp_path: Path):
    kept = house(tmp_path)
    path = csv_file(tmp_path, MADE["issued.csv"])
    kept.load(path, office="32.11")
    first = kept.feeds()
    assert kept.load(path, office="32.11").repeated
    assert kept.feeds() == first


def test_what_is_needed_is_written_down_of_known_indicators_and_columns():
    for (indicator, kind), need in needs().items():
        assert kind in kinds()
        for column in (c for alternatives in need.columns for c in alternatives):
            if column != "status":
                assert column.partition(":")[0] in kinds()[kind].by_name, (indicator, column)
        assert set(need.earlier) <= set(kinds())
    later = {"on_time_rate_gross", "late_pause_share"}
    assert {i for i, _k in needs()} - later <= set(indicators())
