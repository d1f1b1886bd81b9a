"""What Typst and Matplotlib alone take for a report: its pictures drawn, its finished words set.

`python -m tests.benchmarks.paper_alone REPORT.json OUT.pdf`, a process of its own: the JSON is the
report as an edition keeps it. Nothing is asked, judged or written down.
"""

import json
import sys
from pathlib import Path

from dashboard.reports.model import from_plain
from dashboard.reports.pdf import render

if __name__ == "__main__":
    kept, out = map(Path, sys.argv[1:])
    out.write_bytes(render(from_plain(json.loads(kept.read_text(encoding="utf-8")))))
