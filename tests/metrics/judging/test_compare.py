from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import Indicator, register, unregister
from metrics.asking.result import Result
from metrics.asking.snapshot import Snapshot
from metrics.counting.shape import from_frame
from metrics.judging.compare import (
    comparable,
    compare,
    movers,
    peers_of,
    ranking,
    standardised_rates,
)

#: (office, permit_type, year) -> (met, due): what the made-up rate is read from
COUNTS = {
    ("32.01", "SIUP", 2026): (1700, 2000),
    ("32.02", "SIUP", 2026): (850, 1000),
    ("32.03", "IMB", 2026): (600, 1000),  # far below
    ("32.04", "SIUP", 2026): (13, 15),  # too few
    ("32.05", "IMB", 2026): (430, 500),
    ("32.01", "SIUP", 2025): (1400, 2000),
    ("32.02", "SIUP", 2025): (845, 1000),
}
COUNTS |= {(f"32.{k}", "SIUP", 2026): (843 + k % 13, 1000) for k in range(11, 27)}
SILENT, TALLY, STOPPED = "32.07", "32.08", "32.09"
OFFICES = sorted({o for o, _t, _y in COUNTS} | {SILENT, TALLY, STOPPED})
NOW, BEFORE = Query(province="32", start="2026"), Query(province="32", start="2025", end="2025")


def _read(indicator, _snapshot, scope, query):
    rows = pd.DataFrame(
        [
            {"office": o, "permit_type": t, "numerator": k, "denominator": n}
            for (o, t, year), (k, n) in COUNTS.items()
            if year == int(query.start[:4]) and scope.allows(o)
        ]
    )
    rows = rows.reindex(columns=["office", "permit_type", "numerator", "denominator"])
    rows = rows.groupby(list(query.by), as_index=False)[["numerator", "denominator"]].sum()
    rows = rows.assign(n=rows["denominator"], value=rows.eval("numerator / denominator"))
    return Result(indicator, query, rows, "2026-06-30")


@pytest.fixture(autouse=True)
def rate():
    made = register(
        Indicator("test_rate", "Uji", "Uji", "bagian", "applications", "rate",
                  ("office", "permit_type"), "a/b", "§9", _read, better="up")
    )  # fmt: skip
    yield made
    unregister("test_rate")


@pytest.fixture
def snapshot(tmp_path):
    frame = pd.DataFrame({"office": OFFICES, "name": OFFICES, "short": OFFICES})
    frame = frame.assign(region_kind="kabupaten", province="32", working_week=5)
    frame = frame.assign(successor=None, valid_to=None)
    told = [(o, "applications", 202606, "records", 1) for o, _t, y in COUNTS if y == 2026]
    told += [(TALLY, "applications", 202606, "tally", 1)]
    told += [(STOPPED, "applications", 202511, "records", 1)]
    reporting = pd.DataFrame(told, columns=["office", "kind", "month", "source", "n"])
    meta = pd.DataFrame(
        [(o, "applications", date(2026, 6, 30), date(2026, 6, 30), None, None, 0) for o in OFFICES],
        columns=["office", "kind", "last_day", "as_of", "read", "rejected", "unmapped"],
    ).astype({"read": "Int64", "rejected": "Int64"})
    tables = {
        "ref_office": from_frame(frame, "ref_office"),
        "reporting": from_frame(reporting, "reporting"),
        "meta": from_frame(meta, "meta"),
    }
    entries = {o: {"path": o, "source": "records"} for o in OFFICES}
    return Snapshot(tmp_path, {"version": 1, "offices": entries}, tables)


def whole_province():
    kept = [count for (_o, _t, year), count in COUNTS.items() if year == 2026]
    return sum(k for k, _n in kept), sum(n for _k, n in kept)


def by_office(frame):
    return frame.set_index("office")


def test_a_new_rate_is_comparable_with_no_other_edit():
    assert "test_rate" in comparable()


def test_the_office_that_differs_is_named_and_the_rest_are_chance(snapshot):
    made = compare(snapshot, EVERYTHING, "test_rate", NOW)
    rows = by_office(made.rows)
    total, cases = whole_province()
    assert made.centre == pytest.approx(total / cases)
    assert made.funnel is not None
    assert not made.funnel.inflated
    high = stats.binom.ppf(0.999, 1000, made.centre) / 1000
    assert rows.loc["32.02", "high998"] == pytest.approx(high)
    assert rows["verdict"].value_counts().to_dict() == {"": len(OFFICES) - 1, "worse": 1}
    assert rows.loc["32.03", "verdict"] == "worse"


