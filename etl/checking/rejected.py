"""Keeps the rejected rows as they came, for the workbook that goes back to the office."""

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa
from openpyxl.utils import get_column_letter

from etl.reading.book import Rows
from etl.reading.grid import text
from etl.reading.raw import RawTable, ident, literal, store_arrow, temp_name


def raw_of_tables(con: duckdb.DuckDBPyConnection, raws: Sequence[RawTable], rejects: str) -> str:
    """A TEMP table of the rejected rows: `_sheet`, `_row`, then a text column a heading."""
    name = temp_name("returned")
    selects = []
    for raw in raws:
        sheet = literal(raw.sheet) if raw.sheet else "CAST(NULL AS VARCHAR)"
        listed = ", ".join(ident(c) for c in raw.columns if c != "_row")
        selects.append(
            f"SELECT {sheet} AS _sheet, {raw.row_sql} AS _row, {listed} FROM {raw.table} "
            f"WHERE {raw.row_sql} IN (SELECT row FROM {rejects} "
            f"WHERE sheet IS NOT DISTINCT FROM {sheet})"
        )
    con.execute(f"CREATE TEMP TABLE {name} AS {' UNION ALL BY NAME '.join(selects)}")
    return name


def raw_of_layout(con: duckdb.DuckDBPyConnection, sheets: Mapping[str, Rows], rejects: str) -> str:
    """The same for a drawn sheet, its columns named by their letters."""
    wanted = con.execute(f"SELECT DISTINCT coalesce(sheet, ''), row FROM {rejects} ORDER BY ALL")
    rows = []
    for sheet, number in wanted.fetchall():
        grid = sheets.get(sheet, ())
        if 0 < number <= len(grid):
            rows.append((sheet, number, [text(c) for c in grid[number - 1]]))
    width = max((len(cells) for *_x, cells in rows), default=0)
    columns: dict[str, pa.Array] = {
        "_sheet": pa.array([s or None for s, _n, _c in rows], pa.string()),
        "_row": pa.array([n for _s, n, _c in rows], pa.int64()),
    }
    for i in range(width):
        cells = [c[i] if i < len(c) else None for *_x, c in rows]
        columns[get_column_letter(i + 1)] = pa.array(cells, pa.string())
    return store_arrow(con, pa.table(columns), "returned")
