"""Facts of any size, made by DuckDB and the same every time: for benchmarks and for Spark.

`python -m scripts.made_facts DIR --events 100000000 --offices 27` writes `DIR/<kind>/*.parquet`,
the layout that `monev recap build --facts DIR` reads, a file an office and kind. Every case runs
eight stages one after another, one of them with the applicant; some cases are still open.
"""

import argparse
from pathlib import Path

import duckdb

STAGES = (
    "Pendaftaran", "Verifikasi berkas", "Perbaikan pemohon", "Survei lapangan",
    "Rekomendasi teknis", "Penetapan retribusi", "Tanda tangan", "Penyerahan",
)  # fmt: skip
TYPES = (
    "PBG", "SLF", "Reklame", "SIPA", "Izin lokasi", "Izin trayek", "SIUP", "TDP", "IUJK", "SIPB",
    "Izin praktik", "Izin penelitian",
)  # fmt: skip
CHANNELS = ("loket", "online", "keliling")
YEARS = 5
SECONDS = YEARS * 365 * 86_400


def office_codes(count: int) -> list[str]:
    """Codes of `count` offices, 40 a province at most."""
    return [f"{11 + i // 40:02d}.{1 + i % 40:02d}" for i in range(count)]


def _draw(place: int, below: int) -> str:
    """SQL: a fixed pseudo-random whole number for case `i` of office `o`, 0 up to `below` - 1."""
    return f"(hash({place}, o, i) % {below})::BIGINT"


def _pick(names: tuple[str, ...], place: int) -> str:
    return f"list_extract({list(names)}, 1 + {_draw(place, len(names))})"


def _cases(office: int, code: str, first: int, count: int) -> str:
    """SQL: the cases numbered from `first`, each with the day it came in and its stages' days."""
    return f"""
        SELECT '{code}' AS office_code, 'R-' || i AS application_no,
               {_pick(TYPES, 1)} AS permit_type,
               {_pick(CHANNELS, 2)} AS channel, i,
               TIMESTAMP '2021-01-04 08:00:00' + to_seconds({_draw(3, SECONDS)}) AS begun,
               list_transform(
                   range({len(STAGES)}), lambda j: (hash(o, i, j) % 6)::INT
               ) AS days
        FROM (SELECT {office} AS o, i FROM range({first}, {first + count}) r(i))
    """


def _stages(cases: str) -> str:
    names = list(STAGES)
    spent = "list_sum(list_slice(days, 1, j))"
    return f"""
        SELECT office_code, application_no, {names}[j] AS stage, 1 AS run_no, j AS seq,
               begun + to_days(({spent} - days[j])::INT) AS started_at,
               begun + to_days({spent}::INT) AS finished_at,
               CASE WHEN j = 3 THEN 'applicant' ELSE 'office' END AS clock
        FROM ({cases}), range(1, {len(STAGES) + 1}) s(j)
    """


def _applications(cases: str) -> str:
    return f"""
        SELECT office_code, application_no, permit_type, channel, begun AS submitted_at,
               begun + INTERVAL 1 HOUR AS complete_at,
               CASE WHEN i % 20 = 0 THEN NULL WHEN i % 9 = 0 THEN 'rejected' ELSE 'issued' END
                   AS decision,
               CASE WHEN i % 20 = 0 THEN NULL ELSE begun + to_days(list_sum(days)::INT) END
                   AS decided_at
        FROM ({cases})
    """


def write_facts(folder: Path, events: int, offices: int, first: int = 0) -> Path:
    """Write some `events` stage events of `offices` offices under `folder`.

    Cases are numbered from `first` on, so that a later file can hold other ones.
    """
    con = duckdb.connect(config={"memory_limit": "1GB", "temp_directory": str(folder / "tmp")})
    codes = office_codes(offices)
    for kind in ("applications", "stages", "offices", "standards"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    named = ", ".join(f"('{c}', 'Kantor {c}', 'kabupaten', '{c[:2]}', 5)" for c in codes)
    columns = "office_code, name, region_kind, province_code, working_week"
    _copy(con, f"FROM (VALUES {named}) t({columns})", folder / "offices" / "all.parquet")
    rules = ", ".join(f"('{c[:2]}', '{t}')" for c in codes[::40] for t in TYPES)
    _copy(
        con,
        "SELECT office_code, permit_type, '' AS stage, DATE '2020-01-01' AS valid_from, "
        f"14 AS working_days FROM (VALUES {rules}) t(office_code, permit_type)",
        folder / "standards" / "all.parquet",
    )
    each = max(1, events // len(STAGES) // offices)
    for number, code in enumerate(codes):
        cases = _cases(number, code, first, each)
        name = f"{code}-{first}.parquet"
        _copy(con, _applications(cases), folder / "applications" / name)
        _copy(con, _stages(cases), folder / "stages" / name)
    con.close()
    return folder


def write_day(folder: Path, events: int, office: int = 0) -> tuple[Path, Path]:
    """Write a later day's records of one office: new cases that came in the day after the facts'
    last, each with its first stages; the files of applications and of stages, `events` rows both.
    """
    code = office_codes(office + 1)[office]
    begun = f"TIMESTAMP '2021-01-04 08:00:00' + to_seconds({SECONDS + 60 * 86_400} + i * 20)"
    con = duckdb.connect()
    folder.mkdir(parents=True, exist_ok=True)
    cases = f"""
        SELECT '{code}' AS office_code, 'H-' || i AS application_no,
               {_pick(TYPES, 1)} AS permit_type, {_pick(CHANNELS, 2)} AS channel, {begun} AS begun
        FROM (SELECT {office} AS o, i FROM range({events // 2}) r(i))
    """
    came, steps = folder / "applications.parquet", folder / "stages.parquet"
    _copy(
        con,
        "SELECT office_code, application_no, permit_type, channel, begun AS submitted_at, "
        f"begun + INTERVAL 1 HOUR AS complete_at FROM ({cases})",
        came,
    )
    _copy(
        con,
        f"SELECT office_code, application_no, '{STAGES[0]}' AS stage, 1 AS run_no, 1 AS seq, "
        f"begun AS started_at, 'office' AS clock FROM ({cases})",
        steps,
    )
    con.close()
    return came, steps


def _copy(con: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    con.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def main() -> None:
    """Write facts as the arguments ask."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("folder", type=Path)
    ask.add_argument("--events", type=int, default=1_000_000)
    ask.add_argument("--offices", type=int, default=27)
    asked = ask.parse_args()
    write_facts(asked.folder, asked.events, asked.offices)


if __name__ == "__main__":
    main()
