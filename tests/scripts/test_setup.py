"""Setting up never re-points the environment of another checkout."""

import subprocess
from pathlib import Path

import pytest

from etl.paths import ROOT


def setup(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", str(ROOT / "scripts" / "setup.sh"), ".venv"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def environment(folder: Path, made_for: Path) -> None:
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "pip").write_text(f"#!{made_for}/bin/python3\nimport sys\n")


@pytest.mark.parametrize("how", ["copied", "linked"])
def test_an_environment_of_another_checkout_is_refused_and_left_alone(tmp_path, how):
    other, mine = tmp_path / "other", tmp_path / "mine"
    mine.mkdir()
    environment(other / ".venv", other / ".venv")
    if how == "copied":
        environment(mine / ".venv", other / ".venv")
    else:
        (mine / ".venv").symlink_to(other / ".venv")
    done = setup(mine)
    assert done.returncode == 1
    assert "belongs to another checkout" in done.stderr
    assert (other / ".venv" / "bin" / "pip").exists()
