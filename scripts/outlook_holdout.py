"""Days to go against published networks: medians by phase and age on the public hold-out.

`python -m scripts.outlook_holdout ../shared/data` prints the mean absolute error in calendar days
of each log: cases by their start, the first 64 % to learn from, 16 % to choose the fineness of
age on, the last 20 % to be tested; prefixes of 2 to n - 1 events; the days to the last event.
"""

import gzip
import re
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from lxml import etree

LOGS = ("receipt.csv.gz", "BPIC15_1.xes.gz", "BPIC15_2.xes.gz", "BPIC15_3.xes.gz")
DAY = 86_400.0
LEAST = 10
FINE = (4, 8, 12, 20, 30, 50)


def _xes(path: Path) -> pd.DataFrame:
    rows = []
    with gzip.open(path) as file:
        for _event, trace in etree.iterparse(file, tag="{*}trace", resolve_entities=False):
            name = str(trace.xpath("./*[@key='concept:name']/@value")[0])
            for seq, event in enumerate(trace.xpath("./*[local-name()='event']")):
                said = {a.get("key"): a.get("value") for a in event}
                rows.append((name, said["concept:name"], said["time:timestamp"], seq))
            trace.clear()
    return pd.DataFrame(rows, columns=["case", "activity", "at", "seq"])


def _csv(path: Path) -> pd.DataFrame:
    table = pd.read_csv(path)
    return pd.DataFrame(
        {
            "case": table["case:concept:name"], "activity": table["concept:name"],
            "at": table["time:timestamp"], "seq": range(len(table)),
        }
    )  # fmt: skip


def prefixes(path: Path) -> pd.DataFrame:
    """One row a prefix of 2 to n - 1 events: case, start, phase, age and left (calendar days)."""
    log = _csv(path) if ".csv" in path.name else _xes(path)
    log["at"] = pd.to_datetime(log["at"], utc=True, format="ISO8601")
    log = log.sort_values(["case", "at", "seq"], kind="stable")
    case = log.groupby("case", sort=False)
    seconds = log["at"].astype("datetime64[us, UTC]").astype("int64") / 1e6
    log["start"] = seconds.groupby(log["case"]).transform("min")
    log["last"] = seconds.groupby(log["case"]).transform("max")
    log["age"], log["left"] = (seconds - log["start"]) / DAY, (log["last"] - seconds) / DAY
    log["phase"] = [phase(a) for a in log["activity"]]
    place, size = case.cumcount() + 1, case["activity"].transform("size")
    return log[(place >= 2) & (place < size)]


def phase(activity: str) -> str:
    """The phase that the code of a BPIC15 activity names ("01_HOOFD_060" → "01_HOOFD_0"), else
    the activity itself."""
    found = re.match(r"(\d\d_[A-Z]+_\d)", activity)
    return found[1] if found else activity


def _told(train: pd.DataFrame, rows: pd.DataFrame, fine: int) -> np.ndarray:
    """The median of the cases of the phase and age; of the phase, of all, where they are few."""
    edges = np.unique(np.quantile(train["age"], np.linspace(0, 1, fine + 1)[1:-1]))
    known = train.assign(band=np.searchsorted(edges, train["age"]))
    asked = rows.assign(band=np.searchsorted(edges, rows["age"]))
    answer = np.full(len(rows), np.nan)
    for keys in (["phase", "band"], ["band"], []):
        if not keys:
            found = np.full(len(rows), float(known["left"].median()))
        else:
            grouped = known.groupby(keys)["left"].agg(["median", "size"]).reset_index()
            grouped = grouped[grouped["size"] >= LEAST]
            found = asked[keys].merge(grouped, on=keys, how="left")["median"].to_numpy()
        answer = np.where(np.isnan(answer), found, answer)
    return answer


def holdout(path: Path) -> tuple[float, int, int]:
    """The mean absolute error on the last fifth of the cases; their number; the fineness chosen."""
    rows = prefixes(path)
    order = rows.groupby("case")["start"].first().sort_values(kind="stable").index
    n = len(order)
    part = pd.Series(np.arange(n) / n, index=order)
    share = rows["case"].map(part).to_numpy()
    learn, choose, test = rows[share < 0.64], rows[(share >= 0.64) & (share < 0.8)], share >= 0.8
    errors = [np.abs(_told(learn, choose, k) - choose["left"]).mean() for k in FINE]
    best = FINE[int(np.argmin(errors))]
    tested = rows[test]
    missed = np.abs(_told(rows[~test], tested, best) - tested["left"])
    return float(missed.mean()), tested["case"].nunique(), best


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1])
    for name in LOGS:
        mae, cases, fine = holdout(folder / name)
        print(f"{name}: {mae:.2f} days, {cases} cases, {fine} bands of age")


if __name__ == "__main__":
    main()
