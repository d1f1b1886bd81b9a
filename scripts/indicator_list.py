"""Write the list of figures at the end of docs/indicators.md from the registry."""

import sys

from etl.paths import ROOT
from metrics.asking.registry import indicators

PAGE = ROOT / "docs" / "indicators.md"
HEAD = """
## The figures
Made by `make docs` from the registry; do not edit below this line.

| name | title | unit | of | better | § |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The definitions as they stand, with the list of figures made anew."""
    written = PAGE.read_text(encoding="utf-8").partition(HEAD)[0].rstrip("\n") + "\n"
    lines = [
        f"| `{i.name}` | {i.title} | {i.unit} | "
        f"{'a moment' if i.moment == 'end' else 'a period'} | {i.better or '–'} | {i.section} |"
        for _name, i in sorted(indicators().items(), key=lambda pair: pair[0])
    ]
    return written + HEAD + "\n".join(lines) + "\n"


def main() -> int:
    """Write the page; with --check only say whether it is up to date."""
    if "--check" in sys.argv:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
