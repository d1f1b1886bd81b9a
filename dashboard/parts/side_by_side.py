"""Answers of several indicators side by side, as the tables and graphs of the pages want them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from dashboard.frame.view import View
from dashboard.parts import day_counts
from etl.periods import month_text, months_of, quarter_text
from etl.reference import stage_names
from etl.words import _
from metrics.asking.result import Result
from metrics.counting.marks import REST
from metrics.counting.tables import AGE_BANDS
from metrics.flow import paths
from metrics.judging.funnel import FEWEST_CASES
from metrics.judging.reporting import standing


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
    """Where the days go: `frame` (stage, code, run, wait: mean working days a case) in the order
    of the process, and the stage with the largest share of the office's time.
    """

    frame: pd.DataFrame
    bottleneck: str | None
    run: float = 0.0
    wait: float = 0.0
    rest_is_largest: bool = False


@dataclass(frozen=True)
class Growth:
    """A stage whose median working days rose against the same months of the year before."""

    stage: str
    before: float
    now: float


def stages(view: View) -> Stages:
    """The stages of the cases in view; the days of each are shared over all ended cases, so
    that the longest bar is the largest share of total time (indicators.md §3, bottleneck).
    """
    run = _stage_days(view.read("stage_time", by=("stage",)))
    wait = _stage_days(view.read("waiting_time", by=("stage",)))
    cases = view.read("processing_time").first.get("n") or 0
    if run.empty or not cases:
        return Stages(pd.DataFrame(columns=["stage", "code", "run", "wait"]), None)
    frame = pd.concat([run.rename("run"), wait.rename("wait")], axis=1) / cases
    frame = frame.loc[_in_order(view, list(frame.index))]
    total = frame["run"].fillna(0) + frame["wait"].fillna(0)
    ours = [s for s in frame.index if not _with_applicant(s)]
    ours = [s for s in ours if s != REST] or ours  # "the rest" names no stage to mend
    worst = str(total.loc[ours].idxmax()) if ours and total.loc[ours].max() > 0 else None
    labels = {s: stage_label(s) for s in frame.index}
    slowest = frame[frame.index == worst].fillna(0).sum()
    named = frame.assign(code=frame.index).rename(index=labels).rename_axis("stage").reset_index()
    return Stages(
        named,
        labels.get(worst or ""),
        float(slowest["run"]),
        float(slowest["wait"]),
        total.idxmax() == REST,
    )


def _in_order(view: View, stages: list[str]) -> list[str]:
    """Stages in the order of the vocabulary, else of the way that most cases take."""
    known = stage_names()
    if all(s in known for s in stages):
        return sorted(stages, key=lambda s: known[s].order)
    way = list(paths.flow(view.snapshot, view.scope, view.query).nodes["stage"])
    return sorted(stages, key=lambda s: (way.index(s) if s in way else len(way), s))


def _with_applicant(stage: str) -> bool:
    """Whether the papers are with the applicant, by the common vocabulary."""
    known = stage_names()
    return stage in known and known[stage].clock == "applicant"


def desks(view: View) -> Mapping[str, str]:
    """The desk that has most days of each stage; "applicant" where the papers are with them."""
    rows = view.read("stage_time", by=("stage", "desk")).rows
    if rows.empty:
        return {}
    rows = rows.assign(days=rows["n"].astype("float64") * rows["mean"])
    rows = rows.sort_values(["days", "n"], ascending=False).drop_duplicates("stage")
    told = dict(zip(rows["stage"], rows["desk"].fillna(""), strict=True))
    return told | {s: "applicant" for s in told if _with_applicant(s)}


def slowed_most(view: View) -> Growth | None:
    """The office's stage whose median rose most, of those run often enough in both years."""
    now, past = view.read("stage_time", by=("stage",)), view.before("stage_time", by=("stage",))
    if now.rows.empty or past.rows.empty:
        return None
    both = now.rows.merge(past.rows, on="stage", suffixes=("", "_before"))
    both = both[(both["n"] >= FEWEST_CASES) & (both["n_before"] >= FEWEST_CASES)]
    both = both[~both["stage"].map(_with_applicant).astype(bool) & (both["stage"] != REST)]
    both = both.assign(rise=both["value"] - both["value_before"])
    both = both[both["rise"] > 0]
    if both.empty:
        return None
    worst = both.sort_values(["rise", "stage"], ascending=[False, True]).iloc[0]
    return Growth(stage_label(worst["stage"]), float(worst["value_before"]), float(worst["value"]))


