"""Large files for timing, made by DuckDB in a moment and the same every time."""

from pathlib import Path

import duckdb

from metrics.asking.snapshot import Snapshot
from metrics.counting.build import build
from metrics.counting.facts import from_parquet

OFFICES = [f"32.{i:02d}" for i in range(1, 6)]
TYPES = ["IMB", "PBG", "SIUP", "TDP", "HO", "Reklame", "IUJK", "Izin Lokasi"]
SCALES = ["mikro", "kecil", "menengah", "besar"]
CHANNELS = ["loket", "online", "keliling"]
CLOCK = "%Y-%m-%d %H:%M:%S"
SECONDS = 154_000_000  # from January 2021 to November 2025
STAGES = ["Pendaftaran", "Verifikasi", "Survei lapangan", "Rekomendasi", "Tanda tangan"]
BEGUN = 120_000_000  # seconds: stage events begin from January 2021 to October 2024


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


def event_files(folder: Path, count: int) -> dict[str, list[Path]]:
    """`count` stage events, five a case one after another, and their cases, as Parquet."""
    con = duckdb.connect()
    con.execute(
        f"""
        CREATE TABLE stages AS
        SELECT office_code, application_no, list_extract({STAGES}, seq) AS stage, 1 AS run_no, seq,
               begun + to_days((sum(gap + days) OVER line - days)::INTEGER) AS started_at,
               begun + to_days((sum(gap + days) OVER line)::INTEGER) AS finished_at,
               'office' AS clock
        FROM (
            SELECT {_pick(OFFICES, 1)} AS office_code, 'R-' || i AS application_no,
                   TIMESTAMP '2021-01-04 08:00:00' + to_seconds({_draw(2, BEGUN)}) AS begun,
                   j AS seq, (hash(i * 16 + j) % 12)::INTEGER AS days,
                   (hash(i * 16 + j + 5) % 4)::INTEGER AS gap
            FROM range({count // len(STAGES)}) r(i), range(1, {len(STAGES) + 1}) s(j)
        )
        WINDOW line AS (PARTITION BY application_no ORDER BY seq)
        """
    )
    cases = """
        SELECT office_code, application_no, 'IMB' AS permit_type,
               min(started_at) - INTERVAL 1 HOUR AS submitted_at, 'issued' AS decision,
               max(finished_at) + INTERVAL 1 HOUR AS decided_at
        FROM stages GROUP BY ALL
    """
    offices = f"SELECT unnest({OFFICES}) AS office_code, '32' AS province_code, 5 AS working_week"
    files = {}
    for kind, query in {
        "stages": "FROM stages", "applications": cases, "offices": offices,
    }.items():  # fmt: skip
        path = folder / f"{kind}.parquet"
        con.execute(f"COPY ({query}) TO '{path}'")
        files[kind] = [path]
    return files


def counted(folder: Path, files: dict[str, list[Path]]) -> Snapshot:
    """A snapshot of what `event_files` made, counted as publishing does."""
    tables = build(from_parquet(files)).tables
    entries = {code: {"path": "none", "source": "records"} for code in OFFICES}
    return Snapshot(folder, {"version": 1, "offices": entries}, tables)
