"""Asks the open data all that its OpenAPI allows and forbids, by schemathesis, on the sample.

`make api`. Run it after a change of `dashboard/public/api.py` or `openapi.py`; what it finds is
mended and gets a line in `tests/dashboard/public/test_api.py`, which every test run holds.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from etl.store.public_doors import PublicDoors
from metrics.asking.snapshot import open_snapshot
from scripts.picture import serving

PHASES = "examples,coverage,fuzzing"


def main(tool: str) -> int:
    """Schemathesis' exit code: 0 where every answer is as described."""
    with tempfile.TemporaryDirectory() as folder:
        monev = Path(sys.executable).parent / "monev"
        subprocess.run([monev, "sample", "--store", folder], check=True)
        for office in open_snapshot(folder).offices()["office"]:
            PublicDoors(Path(folder)).set(str(office), True, "make api", "admin")
        with serving(Path(folder)) as address:
            cases = os.environ.get("MONEV_CASES", "40")
            asked = [str(Path(tool).resolve()), "run", f"{address}/api/v1/openapi.json"]
            asked += ["--phases", PHASES, "--max-examples", cases, "--no-color"]
            return subprocess.run(asked, cwd=folder).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