def open_by_stage(view: View, most: int = 10) -> pd.DataFrame:
    """Cases running at the period's end by the stage they reached: stage, code, n, overdue (NaN
    where no standard is known).

    The `most` stages with most late cases, then with most cases.
    """
    rows = view.read("open_applications", by=("stage",)).rows
    if rows.empty:
        return pd.DataFrame(columns=["stage", "code", "n", "overdue"])
    late = view.read("overdue_applications", by=("stage",)).rows
    late = late if len(late) else pd.DataFrame({"stage": [], "n": []})
    both = rows[["stage", "n"]].merge(
        late[["stage", "n"]].rename(columns={"n": "overdue"}), on="stage", how="left"
    )
    both = both.astype({"n": "float64", "overdue": "float64"})
    if view.read("overdue_applications").value is not None:
        both = both.fillna({"overdue": 0})
    both = both.sort_values(
        ["overdue", "n", "stage"], ascending=[False, False, True], ignore_index=True
    ).head(most)
    return both.assign(code=both["stage"], stage=both["stage"].map(_reached))


def _reached(stage: str) -> str:
    return stage_label(stage) if stage else _("tanpa catatan tahap")


def _stage_days(result: Result) -> pd.Series:
    rows = result.rows
    if rows.empty:
        return pd.Series(dtype="float64")
    return (rows["n"].astype("float64") * rows["mean"]).set_axis(rows["stage"])


def stage_label(stage: str) -> str:
    """A stage in words, with a mark where the applicant has the papers."""
    if _with_applicant(stage):
        return _("{stage} (pemohon)").format(stage=stage)
    return stage or _("Tanpa nama")


def age_bands(view: View) -> pd.DataFrame:
    """Open cases by age band at the period's end, youngest first: band, code, n, overdue (NaN
    where no standard is known).

    Empty where nobody reported that month.
    """
    counted = day_counts.backlog(view)
    if counted.empty:
        return pd.DataFrame(columns=["band", "code", "n", "overdue"])
    wide = counted.pivot_table(index="age_band", columns="overdue", values="n", aggfunc="sum")
    wide = wide.reindex(index=list(AGE_BANDS), columns=[0, 1]).fillna(0)
    judged = view.read("overdue_applications").value is not None
    return pd.DataFrame(
        {
            "band": [band_words(band) for band in AGE_BANDS],
            "code": list(AGE_BANDS),
            "n": (wide[0] + wide[1]).to_numpy(float),
            "overdue": wide[1].to_numpy(float) if judged else float("nan"),
        }
    )


def band_words(band: str) -> str:
    """An age band in working days as people write it: "0–5", "> 60"."""
    return f"> {int(band[:-1]) - 1}" if band.endswith("+") else band.replace("-", "–")


def shares(view: View, name: str, dim: str, names: Callable[[str], str]) -> pd.DataFrame:
    """Each group's share of a quarter's count over eight quarters: period, group, value.

    Quarters, since a small office has too few cases a month; NaN where a quarter has none.
    """
    months = view.period.trend(24).months()
    quarters = list(dict.fromkeys(quarter_text(months_of(m)[0]) for m in months))
    start = month_text(months_of(quarters[0])[0])
    rows = view.read(name, by=("quarter", dim), start=start, end=view.period.end).rows
    if rows.empty:
        return pd.DataFrame(columns=["period", "group", "value"])
    wide = rows.pivot_table(index="quarter", columns=dim, values="n", aggfunc="sum")
    wide = wide.astype("float64").reindex(quarters)
    part = wide.fillna(0).div(wide.sum(axis=1).where(lambda s: s > 0), axis=0)
    tidy = part.rename_axis("period").reset_index().melt("period", var_name="group")
    return tidy.assign(group=tidy["group"].map(names))


def largest_now(frame: pd.DataFrame) -> str | None:
    """The named group with the largest share in the last period that has any."""
    present = frame.dropna(subset=["value"])
    present = present[present["group"] != _("Tidak dicatat")]
    if present.empty:
        return None
    last = present[present["period"] == present["period"].max()]
    return str(last.loc[last["value"].idxmax(), "group"])


def last_reports(view: View) -> pd.DataFrame:
    """Rows office, last: the last month ("YYYY-MM") for which an office told of applications."""
    found = standing(view.snapshot, view.scope, view.query.change(office=None))
    found = found[found["kind"] == "applications"]
    return pd.DataFrame(
        {
            "office": found["office"],
            "last": [None if pd.isna(m) else month_text(int(m)) for m in found["last_month"]],
        }
    )
