"""Amounts told in thousands or millions of rupiah, as the title of their sheet says."""

import pytest

from etl.errors import Refused
from tests.etl.intake import read, workbook

HEAD = ["No", "No SKRD", "Tgl SKRD", "Ketetapan", "Tgl Bayar", "Dibayar"]
ROWS = [[1, "S-1", "05/01/2024", 1250, "08/01/2024", "1.250"], [2, "S-2", "06/01/2024", 750]]


@pytest.mark.parametrize(
    ("title", "factor"),
    [
        ("(dalam ribuan rupiah)", 1_000),
        ("DAFTAR RETRIBUSI (Rp Juta)", 1_000_000),
        ("Retribusi atas seribu izin", 1),
    ],
)
def test_amounts_are_whole_rupiah(tmp_path, title, factor):
    got = read(workbook(tmp_path, {"2024": [[title], HEAD, *ROWS]}), office="32.14")
    assert [(r["billed_amount"], r["paid_amount"]) for r in got.rows()] == [
        (1250 * factor, 1250 * factor),
        (750 * factor, None),
    ]
    assert any("dikalikan" in note for note in got.item.notes) == (factor > 1)


def test_sheets_that_differ_are_not_added_up(tmp_path):
    made = workbook(
        tmp_path, {"A": [["(dalam ribuan rupiah)"], HEAD, *ROWS], "B": [["2023"], HEAD, *ROWS]}
    )
    with pytest.raises(Refused, match="sebagai berkas sendiri"):
        read(made, office="32.14")
