"""Reads and checks a file within this process: for the program's own files, and for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl import ingest
from etl.errors import MonevError
from etl.loads import Known, LoadOptions, Prepared
from etl.reading.apart import Rows, explained


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
