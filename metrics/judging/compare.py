"""Compares offices fairly: who truly differs, who moved, and who cannot be judged and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from etl.rows import rows_of
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.asking.registry import Indicator, get, indicators
from metrics.asking.result import Result
from metrics.judging.fair import moves, peers, standardised
from metrics.judging.funnel import FEWEST_CASES, INNER, OUTER, Funnel, mean_funnel, rate_funnel
from metrics.judging.ranks import mean_draws, rank_seed, ranks, rate_draws
from metrics.judging.reporting import regencies, standing
from metrics.judging.respondents import respondents

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

#: Why an office has no place in a comparison; "" when it has one.
STATES = ("", "few", "tally", "stopped", "silent", "none")


@dataclass(frozen=True)
class Comparison:
    """Offices side by side on one indicator.

    `rows`, one an office: office, n, value, low, high (95 %), numerator and deviation where known,
    low95, high95, low998, high998 (the funnel's limits at its n), side95 and side998 (-1 below, 1
    above), verdict ("better", "worse", "" for chance or no judgement), state, last_month (yyyymm,
    the last it spoke of; NaN for never), ended (yyyymm; NaN where it stands). `centre` is the
    province's figure.
    """

    indicator: Indicator
    rows: pd.DataFrame
    funnel: Funnel | None
    centre: float | None
    result: Result

    @property
    def behind(self) -> pd.DataFrame:
        """Offices that fell silent: they have not spoken of the last month that most speak of."""
        usual = self.rows["last_month"].median()
        last = self.result.query.last_month or usual
        owed = self.rows["ended"].fillna(np.inf).clip(upper=min(usual, last))
        return self.rows[~(self.rows["last_month"] >= owed)]

    def coverage(self) -> dict[str, str]:
        """Of the offices that have a figure, those of which it is not whole: "stopped" where the
        reports end before the period does, "tally" where only monthly tallies were told."""
        shown = self.rows[self.rows["value"].notna()]
        known = dict.fromkeys(shown.loc[shown["tally_only"].eq(True), "office"], "tally")
        stopped = self.behind["office"]
        return known | dict.fromkeys(shown.loc[shown["office"].isin(stopped), "office"], "stopped")

    @property
    def judged(self) -> pd.DataFrame:
        """The offices that have a place in the funnel."""
        return self.rows[self.rows["state"] == ""]

    def curve(self, points: int = 160) -> pd.DataFrame:
        """The drawn lines over the n of those judged: n, low95, high95, low998, high998.

        Empty when there is no funnel.
        """
        columns = ["n", "low95", "high95", "low998", "high998"]
        judged = self.judged
        if self.funnel is None or judged.empty:
            return pd.DataFrame(columns=columns)
        first, last = max(FEWEST_CASES, judged["n"].min() * 0.6), judged["n"].max() * 1.05
        n = np.unique(np.round(np.geomspace(first, max(last, first + 1), points)))
        inner, outer = self.funnel.lines(n, INNER), self.funnel.lines(n, OUTER)
        return pd.DataFrame(dict(zip(columns, (n, *inner, *outer), strict=True)))


def comparable() -> dict[str, Indicator]:
    """Indicators that offices may be compared on by a funnel: rates with a direction, and the IKM.

    Days are compared by the share within the standard, never by ranking medians (§9).
    """
    return {
        name: i
        for name, i in indicators().items()
        if "office" in i.dims and i.better and (i.shape == "rate" or name == "ikm")
    }


def compare(snapshot: "Snapshot", scope: Scope, name: str, query: Query) -> Comparison:
    """Every regency in view on the comparable indicator `name`, for the query's period and place.

    Rates: exact binomial limits about the province's rate, or limits on the z scale when the
    offices differ more than chance gives (`funnel.inflated`). IKM: the pooled standard deviation
    of respondents. Offices with under 20 cases, a tally only, or no data are in `rows` with their
    state and no judgement (indicators.md section 9).
    """
    indicator = get(name)
    asked = query.change(office=None, by=("office",))
    result = indicator.read(snapshot, scope, asked)
    offices = pd.DataFrame({"office": regencies(snapshot, scope, asked)})
    wanted = ["office", "n", "value", "low", "high", "numerator", "denominator"]
    read = result.rows.reindex(columns=wanted)
    rows = offices.merge(read, on="office", how="left")
    for column in wanted[1:]:
        rows[column] = pd.to_numeric(rows[column], errors="coerce")
    rate = indicator.shape == "rate"
    if rate:
        rows["n"] = rows["denominator"]
        rows["deviation"] = np.sqrt(rows["value"] * (1 - rows["value"]))
    else:
        rows = rows.merge(respondents(snapshot, scope, asked, result), on="office", how="left")
    rows = rows.merge(_spoken(snapshot, scope, asked, indicator.kind), on="office", how="left")
    rows["state"] = [_state(row, asked.first_month or 0) for row in rows_of(rows)]
    counted = rows["value"].notna() & (rows["n"] > 0)
    funnel = _funnel(rows[counted], rate)
    return Comparison(indicator, _judged(rows, funnel, indicator), funnel, _centre(funnel), result)


def _funnel(rows: pd.DataFrame, rate: bool) -> Funnel | None:
    if rows.empty:
        return None
    if rate:
        return rate_funnel(rows["numerator"], rows["denominator"])
    known = rows[rows["deviation"].notna()]
    return None if known.empty else mean_funnel(known["value"], known["deviation"], known["n"])


def _centre(funnel: Funnel | None) -> float | None:
    return None if funnel is None or not np.isfinite(funnel.centre) else funnel.centre


def _judged(rows: pd.DataFrame, funnel: Funnel | None, indicator: Indicator) -> pd.DataFrame:
    n = rows["n"].where(rows["state"] == "")
    for label, coverage in (("95", INNER), ("998", OUTER)):
        if funnel is None:
            rows[[f"low{label}", f"high{label}"]] = np.nan
            rows[f"side{label}"] = 0
            continue
        rows[f"low{label}"], rows[f"high{label}"] = funnel.limits(n, coverage)
        rows[f"side{label}"] = funnel.side(rows["value"], n, coverage)
    good = 1 if indicator.better == "up" else -1
    rows["verdict"] = np.select(
        [rows["side998"] == good, rows["side998"] == -good], ["better", "worse"], default=""
    )
    return rows


def _spoken(snapshot: "Snapshot", scope: Scope, query: Query, kind: str) -> pd.DataFrame:
    found = standing(snapshot, scope, query)
    return found.loc[found["kind"] == kind, ["office", "last_month", "tally_only", "ended"]]


def _state(row: Any, first: int) -> str:
    """Why an office cannot be judged, "" when it can."""
    if pd.notna(row.value) and row.n >= FEWEST_CASES:
        return ""
    if pd.isna(row.last_month):
        return "silent"
    if row.last_month < first:
        return "stopped"
    if row.tally_only is True:
        return "tally"
    return "few" if pd.notna(row.value) and row.n > 0 else "none"


def state_words(state: str) -> str:
    """A state in words, for tables and marks."""
    return {
        "few": _("kurang dari {n} kasus").format(n=FEWEST_CASES),
        "tally": _("hanya rekap bulanan"),
        "stopped": _("berhenti melapor"),
        "silent": _("belum lapor"),
        "none": _("tidak ada data"),
    }.get(state, "")


def ranking(comparison: Comparison, definitions: str) -> pd.DataFrame:
    """The offices judged, best first: office, value, rank, low, high, overlaps.

    An office with a tally of answers only spreads as the province's respondents do. Ranks carry
    the 95 % interval of 2,000 resamples seeded by the definitions' version; `overlaps`
    counts the offices whose interval meets this one's (indicators.md section 9).
    """
    rows, seed = comparison.judged, rank_seed(definitions)
    if comparison.indicator.shape == "rate":
        draws = rate_draws(rows["numerator"], rows["denominator"], seed)
    else:
        pooled = comparison.funnel.deviation if comparison.funnel else 0.0
        draws = mean_draws(rows["value"], rows["deviation"].fillna(pooled), rows["n"], seed)
    made = ranks(rows["value"], draws, comparison.indicator.better or "up")
    frame = pd.DataFrame(
        {
            "office": rows["office"].to_numpy(),
            "value": rows["value"].to_numpy(),
            "rank": made.rank,
            "low": made.low,
            "high": made.high,
            "overlaps": made.overlaps,
        }
    )
    return frame.sort_values(["rank", "office"], ignore_index=True)


def movers(now: Comparison, before: Comparison) -> pd.DataFrame:
    """Changes since an earlier period, largest first: office, before, after, change, low, high,
    certain, verdict. Only offices that can be judged in both."""
    columns = ["office", "value", "n", "numerator", "deviation"]
    both = before.judged.reindex(columns=columns).merge(
        now.judged.reindex(columns=columns), on="office", suffixes=("_a", "_b")
    )
    if now.indicator.shape == "rate":
        move = moves(both["numerator_a"], both["n_a"], both["numerator_b"], both["n_b"])
        change, low, high, certain = move.change, move.low, move.high, move.certain
    else:
        change = (both["value_b"] - both["value_a"]).to_numpy()
        error = np.sqrt(
            both["deviation_a"] ** 2 / both["n_a"] + both["deviation_b"] ** 2 / both["n_b"]
        ).to_numpy()
        low, high = change - 1.96 * error, change + 1.96 * error
        certain = (low > 0) | (high < 0)
    good = np.sign(change) == (1 if now.indicator.better == "up" else -1)
    frame = pd.DataFrame(
        {
            "office": both["office"],
            "before": both["value_a"],
            "after": both["value_b"],
            "change": change,
            "low": low,
            "high": high,
            "certain": certain,
            "verdict": np.where(~certain, "", np.where(good, "better", "worse")),
        }
    )
    order = frame["change"].abs().sort_values(ascending=False, kind="stable").index
    return frame.loc[order].reset_index(drop=True)


def standardised_rates(snapshot: "Snapshot", scope: Scope, name: str, query: Query) -> pd.DataFrame:
    """A rate beside the rate for the province's results on the office's own mix of permit types.

    Columns: office, n, raw, value, low, high, expected; offices without cases are NaN. Source:
    indicators.md section 9 (observed / expected, times the province's rate).
    """
    asked = query.change(office=None, by=("office", "permit_type"))
    read = get(name).read(snapshot, scope, asked).rows
    offices = regencies(snapshot, scope, asked)
    empty = pd.DataFrame({"office": offices})
    if read.empty:
        wanted = ("n", "raw", "value", "low", "high", "expected")
        return empty.assign(**dict.fromkeys(wanted, np.nan))
    wide = read.pivot_table(
        index="office", columns="permit_type", values=["numerator", "denominator"], aggfunc="sum"
    )
    wide = wide.reindex(offices).fillna(0)
    done, n = wide["numerator"].to_numpy(float), wide["denominator"].to_numpy(float)
    made = standardised(done, n)
    cases = n.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return empty.assign(
            n=np.where(cases > 0, cases, np.nan),
            raw=np.where(cases > 0, made.observed / cases, np.nan),
            value=made.value,
            low=made.low,
            high=made.high,
            expected=np.where(cases > 0, made.expected / cases, np.nan),
        )


def peers_of(
    snapshot: "Snapshot", scope: Scope, office: str, query: Query, wanted: int = 6
) -> list[str]:
    """Codes of the offices nearest in volume (applications received, else permits issued)."""
    names = [n for n in ("applications_received", "permits_issued") if n in indicators()]
    offices = regencies(snapshot, scope, query.change(office=None))
    if office not in offices or not names:
        return []
    rows = get(names[0]).read(snapshot, scope, query.change(office=None, by=("office",))).rows
    volume = pd.Series(offices).map(rows.set_index("office")["value"]).astype(float)
    return [offices[i] for i in peers(volume.to_numpy(), offices.index(office), wanted)]
