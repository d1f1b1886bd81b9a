"""Stage medians by office and year: from the counts, and by pandas from the events themselves."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from etl.calendar import national_holidays
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import Snapshot
from tests.benchmarks.conftest import MILLION, Measured, events, fastest
from tests.benchmarks.made_files import counted, event_files

BY = ["office", "year", "stage"]
GOAL = 20  # times as fast, at a million events
FLOOR = GOAL * events() / MILLION  # asking costs the same however few the events


def medians(snapshot: Snapshot) -> pd.DataFrame:
    """The median working days of each office, year and stage, worked out anew from the counts."""
    snapshot.forget()
    return get("stage_time").read(snapshot, EVERYTHING, Query(by=tuple(BY))).rows


def by_pandas(log: pd.DataFrame, holidays: np.ndarray) -> pd.Series:
    """The same from the events, as one would write it by hand."""
    begun = log["started_at"].to_numpy().astype("datetime64[D]")
    done = log["finished_at"].to_numpy().astype("datetime64[D]")
    days = np.busday_count(begun + 1, done + 1, holidays=holidays)
    timed = log[["office", "stage"]].assign(days=days, year=log["finished_at"].dt.year)
    return timed.groupby(BY)["days"].quantile(0.5)


@pytest.mark.benchmark
@pytest.mark.timeout(1800)
def test_stage_medians_from_counts_against_pandas(tmp_path: Path, measured: Measured):
    files = event_files(tmp_path, events())
    snapshot = counted(tmp_path, files)
    log = pd.read_parquet(files["stages"][0]).rename(columns={"office_code": "office"})
    holidays = np.array(national_holidays(2020, 2030), "datetime64[D]")

    found = medians(snapshot)  # the first question takes the counts in
    ours = found.assign(year=found["year"].astype(int)).set_index(BY)["value"]
    theirs = by_pandas(log, holidays)
    pd.testing.assert_series_equal(
        ours.sort_index(), theirs.sort_index(), check_names=False, check_index_type=False
    )
    times = measured.faster(
        f"stage medians by office and year of {len(log):,} events",
        fastest(lambda: medians(snapshot), 12),
        fastest(lambda: by_pandas(log, holidays)),
        "pandas: busday_count and quantile",
        GOAL if events() == MILLION else None,
    )
    assert times >= FLOOR
