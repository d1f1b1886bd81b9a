"""Change the code one place at a time and see whether a test notices (`make mutate`).

`python -m scripts.mutate metrics/judging tests/metrics/judging`: cosmic-ray works on a copy of the
last commit, the tests named run for each change, and the changes that no test noticed are printed.
A survivor is a sentence to write: the test that was missing, or why the change means nothing.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from etl.paths import ROOT

TOOL = ROOT / ".venv-mutation" / "bin" / "cosmic-ray"
SETTINGS = """\
[cosmic-ray]
module-path = {modules}
timeout = {timeout}
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider -p no:randomly {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def copy(to: Path) -> None:
    """The last commit's files, so that no change can reach the checkout."""
    tar = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, check=True, capture_output=True)
    subprocess.run(["tar", "-x"], cwd=to, input=tar.stdout, check=True)


def survivors(
    modules: Sequence[str], tests: Sequence[str], seconds: float
) -> tuple[int, list[str]]:
    """How many changes were tried, and those that no test noticed as "file:line operator" and diff.

    Raises `subprocess.CalledProcessError` where the tests fail on the code as it is.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        copy(place)
        settings = SETTINGS.format(
            modules=json.dumps(list(modules)),
            timeout=seconds,
            python=sys.executable,
            tests=" ".join(tests),
        )
        (place / "mutate.toml").write_text(settings)

        def run(*words: str) -> str:
            command = [str(TOOL), *words]
            done = subprocess.run(command, cwd=place, check=True, stdout=subprocess.PIPE, text=True)
            return done.stdout

        run("baseline", "mutate.toml")
        run("init", "mutate.toml", "work.sqlite")
        run("exec", "mutate.toml", "work.sqlite")
        told = [json.loads(line) for line in run("dump", "work.sqlite").splitlines()]
    left = []
    for item, result in told:
        if result and result["test_outcome"] == "survived":
            (change,) = item["mutations"]
            line = change["start_pos"][0]
            head = f"{change['module_path']}:{line} {change['operator_name']}"
            left.append(f"{head}\n{result.get('diff') or ''}")
    return len(told), left


def main() -> None:
    """Print the survivors; exits 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="+", help="files or folders of code, then of tests")
    parser.add_argument("--seconds", type=float, default=120.0, help="for one run of the tests")
    given = parser.parse_args()
    code = [m for m in given.modules if not m.startswith("tests/")]
    tests = [m for m in given.modules if m.startswith("tests/")]
    if not code or not tests:
        parser.error(
            "name code and the tests that must notice, e.g. metrics/judging tests/metrics/judging"
        )
    tried, left = survivors(code, tests, given.seconds)
    for one in left:
        print(one)
    print(f"{tried} changes, {tried - len(left)} noticed, {len(left)} not")
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
