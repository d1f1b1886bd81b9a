"""A made-up province to look at and to test with: seeded, so that one seed gives one province.

Nothing in it is real but the regions' names and codes. The 27 offices differ on purpose
(`data/sample/offices.csv` tells each office's story), so that a figure that should find a
difference has one to find. No personal names and no identity numbers are made.
"""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from etl.errors import Refused
from etl.loads import LoadOptions
from etl.sampling import cases, complaints, flow, profile_tables, profiles, records, survey
from etl.sampling.clock import clock_of
from etl.sampling.profiles import FIRST_MONTH, Office, Span, stream
from etl.sampling.tables import joined
from etl.schema import kinds
from etl.store.results import LoadResult
from etl.store.store import Store
from etl.words import _

DEFAULT_SEED, DEFAULT_OFFICES, DEFAULT_APPLICATIONS = 14, 27, 60_000


def last_month_end(today: date | None = None) -> date:
    """The last day of the month before `today`."""
    return (today or date.today()).replace(day=1) - timedelta(days=1)


def generate(
    seed: int = DEFAULT_SEED,
    offices: int = DEFAULT_OFFICES,
    applications: int = DEFAULT_APPLICATIONS,
    until: date | None = None,
) -> dict[str, pa.Table]:
    """The facts of a made-up province from 2021-01 to `until` (default: end of last month).

    `applications` is the number of application records (an office with tallies only comes on
    top). Returns a table for every kind that has rows, its columns as in `etl.schema`. The same
    arguments give the same tables, byte by byte.
    """
    until = until or last_month_end()
    span = Span(date.fromisoformat(f"{FIRST_MONTH}-01"), until)
    if (until - span.first).days < 365:
        raise ValueError(f"the sample needs a year at least: until {until} is too early")
    chosen = profiles.offices(offices)
    parts: dict[str, list[pa.Table]] = {name: [] for name in kinds()}
    for name, made in profile_tables.references(chosen, span).items():
        parts[name].append(made)
    units = flow.units(seed)
    for office, count in zip(chosen, _split(chosen, span, applications), strict=True):
        for name, tables in _office(seed, office, span, count, units).items():
            parts[name] += tables
    payments = joined("payments", parts["payments"])
    parts["targets"].append(profile_tables.targets(chosen, payments, span))
    return {name: table for name, made in parts.items() if len(table := joined(name, made))}


def write_facts(tables: dict[str, pa.Table], directory: Path) -> list[Path]:
    """Write each kind to DIR/<kind>/part-0.parquet; returns the files, references first."""
    files = []
    for name, table in tables.items():
        file = directory / name / "part-0.parquet"
        file.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, file, compression="zstd")
        files.append(file)
    return files


def load_sample(
    store: Store, tables: dict[str, pa.Table], progress: Callable[[str], None] | None = None
) -> list[LoadResult]:
    """Load the sample's tables into a store, one Parquet file and batch a kind, marked as sample.

    Raises `Refused` where the store holds anything that is not this very sample: real and made-up
    figures are never mixed. A load that was interrupted may be run again.
    """
    with TemporaryDirectory() as folder, store.writer() as con:
        files = []
        for name, table in tables.items():
            files.append(Path(folder) / f"contoh-{name}.parquet")
            pq.write_table(table, files[-1], compression="zstd")
        known = {hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
        held = con.execute("SELECT sha256 FROM facts.batches WHERE state = 'live'").fetchall()
        if {sha for (sha,) in held} - known:
            raise Refused(
                _("Gudang data ini sudah berisi data lain; pakai --store dengan folder yang baru.")
            )
        results: list[LoadResult] = []
        for name, file in zip(tables, files, strict=True):
            results += store.load(file, LoadOptions(kind=name, sample=True), progress)
        return results


def _split(chosen: list[Office], span: Span, applications: int) -> np.ndarray:
    """Applications of each office: exactly `applications` records over those that keep records,
    and a tally-only office as many as its volume says."""
    share = cases.shares(chosen, span)
    keeps = np.array([not o.tally_only for o in chosen])
    if not keeps.any():
        return np.maximum((share * applications).astype(int), 1)
    ideal = share / share[keeps].sum() * applications
    counts = np.floor(ideal).astype(int)
    short = applications - counts[keeps].sum()
    order = np.argsort(-(ideal - counts) * keeps, kind="stable")
    counts[order[:short]] += 1
    return counts


def _office(
    seed: int, office: Office, span: Span, count: int, units: np.ndarray
) -> dict[str, list[pa.Table]]:
    """All facts of one office."""
    clock = clock_of(office, span)
    rng = stream(seed, office.office, "files")
    files = records.files_of(
        rng, office, clock, span, cases.draw(rng, office, clock, span, count), units
    )
    files = records.with_pauses(stream(seed, office.office, "pauses"), files, span)
    made: dict[str, list[Any]] = survey.survey_of(seed, files, span)
    made["institution"] = [
        profile_tables.institution(stream(seed, office.office, "institution"), office, span)
    ]
    if office.tally_only:
        return {**made, "monthly_counts": [records.tally(files, span)]}
    spoken = complaints.complaints(stream(seed, office.office, "complaints"), files)
    return {
        **made,
        "applications": [records.applications(rng, files)],
        "stages": [records.stages(files)],
        "payments": [records.payments(stream(seed, office.office, "payments"), files, span)],
        "complaints": [spoken],
        "nil": [complaints.nil_reports(files, spoken, span)],
    }
