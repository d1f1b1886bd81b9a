"""Loads one file into a small store of its own and asks figures of it, for tests of soundness."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from etl.loads import LoadOptions
from etl.store.results import LoadResult
from etl.store.store import Store
from metrics.asking.feeds import Feeds, feeds
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.publishing.publish import publish
from tests.conftest import SHARED

CASES = SHARED / "cases"
CODES = ("32.01", "32.11", "32.12", "32.13", "32.14", "32.15", "33.08", "36.01", "36.04", "51.01",
         "94.01")  # fmt: skip
OFFICES = "office_code,name,region_kind,province_code,working_week\n" + "".join(
    f"{code},Kab. {code},kabupaten,{code[:2]},5\n" for code in CODES
)


@dataclass
class House:
    """A small store: what was loaded into it, and its figures once published."""

    store: Store
    results: list[LoadResult] = field(default_factory=list)

    @property
    def notes(self) -> str:
        """The notes of the last file, joined."""
        return " ".join(note for r in self.results for note in r.notes)

    @property
    def snapshot(self) -> Snapshot:
        publish(self.store)
        return open_snapshot(self.store.folder)

    def load(self, path: Path, **options: Any) -> LoadResult:
        """Load a file; its (first) result."""
        self.results = self.store.load(path, LoadOptions(**options))
        return self.results[0]

    def feeds(self) -> Feeds:
        """What the last file feeds."""
        return feeds(self.results[0], self.snapshot)

    def value(self, name: str, office: str = "32.11", **query: Any) -> Any:
        """One figure of one office; None where there is none."""
        rows = get(name).read(self.snapshot, EVERYTHING, Query(office=office, **query)).rows
        value = rows["value"].iloc[0] if len(rows) else None
        return None if value is None or pd.isna(value) else value

    def by(self, name: str, dim: str, office: str = "32.11") -> dict[str, Any]:
        """A figure by one dimension."""
        query = Query(office=office, by=(dim,))
        rows = get(name).read(self.snapshot, EVERYTHING, query).rows
        return dict(zip(rows[dim], rows["value"], strict=True))


def house(folder: Path) -> House:
    """An empty store that knows the offices of the cases."""
    offices = folder / "kantor.csv"
    offices.write_text(OFFICES, encoding="utf-8")
    made = House(Store(folder / "store"))
    made.load(offices)
    return made


def case(name: str) -> Path:
    """A file of the shared cases; the test is skipped where they are not beside the clone."""
    path = CASES / name
    if not path.exists():
        pytest.skip("../shared/cases tidak ada")
    return path


def cases(*kinds: str) -> Iterable[Path]:
    """All files of the shared cases with these endings, the list of offices apart."""
    if not CASES.is_dir():
        return []
    return sorted(p for p in CASES.iterdir() if p.suffix in kinds and p.name != "offices.csv")
