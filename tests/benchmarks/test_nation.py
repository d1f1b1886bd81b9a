"""A nation's archive: 100 million stage events loaded office by office, a day more, every question.

`make benchmark PARTS=nation`. `MONEV_BENCH_EVENTS` sets another size. `MONEV_BENCH_FACTS` names a
folder in which made facts are kept for the next run; with `MONEV_BENCH_REUSE=1` the loaded store is
kept there too, and then the next run does not measure the loading.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import duckdb
import pandas as pd
import pytest

from etl.calendar import calendar_frame
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get, indicators
from metrics.asking.snapshot import Snapshot, open_snapshot
from scripts.made_facts import STAGES, write_day, write_facts
from tests.benchmarks.browser import opened, served, watching
from tests.benchmarks.commands import Ran, megabytes, ran
from tests.benchmarks.conftest import MILLION, Measured, fastest

MONEV = (sys.executable, "-m", "cli")
EVENTS = int(os.environ.get("MONEV_BENCH_EVENTS") or 100 * MILLION)
FULL = EVENTS >= 100 * MILLION
OFFICES = int(os.environ.get("MONEV_BENCH_OFFICES") or 27)
LOAD_MB, LINEAR, DAY, ALIKE, SQL, SERVER_MB = 2560, 1.3, 1.5, 1.2, 50, 600
DAY_ROWS = 2_000
NATION = 300 * MILLION  # events of 514 offices
REUSE = bool(os.environ.get("MONEV_BENCH_REUSE"))
BY = ("office", "year")
PAGES = ("", "izin_terbit", "waktu_proses", "tahapan", "banding")

pytestmark = [pytest.mark.benchmark, pytest.mark.full, pytest.mark.timeout(3000)]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where facts and stores of this module lie; without `MONEV_BENCH_FACTS` gone afterwards."""
    named = os.environ.get("MONEV_BENCH_FACTS")
    folder = Path(named) if named else tmp_path_factory.mktemp("nation")
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    if not REUSE:
        for store in folder.glob("store-*"):
            shutil.rmtree(store)
    if not named:
        shutil.rmtree(folder)


def made(house: Path, events: int) -> Path:
    """The facts of so many stage events, made unless they are there."""
    folder = house / f"facts-{events}"
    if not (folder / "made").exists():
        write_facts(folder, events, OFFICES)
        (folder / "made").touch()
    return folder


def load(store: Path, *files: object) -> Ran:
    """`monev load`, published when it ends."""
    return ran((*MONEV, "load", *files), store)


def begin(store: Path, facts: Path) -> None:
    """The offices and their standards, before anything else is loaded."""
    named = facts / "offices.csv"
    duckdb.sql(f"FROM '{facts}/offices/*.parquet'").write_csv(str(named))
    load(store, named, "--kind", "offices")
    load(store, facts / "standards" / "all.parquet", "--kind", "standards")


def files_of(facts: Path) -> list[tuple[Path, Path]]:
    """The file of applications and that of stages of each office."""
    return [(p, facts / "stages" / p.name) for p in sorted((facts / "applications").glob("*"))]


