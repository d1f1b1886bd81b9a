"""What nobody expected is kept for whoever mends it, without a person's data."""

import json
from pathlib import Path

import pytest

from etl import error_log


def raised(words: str) -> Exception:
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


def test_a_line_tells_kind_and_place_and_quotes_no_cell(tmp_path: Path) -> None:
    place = error_log.log_error(raised("cannot read 'Budi' of \"Jl. Mawar\"\nrow: Budi"), tmp_path)
    assert place == tmp_path / "errors.log"
    assert place.stat().st_mode & 0o777 == 0o600
    line = json.loads(place.read_text())
    assert line["error"] == "ValueError"
    assert line["said"] == "cannot read '…' of '…'"
    assert any("test_error_log.py" in where and "raised" in where for where in line["where"])
    assert "Budi" not in place.read_text()


def test_the_log_is_rotated_and_three_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(error_log, "MOST_BYTES", 10)
    for n in range(6):
        error_log.log_error(raised(f"ke-{n}"), tmp_path)
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == ["errors.log", "errors.log.1", "errors.log.2", "errors.log.3"]
    assert "ke-5" in (tmp_path / "errors.log").read_text()
    assert "ke-4" in (tmp_path / "errors.log.1").read_text()


def test_a_store_that_takes_no_file_still_gives_a_place(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    place = error_log.log_error(raised("x"), tmp_path / "berkas" / "store")
    assert place.exists()
    assert place.parent != tmp_path
