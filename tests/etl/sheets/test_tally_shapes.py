"""Monthly reports in the shapes that offices keep: down, across, long, by sheet, by place."""

from datetime import datetime

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read, workbook

TITLE = ["REKAP IZIN TERBIT TAHUN 2024"]


def told(got):
    return {(r["permit_type"], r["month"], r["measure"]): r["count"] for r in got.rows()}


def of(folder, sheets, **options):
    return read(workbook(folder, sheets), office="32.14", **options)


ISSUED = {
    ("IMB", "2024-01", "issued"): 4,
    ("SIUP", "2024-01", "issued"): 7,
    ("IMB", "2024-02", "issued"): 5,
    ("SIUP", "2024-02", "issued"): 6,
}


def test_months_down_permits_across(tmp_path):
    rows = [TITLE, ["No", "Bulan", "IMB", "SIUP", "Jumlah"]]
    rows += [[1, "Januari", 4, 7, 11], [2, "Februari", 5, 6, 11], ["", "Jumlah", 9, 13, 22]]
    got = of(tmp_path, {"Rekap": rows})
    assert told(got) == ISSUED
    assert [(x.row, x.why) for x in got.item.left_out] == [(5, "baris jumlah")]


def test_months_down_measures_across(tmp_path):
    rows = [["REKAP SIUP TAHUN 2024"], ["Bulan", "Masuk", "Terbit", "Ditolak"]]
    rows += [["Januari", 8, 7, 1], ["Februari", 6, 6, "-"]]
    assert told(of(tmp_path, {"Rekap": rows})) == {
        ("SIUP", "2024-01", "received"): 8,
        ("SIUP", "2024-01", "issued"): 7,
        ("SIUP", "2024-01", "rejected"): 1,
        ("SIUP", "2024-02", "received"): 6,
        ("SIUP", "2024-02", "issued"): 6,
        ("SIUP", "2024-02", "rejected"): 0,
    }


def test_months_across_headed_by_days_within_them(tmp_path):
    head = ["No", "Jenis Izin", datetime(2024, 1, 15), datetime(2024, 2, 15)]
    rows = [TITLE, head, [1, "IMB", 4, 5], [2, "SIUP", 7, 6]]
    assert told(of(tmp_path, {"Rekap": rows})) == ISSUED


def test_the_year_above_months_in_two_lines(tmp_path):
    rows = [["REKAP IZIN TERBIT"], ["No", "Jenis Izin", 2024, ""], ["", "", "Januari", "Februari"]]
    rows += [[1, "IMB", 4, 5], [2, "SIUP", 7, 6]]
    assert told(of(tmp_path, {"Rekap": rows})) == ISSUED


@pytest.mark.parametrize("sep", [",", ";", "\t"])
@pytest.mark.parametrize("months", [("Januari", "Februari"), ("1", "2"), ("Jan", "Feb")])
def test_a_long_tally_with_month_and_year(tmp_path, sep, months):
    one, two = months
    lines = ["jenis_izin,bulan,tahun,jumlah,satuan", f"IMB,{one},2024,4,izin"]
    lines += [f"SIUP,{one},2024,7,izin", f"IMB,{two},2024,5,izin", f"SIUP,{two},2024,6,izin"]
    text = "\n".join(lines).replace(",", sep)
    assert told(read(csv_file(tmp_path, text + "\n"), office="32.14")) == ISSUED


def test_a_long_tally_with_its_measure_in_a_column(tmp_path):
    text = "Jenis Izin,Bulan,Tahun,Uraian,Jumlah\nIMB,Januari,2024,Masuk,5\n"
    text += "IMB,Januari,2024,Terbit,4\nJumlah,Januari,2024,Masuk,5\n"
    assert told(read(csv_file(tmp_path, text), office="32.14")) == {
        ("IMB", "2024-01", "received"): 5,
        ("IMB", "2024-01", "issued"): 4,
    }


def test_a_measure_that_nobody_names_is_said(tmp_path):
    text = "Jenis Izin,Bulan,Tahun,Jumlah\nIMB,Januari,2024,5\n"
    got = read(csv_file(tmp_path, text), office="32.14")
    assert any("tidak menyebut ukurannya" in n for n in got.item.notes)


def month(name, figures, total=True):
    rows = [[f"LAPORAN PERIZINAN BULAN {name.upper()} TAHUN 2024"]]
    rows += [["No", "Jenis Izin", "Masuk", "Terbit", "Ditolak"]]
    rows += [[i, permit, *cells] for i, (permit, cells) in enumerate(figures.items(), 1)]
    sums = [sum(c) for c in zip(*figures.values(), strict=True)]
    return [*rows, ["", "Jumlah", *sums]] if total else rows


def test_a_sheet_a_month(tmp_path):
    figures = {"IMB": (5, 4, 1), "SIUP": (7, 7, 0)}
    got = of(tmp_path, {m: month(m, figures) for m in ("Januari", "Februari")})
    for name in ("2024-01", "2024-02"):
        sums = {}
        for (_p, at, measure), n in told(got).items():
            if at == name:
                sums[measure] = sums.get(measure, 0) + n
        assert sums == {"received": 12, "issued": 11, "rejected": 1}
    assert len(got.item.left_out) == 2


def test_the_month_may_stand_in_the_title_alone(tmp_path):
    got = of(tmp_path, {"Sheet1": month("Maret", {"IMB": (5, 4, 1)})})
    assert {m for _p, m, _x in told(got)} == {"2024-03"}


def test_districts_are_added_up_under_the_permit_of_the_title(tmp_path):
    rows = [["REKAP PENERBITAN SIUP TAHUN 2024"], ["No", "Kecamatan", "Januari", "Februari"]]
    rows += [[1, "Babakancikao", 3, 4], [2, "Bungursari", 4, 2], ["", "Jumlah", 7, 6]]
    assert told(of(tmp_path, {"Rekap": rows})) == {
        ("SIUP", "2024-01", "issued"): 7,
        ("SIUP", "2024-02", "issued"): 6,
    }


def test_quarters_are_refused_by_name(tmp_path):
    rows = [TITLE, ["No", "Jenis Izin", "Triwulan I", "Triwulan II"], [1, "IMB", 4, 5]]
    with pytest.raises(Refused, match="triwulan") as refusal:
        of(tmp_path, {"Rekap": rows})
    assert refusal.value.kind == "monthly_counts"


def test_a_tally_without_a_year_asks_for_it(tmp_path):
    rows = [["REKAP IZIN TERBIT"], ["Bulan", "IMB", "SIUP"], ["Januari", 4, 7], ["Februari", 5, 6]]
    with pytest.raises(Refused) as refusal:
        of(tmp_path, {"Rekap": rows})
    assert refusal.value.needs == ("period",)
    assert told(of(tmp_path, {"Rekap": rows}, period="2024")) == ISSUED


def test_a_register_with_a_column_of_months_is_no_tally(tmp_path):
    text = "No. Permohonan,Jenis Izin,Bulan,Tanggal Masuk,Jumlah\nA,PBG,Januari,2024-01-05,1\n"
    assert read(csv_file(tmp_path, text), office="32.14").item.kind != "populations"