@pytest.fixture(scope="module")
def store(house: Path, measured: Measured) -> Path:
    """The store of all events, loaded office by office, each command to published figures."""
    facts, folder = made(house, EVENTS), house / f"store-{EVENTS}"
    if REUSE and (folder / "loaded").exists():
        return folder
    if folder.exists():
        shutil.rmtree(folder)
    begin(folder, facts)
    each = [load(folder, *pair) for pair in files_of(facts)]
    third = max(1, len(each) // 3)
    what = f"`monev load` of {EVENTS:,} stage events and their applications, {len(each)} commands"
    measured.bound(f"{what}, all together", sum(t.seconds for t in each), "s", None)
    measured.bound("the most memory that one of them took", max(t.megabytes for t in each), "MB",
                   LOAD_MB if FULL else None)  # fmt: skip
    measured.ratio(
        f"the mean of the last {third} commands",
        fmean(t.seconds for t in each[-third:]),
        fmean(t.seconds for t in each[:third]),
        f"the mean of the first {third}",
        LINEAR,
    )
    measured.bound(
        "facts.duckdb and published files, without the archive of loaded files",
        (size_of(folder) - size_of(folder / "archive")) / 2**20,
        "MB",
        None,
    )
    larger = NATION / EVENTS
    measured.note(
        f"At that rate {NATION:,} events take {larger * sum(t.seconds for t in each) / 3600:.1f} "
        f"hours to load and {larger * size_of(folder) / 2**30:,.0f} GB of disk, with the archive "
        "of loaded files: that is what 514 offices would have of some 580,000 events each."
    )
    (folder / "loaded").touch()
    return folder


def size_of(folder: Path) -> int:
    """Bytes of the files in and below a folder."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


@pytest.fixture(scope="module")
def small(house: Path) -> Path:
    """A store of a hundredth of the events, of the same offices."""
    events = EVENTS // 100
    facts, folder = made(house, events), house / f"store-{events}"
    if not (REUSE and (folder / "loaded").exists()):
        if folder.exists():
            shutil.rmtree(folder)
        begin(folder, facts)
        load(folder, *[path for pair in files_of(facts) for path in pair])
        (folder / "loaded").touch()
    return folder


def test_the_archive_is_there_whole(store: Path):
    found = get("applications_received").read(open_snapshot(store), EVERYTHING, Query()).rows
    assert found["value"].tolist() == [EVENTS // len(STAGES) // OFFICES * OFFICES]


def test_any_question_costs_what_it_costs_of_a_hundredth(
    store: Path, small: Path, measured: Measured
):
    large, little = open_snapshot(store), open_snapshot(small)
    asked = [
        (name, Query(by=by))
        for name, indicator in indicators().items()
        for by in ((), ("office",), ("month",), ("permit_type",))
        if indicator.kind in ("applications", "stages") and set(by) <= set(indicator.dims)
    ]

    def seconds(snapshot: Snapshot, name: str, query: Query) -> float:
        def ask() -> None:
            snapshot.forget()
            get(name).read(snapshot, EVERYTHING, query)

        ask()  # the first question takes the published files in
        return fastest(ask, 5)

    each = {q: (seconds(large, *q), seconds(little, *q)) for q in asked}
    measured.ratio(
        f"{len(asked)} questions (each indicator; by office, month, type) of {EVENTS:,} events",
        sum(ours for ours, _ in each.values()),
        sum(theirs for _, theirs in each.values()),
        f"the same of {EVENTS // 100:,}",
        ALIKE,
    )
    (name, query), (ours, theirs) = max(each.items(), key=lambda q: q[1][0] / q[1][1])
    measured.ratio(
        f"the one of them that differs most, {name} by {', '.join(query.by) or 'nothing'}",
        ours, theirs, f"the same of {EVENTS // 100:,}", ALIKE,
    )  # fmt: skip


@dataclass(frozen=True)
class Raw:
    """A question of the registry, and the SQL that answers it from the facts themselves."""

    name: str
    query: Query
    sql: str


def raw_questions(facts: Path) -> list[Raw]:
    """Medians and numbers by hand: the calendar's running index, each case's clock and pause."""
    cases, stages = (f"'{facts}/{kind}/*.parquet'" for kind in ("applications", "stages"))
    clocked = f"""
        SELECT a.*, s.idx AS s_idx, e.idx AS e_idx, year(decided_at)::VARCHAR AS year
        FROM {cases} a JOIN cal s ON s.day = complete_at::DATE
        JOIN cal e ON e.day = decided_at::DATE
    """
    gross = f"SELECT office_code AS office, year, e_idx - s_idx AS days FROM ({clocked})"
    paused = f"""
        SELECT office_code, application_no, greatest(f.idx, b.idx) AS upto, b.idx AS since
        FROM {stages} JOIN cal b ON b.day = started_at::DATE
        JOIN cal f ON f.day = finished_at::DATE WHERE clock = 'applicant'
    """
    net = f"""
        SELECT office_code AS office, year,
               e_idx - s_idx - greatest(upto - greatest(since, s_idx), 0) AS days
        FROM ({clocked}) JOIN ({paused}) USING (office_code, application_no)
    """
    runs = f"""
        SELECT g.office_code AS office, year(finished_at)::VARCHAR AS year, stage,
               greatest(f.idx - greatest(b.idx, s.idx), 0) AS days
        FROM {stages} g JOIN {cases} a USING (office_code, application_no)
        JOIN cal b ON b.day = started_at::DATE JOIN cal f ON f.day = finished_at::DATE
        JOIN cal s ON s.day = complete_at::DATE
    """
    issued = f"""
        SELECT office_code AS office, year(decided_at)::VARCHAR AS year, count(*)::DOUBLE AS value
        FROM {cases} WHERE decision = 'issued' GROUP BY ALL ORDER BY ALL
    """

    def median(rows: str, by: str) -> str:
        found = f"SELECT {by}, quantile_cont(days, 0.5)::DOUBLE AS value FROM ({rows})"
        return f"{found} GROUP BY ALL ORDER BY ALL"

    return [
        Raw("permits_issued", Query(by=BY), issued),
        Raw("processing_time_gross", Query(by=BY), median(gross, "office, year")),
        Raw("processing_time", Query(by=BY), median(net, "office, year")),
        Raw("stage_time", Query(by=(*BY, "stage")), median(runs, "office, year, stage")),
    ]


def test_questions_of_the_counts_equal_and_outrun_sql_on_the_facts(
    house: Path, store: Path, measured: Measured
):
    facts, snapshot = made(house, EVENTS), open_snapshot(store)
    con = duckdb.connect(config={"memory_limit": "8GB", "temp_directory": str(house / "tmp")})
    days = calendar_frame(pd.Timestamp("2020-12-01").date(), pd.Timestamp("2027-01-31").date())
    con.register("days", days)
    con.execute("CREATE TABLE cal AS SELECT day::DATE AS day, idx::INTEGER AS idx FROM days")
    for raw in raw_questions(facts):
        begun = time.perf_counter()
        theirs = con.execute(raw.sql).df()
        by_hand = time.perf_counter() - begun

        def ask(raw: Raw = raw) -> pd.DataFrame:
            snapshot.forget()
            return get(raw.name).read(snapshot, EVERYTHING, raw.query).rows

        ask()
        ours = ask()[[*raw.query.by, "value"]].dropna().sort_values([*raw.query.by])
        pd.testing.assert_frame_equal(
            ours.astype({"value": float}).reset_index(drop=True),
            theirs, check_dtype=False, check_exact=True,
        )  # fmt: skip
        measured.faster(
            f"{raw.name} by {', '.join(raw.query.by)} of {EVENTS:,} events, equal to the digit",
            fastest(ask, 5), by_hand, "DuckDB's SQL on the Parquet facts", SQL,
        )  # fmt: skip
    con.close()


def test_the_server_of_that_store(store: Path, measured: Measured, chromium):
    with served(store) as (url, process):
        most = megabytes(process.pid)
        page = chromium.new_page()
        watching(page, "main.querySelector('h1')")
        for slug in PAGES:
            opened(page, f"{url}/{slug}")
            most = max(most, megabytes(process.pid))
        page.close()
        end = time.monotonic() + 60  # what is warmed behind the pages
        while time.monotonic() < end:
            most = max(most, megabytes(process.pid))
            time.sleep(0.2)
    measured.bound(
        f"server of the store of {EVENTS:,} events: memory at most, {len(PAGES)} pages opened",
        most, "MB", SERVER_MB if FULL else None,
    )  # fmt: skip


def test_a_days_file_into_that_store(house: Path, store: Path, measured: Measured, tmp_path: Path):
    """Last of the module: it changes the store."""
    facts = made(house, EVENTS)
    day = write_day(tmp_path / "day", DAY_ROWS)
    empty = tmp_path / "empty"
    begin(empty, facts)
    into_empty = load(empty, *day)
    into_large = load(store, *day)
    measured.ratio(
        f"`monev load` of a day's {DAY_ROWS:,} rows of one office into that store",
        into_large.seconds, into_empty.seconds, "into an empty one", DAY,
    )  # fmt: skip
    measured.bound("that load's memory at most", into_large.megabytes, "MB", None)
    (store / "loaded").unlink(missing_ok=True)  # it holds a day more than was made
