"""Survey sheets as offices keep them: what every layout, row and cell becomes."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from etl.errors import Refused
from etl.loads import Known
from etl.sheets.survey_rules import rule
from tests.etl.intake import csv_file, read, workbook
from tests.metrics.survey_frames import real_file

KNOWN = Known(offices=frozenset({"61.09"}))
U9 = [f"U{i}" for i in range(1, 10)]
NAMES_2017 = [e.name for e in rule("2017").elements]
SLUGS = [e.slug for e in rule("2017").elements]
QUESTIONS = [
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis layanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam "
    "standar pelayanan dengan hasil yang diberikan?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang perilaku petugas terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
]


def sheet(tmp_path, *rows, period="2024-S1", **options):
    return load(workbook(tmp_path, {"Sheet1": list(rows)}), period=period, **options)


def load(path: Path, period="2024-S1", **options):
    return read(path, KNOWN, office="61.09", period=period, **options)


def scores(found):
    return [[row[s] for s in SLUGS] for row in found.rows()]


def numbered(*rows):
    return [["No", *U9], *[[i, *row] for i, row in enumerate(rows, 1)]]


def test_numbered_elements_follow_the_rule_and_the_order_is_shown(tmp_path):
    found = sheet(tmp_path, *numbered([1, 2, 3, 4, 1, 2, 3, 4, 2]))
    assert scores(found) == [[1, 2, 3, 4, 1, 2, 3, 4, 2]]
    assert found.rows()[0]["rule"] == "2017"
    assert any("U8 Pengaduan, U9 Sarana" in note for note in found.item.notes)


def test_names_tell_the_two_orders_of_u8_and_u9_apart(tmp_path):
    names = [*NAMES_2017[:7], "U8. Sarana dan Prasarana", "U9. Penanganan Pengaduan"]
    found = sheet(tmp_path, ["No", *names], [1, *[3] * 7, 4, 1])
    row = found.rows()[0]
    assert (row["sarana"], row["pengaduan"]) == (4, 1)
    assert not any("periksa U8" in note for note in found.item.notes)


def test_a_legend_under_the_table_names_the_numbers(tmp_path):
    legend = [[f"U{i}", name] for i, name in enumerate(NAMES_2017[:7], 1)]
    legend += [["U8 : Sarana dan prasarana"], ["U9", "=", "Penanganan pengaduan"]]
    found = sheet(tmp_path, *numbered([3] * 7 + [4, 1]), [], ["Keterangan:"], *legend)
    row = found.rows()[0]
    assert (found.part().read, row["sarana"], row["pengaduan"]) == (1, 4, 1)
    assert any("keterangan di lembar" in note for note in found.item.notes)


def test_numbers_of_years_in_which_two_rules_ran_ask_for_the_rule(tmp_path):
    rows = numbered([3] * 9)
    with pytest.raises(Refused, match="--rule 2017"):
        sheet(tmp_path, *rows, period="2016")
    assert sheet(tmp_path, *rows, period="2016", rule="2014").rows()[0]["maklumat"] == 3
    cited = sheet(tmp_path, ["Permenpan RB Nomor 16 Tahun 2014"], *rows, period="2016")
    assert cited.rows()[0]["rule"] == "2014"


def test_fourteen_numbers_are_the_rule_of_2004(tmp_path):
    heads = ["No Responden", *[f"U{i}" for i in range(1, 15)]]
    found = sheet(tmp_path, heads, [1, *[2] * 14], period="2010")
    row = found.rows()[0]
    assert (row["rule"], row["kewajaran_biaya"], row["keamanan"]) == ("2004", 2, 2)


def test_maklumat_by_name_is_the_rule_of_2014(tmp_path):
    found = sheet(tmp_path, ["No", *[e.name for e in rule("2014").elements]], [1, *[2] * 9])
    assert found.rows()[0]["rule"] == "2014"


def test_merged_headings_anywhere_with_profile_before_and_after(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page["C3"] = "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT"
    page.merge_cells("C3:P3")
    page["C5"], page["D5"], page["F5"], page["O5"] = (
        "No. Responden", "Profil", "Nilai unsur pelayanan", "Saran",
    )  # fmt: skip
    page.merge_cells("C5:C6")
    page.merge_cells("D5:E5")
    page.merge_cells("F5:N5")
    for column, heading in enumerate(["Nama", "Jenis Kelamin", *U9], 4):
        page.cell(6, column, heading)
    for row, person in enumerate([("Ani", "P"), ("Budi", "L")], 7):
        for column, value in enumerate([row - 6, *person, *[3] * 9, "antre lama"], 3):
            page.cell(row, column, value)
    book.save(tmp_path / "skm.xlsx")
    found = load(tmp_path / "skm.xlsx")
    assert [(r["respondent_no"], r["sex"], r["comment"]) for r in found.rows()] == [
        ("1", "P", "antre lama"),
        ("2", "L", "antre lama"),
    ]
    assert scores(found) == [[3] * 9] * 2
    assert found.rows()[0]["_row"] == 7
    assert any("Kolom pribadi tidak disimpan: Nama" in note for note in found.item.notes)


def test_column_numbers_under_the_headings_are_no_respondent(tmp_path):
    found = sheet(tmp_path, ["No", *U9], list(range(1, 11)), [1, *[4] * 9])
    assert scores(found) == [[4] * 9]


def test_two_sheets_are_two_services(tmp_path):
    book = workbook(
        tmp_path,
        {"IMB": numbered([3] * 9), "SIUP": numbered([4] * 9), "Grafik": [["lihat IMB"]]},
    )
    found = load(book)
    assert {(r["service"], r["sheet"], r["waktu"]) for r in found.rows()} == {
        ("IMB", "IMB", 3),
        ("SIUP", "SIUP", 4),
    }
    assert len(found.item.reconciliation["sheets"]) == 2
    assert any("tidak dibaca: Grafik" in note for note in found.item.notes)
    assert {r["service"] for r in load(book, service="Semua").rows()} == {"Semua"}


def test_a_hidden_sheet_is_left_out_and_said(tmp_path):
    path = workbook(tmp_path, {"IMB": numbered([3] * 9), "Lama": numbered([1] * 9)})
    book = openpyxl.load_workbook(path)
    book["Lama"].sheet_state = "hidden"
    book.save(path)
    found = load(path)
    assert scores(found) == [[3] * 9]
    assert any("tersembunyi tidak dibaca: Lama" in note for note in found.item.notes)


def test_hidden_rows_count_like_all_others(tmp_path):
    path = workbook(tmp_path, {"Sheet1": numbered([3] * 9, [1] * 9, [2] * 9)})
    book = openpyxl.load_workbook(path)
    book["Sheet1"].row_dimensions[3].hidden = True
    book.save(path)
    assert scores(load(path)) == [[3] * 9, [1] * 9, [2] * 9]


def test_a_service_column_and_titles_are_read(tmp_path):
    heads = ["No", "Jenis layanan", *U9]
    found = sheet(
        tmp_path,
        ["SURVEI KEPUASAN SEMESTER II TAHUN 2023"],
        heads, [1, "IMB", *[3] * 9], [2, "SIUP", *[4] * 9],
        period=None,
    )  # fmt: skip
    assert [(r["service"], r["period"]) for r in found.rows()] == [
        ("IMB", "2023-S2"),
        ("SIUP", "2023-S2"),
    ]
    assert any("2023-S2 dibaca dari judul" in note for note in found.item.notes)


# Words for answers.


def form(*answers):
    rows = [["Cap waktu", "Jenis Kelamin", *QUESTIONS, "Kritik dan saran"]]
    for place, own in enumerate(answers):
        rows.append([datetime(2024, 5, 1, 9, place), "Laki-laki", *own, "bagus"])
    return rows


USUAL = ["Sangat sesuai", "Mudah", "Kurang cepat", "Gratis", "Sesuai", "Sangat kompeten",
         "Sopan dan ramah", "Cukup", "Dikelola dengan baik"]  # fmt: skip


def test_a_google_form_is_read_by_the_scale_of_each_question(tmp_path):
    found = sheet(tmp_path, *form(USUAL))
    row = found.rows()[0]
    assert [row[s] for s in [*SLUGS[:7], "sarana", "pengaduan"]] == [4, 3, 2, 4, 3, 4, 3, 2, 4]
    assert (row["survey_date"].isoformat(), row["sex"], row["comment"]) == (
        "2024-05-01", "L", "bagus",
    )  # fmt: skip
    assert any("Gratis = 4" in note for note in found.item.notes)


def test_a_form_as_csv_with_lettered_options(tmp_path):
    heads = ",".join(f'"{q}"' for q in QUESTIONS)
    answers = ",".join(f"d. {w}" for w in ["Sangat sesuai", "Sangat mudah", "Sangat cepat"])
    line = f"2024/05/01 9:01,{answers},a. Sangat mahal," + ",".join(
        ["Sangat sesuai (4)", "Kompeten", "Sopan dan ramah", "Baik", "Tidak ada"]
    )
    found = load(csv_file(tmp_path, f"Timestamp,{heads}\n{line}\n"))
    row = found.rows()[0]
    assert [row[s] for s in [*SLUGS[:7], "sarana", "pengaduan"]] == [4, 4, 4, 1, 4, 3, 3, 3, 1]


def test_tidak_puas_depends_on_the_words_beside_it(tmp_path):
    kurang = [["Tidak puas"] * 9, ["Kurang puas"] * 9, ["Puas"] * 9, ["Sangat puas"] * 9]
    sangat = [["Sangat tidak puas"] * 9, ["Tidak puas"] * 9, ["Puas"] * 9, ["Sangat puas"] * 9]
    four = [[1] * 9, [2] * 9, [3] * 9, [4] * 9]
    assert scores(sheet(tmp_path, *form(*kurang))) == four
    assert scores(sheet(tmp_path, *form(*sangat))) == four


def test_the_sheets_other_columns_settle_an_open_one(tmp_path):
    rows = [["Sangat tidak puas"] * 8 + ["Puas"], ["Puas"] * 8 + ["Tidak puas"]]
    assert scores(sheet(tmp_path, *form(*rows)))[1][7] == 2


def test_a_word_no_scale_has_rejects_its_row_and_says_where_to_add_it(tmp_path):
    rows = [USUAL] * 11 + [["Lumayan", *USUAL[1:]]]
    found = sheet(tmp_path, *form(*rows))
    assert (found.part().read, found.part().rejected) == (12, 1)
    [reject] = found.rejects()
    assert (reject["row"], reject["value"], reject["column"]) == (13, "Lumayan", QUESTIONS[0])
    assert "answer_words.csv" in reject["reason"]


def test_five_steps_of_words_are_another_scale(tmp_path):
    five = ["Sangat tidak puas", "Tidak puas", "Netral", "Puas", "Sangat puas"]
    with pytest.raises(Refused, match="skala 1–4: Netral"):
        sheet(tmp_path, *form(*[[w] * 9 for w in five]))


# Cells.


def rows_with(odd, n=20):
    return numbered(*[[3] * 9] * n, [odd, *[3] * 8])


def test_a_blank_answer_is_no_answer(tmp_path):
    found = sheet(tmp_path, *rows_with(None))
    assert found.part().rejected == 0
    assert found.rows()[-1]["persyaratan"] is None
    assert sheet(tmp_path, *rows_with("-")).rows()[-1]["persyaratan"] is None


@pytest.mark.parametrize("text", ["4", "4 ", " 4", 4.0])
def test_a_score_as_text_is_a_score(tmp_path, text):
    assert sheet(tmp_path, *rows_with(text)).rows()[-1]["persyaratan"] == 4


@pytest.mark.parametrize(("odd", "shown"), [(0, "0"), (5, "5"), ("3,5", "3,5"), (3.5, "3.5")])
def test_a_score_outside_the_scale_rejects_its_row(tmp_path, odd, shown):
    found = sheet(tmp_path, *rows_with(odd))
    assert (found.part().read, found.part().rejected) == (21, 1)
    [reject] = found.rejects()
    assert (reject["row"], reject["column"], reject["value"]) == (22, "U1", shown)


def test_zeros_for_blanks_are_refused_with_what_to_do(tmp_path):
    with pytest.raises(Refused, match="kosongkan sel yang tidak dijawab"):
        sheet(tmp_path, *numbered([3] * 9, [3] * 8 + [0], [0, *[4] * 8]))


def test_more_than_one_in_ten_outside_the_scale_is_no_skm(tmp_path):
    with pytest.raises(Refused, match="skala 1–4"):
        sheet(tmp_path, *numbered(*[[3] * 9] * 8, [5] * 9))


def test_an_element_nobody_answered_is_refused(tmp_path):
    with pytest.raises(Refused, match="Sarana dan prasarana"):
        sheet(tmp_path, *numbered([3] * 8 + [None], [4] * 8 + [None]))


def test_an_element_without_a_column_is_refused(tmp_path):
    with pytest.raises(Refused, match="Sarana dan prasarana tidak ditemukan"):
        sheet(tmp_path, ["No", *NAMES_2017[:8]], [1, *[3] * 8])


# Rows.


def test_a_number_twice_with_other_answers_rejects_both_with_the_same_once(tmp_path):
    heads = ["No", *U9]
    same = sheet(tmp_path, heads, [1, *[3] * 9], [1, *[3] * 9], [2, *[4] * 9])
    assert (same.part().read, same.part().rejected, same.part().duplicates) == (3, 0, 1)
    other = sheet(tmp_path, heads, [1, *[3] * 9], [1, *[4] * 9], [2, *[4] * 9])
    assert other.part().rejected >= 1
    assert {r["row"] for r in other.rejects()} <= {2, 3}


def test_respondents_without_an_answer_are_left_out_and_said(tmp_path):
    found = sheet(tmp_path, *numbered([3] * 9, [None] * 9, [4] * 9, [None] * 9, [None] * 9))
    assert found.part().read == 2
    assert any("3 responden tanpa satu jawaban" in n and "3, 5–6" in n for n in found.item.notes)


def test_forms_filled_with_zeros_are_respondents_without_an_answer(tmp_path):
    found = sheet(tmp_path, *numbered([3] * 9, *[[0] * 9] * 30))
    assert (found.part().read, found.part().rejected) == (1, 0)
    assert any("30 responden tanpa satu jawaban" in note for note in found.item.notes)


def test_totals_in_the_middle_and_below_are_no_respondents(tmp_path):
    found = sheet(
        tmp_path,
        ["No", *U9],
        [1, *[3] * 9], [2, *[4] * 9],
        ["Jumlah halaman 1", *[7] * 9],
        ["No", *U9],
        [3, *[2] * 9],
        ["Σ Nilai/Unsur", *[9] * 9],
        ["NRR / Unsur", *[3] * 9],
        ["NRR tertimbang", *[0.33] * 9],
        ["IKM Unit Pelayanan", *[None] * 8, 75],
        [None, *[3] * 8, 3.0001],
        ["Mutu Pelayanan :"],
        ["A (Sangat Baik)", ": 88,31 - 100,00"],
        ["1", "Persyaratan", 3],
    )  # fmt: skip
    assert [r["respondent_no"] for r in found.rows()] == ["1", "2", "3"]
    assert found.part().rejected == 0


def test_a_respondent_without_a_number_gets_the_rows(tmp_path):
    found = sheet(tmp_path, ["No", "JK", *U9], [1, "L", *[3] * 9], [None, "P", *[4] * 9])
    assert [r["respondent_no"] for r in found.rows()] == ["1", "baris 3"]
    assert any("baris 3" in note for note in found.item.notes)


def test_headings_alone_are_refused_and_named(tmp_path):
    with pytest.raises(Refused, match=r"9 unsur.*monev nil survey.*U10 bukan unsur"):
        sheet(tmp_path, ["No", *U9, "U10"])


# Tallies of answers.


def test_a_tally_with_elements_down(tmp_path):
    rows = [[i, name, 5, 10, 4, 1, 20] for i, name in enumerate(NAMES_2017, 1)]
    heads = ["No", "Unsur", "Sangat baik", "Baik", "Kurang baik", "Tidak baik", "Jumlah"]
    found = sheet(tmp_path, heads, *rows)
    assert found.item.kind == "survey_counts"
    counts = {(r["element"], r["score"]): r["count"] for r in found.rows()}
    assert len(counts) == 36
    assert [counts["waktu", s] for s in (4, 3, 2, 1)] == [5, 10, 4, 1]
    check = found.item.reconciliation
    assert (check["respondents"], check["ikm"]["exact"], check["differences"]) == (20, 73.75, [])


def test_a_tally_with_scores_down_and_a_wrong_total(tmp_path):
    found = sheet(
        tmp_path,
        ["Skor", *NAMES_2017],
        *[[s, *[n] * 9] for s, n in ((1, 1), (2, 2), (3, 3), (4, 4))],
        ["Jumlah", *[10] * 8, 11],
    )
    assert sum(r["count"] for r in found.rows()) == 90
    [wrong] = found.item.reconciliation["differences"]
    assert (wrong["cell"], wrong["element"], wrong["computed"]) == ("J6", "sarana", 10.0)


def test_a_tally_with_an_element_nobody_answered_is_refused(tmp_path):
    rows = [[name, 5, 5, 0, 0] for name in NAMES_2017[:8]] + [[NAMES_2017[8], 0, 0, 0, 0]]
    with pytest.raises(Refused, match="Sarana dan prasarana"):
        sheet(tmp_path, ["Unsur", 4, 3, 2, 1], *rows)


# A mapping by hand.


def mapping_file(tmp_path, fields, **constants):
    lines = ['kind = "survey"', "[fields]", *(f'{f} = "{c}"' for f, c in fields.items())]
    lines += ["[constants]", *(f'{k} = "{v}"' for k, v in constants.items())]
    path = tmp_path / "peta.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_mapping_names_columns_that_nothing_tells(tmp_path):
    heads = ["Nomor", *[f"Kolom {c}" for c in "ABCDEFGHI"]]
    rows = [["SURVEI"], [], heads, [1, *range(1, 5), *[3] * 5], [2, *[4] * 9], ["Jumlah", *[9] * 9]]
    with pytest.raises(Refused):
        sheet(tmp_path, *rows)
    fields = {"respondent_no": "Nomor"}
    fields |= {s: f"Kolom {c}" for s, c in zip(SLUGS, "ABCDEFGHI", strict=True)}
    peta = mapping_file(tmp_path, fields, service="IMB")
    found = sheet(tmp_path, *rows, mapping=peta)
    assert scores(found) == [[1, 2, 3, 4, 3, 3, 3, 3, 3], [4] * 9]
    assert {(r["service"], r["rule"]) for r in found.rows()} == {("IMB", "2017")}
    assert found.item.reconciliation["differences"]


def test_a_mapping_swaps_u8_and_u9(tmp_path):
    fields = {s: f"U{i}" for i, s in enumerate(SLUGS, 1)} | {"sarana": "U8", "pengaduan": "U9"}
    found = sheet(tmp_path, *numbered([3] * 7 + [4, 1]), mapping=mapping_file(tmp_path, fields))
    row = found.rows()[0]
    assert (row["sarana"], row["pengaduan"]) == (4, 1)


def test_a_mapping_that_leaves_an_element_out_is_refused(tmp_path):
    fields = {s: f"U{i}" for i, s in enumerate(SLUGS[:8], 1)}
    with pytest.raises(Refused, match="Sarana dan prasarana"):
        sheet(tmp_path, *numbered([3] * 9), mapping=mapping_file(tmp_path, fields), rule="2017")


# Real files.


@pytest.mark.real
def test_the_template_of_one_office_is_recognised():
    with pytest.raises(Refused, match="U10 bukan unsur aturan 2017"):
        load(real_file("skm_template_sastiyasyifa.xlsx"))


@pytest.mark.real
def test_the_template_filled_in_is_read(tmp_path):
    book = openpyxl.load_workbook(real_file("skm_template_sastiyasyifa.xlsx"))
    page = book.active
    for row in (3, 4):
        person = [row - 2, "Ani", "Perempuan", 31, "S1", "PNS", "IMB", *[3] * 10]
        for column, value in enumerate(person, 1):
            page.cell(row, column, value)
    book.save(tmp_path / "isi.xlsx")
    found = load(tmp_path / "isi.xlsx")
    assert scores(found) == [[3] * 9] * 2
    assert [(r["service"], r["sex"], r["education"]) for r in found.rows()] == [
        ("IMB", "P", "S1")
    ] * 2
    assert any("U10 bukan unsur aturan 2017" in note for note in found.item.notes)


@pytest.mark.real
def test_a_likert_of_five_steps_is_refused_as_one():
    with pytest.raises(Refused, match="berskala 1–5"):
        load(real_file("sthm_campus_likert.csv"))


@pytest.mark.real
def test_sekadau():
    found = load(real_file("sekadau_2019s1_first49.csv"), period="2019-S1")
    check = found.item.reconciliation
    assert (found.item.kind, found.part().read, found.part().rejected) == ("survey", 49, 0)
    assert list(check["sums"].values()) == [138, 139, 150, 177, 159, 163, 161, 143, 159]
    assert check["ikm"] == {"exact": 78.74, "0.111": 78.66, "0.11": 77.95}
