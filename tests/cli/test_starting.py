"""A question on the command line imports what its answer needs, and nothing slow beside it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.publishing.publish import publish
from tests.metrics import small_province as province

ROOT = Path(__file__).resolve().parents[2]
SLOW = {
    "ibis", "sqlglot", "streamlit", "plotly", "matplotlib", "openpyxl", "python_calamine",
    "docxtpl", "pydantic_settings", "holidays", "lxml", "etl.ingest", "etl.store.store",
    "scipy.stats", "metrics.counting.program", "metrics.publishing.publish",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    made = province.filled(tmp_path_factory.mktemp("mulai"), province.OFFICES[:1])
    publish(made)
    return made.folder


def imported(store, *arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cli", *arguments, "--format", "json"],
        cwd=ROOT,
        env=os.environ | {"MONEV_STORE": str(store)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"value"' in done.stdout
    return set(re.findall(r"^import time:.*\|\s*(\S+)$", done.stderr, re.MULTILINE))


def test_a_count_needs_neither_scipy_nor_what_loads_and_draws(store):
    names = imported(store, "indicator", "permits_issued", "--by", "office,year")
    assert "duckdb" in names
    assert not names & SLOW
    assert not {name for name in names if name.startswith("scipy")}


def test_a_share_needs_no_more_than_scipys_special_functions(store):
    names = imported(store, "indicator", "on_time_rate", "--by", "office,year")
    assert not names & SLOW


def test_the_ikm_needs_no_more_either(store):
    assert not imported(store, "indicator", "ikm") & SLOW
