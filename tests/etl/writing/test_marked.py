from openpyxl import load_workbook

from etl.writing.marked import write_rejects
from etl.writing.sheetcells import FAULT
from tests.etl.intake import csv_file, read, workbook

HEAD = ["Kode kantor", "No. Permohonan", "Jenis Izin", "Tanggal Masuk", "Nama Pemohon"]


def test_rejected_rows_come_back_as_they_came_with_the_cell_coloured(tmp_path):
    rows = [
        HEAD,
        ["32.14", "A", "PBG", "2024-01-05", "Siti"],
        ["32.14", "B", "=1+1", "31/02/2024", "@Budi"],
        ["32.14", "", "-cmd", "2024-01-05", "Ani"],
    ]
    text = "\n".join(",".join(row) for row in rows)
    got = read(csv_file(tmp_path, text + "\n"))
    out = tmp_path / "tolak.xlsx"
    assert write_rejects(got.item, got.con, out) == 2
    (sheet,) = load_workbook(out).worksheets
    lines = list(sheet.iter_rows())
    assert [c.value for c in lines[0]] == [*HEAD, "Baris asal", "Alasan ditolak"]
    assert [c.value for c in lines[1]][:6] == ["32.14", "B", "=1+1", "31/02/2024", "@Budi", 3]
    assert "kalender" in lines[1][6].value
    coloured = {
        (c.row, c.column)
        for line in lines[1:]
        for c in line
        if c.fill.fgColor.rgb == FAULT.fgColor.rgb
    }
    assert coloured == {(2, 4), (3, 2)}
    assert all(c.data_type == "s" for c in (lines[1][2], lines[1][4], lines[2][2]))


def test_a_mended_workbook_loads(tmp_path):
    got = read(
        workbook(
            tmp_path,
            {
                "Jan": [
                    HEAD,
                    ["32.14", "A", "PBG", "31/02/2024"],
                    ["32.14", "C", "PBG", "2024-01-09"],
                ]
            },
        )
    )
    out = tmp_path / "tolak.xlsx"
    write_rejects(got.items, got.con, out)
    book = load_workbook(out)
    book["Jan"]["D2"].value = "29/02/2024"
    book.save(out)
    (row,) = read(out).rows()
    assert str(row["submitted_at"]) == "2024-02-29 00:00:00"


def test_nothing_is_written_when_nothing_was_rejected(tmp_path):
    got = read(csv_file(tmp_path, ",".join(HEAD) + "\n32.14,A,PBG,2024-01-05,Siti\n"))
    assert write_rejects(got.item, got.con, tmp_path / "x.xlsx") == 0
    assert not (tmp_path / "x.xlsx").exists()


def test_a_tally_s_cell_is_coloured_by_its_letter(tmp_path):
    rows = [
        ["REKAP IZIN TERBIT 2024"],
        ["NO", "JENIS IZIN", "JANUARI", "FEBRUARI"],
        [1, "PBG", 3, -4],
    ]
    got = read(workbook(tmp_path, {"2024": rows}), office="32.14")
    out = tmp_path / "tolak.xlsx"
    assert write_rejects(got.item, got.con, out) == 1
    sheet = load_workbook(out).worksheets[0]
    assert sheet["D2"].value == "-4"
    assert sheet["D2"].fill.fgColor.rgb == FAULT.fgColor.rgb
