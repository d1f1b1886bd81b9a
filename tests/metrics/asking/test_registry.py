"""The list of indicators is whole or it is refused with the name of the file at fault."""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT

FAULTY = """
from metrics.asking import registry
import shutil, sys
from pathlib import Path
home = Path(sys.argv[1])
shutil.copytree(registry.HOME, home, dirs_exist_ok=True)
(home / "aaa_broken.py").write_text("import no_such_package\\n")
import metrics.indicators
metrics.indicators.__path__ = [str(home)]
registry.HOME = home
"""


def run(tmp_path, more: str) -> subprocess.CompletedProcess[str]:
    text = FAULTY.replace("\\\\n", "\\n") + more
    return subprocess.run(
        [sys.executable, "-c", text, str(tmp_path / "indicators")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("times", [1, 2])
def test_a_faulty_file_is_named_each_time_and_no_part_is_given_for_the_whole(tmp_path, times):
    done = run(
        tmp_path,
        f"""
from etl.errors import ProgramFaulty
for _ in range({times}):
    try:
        registry.indicators()
    except ProgramFaulty as fault:
        print(fault)
    else:
        print("whole")
""",
    )
    lines = done.stdout.splitlines()
    assert len(lines) == times, done.stderr
    assert all("aaa_broken.py" in line and "no_such_package" in line for line in lines)


def test_once_the_file_is_mended_the_list_is_whole(tmp_path):
    done = run(
        tmp_path,
        """
import json
from etl.errors import ProgramFaulty
try:
    registry.indicators()
except ProgramFaulty:
    (home / "aaa_broken.py").unlink()
print(json.dumps(sorted(registry.indicators())))
""",
    )
    from metrics.asking.registry import indicators

    assert json.loads(done.stdout) == sorted(indicators()), done.stderr


def test_the_command_line_names_the_file_and_ends_with_three(tmp_path):
    done = run(
        tmp_path,
        """
from cli.main import main
main(["indicators", "--format", "json"])
""",
    )
    assert done.returncode == 3
    assert "aaa_broken.py" in json.loads(done.stdout)["error"]
