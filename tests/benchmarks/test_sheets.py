"""Survey sheets: loading one against python-calamine's bare reading of the same workbook."""

from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from etl.loads import LoadOptions
from etl.store.store import Store
from tests.benchmarks.conftest import Measured, fastest
from tests.benchmarks.made_files import OFFICES, offices_csv

RESPONDENTS = 5_000
ELEMENTS = [f"U{i}" for i in range(1, 10)]


def survey_workbook(path: Path) -> Path:
    """A survey of 5,000 respondents, nine answers each, as one sheet."""
    draw = Random(7)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kuesioner")
    sheet.append(["No", "Jenis kelamin", "Pendidikan", *ELEMENTS])
    for number in range(1, RESPONDENTS + 1):
        person = [draw.choice("LP"), draw.choice(["SLTA", "S1", "Diploma"])]
        sheet.append([number, *person, *(draw.choice((2, 3, 3, 4)) for _ in ELEMENTS)])
    book.save(path)
    return path


@pytest.mark.benchmark
def test_loading_a_survey_sheet_against_reading_it(tmp_path: Path, measured: Measured):
    source = survey_workbook(tmp_path / "skm.xlsx")
    offices = offices_csv(tmp_path / "offices.csv")
    options = LoadOptions(
        kind="survey", office=OFFICES[0], period="2024-S1", service="Semua", rule="2017"
    )
    runs = iter(range(100))

    def bare() -> None:
        assert len(CalamineWorkbook.from_path(str(source)).get_sheet_by_index(0).to_python()) > 5000

    def whole() -> None:
        store = Store(tmp_path / f"store{next(runs)}")
        store.load(offices, LoadOptions(kind="offices"))
        (result,) = store.load(source, options)
        assert (result.total.read, result.total.rejected) == (RESPONDENTS, 0)

    measured.ratio(
        f"load a survey sheet of {RESPONDENTS:,} respondents",
        fastest(whole, 2),
        fastest(bare),
        "python-calamine reads the workbook",
        None,
    )
    # Nine scores a person are stored for every one that is read; seconds are what people notice.
    assert fastest(whole, 1) < 20 * max(fastest(bare), 0.1)
