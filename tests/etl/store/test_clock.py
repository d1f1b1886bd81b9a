"""A clock that cannot be right is said in a sentence, and nothing is stamped by it."""

from datetime import date
from pathlib import Path

import pytest

from etl import clock
from etl.store.doctor import examine
from etl.store.store import Store
from metrics.publishing.publish import publish
from tests.conftest import monev_json
from tests.etl.store_files import applications, offices


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2025, 12, 31)])
def test_a_clock_before_the_program_was_made(
    day: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "store")
    store.load(offices(tmp_path))
    monkeypatch.setattr(clock, "today", lambda: day)
    for words in (["load", applications(tmp_path)], ["undo", 1], ["batches"]):
        said = monev_json(*words, "--store", store.folder, code=3)["error"]
        assert day.isoformat() in said
        assert "betulkan jam" in said
    told = examine(store, publish)
    assert told.exit_code == 3
    assert [f.where for f in told.findings if f.level == "damaged"] == ["jam"]
    monkeypatch.undo()
    assert len(store.batches()) == 1


def test_a_right_clock_is_no_matter() -> None:
    clock.check()
