"""Stage medians by office and year: from the counts, and by pandas from the events themselves."""

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from etl.calendar import national_holidays
from metrics.counts import build
from metrics.engine import Snapshot
from metrics.facts import from_parquet
from metrics.query import EVERYTHING, Query
from metrics.registry import get
from tests.benchmarks.conftest import Measured, fastest, rows
from tests.benchmarks.made_files import OFFICES, _draw, _pick

STAGES = ["Pendaftaran", "Verifikasi", "Survei lapangan", "Rekomendasi", "Tanda tangan"]
BY = ["office", "year", "stage"]
SECONDS = 120_000_000  # begun from January 2021 to October 2024
GOAL = 20  # times as fast, on a quiet machine at a million events
FLOOR = 6  # on a busy one: most of what asking costs is the same however few the events


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
                   TIMESTAMP '2021-01-04 08:00:00' + to_seconds({_draw(2, SECONDS)}) AS begun,
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


def by_pandas(events: pd.DataFrame, holidays: np.ndarray) -> pd.Series:
    """The median working days of each office, year and stage, as one would write it by hand."""
    begun = events["started_at"].to_numpy().astype("datetime64[D]")
    done = events["finished_at"].to_numpy().astype("datetime64[D]")
    days = np.busday_count(begun + 1, done + 1, holidays=holidays)
    timed = events[["office", "stage"]].assign(days=days, year=events["finished_at"].dt.year)
    return timed.groupby(BY)["days"].quantile(0.5)


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_stage_medians_from_counts_against_pandas(tmp_path: Path, measured: Measured):
    count = rows(1_000_000)
    files = event_files(tmp_path, count)
    tables, _made, _frame = build(from_parquet(files))
    entries = {code: {"path": "none", "source": "records"} for code in OFFICES}
    snapshot = Snapshot(tmp_path, {"version": 1, "offices": entries}, tables)
    events = pd.read_parquet(files["stages"][0]).rename(columns={"office_code": "office"})
    holidays = np.array(national_holidays(2020, 2030), "datetime64[D]")

    def ours() -> pd.DataFrame:
        snapshot.forget()
        return get("stage_time").read(snapshot, EVERYTHING, Query(by=tuple(BY))).rows

    found = ours()  # the first question takes the counts in
    plain = by_pandas(events, holidays)
    medians = found.assign(year=found["year"].astype(int)).set_index(BY)["value"]
    assert medians.sort_index().astype(float).tolist() == plain.sort_index().tolist()
    ratio = measured.ratio(
        f"stage medians by office and year of {count:,} events",
        fastest(ours, 5),
        fastest(lambda: by_pandas(events, holidays)),
        "pandas: busday_count and quantile",
        1 / GOAL,
    )
    assert ratio <= 1 / FLOOR
