"""One reader of published counts: a snapshot of what one manifest names, asked by SQL.

A snapshot is an in-memory DuckDB that takes each count table from the published files the
first time it is asked for; afterwards nothing outside it is read. DuckDB connections give wrong
answers when threads share them, so every question runs on a cursor of its own.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from etl.errors import Refused
from etl.store.published import BOOK, checked
from etl.store.published import POINTER as POINTER
from etl.store.published import read_manifest as read_manifest
from etl.words import _, language
from metrics.asking.coded import Coded

MOST_ANSWERS = 5000
MANY = 200_000  # rows of a table that are worth compressing: a twentieth of the memory
SMALL = 32 << 20  # bytes of published counts that one thread takes in as soon as two do
KEPT_DAYS = 6  # as-of days whose counts stay in memory
CASE_ROWS = 5
"""Layout of the case rows: raised when a kind or a column comes in (`counting.case_rows`)."""
CASE_KINDS = (
    "applications", "stages", "runs", "pauses", "standing", "payments", "complaints",
    "complaints_standing", "bills_standing", "survey_comments", "survey_answers",
)  # fmt: skip


class Snapshot:
    """The published counts of one manifest; safe to share between threads.

    `tables` (name to Arrow table) stands in for the published files, for figures as of another
    day, of a file not loaded yet, and for tests.
    """

    def __init__(
        self,
        store: Path,
        manifest: Mapping[str, Any],
        tables: Mapping[str, pa.Table] | None = None,
    ) -> None:
        from metrics.counting.tables import TABLES

        self.store = Path(store)
        self.manifest = dict(manifest)
        self._schema = TABLES
        self._lock = threading.Lock()
        self._loaded: set[str] = set()
        self._given = tables or {}
        self._frames: dict[str, pd.DataFrame] = {}
        self._days: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self._coded: dict[tuple[str, str], Coded] = {}
        self._answers: dict[Any, Any] = {}
        self._kept: dict[Any, Any] = {}
        self._keeping = threading.RLock()
        self._past: dict[date, Snapshot] = {}
        self._con = duckdb.connect(":memory:")
        self._con.execute("ATTACH ':memory:' AS counts (COMPRESS)")
        root = str((self.store / "published").resolve()) + "/"
        self._con.execute(f"SET allowed_directories=['{root}']")
        self._con.execute("SET enable_external_access=false")
        self._con.execute(f"SET threads={self._threads()}")
        self._con.execute("SET memory_limit='2GB'")
        self._con.execute("SET lock_configuration=true")

    @property
    def version(self) -> int:
        """The manifest's version; it rises with every load."""
        return int(self.manifest.get("version", 0))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is published yet."""
        return not self.manifest.get("offices")

    @property
    def is_sample(self) -> bool:
        """Whether the data shown are the made-up sample province."""
        return bool(self.manifest.get("sample"))

    def close(self) -> None:
        """Release the memory of this snapshot."""
        self._con.close()

    def files(self, table: str) -> list[Path]:
        """The published Parquet files of one count table, in the order of the offices."""
        paths = [
            checked(self.store, entry, f"{table}.parquet", code)
            for code, entry in sorted(self.manifest.get("offices", {}).items())
        ]
        return [p for p in paths if p is not None]

    def _threads(self) -> int:
        """Threads of one question: sharing out a small store's takes longer than answering it."""
        entries = self.manifest.get("offices", {}).values()
        sizes = (
            size
            for entry in entries
            for name, (size, _hash) in entry.get("files", {}).items()
            if not name.startswith("cases/")
        )
        return 1 if sum(sizes) < SMALL else 2

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection of its own to the tables taken in."""
        cursor = self._con.cursor()
        cursor.execute("USE counts")
        return cursor

    def _need(self, table: str) -> None:
        if table in self._loaded:
            return
        with self._lock:
            if table in self._loaded:
                return
            if table not in self._schema:
                raise KeyError(f"no count table {table}")
            columns = ", ".join(f'"{c}" {t}' for c, t in self._schema[table].items())
            paths = [] if self._given else [str(p) for p in self.files(table)]
            cursor = self._cursor()
            cursor.execute(f"CREATE OR REPLACE TABLE {table} ({columns})")
            if table in self._given:
                cursor.register("given", self._given[table])
                cursor.execute(f"INSERT INTO {table} BY NAME SELECT * FROM given")
            elif paths:
                cursor.execute(
                    f"INSERT INTO {table} BY NAME "
                    "SELECT * FROM read_parquet(?, union_by_name=true)",
                    [paths],
                )
                if cursor.execute(f"SELECT count(*) > {MANY} FROM {table}").fetchall()[0][0]:
                    cursor.execute("CHECKPOINT counts")  # only then is it compressed
            self._loaded.add(table)

    def sql(
        self, query: str, params: Sequence[Any] = (), tables: Sequence[str] = ()
    ) -> pd.DataFrame:
        """The rows of `query`, which may name the count tables listed in `tables`."""
        for table in tables:
            self._need(table)
        return self._cursor().execute(query, list(params)).df()

    def arrow(self, query: str, params: Sequence[Any], tables: Sequence[str]) -> pa.Table:
        """The rows of `query` with their exact types (a frame would turn decimals to floats)."""
        for table in tables:
            self._need(table)
        return self._cursor().sql(query, params=list(params)).to_arrow_table()

    def parts(self, table: str) -> Iterator[pa.Table]:
        """A whole count table office by office, read from its files and not kept."""
        if self._given or table in self._loaded:
            yield self.arrow(f"SELECT * FROM {table}", (), (table,))
            return
        for path in self.files(table):
            said = "SELECT * FROM read_parquet(?)"
            yield self._cursor().sql(said, params=[str(path)]).to_arrow_table()

    def coded(self, table: str, where: str) -> Coded:
        """The rows of a count table (`t` in `where`) as whole numbers; taken in once and kept."""
        if (table, where) not in self._coded:
            rows = self.arrow(f"SELECT * FROM {table} t WHERE {where}", (), (table,))
            self._coded[table, where] = Coded(rows)
        return self._coded[table, where]

    def table(self, name: str) -> pd.DataFrame:
        """A whole count table as a frame (small reference tables are kept)."""
        if name not in self._frames:
            frame = self.sql(f"SELECT * FROM {name}", tables=(name,))
            if not name.startswith(("ref_", "meta", "reporting")):
                return frame
            self._frames[name] = frame
        return self._frames[name].copy()

    def remembered(self, question: Any, answer: Callable[[], Any]) -> Any:
        """The answer to a question about this snapshot, worked out once (it never changes).

        Readers share it: who hands out frames that may be changed hands out copies.
        """
        known = self._answers.get((language(), question))
        if known is None:
            known = answer()
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            self._answers[(language(), question)] = known
        return known

    def kept(self, question: Any, answer: Callable[[], Any]) -> Any:
        """What is worked out once from the counts and kept as long as the snapshot; no words.

        Who asks while another works it out waits for it.
        """
        with self._keeping:
            if question not in self._kept:
                self._kept[question] = answer()
            return self._kept[question]

    def forget(self) -> None:
        """Work every answer out again from the counts (for measuring what asking costs)."""
        self._answers.clear()
        self._kept.clear()

    def offices(self) -> pd.DataFrame:
        """Offices by code: office, name, short, region_kind, province, working_week, source."""
        if "offices" not in self._frames:
            frame = self.table("ref_office").drop_duplicates("office").sort_values("office")
            entries = self.manifest.get("offices", {})
            sources = {code: e.get("source", "records") for code, e in entries.items()}
            frame = frame.assign(source=frame["office"].map(sources))
            self._frames["offices"] = frame.reset_index(drop=True)
        return self._frames["offices"].copy()

    def last_days(self, kind: str) -> tuple[np.ndarray, np.ndarray]:
        """The offices that reported records of `kind`, and the as-of day (datetime64[D]) of each.

        Every figure asks for them; they are kept, and are not to be changed.
        """
        if kind not in self._days:
            meta = self.table("meta")
            meta = meta[meta["kind"] == kind]
            days = meta["as_of"].to_numpy("datetime64[D]")
            self._days[kind] = (meta["office"].to_numpy(object), days)
        return self._days[kind]

    def permit_types(self) -> pd.DataFrame:
        """Permit types that the counts refer to: permit_type, name, group, successor."""
        frame = self.table("ref_permit_type").drop_duplicates("permit_type")
        return frame.sort_values("permit_type").reset_index(drop=True)

    def permit_types_for(self, scope: Any) -> pd.DataFrame:
        """Those that a reader may know of: in the shared list, or met in an office of theirs.

        An office's own, unmapped name is nobody else's.
        """
        frame = self.permit_types()
        if scope.offices is None:
            return frame
        met = self.sql(
            "SELECT DISTINCT office, permit_type FROM flow UNION "
            "SELECT DISTINCT office, permit_type FROM money",
            tables=("flow", "money"),
        )
        own = set(met.loc[met["office"].isin(scope.offices), "permit_type"])
        own |= set(frame.loc[frame["group"].notna(), "permit_type"])
        return frame[frame["permit_type"].isin(own)].reset_index(drop=True)

    def store_table(self, name: str) -> pd.DataFrame:
        """A table of the store itself (batches, batch_kinds, batch_offices, rejects)."""
        entry = self.manifest.get("store")
        path = checked(self.store, entry, f"{name}.parquet", BOOK) if entry else None
        if path is None:
            return pd.DataFrame()
        return self._con.cursor().execute("SELECT * FROM read_parquet(?)", [str(path)]).df()

    def batches(self) -> pd.DataFrame:
        """The loads known to the store, newest first."""
        frame = self.store_table("batches")
        return frame if frame.empty else frame.sort_values("batch", ascending=False)

    def case_file(self, kind: str, office: str) -> Path | None:
        """Where the case rows of one office lie, None for an office known by counts alone."""
        entry = self.manifest.get("offices", {}).get(office)
        if entry is None or kind not in CASE_KINDS:
            return None
        return checked(self.store, entry, f"cases/{kind}.parquet", office)

    def cases(
        self,
        scope: Any,
        kind: str,
        offices: Sequence[str],
        where: str = "TRUE",
        params: Sequence[Any] = (),
        order: str = "",
        limit: int | None = 1000,
    ) -> pd.DataFrame:
        """Case rows of `offices` that `scope` may see; refused where it may see none.

        `where` and `order` are SQL over the case file's columns, `params` its values. Rows come
        with an `office_code`; an office known by counts alone has none.
        """
        if not scope.case_rows:
            raise Refused(_("Peran ini melihat angka, bukan berkas pemohon."))
        paths = [
            str(p)
            for office in offices
            if scope.allows(office) and (p := self.case_file(kind, office))
        ]
        if not paths:
            return pd.DataFrame()
        tail = (f" ORDER BY {order}" if order else "") + (f" LIMIT {limit}" if limit else "")
        text = f"SELECT * FROM read_parquet(?, union_by_name=true) WHERE {where}{tail}"
        return self._con.cursor().execute(text, [paths, *params]).df()

    def case_query(
        self, scope: Any, office: str, kinds: Sequence[str], query: str, params: Sequence[Any] = ()
    ) -> pd.DataFrame:
        """The rows of `query` over the case rows of one office, `kinds` the tables it names.

        Refused where `scope` may see none; an empty frame where the office has no such rows.
        """
        if not (scope.case_rows and scope.allows(office)):
            raise Refused(_("Peran ini melihat angka, bukan berkas pemohon."))
        paths = [self.case_file(kind, office) for kind in kinds]
        if None in paths:
            return pd.DataFrame()
        named = ", ".join(f"{kind} AS (SELECT * FROM read_parquet(?))" for kind in kinds)
        given = [*map(str, paths), *params]
        return self._con.cursor().execute(f"WITH {named} {query}", given).df()

    def on_day(self, day: date, make: Callable[[], "Snapshot"]) -> "Snapshot":
        """The snapshot of `day` that `make` counts; the last `KEPT_DAYS` of them are kept."""
        with self._lock:
            known = self._past.pop(day, None)
        known = known or make()
        with self._lock:
            self._past[day] = known  # newest last
            while len(self._past) > KEPT_DAYS:
                self._past.pop(next(iter(self._past)))
        return known


def open_snapshot(store: Path | str) -> Snapshot:
    """The snapshot of what is published in `store`; an empty one where nothing is yet."""
    manifest = read_manifest(Path(store))
    return Snapshot(Path(store), manifest or {"format": 1, "version": 0, "offices": {}})
