"""Large files for timing, made by DuckDB in a moment and the same every time."""

from pathlib import Path

import duckdb

OFFICES = [f"32.{i:02d}" for i in range(1, 6)]
TYPES = ["IMB", "PBG", "SIUP", "TDP", "HO", "Reklame", "IUJK", "Izin Lokasi"]
SCALES = ["mikro", "kecil", "menengah", "besar"]
CHANNELS = ["loket", "online", "keliling"]
CLOCK = "%Y-%m-%d %H:%M:%S"
SECONDS = 154_000_000  # from January 2021 to November 2025


def _draw(place: int, below: int) -> str:
    """SQL: a fixed pseudo-random whole number for row `i`, 0 up to `below` - 1."""
    return f"(hash(i * 16 + {place}) % {below})::BIGINT"


def _pick(names: list[str], place: int) -> str:
    return f"list_extract({names}, 1 + {_draw(place, len(names))})"


def offices_csv(path: Path) -> Path:
    """The offices that the other files name."""
    lines = [f"{code},Kantor {code},kabupaten,32,5" for code in OFFICES]
    path.write_text(
        "\n".join(["office_code,name,region_kind,province_code,working_week", *lines]) + "\n"
    )
    return path


def applications_csv(path: Path, rows: int) -> Path:
    """`rows` decided applications of five offices and eight types, taking 1 to 60 days each."""
    duckdb.connect().execute(
        f"""
        COPY (
            SELECT {_pick(OFFICES, 1)} AS office_code,
                   'R-' || i AS application_no,
                   {_pick(TYPES, 2)} AS permit_type,
                   {_pick(SCALES, 3)} AS business_scale,
                   {_pick(CHANNELS, 4)} AS channel,
                   strftime(submitted, '{CLOCK}') AS submitted_at,
                   strftime(submitted + INTERVAL 1 HOUR, '{CLOCK}') AS complete_at,
                   CASE WHEN {_draw(5, 20)} = 0 THEN 'rejected' ELSE 'issued' END AS decision,
                   strftime(submitted + to_days(1 + {_draw(6, 60)}::INTEGER), '{CLOCK}')
                       AS decided_at
            FROM (
                SELECT i, TIMESTAMP '2021-01-04 08:00:00' + to_seconds({_draw(7, SECONDS)})
                    AS submitted
                FROM range({rows}) r(i)
            )
        ) TO '{path}' (HEADER)
        """
    )
    return path


def read_and_store(source: Path, database: Path) -> None:
    """What the loads are held against: DuckDB's own reading of the CSV into a database file."""
    con = duckdb.connect()
    con.execute(f"ATTACH '{database}' AS plain (STORAGE_VERSION 'v1.5.0')")
    con.execute(f"CREATE TABLE plain.applications AS SELECT * FROM read_csv('{source}')")
    con.execute("CHECKPOINT plain")
    con.close()