def test_offices_that_cannot_be_judged_say_why_and_are_never_nought(snapshot):
    rows = by_office(compare(snapshot, EVERYTHING, "test_rate", NOW).rows)
    assert rows.loc[SILENT, "state"] == "silent"
    assert rows.loc[TALLY, "state"] == "tally"
    assert rows.loc[STOPPED, "state"] == "stopped"
    assert rows.loc["32.04", "state"] == "few"
    for office in (SILENT, TALLY, STOPPED):
        assert np.isnan(rows.loc[office, "value"])
        assert rows.loc[office, "verdict"] == ""
    assert np.isnan(rows.loc["32.04", "high998"])


def test_the_funnels_lines_are_within_a_case_of_the_limits(snapshot):
    made = compare(snapshot, EVERYTHING, "test_rate", NOW)
    curve = made.curve()
    assert curve["n"].is_monotonic_increasing
    assert curve["n"].max() >= 2000
    low, high = made.funnel.limits(curve["n"], 0.998)
    assert (np.abs(curve["low998"] - low) * curve["n"] <= 1 + 1e-9).all()
    assert (np.abs(curve["high998"] - high) * curve["n"] <= 1 + 1e-9).all()


def test_only_those_judged_are_ranked(snapshot):
    made = compare(snapshot, EVERYTHING, "test_rate", NOW)
    table = ranking(made, "2026.1")
    assert not {"32.04", SILENT, TALLY, STOPPED} & set(table["office"])
    assert table["office"].iloc[-1] == "32.03"
    assert table["rank"].iloc[-1] == len(table) == 20
    assert (table["low"] <= table["rank"]).all()
    assert table.loc[table["office"] == "32.03", "overlaps"].item() == 0
    assert ranking(made, "2026.1").equals(table)


def test_movers_are_offices_judged_in_both_periods(snapshot):
    now, past = (compare(snapshot, EVERYTHING, "test_rate", q) for q in (NOW, BEFORE))
    table = movers(now, past)
    assert table["office"].tolist() == ["32.01", "32.02"]
    first = table.iloc[0]
    assert first["change"] == pytest.approx(0.15)
    assert first["verdict"] == "better"
    assert table.iloc[1]["verdict"] == ""


def test_the_standardised_rate_uses_the_provinces_rate_for_the_mix(snapshot):
    table = by_office(standardised_rates(snapshot, EVERYTHING, "test_rate", NOW))
    imb = (600 + 430) / 1500
    total, cases = whole_province()
    whole = total / cases
    assert table.loc["32.05", "expected"] == pytest.approx(imb)
    assert table.loc["32.05", "value"] == pytest.approx(430 / (500 * imb) * whole)
    assert table.loc["32.05", "raw"] == pytest.approx(0.86)
    assert np.isnan(table.loc[SILENT, "value"])


def test_nothing_to_standardise_is_no_figure_for_anyone(snapshot):
    table = standardised_rates(snapshot, EVERYTHING, "test_rate", Query(start="2019", end="2019"))
    assert table["office"].tolist() == OFFICES
    assert table.drop(columns="office").isna().all().all()
    assert set(table) >= {"n", "raw", "value", "low", "high", "expected"}


def test_peers_are_sought_among_offices_with_a_volume(snapshot, monkeypatch):
    volumes = {"32.01": 900.0, "32.02": 100.0, "32.03": 110.0, "32.05": 90.0, SILENT: np.nan}

    def volume(indicator, _snapshot, _scope, query):
        rows = pd.DataFrame({"office": list(volumes), "value": list(volumes.values())})
        return Result(indicator, query, rows.assign(n=rows["value"]), None)

    stub = Indicator("applications_received", "x", "x", "x", "applications", "count",
                     ("office",), "", "", volume)  # fmt: skip
    monkeypatch.setattr("metrics.judging.compare.get", lambda _name: stub)
    monkeypatch.setattr(
        "metrics.judging.compare.indicators", lambda: {"applications_received": stub}
    )
    assert peers_of(snapshot, EVERYTHING, "32.02", NOW, 2) == ["32.03", "32.05"]
