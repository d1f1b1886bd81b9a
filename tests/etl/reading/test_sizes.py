"""A sheet's reach is told quickly by bounds, and never smaller than it is."""

import random
import zipfile

import pytest
from openpyxl.utils import get_column_letter

from etl.reading import sizes
from etl.settings import settings


def sheet(folder, cells):
    path = folder / "a.zip"
    rows = "".join(f'<row r="{r}"><c r="{get_column_letter(c)}{r}"/></row>' for r, c in cells)
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/worksheets/sheet1.xml", f"<sheetData>{rows}</sheetData>")
    return path


def within(path):
    with zipfile.ZipFile(path) as archive:
        return sizes._within(archive, archive.infolist()[0])


@pytest.mark.parametrize("seed", range(60))
def test_what_is_called_within_is_within(tmp_path, seed):
    draw = random.Random(seed)
    far = [(10 ** draw.uniform(0, 6), 10 ** draw.uniform(0, 4.2)) for _ in range(3)]
    cells = [(max(1, int(r)), min(16_384, max(1, int(c)))) for r, c in far]
    path = sheet(tmp_path, cells)
    true = max(r for r, _c in cells) * max(c for _r, c in cells)
    with zipfile.ZipFile(path) as archive:
        rows, columns = sizes._reach(archive, archive.infolist()[0])
    assert rows * columns == true
    if within(path):
        assert true <= settings().max_cells


@pytest.mark.parametrize(("row", "column"), [(50_000, 14), (99_999, 200), (900_000, 20)])
def test_a_long_list_needs_no_second_look(tmp_path, row, column):
    assert within(sheet(tmp_path, [(1, 1), (row, column)]))


def test_a_dimension_counts_too(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("xl/worksheets/sheet1.xml", '<dimension ref="A1:XFD1048576"/><sheetData/>')
    assert not within(path)


@pytest.mark.parametrize("cells", [[(99_999, 1), (1, 16_384)], [(1, 16_384), (99_999, 1)]])
def test_what_one_piece_holds_is_not_forgotten_in_the_next(tmp_path, cells):
    rows = [f'<row r="{r}"><c r="{get_column_letter(c)}{r}"/></row>' for r, c in cells]
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        between = " " * (5 * sizes.MB)
        made.writestr("xl/worksheets/sheet1.xml", f"<sheetData>{between.join(rows)}</sheetData>")
    assert not within(path)
