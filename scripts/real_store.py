"""Build a store from the public files of MONEV_REAL_DATA or ../shared/data, for trying the app.

The files stay where they are: `data/real/offices.csv` names the offices, `data/real/files.csv`
says how each file is read.
"""

import csv
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import MonevError, Refused
from etl.loads import LoadOptions
from etl.paths import DATA, ROOT
from etl.store.store import Store
from metrics.publishing.publish import publish

OFFICES = DATA / "real" / "offices.csv"
FILES = DATA / "real" / "files.csv"
RESULTS = "loads.json"


@dataclass(frozen=True)
class RealFile:
    """One file and how it is read; what is blank is left to recognition."""

    name: str
    options: LoadOptions


def real_data() -> Path | None:
    """Where the public files lie: `MONEV_REAL_DATA`, else `../shared/data`; None for nowhere."""
    named = os.environ.get("MONEV_REAL_DATA")
    place = Path(named) if named else ROOT.parent / "shared" / "data"
    return place if place.is_dir() else None


def real_files() -> Iterator[RealFile]:
    """Every file of `data/real/files.csv` in order."""
    with FILES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            given: dict[str, Any] = {
                name: row[name]
                for name in ("kind", "office", "period", "service", "rule")
                if row[name]
            }
            if row["mapping"]:
                given["mapping"] = DATA / "mappings" / row["mapping"]
            yield RealFile(row["file"], LoadOptions(**given))


def build(store: Path, data: Path) -> list[str]:
    """Load the offices and every file that is there, publish; the refusals, one sentence each.

    What each load said lies in `loads.json` beside the store, as the command line prints it.
    """
    house, said, refused = Store(store), [], []
    house.load(OFFICES, LoadOptions(kind="offices"))
    for file in real_files():
        path = data / file.name
        if not path.exists():
            print(f"{file.name}: tidak ada di {data}, dilewati")
            continue
        try:
            (result,) = house.load(path, file.options)
        except Refused as why:
            refused.append(f"{file.name}: {why}")
            continue
        said.append(result.to_json())
        total = result.total
        print(
            f"{file.name}: dibaca {total.read}, diterima {total.accepted}, ditolak {total.rejected}"
        )
    publish(house)
    (store / RESULTS).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return refused


def main(store: Path) -> int:
    """Build the store unless it is there; 2 where there are no files to read."""
    data = real_data()
    if data is None:
        print(
            "Data nyata tidak ditemukan: isi MONEV_REAL_DATA dengan folder berkasnya.",
            file=sys.stderr,
        )
        return 2
    if (store / RESULTS).exists():
        return 0
    try:
        for refusal in build(store, data):
            print(refusal, file=sys.stderr)
    except MonevError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
