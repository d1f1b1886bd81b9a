"""One key twice: what continues is superseded and named, what contradicts is rejected."""

from tests.etl.intake import csv_file, read, workbook

HEAD = "Kode kantor,No. Permohonan,Jenis Izin,Tanggal Masuk,Status,Tanggal Keputusan,Tanggal Terbit"


def test_a_case_opened_again_counts_as_it_ended(tmp_path):
    rows = "32.14,G1,PBG,2024-01-08,Ditolak,2024-01-15,\n"
    rows += "32.14,G1,PBG,2024-01-08,Terbit,2024-02-12,2024-02-12\n"
    got = read(csv_file(tmp_path, f"{HEAD}\n{rows}"))
    assert [(r["decision"], str(r["issued_at"])[:10]) for r in got.rows()] == [
        ("issued", "2024-02-12")
    ]
    assert (got.part().read, got.part().rejected, got.part().duplicates) == (2, 0, 1)
    assert any("G1: baris 2 digantikan baris 3" in n for n in got.item.notes)


def test_the_order_in_the_file_does_not_matter(tmp_path):
    rows = "32.14,G1,PBG,2024-01-08,Terbit,2024-02-12,2024-02-12\n"
    rows += "32.14,G1,PBG,2024-01-08,Ditolak,2024-01-15,\n"
    got = read(csv_file(tmp_path, f"{HEAD}\n{rows}"))
    assert got.rows()[0]["decision"] == "issued"
    assert any("baris 3 digantikan baris 2" in n for n in got.item.notes)


def test_a_sheet_a_month_goes_on_where_the_one_before_stopped(tmp_path):
    head = HEAD.split(",")
    january = [head, ["32.14", "D1", "PBG", "2024-01-10", "Proses", "", ""]]
    february = [head, ["32.14", "D1", "PBG", "2024-01-10", "Terbit", "", "2024-02-05"]]
    got = read(workbook(tmp_path, {"Januari": january, "Februari": february}))
    assert len(got.rows()) == 1
    note = " ".join(got.item.notes)
    assert "lembar Januari baris 2 digantikan lembar Februari baris 2" in note


def test_a_contradiction_names_the_sheet_and_row_of_both(tmp_path):
    head = HEAD.split(",")
    one = [head, ["32.14", "D1", "PBG", "2024-01-10", "", "", ""]]
    other = [head, ["32.14", "D1", "SIP", "2024-01-10", "", "", ""]]
    third = [head, ["32.14", "D2", "SIP", "2024-01-10", "", "", ""]]
    got = read(workbook(tmp_path, {"A": one, "B": other, "C": third}))
    assert [
        (r["sheet"], r["reason"].split(" di ")[1].split(" dengan")[0]) for r in got.rejects()
    ] == [
        ("A", "lembar B baris 2"),
        ("B", "lembar A baris 2"),
    ]


def test_a_complaint_answered_twice_keeps_its_first_answer(tmp_path):
    head = "Kode kantor,No. pengaduan,Kategori,Tanggal diterima,Tanggal dijawab,Tanggal selesai"
    rows = "32.14,K1,Lama,2024-03-01,2024-03-04,2024-03-05\n"
    rows += "32.14,K1,Lama,2024-03-01,2024-03-20,2024-03-25\n"
    (row,) = read(csv_file(tmp_path, f"{head}\n{rows}")).rows()
    assert str(row["responded_at"])[:10] == "2024-03-04"
    assert str(row["resolved_at"])[:10] == "2024-03-25"


def test_a_receipt_is_never_superseded_by_a_later_one(tmp_path):
    head = "Kode kantor,No. Kuitansi,Nilai Tagihan,Nilai Dibayar,Tanggal Bayar"
    rows = "32.14,R1,100,40,2024-03-04\n32.14,R1,100,60,2024-03-11\n32.14,R2,5,5,2024-03-11\n"
    got = read(csv_file(tmp_path, f"{head}\n{rows}"))
    assert [r["row"] for r in got.rejects()] == [2, 3]


def test_a_row_that_says_more_continues_one_that_says_less(tmp_path):
    head = "Kode kantor,Jenis Izin,Berlaku sejak,Waktu (hari kerja),Biaya"
    rows = "32.14,PBG,2024-01-01,5,\n32.14,PBG,2024-01-01,5,100000\n"
    got = read(csv_file(tmp_path, f"{head}\n{rows}"), kind="standards")
    assert [float(r["fee"]) for r in got.rows()] == [100000.0]
    assert got.part().duplicates == 1
