"""A load says which past figures it moves."""

import pytest

from tests.etl.intake import csv_file
from tests.soundness.kept_files import House, house

HEAD = "Kode kantor,No. permohonan,Jenis izin,Tanggal permohonan,Status,Tanggal terbit\n"
FIRST = "".join(f"36.01,L{i},IMB,2024-01-0{i},Terbit,2024-01-1{i}\n" for i in range(1, 6))


@pytest.fixture
def kept(tmp_path) -> House:
    made = house(tmp_path)
    made.load(
        csv_file(tmp_path, HEAD + FIRST + "36.01,LX,IMB,2024-02-01,Terbit,2024-02-05\n", "a.csv")
    )
    return made


def later(kept, folder, rows, head=HEAD):
    kept.load(csv_file(folder, head + rows, "b.csv"))
    return kept.notes


def test_the_first_load_moves_nothing(kept):
    assert "lampau" not in kept.notes


def test_late_records_move_a_past_month(kept, tmp_path):
    rows = "".join(f"36.01,M{i},IMB,2024-01-0{i},Terbit,2024-01-1{i}\n" for i in range(1, 4))
    notes = later(kept, tmp_path, rows)
    assert "36.01 permohonan masuk 2024-01: 5 → 8" in notes
    assert "36.01 izin terbit 2024-01: 5 → 8" in notes


def test_a_refusal_that_bears_a_day_of_issue_is_no_permit_issued(kept, tmp_path):
    rows = "36.01,M1,IMB,2024-01-03,Ditolak,2024-01-11\n36.01,M2,IMB,2024-01-04,Terbit,2024-01-12\n"
    notes = later(kept, tmp_path, rows)
    assert "36.01 permohonan masuk 2024-01: 5 → 7" in notes
    assert "36.01 izin terbit 2024-01: 5 → 6" in notes


def test_an_issued_case_that_is_refused_afterwards_leaves_its_month(kept, tmp_path):
    notes = later(kept, tmp_path, "36.01,L1,IMB,2024-01-01,Ditolak,2024-01-11\n")
    assert "36.01 izin terbit 2024-01: 5 → 4" in notes


def test_the_newest_month_may_grow_without_a_word(kept, tmp_path):
    notes = later(kept, tmp_path, "36.01,M1,IMB,2024-02-03,Terbit,2024-02-11\n")
    assert "lampau" not in notes


def test_a_year_nobody_had_loaded_is_no_figure_that_moves(kept, tmp_path):
    notes = later(kept, tmp_path, "36.01,M1,IMB,2023-02-03,Terbit,2023-02-11\n")
    assert "lampau" not in notes


def test_the_same_again_moves_nothing(kept, tmp_path):
    assert "lampau" not in later(kept, tmp_path, FIRST)


def test_a_renewal_under_the_old_number_is_said(kept, tmp_path):
    notes = later(kept, tmp_path, "36.01,L1,IMB,2025-01-02,Terbit,2025-01-12\n")
    assert "36.01 izin terbit 2024-01: 5 → 4" in notes
    assert "L1: 2024-01-01 → 2025-01-02" in notes


def test_a_status_export_without_dates_moves_nothing(kept, tmp_path):
    head = "Kode kantor,No. permohonan,Status\n"
    assert "lampau" not in later(kept, tmp_path, "36.01,L1,Ditolak\n", head)
