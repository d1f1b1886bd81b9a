"""The store's own book: which batch loaded what, what was turned away, and what is in effect."""

import json
from datetime import datetime
from typing import TYPE_CHECKING

import duckdb

from etl.loads import Known, LoadOptions, Part, Prepared
from etl.schema import kinds
from etl.store.merge import quoted
from etl.store.results import Counts, LoadResult, Reject
from etl.store.said import filled_again
from etl.words import _

if TYPE_CHECKING:
    import pandas as pd

#: A result carries at most this many rejects; all of them are in the store and on the data page.
MOST_REJECTS = 100_000


def known(con: duckdb.DuckDBPyConnection) -> Known:
    """What the store knows, for the checks of a load."""
    return Known(
        offices=_set(
            con,
            "SELECT office_code FROM facts.current_offices "
            "UNION SELECT office_code FROM facts.recaps",
        ),
        permit_types=_set(
            con,
            "SELECT permit_type FROM facts.current_permit_types "
            "UNION SELECT own_name FROM facts.current_permit_names",
        ),
        stages=_set(
            con,
            "SELECT activity FROM facts.current_stage_map "
            "UNION SELECT stage FROM facts.current_stage_map",
        ),
        surveys=frozenset(
            con.execute(
                "SELECT DISTINCT office_code, period, service FROM facts.current_survey"
            ).fetchall()
        ),
        working_weeks=dict(
            con.execute(
                "SELECT office_code, working_week FROM facts.current_offices "
                "WHERE working_week IS NOT NULL"
            ).fetchall()
        ),
        fingerprints=_set(con, "SELECT fingerprint FROM facts.batches WHERE state = 'live'"),
    )


def _set(con: duckdb.DuckDBPyConnection, query: str) -> frozenset[str]:
    return frozenset(row[0] for row in con.execute(query).fetchall() if row[0] is not None)


def next_batch(con: duckdb.DuckDBPyConnection) -> int:
    """The number of the next batch; numbers are never used twice."""
    row = con.execute("SELECT coalesce(max(batch), 0) + 1 FROM facts.batches").fetchone()
    return int(row[0]) if row else 1


def write_batch(
    con: duckdb.DuckDBPyConnection,
    batch: int,
    item: Prepared,
    options: LoadOptions,
    by: str,
    notes: tuple[str, ...],
    source: str | None,
) -> None:
    """Enter a live batch in the book; `source` is the SHA-256 of the file in the archive."""
    con.execute(
        "INSERT INTO facts.batches (batch, loaded_at, loaded_by, file, sha256, source, "
        "fingerprint, kind, mapping, office_code, period, service, rule, sample, state, notes, "
        "reconciliation) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'live', ?, ?)",
        [
            batch,
            datetime.now().replace(microsecond=0),
            by,
            item.file,
            item.sha256,
            source,
            item.fingerprint,
            item.kind,
            item.mapping,
            options.office,
            options.period,
            options.service,
            options.rule,
            options.sample,
            json.dumps(notes, ensure_ascii=False),
            None
            if item.reconciliation is None
            else json.dumps(item.reconciliation, ensure_ascii=False, default=str),
        ],
    )


def write_part(
    con: duckdb.DuckDBPyConnection, batch: int, item: Prepared, part: Part, unchanged: int
) -> Counts:
    """Enter what one kind of a batch read, took and turned away; the counts."""
    same = unchanged + part.duplicates
    counts = Counts(part.read, part.read - part.rejected - same, part.rejected, same)
    columns = sorted({*part.columns, *kinds()[part.kind].key})
    con.execute(
        "INSERT INTO facts.batch_kinds (batch, kind, columns, read, accepted, rejected, unchanged) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [batch, part.kind, columns, *counts.to_json().values()],
    )
    con.execute(
        f"INSERT INTO facts.rejects SELECT {batch}, '{part.kind}', sheet, row, \"column\", "
        f"value, reason FROM {part.rejects}"
    )
    if "office_code" in kinds()[part.kind].by_name:
        con.execute(
            f"INSERT INTO facts.batch_offices SELECT {batch}, '{part.kind}', office_code, "
            f"count(*), 0 FROM {part.table} GROUP BY office_code"
        )
    for (kind, office), rows in item.rejected_offices.items():
        if kind == part.kind:
            _add_rejected(con, batch, kind, office, rows)
    return counts


