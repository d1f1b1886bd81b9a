"""Answers of several indicators side by side, as the tables and graphs of the pages want them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.view import View
from etl.reference import stage_names
from etl.words import _
from metrics.result import Result

BANDS = ("0-5", "6-10", "11-20", "21-60", "61+")
BAND_WORDS = ("0–5", "6–10", "11–20", "21–60", "> 60")


def side_by_side(view: View, dim: str, wanted: Mapping[str, str | tuple[str, str]]) -> pd.DataFrame:
    """One row a value of `dim`, a column for each of `wanted` (column → indicator, or (indicator,
    column of its rows)); NaN where an indicator has no row for it.
    """
    frames = []
    for column, asked in wanted.items():
        name, field = (asked, "value") if isinstance(asked, str) else asked
        rows = view.read(name, by=(dim,)).rows
        if rows.empty:
            rows = pd.DataFrame({dim: [], field: []})
        frames.append(rows.set_index(dim)[field].rename(column).astype("float64"))
    return pd.concat(frames, axis=1).rename_axis(dim).reset_index() if frames else pd.DataFrame()


def before(view: View, dim: str, name: str, column: str) -> pd.DataFrame:
    """The indicator by `dim` for the same months of the year before, its value as `column`."""
    rows = view.before(name, by=(dim,)).rows
    if rows.empty:
        return pd.DataFrame({dim: [], column: []})
    return rows[[dim, "value"]].rename(columns={"value": column}).astype({column: "float64"})


@dataclass(frozen=True)
class Stages:
    """Where the days go: `frame` (stage, run, wait: mean working days a case) in the order of
    the process, and the stage with the largest share of the office's time.
    """

    frame: pd.DataFrame
    bottleneck: str | None
    run: float = 0.0
    wait: float = 0.0


def stages(view: View) -> Stages:
    """The stages of the cases in view; the days of each are shared over all ended cases, so
    that the longest bar is the largest share of total time (indicators.md §3, bottleneck).
    """
    run = _stage_days(view.read("stage_time", by=("stage",)))
    wait = _stage_days(view.read("waiting_time", by=("stage",)))
    cases = view.read("processing_time").first.get("n") or 0
    if run.empty or not cases:
        return Stages(pd.DataFrame(columns=["stage", "run", "wait"]), None)
    frame = pd.concat([run.rename("run"), wait.rename("wait")], axis=1) / cases
    known = stage_names()
    order = {name: known[name].order if name in known else 99 for name in frame.index}
    frame = frame.loc[sorted(frame.index, key=lambda s: (order[s], s))]
    total = frame["run"].fillna(0) + frame["wait"].fillna(0)
    ours = [s for s in frame.index if s not in known or known[s].clock != "applicant"]
    worst = total.loc[ours].idxmax() if ours and total.loc[ours].max() > 0 else None
    labels = {s: _stage_label(s) for s in frame.index}
    figures = frame.loc[worst].fillna(0) if worst else {"run": 0.0, "wait": 0.0}
    named = frame.rename(index=labels).rename_axis("stage").reset_index()
    return Stages(named, labels.get(worst or ""), float(figures["run"]), float(figures["wait"]))


def _stage_days(result: Result) -> pd.Series:
    rows = result.rows
    if rows.empty:
        return pd.Series(dtype="float64")
    return (rows["n"].astype("float64") * rows["mean"]).set_axis(rows["stage"])


def _stage_label(stage: str) -> str:
    known = stage_names()
    if stage in known and known[stage].clock == "applicant":
        return _("{stage} (pemohon)").format(stage=stage)
    return stage or _("Tanpa nama")


def bands(open_rows: Result, late_rows: Result) -> pd.DataFrame:
    """Open cases by age band at the period's end, youngest first: band, n, overdue."""

    def counted(result: Result) -> pd.Series:
        if result.rows.empty:
            return pd.Series(0.0, index=list(BANDS))
        found = result.rows.set_index("age_band")["value"].astype("float64")
        return found.reindex(list(BANDS)).fillna(0)

    return pd.DataFrame(
        {
            "band": list(BAND_WORDS),
            "n": counted(open_rows).to_numpy(),
            "overdue": counted(late_rows).to_numpy(),
        }
    )


def shares(
    result: Result, dim: str, names: Mapping[str, str], months: Sequence[str]
) -> pd.DataFrame:
    """Each group's share of a month's count: month, group, value (NaN where the month has none)."""
    rows = result.rows
    if rows.empty:
        return pd.DataFrame(columns=["month", "group", "value"])
    wide = rows.pivot_table(index="month", columns=dim, values="n", aggfunc="sum")
    wide = wide.astype("float64").reindex(list(months))
    part = wide.fillna(0).div(wide.sum(axis=1).where(lambda s: s > 0), axis=0)
    tidy = part.rename_axis("month").reset_index().melt("month", var_name="group")
    return tidy.assign(group=tidy["group"].map(lambda g: names.get(g, g)))


def largest_now(frame: pd.DataFrame) -> str | None:
    """The group with the largest share in the last month that has any."""
    present = frame.dropna(subset=["value"])
    if present.empty:
        return None
    last = present[present["month"] == present["month"].max()]
    return str(last.loc[last["value"].idxmax(), "group"])
