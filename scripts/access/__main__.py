"""Writes `docs/access.md`: `python -m scripts.access` (some four minutes)."""

import argparse
import sys
import tempfile
from pathlib import Path

from etl.paths import ROOT
from scripts.access.table import pages, requests, written

OUT = ROOT / "docs" / "access.md"


def main() -> None:
    """Try everything, write the page, and fail where anybody got what is not theirs."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--out", type=Path, default=OUT)
    given = told.parse_args()
    with tempfile.TemporaryDirectory(prefix="monev-hak-") as folder:
        shown = pages(Path(folder))
    with tempfile.TemporaryDirectory(prefix="monev-hak-") as folder:
        asked = requests(Path(folder))
    given.out.write_text(written(shown, asked), encoding="utf-8")
    leaks = [line for line in (*shown.values(), *asked.values()) if "LEAK" in line]
    print("\n".join(leaks) or f"{len(shown) + len(asked)} tries: nobody got what is not theirs")
    sys.exit(1 if leaks else 0)


if __name__ == "__main__":
    main()
