"""Reads and checks a file within this process: the program's own files, tests, and page checks.

The process of a page's check is capped itself and has the file open already.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pyarrow as pa

from etl import ingest
from etl.errors import MonevError
from etl.loads import Known, LoadOptions, Part, Prepared
from etl.reading.apart import TABLES, Rows, connected, explained
from etl.reading.opening import Recap
from etl.reading.raw import Source, store_arrow


class ReadHere:
    """A file that is read when its rows are taken in."""

    def __init__(self, path: Path, options: LoadOptions, known: Known, log: Path) -> None:
        self.path, self.options, self.known, self.log = path, options, known, log

    def take_in(self, con: duckdb.DuckDBPyConnection) -> list[Prepared]:
        """The checked items, staged in `con`; raises `Refused`."""
        try:
            return ingest.prepare(con, self.path, self.options, self.known)
        except MonevError:
            raise
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            raise explained(error, self.path, self.log) from error


@contextmanager
def prepared(path: Path, options: LoadOptions, known: Known, log: Path) -> Iterator[Rows]:
    """The file, for as long as the block lasts; as `apart.prepared`."""
    yield ReadHere(path, options, known, log)


@dataclass(frozen=True)
class Staged:
    """Checked items whose rows lie as Arrow tables, until they are taken in."""

    items: list[Prepared]
    tables: dict[str, pa.Table]

    def take_in(self, con: duckdb.DuckDBPyConnection) -> list[Prepared]:
        """The items with their rows as TEMP tables of `con`."""
        names = {old: f"temp.{store_arrow(con, t, 'here')}" for old, t in self.tables.items()}

        def moved(part: Part) -> Part:
            table, rejects, raw = names[part.table], names[part.rejects], names[part.raw]
            return replace(part, table=table, rejects=rejects, raw=raw)

        return [replace(i, parts=tuple(map(moved, i.parts))) for i in self.items]


def opened(
    already: Sequence[Source | Recap],
    tell: Callable[[list[Prepared]], None] = lambda _items: None,
) -> Callable[[Path, LoadOptions, Known, Path], AbstractContextManager[Rows]]:
    """As `prepared`, of a file that is open: it is not read again, and no database is kept busy.

    `tell` hears of the checked items at once.
    """

    @contextmanager
    def staged(path: Path, options: LoadOptions, known: Known, log: Path) -> Iterator[Rows]:
        with connected() as con:
            try:
                items = ingest.prepare(con, path, options, known, already)
                tell(items)
                names = {getattr(p, what) for i in items for p in i.parts for what in TABLES}
                tables = {n: con.sql(f"SELECT * FROM {n}").to_arrow_table() for n in sorted(names)}
            except MonevError:
                raise
            except BaseException as error:
                if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                    raise
                raise explained(error, path, log) from error
        yield Staged(items, tables)

    return staged
