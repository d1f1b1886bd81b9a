"""Places the recap that an office sent: its file, and one line for each office it speaks for."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl.errors import Refused
from etl.loads import RecapFile
from etl.store.results import Counts
from etl.words import _

FOLDER = "recaps"


@dataclass(frozen=True)
class RecapsHere:
    """What a receiving store knows that a recap is held against.

    `keys`: registered public keys by office. `in_effect`: what the recap in effect says of each
    office. `provinces`: the province of each office that a list of offices names here.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    in_effect: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    provinces: Mapping[str, str] = field(default_factory=dict)
    today: date = field(default_factory=date.today)


CheckRecap = Callable[[Path, RecapsHere | None], list[str]]


def here(con: duckdb.DuckDBPyConnection) -> RecapsHere:
    """What the facts know of keys, of recaps in effect and of offices."""
    return RecapsHere(
        dict(con.execute("SELECT office_code, key FROM facts.recap_keys").fetchall()),
        {
            office: json.loads(told)
            for office, told in con.execute(
                "SELECT office_code, max_by(manifest, batch) FROM facts.recaps GROUP BY office_code"
            ).fetchall()
        },
        dict(
            con.execute(
                "SELECT office_code, province_code FROM facts.current_offices "
                "WHERE province_code IS NOT NULL"
            ).fetchall()
        ),
    )


def register(con: duckdb.DuckDBPyConnection, office: str, key: str, by: str) -> None:
    """Take recaps of `office` only with the signature of `key` from now on."""
    con.execute("BEGIN")
    con.execute("DELETE FROM facts.recap_keys WHERE office_code = ?", [office])
    con.execute(
        "INSERT INTO facts.recap_keys VALUES (?, ?, ?, ?)",
        [office, key, by, datetime.now().replace(microsecond=0)],
    )
    con.execute("COMMIT")


def place(
    con: duckdb.DuckDBPyConnection,
    store: Path | None,
    batch: int,
    recap: RecapFile,
    sha256: str,
) -> Counts:
    """Enter a checked recap as `batch` in the caller's transaction; counts are of offices.

    The file is copied to `recaps/<sha256>.zip` of `store` first (None: not at all); publishing
    reads it there. Of an office's
    live recaps the newest counts. Raises `Refused` when the recap names no office.
    """
    offices = sorted(recap.manifest.get("offices") or {})
    if not offices:
        raise Refused(_("Berkas rekap ini tidak memuat satu kantor pun; minta rekap yang baru."))
    path = f"{FOLDER}/{sha256}.zip"
    if store is not None:
        _copy(recap.path, store / path)
    entries = [
        [batch, office, path, json.dumps(recap.manifest["offices"][office], ensure_ascii=False)]
        for office in offices
    ]
    con.executemany("INSERT INTO facts.recaps VALUES (?, ?, ?, ?)", entries)
    con.execute(
        "INSERT INTO facts.batch_offices SELECT batch, 'recap', office_code, 1, 0 "
        "FROM facts.recaps WHERE batch = ?",
        [batch],
    )
    counts = Counts(read=len(offices), accepted=len(offices))
    con.execute(
        "INSERT INTO facts.batch_kinds VALUES (?, 'recap', [], ?, ?, ?, ?)",
        [batch, *counts.to_json().values()],
    )
    return counts


def withdraw(con: duckdb.DuckDBPyConnection, batch: int) -> list[str]:
    """Take a batch's recap back in the caller's transaction; the files that none needs now."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE _taken AS SELECT * FROM facts.recaps WHERE batch = ?", [batch]
    )
    con.execute("DELETE FROM facts.recaps WHERE batch = ?", [batch])
    return [
        row[0]
        for row in con.execute(
            "SELECT DISTINCT path FROM temp._taken ANTI JOIN facts.recaps USING (path)"
        ).fetchall()
    ]


def _copy(source: Path, place_: Path) -> None:
    if place_.exists():
        return
    place_.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = place_.with_suffix(".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with source.open("rb") as origin, os.fdopen(descriptor, "wb") as copy:
        shutil.copyfileobj(origin, copy)
        copy.flush()
        os.fsync(copy.fileno())
    part.replace(place_)
