"""Beside pm4py: its performance DFG on the same events, its variants and durations of real logs.

pm4py (AGPL) runs as a program of its own in `.venv-benchmark`, which `make benchmark` makes.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.counting.marks import ARROW
from metrics.flow import paths
from metrics.publishing.publish import publish
from scripts.real_store import OFFICES, real_data, real_files
from tests.benchmarks.conftest import MILLION, ROOT, Measured, events, fastest
from tests.benchmarks.made_files import counted, event_files
from tests.benchmarks.test_stage_medians import medians

PYTHON = ROOT / ".venv-benchmark" / "bin" / "python"
SIDE = Path(__file__).with_name("pm4py_side.py")
GOAL = 200  # times as fast, at a million events
FLOOR = GOAL * events() / MILLION
LOGS = {"99.01": "BPIC15_1.xes.gz", "99.02": "BPIC15_2.xes.gz", "99.03": "BPIC15_3.xes.gz"}
ZONE = "Europe/Amsterdam"

pytestmark = [pytest.mark.benchmark, pytest.mark.pm4py, pytest.mark.timeout(1800)]


def pm4py(task: str, path: Path) -> dict[str, Any]:
    """What pm4py says of a file."""
    assert PYTHON.exists(), "make benchmark makes .venv-benchmark with pm4py in it"
    done = subprocess.run(
        [PYTHON, SIDE, task, path], capture_output=True, text=True, timeout=1500, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def flow_anew(snapshot: Snapshot) -> paths.Flow:
    """The steps between stages, worked out anew from the counts."""
    snapshot.forget()
    return paths.flow(snapshot, EVERYTHING, Query())


def test_stage_medians_from_counts_against_pm4py(tmp_path: Path, measured: Measured):
    files = event_files(tmp_path, events())
    snapshot = counted(tmp_path, files)
    theirs = pm4py("speed", files["stages"][0])
    against = f"pm4py {theirs['pm4py']}: performance DFG"
    medians(snapshot)  # the first question takes the counts in
    times = measured.faster(
        f"stage medians by office and year of {events():,} events",
        fastest(lambda: medians(snapshot), 12),
        theirs["seconds"],
        against,
        GOAL if events() == MILLION else None,
    )
    flow = flow_anew(snapshot)
    inner = ~flow.edges["a"].eq(paths.START) & ~flow.edges["b"].eq(paths.END)
    assert inner.sum() == theirs["steps"]
    measured.faster(
        f"steps between stages with their days of {events():,} events",
        fastest(lambda: flow_anew(snapshot), 10),
        theirs["seconds"],
        against,
        None,
    )
    assert times >= FLOOR


@pytest.fixture(scope="module")
def real() -> Path:
    place = real_data()
    assert place, "the logs are needed: set MONEV_REAL_DATA or put ../shared/data beside the clone"
    return place


@pytest.fixture(scope="module")
def building_store(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three logs of building permits, loaded and published."""
    store = Store(tmp_path_factory.mktemp("building") / "store")
    store.load(OFFICES, LoadOptions(kind="offices"))
    for file in real_files():
        if file.name in LOGS.values():
            store.load(real / file.name, file.options)
    publish(store)
    return store.folder


@pytest.mark.parametrize("office", LOGS)
def test_variants_and_durations_are_pm4pys(
    office: str, real: Path, building_store: Path, measured: Measured
):
    """pm4py is told each event once: the load leaves out what a case says twice at one time."""
    snapshot = open_snapshot(building_store)
    theirs = pm4py("log", real / LOGS[office])
    told = paths.events_of_office(snapshot, EVERYTHING, office, Query(), running=True)
    assert len(told) == theirs["events"] - theirs["repeats"]

    ours = paths.activity_variants(told)
    once, as_read = theirs["once"], theirs["as_read"]
    assert len(ours) == once["variants"]
    assert ours["n"].iloc[0] == once["most"]
    assert ours["path"].iloc[0] == ARROW.join(once["way"])

    rows = snapshot.cases(EVERYTHING, "stages", [office], limit=None)
    # pm4py counts in UTC; the store keeps local time, without the hour of summer time
    at = rows["finished_at"].dt.tz_localize(ZONE)
    ends = at.groupby(rows["application_no"]).agg(["min", "max"])
    seconds = (ends["max"] - ends["min"]).dt.total_seconds()
    assert seconds.to_dict() == theirs["seconds"]

    measured.note(
        f"{LOGS[office]}: {len(ours):,} variants of single activities, the most frequent one "
        f"{once['most']} cases, and the seconds from the first to the last event of each of the "
        f"{len(seconds):,} cases, all equal to pm4py's {theirs['pm4py']}. Of its "
        f"{theirs['events']:,} events {theirs['repeats']:,} tell an activity that the case has "
        f"told at that very time; they are left out on both sides. With them pm4py counts "
        f"{as_read['variants']:,} variants, the most frequent one {as_read['most']} cases."
    )
