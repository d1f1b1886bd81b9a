"""Real files: where they lie, one store made of them a run, and when skipping is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.real_store import RESULTS, build, real_data
from tests.conftest import once

ABSENT = "data nyata tidak ada: isi MONEV_REAL_DATA atau letakkan ../shared/data di samping klon"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is `real`, and is skipped only where there is nothing to read."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.real)


@pytest.fixture(scope="session")
def real() -> Path:
    """The folder of the real files; without it the test says so and is skipped."""
    place = real_data()
    if place is None:
        pytest.skip(ABSENT)
    return place


@pytest.fixture(scope="session")
def real_store(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of all the real files, built once a run: read it, never write."""
    return once(tmp_path_factory, "real-store", lambda store: print(build(store, real)))


@pytest.fixture(scope="session")
def loads(real_store: Path) -> dict[str, dict[str, Any]]:
    """What the load of each file said, by file name."""
    said = json.loads((real_store / RESULTS).read_text(encoding="utf-8"))
    return {load["file"]: load for load in said}
