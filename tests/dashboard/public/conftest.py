"""A client of the public routes over the sample, without the dashboard around them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.public import routes as public
from dashboard.public.throttle import Throttle


@pytest.fixture
def client(sample_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Asks the public routes; nobody has tried anything yet."""
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    monkeypatch.setattr(public, "throttle", Throttle())
    with TestClient(Starlette(routes=public.routes()), client=("192.0.2.1", 1)) as made:
        yield made
