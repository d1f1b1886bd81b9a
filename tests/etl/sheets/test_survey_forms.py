"""Survey layouts beyond the worksheet: on its side, a sheet a month, forms of other tools."""

import pytest

from etl.errors import Refused
from tests.etl.intake import workbook
from tests.etl.sheets.test_survey_layouts import SLUGS, load, numbered, scores

NAMES = ["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku",
         "Sarana", "Pengaduan"]  # fmt: skip


def one(tmp_path, *rows, **options):
    return load(workbook(tmp_path, {"Sheet": list(rows)}), **options)


def exact(found):
    return found.item.reconciliation["ikm"]["exact"]


@pytest.mark.parametrize("heads", [[1, 2, 3, 4, 5, 6], [f"R{i}" for i in range(1, 7)]])
def test_respondents_across_are_respondents_and_no_tally(tmp_path, heads):
    rows = [["Unsur", *heads], *[[name, 4, 4, 4, 4, 4, 1] for name in NAMES]]
    found = one(tmp_path, ["SEMESTER I TAHUN 2024"], *rows, period=None)
    assert (found.item.kind, found.part().read, exact(found)) == ("survey", 6, 87.5)
    assert [r["_row"] for r in found.rows()] == [2, 3, 4, 5, 6, 7]  # columns B to G
    assert {r["period"] for r in found.rows()} == {"2024-S1"}


def test_a_sheet_a_month_is_a_period_and_no_service(tmp_path):
    sheets = {"Januari": [["BULAN JANUARI 2024"], *numbered([3] * 9, [4] * 9)],
              "Februari": [["BULAN FEBRUARI 2024"], *numbered([3] * 9)]}  # fmt: skip
    path = workbook(tmp_path, sheets)
    found = load(path, period=None)
    assert sorted(r["period"] for r in found.rows()) == ["2024-01", "2024-01", "2024-02"]
    assert {r.get("service") or "" for r in found.rows()} == {""}
    assert {r["period"] for r in load(path, period="2024-S1").rows()} == {"2024-S1"}
    january = load(path, period="2024-01")
    assert january.part().read == 2
    assert any("Februari (2024-02) di luar periode" in n for n in january.item.notes)


def test_several_questions_an_element_give_their_mean(tmp_path):
    heads = ["No", "Apakah persyaratan pelayanan mudah dipahami?",
             "Apakah persyaratan pelayanan sesuai jenis layanan?", *NAMES[1:]]  # fmt: skip
    found = one(tmp_path, heads, [1, 4, 3, *[3] * 8], [2, 2, 3, *[4] * 8])
    assert exact(found) == 86.11  # (12/4 + 8 x 7/2) / 9 x 25
    assert [r["further"] for r in found.rows()] == ["persyaratan=3", "persyaratan=3"]
    assert any("rata-ratanya: Persyaratan (2)" in n for n in found.item.notes)


@pytest.mark.parametrize("four", ["★★★★", "4 - Sangat Mudah", "4 bintang", "Sangat baik (4)"])
def test_a_four_is_a_four_however_it_is_written(tmp_path, four):
    assert scores(one(tmp_path, *numbered([four] * 9, [3] * 9))) == [[4] * 9, [3] * 9]


def test_letters_need_a_legend(tmp_path):
    rows = numbered(["A"] * 9, ["B"] * 9)
    with pytest.raises(Refused, match=r"A = 1.*A = 4"):
        one(tmp_path, *rows)
    assert scores(one(tmp_path, *rows, [], ["A = 4"], ["B = 3"])) == [[4] * 9, [3] * 9]


def test_all_scores_in_one_cell(tmp_path):
    found = one(tmp_path, ["No", "Jawaban"], [1, "4,3,4,4,3,3,4,4,3"], [2, "3,3,3,3,3,3,3,3,3"])
    assert scores(found) == [[4, 3, 4, 4, 3, 3, 4, 4, 3], [3] * 9]
    assert any("dalam satu sel" in n for n in found.item.notes)


def test_unfinished_answers_of_limesurvey_are_named_and_do_not_count(tmp_path):
    heads = ["Response ID", "Date submitted", "Last page", "Seed", *NAMES]
    found = one(
        tmp_path, heads,
        [1, "2024-03-05 10:00:00", 3, 77, *[3] * 9], [2, "", 1, 78, *[1] * 9],
    )  # fmt: skip
    assert scores(found) == [[3] * 9]
    assert any("1 jawaban belum dikirim" in n and "baris 3" in n for n in found.item.notes)


def test_a_kobo_export_that_was_turned_down_is_told_apart(tmp_path):
    heads = ["_id", "_submission_time", "_validation_status", *[f"skm/{s}" for s in SLUGS]]
    found = one(
        tmp_path, heads,
        [9, "2024-03-05T10:00:00", "", *[3] * 9],
        [10, "2024-03-05T11:00:00", "validation_status_not_approved", *[1] * 9],
    )  # fmt: skip
    assert scores(found) == [[3] * 9]


def test_spak_beside_the_skm_is_a_survey_of_its_own(tmp_path):
    asked = ["Tidak ada diskriminasi", "Tidak ada kecurangan", "Tidak ada imbalan uang",
             "Tidak ada pungutan liar", "Tidak ada percaloan"]  # fmt: skip
    found = one(
        tmp_path,
        ["No", *NAMES, *asked],
        [1, *[3] * 9, *[100] * 5],
        [2, *[4] * 9, *[75] * 5],
    )
    ikm = {c["rule"]: c["ikm"]["exact"] for c in found.item.reconciliation["sheets"]}
    assert ikm == {"2017": 87.5, "spak": 87.5}
    assert {r["rule"] for r in found.rows()} == {"2017", "spak"}


def test_four_plain_columns_of_scores_may_be_respondents_or_a_tally(tmp_path):
    rows = [["Unsur", 1, 2, 3, 4], *[[name, 4, 4, 3, n % 4 + 1] for n, name in enumerate(NAMES)]]
    with pytest.raises(Refused, match=r"rekap jawaban.*responden mendatar") as refusal:
        one(tmp_path, *rows)
    assert [r.kind for r in refusal.value.readings] == ["survey_counts", "survey"]
    assert one(tmp_path, *rows, kind="survey_counts").item.kind == "survey_counts"
    tally = [["Unsur", 1, 2, 3, 4], *[[name, 0, 2, 12, 6] for name in NAMES]]
    assert one(tmp_path, *tally).item.kind == "survey_counts"
