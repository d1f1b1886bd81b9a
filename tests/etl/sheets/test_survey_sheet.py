"""A survey worksheet as offices keep it: totals, notes and blank respondents told from answers."""

import json

import openpyxl

OFFICES = "office_code,name,region_kind\n61.09,Kabupaten Sekadau,kabupaten\n"


def load(monev, store, tmp_path, rows, *more):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "skm.xlsx"
    book.save(path)
    (tmp_path / "kantor.csv").write_text(OFFICES)
    assert monev("load", tmp_path / "kantor.csv", "--store", store).returncode == 0
    done = monev(
        "load", path, "--office", "61.09", "--period", "2024-S1", "--store", store,
        "--format", "json", *more,
    )  # fmt: skip
    return done.returncode, json.loads(done.stdout)


HEAD = ["No", *[f"U{i}" for i in range(1, 10)]]


def test_totals_below_are_checked_and_are_no_respondents(monev, store_dir, tmp_path):
    rows = [
        ["PENGOLAHAN DATA SURVEI"], [], HEAD,
        [1, *[4] * 9], [2, *[3] * 9],
        ["Jumlah", 7, 7, 7, 7, 7, 7, 7, 7, 8],
        ["NRR/Unsur", *[3.5] * 9],
    ]  # fmt: skip
    code, told = load(monev, store_dir, tmp_path, rows)
    assert (code, told["read"], told["accepted"]) == (0, 2, 2)
    check = told["reconciliation"]
    assert check["ikm"] == {"exact": 87.5, "0.111": 87.41, "0.11": 86.63}
    assert [(d["element"], d["printed"], d["computed"]) for d in check["differences"]] == [
        ("sarana", "8", 7)
    ]


def test_a_score_outside_the_scale_rejects_its_row_and_a_blank_one_lowers_nothing(
    monev, store_dir, tmp_path
):
    rows = [HEAD, *[[i, *[4] * 9] for i in range(1, 20)], [20, 5, *[4] * 8], [21, "", *[4] * 8]]
    code, told = load(monev, store_dir, tmp_path, rows)
    assert (code, told["accepted"], told["rejected"]) == (1, 20, 1)
    assert told["rejects"][0]["value"] == "5"
    done = monev("ikm", "--store", store_dir, "--format", "json")
    row = json.loads(done.stdout)["rows"][0]
    assert (row["ikm"], row["grade"], row["respondents"]) == (100.0, "A", 20)
    assert row["elements"][0]["answers"] == 19


def test_a_respondent_without_an_answer_is_left_out_and_said(monev, store_dir, tmp_path):
    rows = [HEAD, [1, *[3] * 9], [2, *[0] * 9], [3, *[""] * 9]]
    code, told = load(monev, store_dir, tmp_path, rows)
    assert (code, told["accepted"]) == (0, 1)
    assert any("2 responden tanpa satu jawaban" in n for n in told["notes"])


def test_a_tenth_column_is_no_element_of_the_rule(monev, store_dir, tmp_path):
    rows = [[*HEAD, "U10"], [1, *[3] * 10]]
    _code, told = load(monev, store_dir, tmp_path, rows)
    assert any("U10 bukan unsur aturan 2017" in n for n in told["notes"])
