"""pm4py's side of the comparisons, run alone in `.venv-benchmark`; imports nothing of the project.

python pm4py_side.py speed EVENTS.parquet   times the performance DFG of events in memory
python pm4py_side.py log LOG.xes.gz         tells variants and the duration of every case
Prints one JSON object.
"""

import json
import sys
import time
import warnings

import pandas as pd
import pm4py
from pm4py.statistics.traces.generic.pandas.case_statistics import get_cases_description

CASE, ACTIVITY, TIME = "case:concept:name", "activityNameEN", "time:timestamp"


def speed(path: str) -> dict[str, float]:
    """Seconds of the fastest of three discoveries, and how many steps the last one found."""
    log = pd.read_parquet(path, columns=["application_no", "stage", "finished_at"])
    best, found = float("inf"), {}
    for _ in range(3):
        start = time.perf_counter()
        found, _first, _last = pm4py.discover_performance_dfg(
            log, activity_key="stage", timestamp_key="finished_at", case_id_key="application_no"
        )
        best = min(best, time.perf_counter() - start)
    return {"seconds": best, "steps": len(found)}


def variants(log: pd.DataFrame) -> dict[str, object]:
    """How many ways cases took, the most frequent one and how many cases took it."""
    found = pm4py.get_variants(log, activity_key=ACTIVITY, timestamp_key=TIME, case_id_key=CASE)
    way = max(found, key=found.__getitem__)
    return {"variants": len(found), "most": found[way], "way": list(way)}


def log_figures(path: str) -> dict[str, object]:
    """Variants of the log as it is read and of the log without repeats; seconds of every case.

    A repeat tells an activity that its case has already told at that very time.
    """
    log = pm4py.read_xes(path)
    once = log.drop_duplicates([CASE, TIME, ACTIVITY])
    cases = get_cases_description(log)
    return {
        "events": len(log),
        "repeats": len(log) - len(once),
        "as_read": variants(log),
        "once": variants(once),
        "seconds": {case: told["caseDuration"] for case, told in cases.items()},
    }


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    said = {"speed": speed, "log": log_figures}[sys.argv[1]](sys.argv[2])
    print(json.dumps({"pm4py": pm4py.__version__, **said}))
