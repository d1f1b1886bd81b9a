"""Three Dutch municipalities' building permits: 3,440 cases, none lost, figures as pandas's."""

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from etl.store.store import Store
from metrics.asking.snapshot import open_snapshot
from scripts.real_store import real_files
from tests.conftest import monev_json
from tests.real.xes_by_hand import Log, read_log
from tests.soundness.stocks import differences, told_months
from tests.soundness.test_stocks_at_every_month import chosen

LOGS = {
    "99.01": ("BPIC15_1.xes.gz", 1199, 52217),
    "99.02": ("BPIC15_2.xes.gz", 832, 44354),
    "99.03": ("BPIC15_3.xes.gz", 1409, 59681),
}
OFFICES = pytest.mark.parametrize("office", LOGS)


@pytest.fixture
def log(office: str, real: Path) -> Log:
    return read_log(real / LOGS[office][0])


def indicator(store: Path, name: str, *args: object) -> list[dict[str, Any]]:
    return monev_json("indicator", name, *args, "--store", store)["rows"]


@OFFICES
def test_the_log_read_by_hand_is_the_published_one(office: str, log: Log):
    _file, cases, events = LOGS[office]
    assert (len(log.cases), len(log.events)) == (cases, events)


@OFFICES
def test_every_case_and_every_event_is_accounted_for(office: str, loads: dict[str, Any]):
    file, cases, events = LOGS[office]
    load = loads[file]
    assert load["applications"]["read"] == cases
    assert load["stages"]["read"] == events
    for kind in ("applications", "stages"):
        counts = load[kind]
        assert counts["accepted"] + counts["unchanged"] + counts["rejected"] == counts["read"]
    assert load["rejected"] == 0 or load["rejects"]


def test_all_3440_cases_are_in_the_store(real_store: Path, loads: dict[str, Any]):
    rejected = sum(loads[file]["applications"]["rejected"] for file, *_rest in LOGS.values())
    received = sum(
        row["value"]
        for office in LOGS
        for row in indicator(real_store, "applications_received", "--office", office)
    )
    assert received + rejected == 3440


@OFFICES
def test_the_number_received_by_year_is_pandas_s(office: str, log: Log, real_store: Path):
    rows = indicator(real_store, "applications_received", "--office", office, "--by", "year")
    by_year = log.cases["started"].dt.year.value_counts().sort_index()
    assert {int(r["year"]): r["value"] for r in rows if r["value"]} == by_year.to_dict()


@OFFICES
def test_calendar_days_are_pandas_s(office: str, log: Log, real_store: Path):
    days = (log.cases["ended"] - log.cases["started"]).dt.days.dropna()
    assert (days >= 0).all()
    (row,) = indicator(real_store, "processing_time_calendar", "--office", office)
    assert row["n"] == len(days)
    assert row["value"] == row["median"] == pytest.approx(days.median())
    assert row["mean"] == pytest.approx(days.mean())
    assert row["p90"] == pytest.approx(days.quantile(0.9))


@OFFICES
def test_calendar_days_by_permit_type_are_pandas_s(office: str, log: Log, real_store: Path):
    rows = indicator(
        real_store, "processing_time_calendar", "--office", office, "--by", "permit_type"
    )
    main = log.cases["parts"].str.split(",").str[0].str.strip()  # of several, the first counts
    days = (log.cases["ended"] - log.cases["started"]).dt.days.groupby(main)
    ours = {row["permit_type"]: row["value"] for row in rows if row["n"]}
    for permit_type, expected in days.median().dropna().items():
        assert ours[str(permit_type)] == pytest.approx(expected), permit_type


@OFFICES
def test_permits_issued_are_those_that_the_log_calls_granted(
    office: str, log: Log, real_store: Path
):
    granted = log.cases["last_phase"].eq("Vergunning verleend") & log.cases["ended"].notna()
    rows = indicator(real_store, "permits_issued", "--office", office)
    assert sum(row["value"] or 0 for row in rows) == granted.sum()


def test_loading_a_log_again_changes_nothing(real: Path, real_store: Path, tmp_path: Path):
    store = Store(shutil.copytree(real_store, tmp_path / "copy"))
    before = store.batches()
    options = next(f.options for f in real_files() if f.name == LOGS["99.02"][0])
    (again,) = store.load(real / LOGS["99.02"][0], options)
    assert again.repeated
    assert again.total.unchanged == again.total.read > 0
    assert again.total.accepted == 0
    pd.testing.assert_frame_equal(store.batches(), before)


@pytest.mark.timeout(3600)
def test_stocks_of_every_log_are_those_of_the_last_day(real_store):
    snapshot = open_snapshot(real_store)
    assert [
        d for month in chosen(told_months(snapshot)) for d in differences(snapshot, month)
    ] == []
