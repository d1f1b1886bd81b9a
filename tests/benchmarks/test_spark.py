"""Spark's recap of made facts, whole commands: on one processor, on two, and of ten times as many.

`make benchmark PARTS=spark`, after `make setup-spark`. `MONEV_BENCH_SPARK` is the number of stage
events, 300,000 otherwise; 10000000 shows ten and a hundred million.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics.counting.tables import TABLES
from metrics.publishing.recap import open_recap, read_set
from scripts.made_facts import write_facts
from tests.benchmarks.commands import Ran, ran
from tests.benchmarks.conftest import ROOT, Measured

EVENTS = int(os.environ.get("MONEV_BENCH_SPARK") or 300_000)
OFFICES = 27
SPARK = ROOT / ".venv-spark" / "bin" / "python"
MONEV = ("-m", "cli", "recap", "build", "--facts")

pytestmark = [pytest.mark.benchmark, pytest.mark.full, pytest.mark.timeout(20_000)]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where facts and recaps of this module lie; gone afterwards."""
    if not SPARK.exists():
        pytest.skip("make setup-spark puts Spark beside the project; it needs Java 17")
    folder = tmp_path_factory.mktemp("spark")
    yield folder
    shutil.rmtree(folder)


def built(facts: Path, out: Path, processors: int, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """The recap of `facts` written by Spark on so many processors."""
    monkeypatch.setenv("MONEV_SPARK_MASTER", f"local[{processors}]")
    return ran((SPARK, *MONEV, facts, "--out", out, "--engine", "spark"))


def test_spark_counts_what_duckdb_counts_on_one_processor_on_two_and_of_more(
    house: Path, measured: Measured, monkeypatch: pytest.MonkeyPatch
):
    facts = write_facts(house / "facts", EVENTS, OFFICES)
    more = write_facts(house / "more", 10 * EVENTS, OFFICES)
    duck = ran((SPARK, *MONEV, facts, "--out", house / "duck.zip"))
    one = built(facts, house / "one.zip", 1, monkeypatch)
    two = built(facts, house / "two.zip", 2, monkeypatch)
    ours, theirs = open_recap(house / "duck.zip"), open_recap(house / "two.zip")
    assert sorted(ours.offices) == sorted(theirs.offices)
    unequal = [
        (office, name)
        for office in ours.offices
        for name in TABLES
        if not read_set(ours.path, office)[name].equals(read_set(theirs.path, office)[name])
    ]
    assert unequal == []
    what = f"recap of {EVENTS:,} stage events by Spark"
    measured.ratio(f"{what}, two processors", two.seconds, one.seconds, "one processor", None)
    measured.ratio(f"{what}, two processors", two.seconds, duck.seconds, "by DuckDB", None)
    tenfold = built(more, house / "more.zip", 2, monkeypatch)
    measured.ratio(
        f"recap of {10 * EVENTS:,} by Spark, two processors",
        tenfold.seconds, two.seconds, f"of {EVENTS:,}", None,
    )  # fmt: skip
    measured.bound("memory at most, with Java", tenfold.megabytes, "MB", None)
    measured.note(
        f"Every one of {len(TABLES)} count tables of {len(ours.offices)} offices is equal in "
        "Spark's recap and DuckDB's."
    )
