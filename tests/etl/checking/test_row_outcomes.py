"""What each row of a file became, beside the row as it stands there."""

from collections import Counter

from etl.checking.row_outcomes import MOST, outcomes
from etl.reading.opening import open_path
from tests.etl.intake import KNOWN, csv_file, read, workbook

HEADS = "Kode kantor,No. permohonan,Jenis izin,Tanggal permohonan\n"
U9 = [f"U{i}" for i in range(1, 10)]


def of(path, tmp_path, **options):
    found = read(path, KNOWN, **options)
    return outcomes(found.con, list(open_path(path, tmp_path)), found.items, tmp_path)


def became(rows):
    return {row.row: row.became for row in rows}


def test_a_survey_sheet_is_told_row_by_row(tmp_path):
    book = workbook(
        tmp_path,
        {
            "IMB": [
                ["Survei semester I"],
                ["No", *U9],
                *([i, *[4] * 9] for i in range(1, 11)),
                [11, *[None] * 9],
                [12, 7, *[3] * 8],
                [],
                ["Jumlah", *[43] * 9],
                [13, *[3] * 9],
                ["dihitung oleh bagian umum"],
            ],
            "Catatan": [["lain-lain"]],
        },
    )
    rows = of(book, tmp_path, office="32.14", period="2024-S1")
    assert became(r for r in rows if r.sheet == "IMB") == {
        1: "heading",
        2: "heading",
        **dict.fromkeys(range(3, 13), "accepted"),
        13: "unfilled",
        14: "rejected",
        16: "total",
        17: "accepted",
        18: "note",
    }
    (faulty,) = [r for r in rows if r.became == "rejected"]
    assert faulty.why.startswith("U1: ")
    assert faulty.cells[:3] == ("12", "7", "3")
    assert became(r for r in rows if r.sheet == "Catatan") == {1: "heading"}


def test_a_table_tells_repeats_from_rows_that_are_wrong(tmp_path):
    path = csv_file(
        tmp_path,
        HEADS + "32.14,A-1,PBG,05/10/2025\n32.14,A-1,PBG,05/10/2025\n32.14,A-2,PBG,31/02/2025\n",
    )
    rows = of(path, tmp_path)
    told = became(rows)
    assert (told[1], told[4]) == ("heading", "rejected")
    assert sorted([told[2], told[3]]) == ["accepted", "repeated"]
    assert "Tanggal permohonan" in rows[-1].why


def test_of_a_long_table_the_first_rows_are_shown_and_every_kind_of_reject(tmp_path):
    lines = [f"32.14,A-{i},PBG,05/10/2025" for i in range(1, 2001)]
    lines[1500] = "32.14,A-1501,PBG,31/02/2025"
    rows = of(csv_file(tmp_path, HEADS + "\n".join(lines) + "\n"), tmp_path)
    assert Counter(r.became for r in rows) == {"heading": 1, "accepted": MOST, "rejected": 1}
    assert rows[-1].row == 1502
    assert rows[-1].cells[1] == "A-1501"


def test_a_tally_gives_its_rows_and_knows_its_totals(tmp_path):
    book = workbook(
        tmp_path,
        {
            "2024": [
                ["IZIN TERBIT TAHUN 2024"],
                ["NO", "JENIS IZIN", "JANUARI", "FEBRUARI", "MARET"],
                [1, "SIP", 3, 4, 5],
                [2, "PBG", 1, 0, "dua"],
                ["J U M L A H", "", 4, 4, 7],
            ]
        },
    )
    told = became(of(book, tmp_path, office="32.14"))
    assert told == {1: "heading", 2: "heading", 3: "accepted", 4: "rejected", 5: "total"}


def test_rows_of_a_refused_file_are_shown_as_not_looked_at(tmp_path):
    path = csv_file(tmp_path, "satu,dua\n1,2\n")
    rows = outcomes(None, list(open_path(path, tmp_path)), [], tmp_path)
    assert became(rows) == {1: "unread", 2: "unread"}
    assert rows[1].cells == ("1", "2")
