import gzip
import zipfile

import pandas as pd
import pytest

from etl.errors import Refused
from etl.reading.grid import find_heading, text
from tests.etl.intake import csv_file, read, workbook

HEAD = "Kode kantor,No. Permohonan,Jenis Izin,Tanggal Masuk"
ROWS = "32.14,A1,PBG,2024-01-05\n32.14,A2,SIP,2024-01-06\n"
TABLE = f"{HEAD}\n{ROWS}"


def numbers(path, **options):
    return [r["application_no"] for r in read(path, **options).rows()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(tmp_path, delimiter):
    assert numbers(csv_file(tmp_path, TABLE.replace(",", delimiter))) == ["A1", "A2"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends(tmp_path, newline):
    assert numbers(csv_file(tmp_path, TABLE.replace("\n", newline))) == ["A1", "A2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
def test_encodings(tmp_path, encoding):
    got = read(csv_file(tmp_path, TABLE.replace("PBG", "Izin é"), encoding=encoding))
    assert [r["permit_type"] for r in got.rows()] == ["Izin é", "SIP"]


def test_a_byte_of_latin_1_far_into_a_large_file(tmp_path):
    lines = "".join(f"32.14,B{i},SIP,2024-01-06\n" for i in range(20000))
    path = tmp_path / "besar.csv"
    path.write_bytes(f"{HEAD}\n{lines}".encode() + "32.14,Z,Izin é,2024-01-06\n".encode("latin-1"))
    assert read(path).rows()[-1]["permit_type"] == "Izin é"


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path):
    got = read(
        csv_file(
            tmp_path, f"{HEAD}\n{ROWS}\n32.14,A3,SIP,2024-01-07\n,,,\n32.14,A4,SIP,2024-01-08\n"
        )
    )
    assert [(r["application_no"], r["_row"]) for r in got.rows()] == [
        ("A1", 2), ("A2", 3), ("A3", 5), ("A4", 7),
    ]  # fmt: skip


def test_a_quoted_line_end_stays_in_its_cell(tmp_path):
    got = read(csv_file(tmp_path, f'{HEAD}\n32.14,A1,"Izin\nbaru",2024-01-05\n'))
    assert got.rows()[0]["permit_type"] == "Izin\nbaru"


def test_title_rows_above_a_csv_s_headings(tmp_path):
    got = read(csv_file(tmp_path, f"REKAP PERMOHONAN,,,\nTahun 2024,,,\n{TABLE}"))
    assert [r["_row"] for r in got.rows()] == [4, 5]


def test_short_rows_are_filled_and_long_ones_refused(tmp_path):
    got = read(csv_file(tmp_path, f"{HEAD},Status\n32.14,A0,PBG,2024-01-05\n{ROWS}"))
    assert len(got.rows()) == 3
    with pytest.raises(Refused, match="Baris 2"):
        read(csv_file(tmp_path, f"{HEAD}\n32.14,A1,PBG,2024-01-05,x,y\n"))


def test_a_cut_off_csv_is_refused(tmp_path):
    with pytest.raises(Refused, match="terpotong"):
        read(csv_file(tmp_path, f"{TABLE}32.14,A3"))


def test_gzip_and_a_cut_off_gzip(tmp_path):
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(TABLE.encode()))
    assert numbers(path) == ["A1", "A2"]
    path.write_bytes(gzip.compress(TABLE.encode() * 50)[:-20])
    with pytest.raises(Refused, match="terpotong"):
        read(path)


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\x00\x01\x02\x00"])
def test_empty_and_binary_files_are_refused(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(Refused):
        read(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused, match="tidak ada"):
        read(tmp_path / "tiada.csv")


def test_html_that_calls_itself_xls(tmp_path):
    path = tmp_path / "laporan.xls"
    path.write_text("<html><table><tr><td>No. Permohonan</td></tr></table></html>")
    with pytest.raises(Refused, match="XLSX"):
        read(path)


def test_workbook_with_titles_and_column_numbers(tmp_path):
    rows = [
        ["REKAP PERMOHONAN IZIN"],
        [],
        ["Kode kantor", "No. Permohonan", "Jenis Izin", "Tanggal Masuk"],
        [1, 2, 3, 4],
        ["32.14", "A1", "PBG", pd.Timestamp("2024-01-05 08:30")],
        [],
        ["32.14", 2, "SIP", "6 Mei 2024"],
    ]
    got = read(workbook(tmp_path, {"Data": rows})).rows()
    assert [(r["application_no"], r["_row"], r["_sheet"]) for r in got] == [
        ("A1", 5, "Data"),
        ("2", 7, "Data"),
    ]
    assert str(got[0]["submitted_at"]) == "2024-01-05 08:30:00"


def test_two_merged_heading_rows(tmp_path):
    rows = [
        ["Kode kantor", "Permohonan", "", "Jenis Izin"],
        ["", "No. Permohonan", "Tanggal Masuk", ""],
        ["32.14", "A1", "2024-01-05", "PBG"],
    ]
    (row,) = read(workbook(tmp_path, {"Data": rows})).rows()
    assert (row["application_no"], row["permit_type"], row["_row"]) == ("A1", "PBG", 3)


def test_a_number_cell_of_an_office_keeps_its_last_zero(tmp_path):
    rows = [HEAD.split(","), [32.1, 7, "PBG", "2024-01-05"], ["32.10", "007", "SIP", "2024-01-06"]]
    got = read(workbook(tmp_path, {"Data": rows})).rows()
    assert [(r["office_code"], r["application_no"]) for r in got] == [
        ("32.10", "7"),
        ("32.10", "007"),
    ]


def test_sheets_of_one_kind_are_one_load(tmp_path):
    january = [HEAD.split(","), ["32.14", "A1", "PBG", "2024-01-05"]]
    february = [HEAD.split(","), ["32.14", "A2", "PBG", "2024-02-05"]]
    notes = [["Catatan"], ["Diisi oleh loket"]]
    got = read(workbook(tmp_path, {"Jan": january, "Feb": february, "Catatan": notes}))
    assert {(r["application_no"], r["_sheet"]) for r in got.rows()} == {
        ("A1", "Jan"),
        ("A2", "Feb"),
    }
    assert any("Catatan" in n for n in got.item.notes)


def test_sheets_of_two_kinds_are_two_loads_with_references_first(tmp_path):
    offices = [["Kode kantor", "Nama kantor"], ["51.01", "Kabupaten Baru"]]
    applications = [HEAD.split(","), ["51.01", "A1", "PBG", "2024-01-05"]]
    got = read(workbook(tmp_path, {"Permohonan": applications, "Kantor": offices}))
    assert [i.kind for i in got.items] == ["offices", "applications"]


def test_damaged_and_protected_workbooks(tmp_path):
    whole = workbook(tmp_path, {"Data": [HEAD.split(",")]}).read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Refused, match="rusak"):
        read(cut)
    protected = tmp_path / "kunci.xlsx"
    protected.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    )
    with pytest.raises(Refused, match="kata sandi"):
        read(protected)