def _add_rejected(
    con: duckdb.DuckDBPyConnection, batch: int, kind: str, office: str, rows: int
) -> None:
    known_office = con.execute(
        "UPDATE facts.batch_offices SET rejected = ? "
        "WHERE batch = ? AND kind = ? AND office_code = ? RETURNING 1",
        [rows, batch, kind, office],
    ).fetchone()
    if not known_office:
        con.execute(
            "INSERT INTO facts.batch_offices VALUES (?, ?, ?, 0, ?)", [batch, kind, office, rows]
        )


def live_batch(con: duckdb.DuckDBPyConnection, fingerprint: str) -> int | None:
    """The newest live batch of this fingerprint."""
    row = con.execute(
        "SELECT max(batch) FROM facts.batches WHERE fingerprint = ? AND state = 'live'",
        [fingerprint],
    ).fetchone()
    return int(row[0]) if row and row[0] is not None else None


def in_effect(con: duckdb.DuckDBPyConnection, batch: int) -> bool:
    """Whether everything that a live batch asserted still stands as it said."""
    for kind, columns in con.execute(
        "SELECT kind, columns FROM facts.batch_kinds WHERE batch = ? AND kind <> 'recap'", [batch]
    ).fetchall():
        key = kinds()[kind].key
        differs = [f'h."{c}" IS DISTINCT FROM c."{c}"' for c in columns if c not in key]
        overridden = con.execute(
            f"SELECT 1 FROM facts.history_{kind} h LEFT JOIN facts.current_{kind} c "
            f"USING ({quoted(key)}) WHERE h._batch = {batch} "
            f"AND ({' OR '.join(['c._batch IS NULL', *differs])}) LIMIT 1"
        ).fetchone()
        if overridden:
            return False
    newer_recap = con.execute(
        "SELECT 1 FROM facts.recaps a JOIN facts.recaps b USING (office_code) "
        "WHERE a.batch = ? AND b.batch > a.batch LIMIT 1",
        [batch],
    ).fetchone()
    return newer_recap is None


def result_of(con: duckdb.DuckDBPyConnection, batch: int, note: str) -> LoadResult:
    """What a batch did when it was loaded, as an answer to loading the same file again."""
    row = con.execute(
        "SELECT file, kind, notes, reconciliation FROM facts.batches WHERE batch = ?", [batch]
    ).fetchone()
    assert row is not None
    counts = {
        kind: Counts(read, 0, rejected, read - rejected)
        for kind, read, rejected in con.execute(
            "SELECT kind, read, rejected FROM facts.batch_kinds WHERE batch = ?", [batch]
        ).fetchall()
    }
    return LoadResult(
        batch,
        row[0],
        row[1],
        counts,
        rejects_of(con, batch),
        (note, *json.loads(row[2] or "[]")),
        json.loads(row[3]) if row[3] else None,
        repeated=True,
        filled=filled_again(con, batch),
    )


def rejects_of(con: duckdb.DuckDBPyConnection, batch: int) -> tuple[Reject, ...]:
    """What a batch turned away, in the order of the sheets and rows."""
    return tuple(
        Reject(*row)
        for row in con.execute(
            'SELECT sheet, row, "column", value, reason FROM facts.rejects WHERE batch = ? '
            f"ORDER BY sheet, row LIMIT {MOST_REJECTS}",
            [batch],
        ).fetchall()
    )


def same_note(batch: int) -> str:
    """The note on a file that is in effect already."""
    return _(
        "Berkas yang sama sudah dimuat sebagai muatan {batch} dan masih berlaku; "
        "tidak ada yang berubah."
    ).format(batch=batch)


_BATCH_COLUMNS = (
    "batch", "loaded_at", "loaded_by", "file", "kind", "office_code", "period", "sample", "state",
    "undone_at", "read", "accepted", "rejected", "unchanged",
)  # fmt: skip


def all_batches(con: duckdb.DuckDBPyConnection) -> "pd.DataFrame":
    """Every batch, newest first, with its counts."""
    return con.execute(
        f"SELECT {', '.join(_BATCH_COLUMNS)} FROM facts.batches LEFT JOIN "
        "(SELECT batch, sum(read)::BIGINT AS read, sum(accepted)::BIGINT AS accepted, "
        "sum(rejected)::BIGINT AS rejected, sum(unchanged)::BIGINT AS unchanged "
        "FROM facts.batch_kinds GROUP BY batch) USING (batch) ORDER BY batch DESC"
    ).df()


def no_batches() -> "pd.DataFrame":
    """The list of batches of a store that has none."""
    import pandas as pd

    return pd.DataFrame(columns=list(_BATCH_COLUMNS))