def test_ods(tmp_path):
    def row(*cells):
        inner = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>'
            for c in cells
        )
        return f"<table:table-row>{inner}</table:table-row>"

    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = row(*HEAD.split(",")) + row("32.14", "A1", "PBG", "2024-01-05")
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", "<manifest/>")
        file.writestr("content.xml", content)
    assert numbers(path) == ["A1"]


def test_parquet_with_typed_columns(tmp_path):
    frame = pd.DataFrame(
        {
            "office_code": ["32.14", "32.14"],
            "application_no": ["A1", "A2"],
            "submitted_at": pd.to_datetime(["2024-01-05 08:30:00", "2024-01-06 00:00:00"]),
        }
    )
    frame.to_parquet(tmp_path / "a.parquet")
    got = read(tmp_path / "a.parquet").rows()
    assert [str(r["submitted_at"]) for r in got] == ["2024-01-05 08:30:00", "2024-01-06 00:00:00"]
    (tmp_path / "b.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:200])
    with pytest.raises(Refused, match="rusak"):
        read(tmp_path / "b.parquet")


def zipped(folder, files):
    path = folder / "kiriman.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return path


def test_a_zip_gives_one_load_a_file(tmp_path):
    path = zipped(tmp_path, {
        "data/permohonan.csv": f"{HEAD}\n51.01,A1,PBG,2024-01-05\n",
        "kantor.csv": "Kode kantor,Nama kantor\n51.01,Kabupaten Baru\n",
        "__MACOSX/._kantor.csv": "x",
    })  # fmt: skip
    got = read(path)
    assert [(i.kind, i.file) for i in got.items] == [
        ("offices", "kantor.csv"),
        ("applications", "permohonan.csv"),
    ]


def test_a_zip_beyond_the_limit_is_refused_before_it_fills_the_disk(tmp_path, monkeypatch):
    monkeypatch.setenv("MONEV_MAX_UNPACKED_MB", "1")
    path = zipped(tmp_path, {"bom.csv": TABLE + "32.14,A9,SIP,2024-01-06\n" * 100_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(Refused, match="MONEV_MAX_UNPACKED_MB"):
        read(path)
    sheet = workbook(tmp_path, {"Data": [HEAD.split(",")] + [["x" * 400] * 4] * 1500})
    with pytest.raises(Refused, match="MONEV_MAX_UNPACKED_MB"):
        read(sheet)


def test_a_sheet_with_too_many_cells(tmp_path, monkeypatch):
    monkeypatch.setenv("MONEV_MAX_CELLS", "10")
    with pytest.raises(Refused, match="10 sel"):
        read(workbook(tmp_path, {"Data": [HEAD.split(","), *([["1"] * 4] * 5)]}))


def test_zips_that_are_empty_nested_or_cut(tmp_path):
    with pytest.raises(Refused, match="tidak berisi"):
        read(zipped(tmp_path, {}))
    inner = zipped(tmp_path, {"a.csv": TABLE}).read_bytes()
    with pytest.raises(Refused, match="zip"):
        read(zipped(tmp_path, {"dalam.zip": inner}))
    cut = tmp_path / "potong.zip"
    cut.write_bytes(inner[:60])
    with pytest.raises(Refused, match="rusak"):
        read(cut)


def test_headings_are_found_by_what_they_say():
    rows = [
        ["Judul besar", "", ""],
        ["", "", ""],
        ["No", "Jenis Izin", "Tgl Masuk"],
        ["1", "a", "b"],
    ]
    assert find_heading(rows) == (3, ["No", "Jenis Izin", "Tgl Masuk"])
    assert find_heading([]) is None
    assert find_heading([["a", "X"], ["Kol B", "Kol A"]], frozenset({"Kol A", "Kol B"}))[0] == 2


@pytest.mark.parametrize(
    ("cell", "written"),
    [(4.0, "4"), (32.1, "32.1"), (1234.567, "1234.5670"), (True, "TRUE"), (None, ""), ("x", "x"),
     (pd.Timestamp("2024-05-06").to_pydatetime(), "2024-05-06")],
)  # fmt: skip
def test_cells_as_text(cell, written):
    assert text(cell) == written
