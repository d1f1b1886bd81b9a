"""Other people's files: a survey, American dates, city permits, payments, a monthly tally."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.conftest import monev_json, run_monev


def rows(store: Path, name: str, *args: object) -> list[dict[str, Any]]:
    return monev_json("indicator", name, *args, "--store", store)["rows"]


def one(store: Path, name: str, *args: object) -> dict[str, Any]:
    (row,) = rows(store, name, *args)
    return row


# Survey: Kabupaten Sekadau, 2019 semester I, first 49 respondents (indicators.md §7).


def ikm(store: Path, *args: object) -> dict[str, Any]:
    (row,) = monev_json("ikm", "--office", "61.09", *args, "--store", store)["rows"]
    return row


def test_sekadau_has_its_ikm_and_grade(real_store: Path):
    row = ikm(real_store)
    assert (row["ikm"], row["grade"], row["respondents"]) == (78.74, "B", 49)
    assert (row["rule"], row["period"], row["weight"]) == ("2017", "2019-S1", "exact")


@pytest.mark.parametrize(("weight", "expected"), [("0.111", 78.66), ("0.11", 77.95)])
def test_sekadau_with_the_weights_that_offices_write(
    real_store: Path, weight: str, expected: float
):
    assert ikm(real_store, "--weight", weight)["ikm"] == expected


def test_sekadau_s_elements_are_the_sums_of_the_sheet(real_store: Path, real: Path):
    sheet = pd.read_csv(real / "sekadau_2019s1_first49.csv")
    elements = ikm(real_store)["elements"]
    assert [e["sum"] for e in elements] == sheet.filter(regex=r"^U\d").sum().tolist()
    assert [e["sum"] for e in elements] == [138, 139, 150, 177, 159, 163, 161, 143, 159]
    assert [round(e["nrr"], 4) for e in elements][:4] == [2.8163, 2.8367, 3.0612, 3.6122]


# Complaints: New York's 311, mm/dd dates with AM and PM, 3,431 not closed.


@pytest.fixture(scope="session")
def complaints(real: Path) -> pd.DataFrame:
    frame = pd.read_csv(real / "311_data237.csv", dtype=str)
    for name in ("Created Date", "Closed Date"):
        frame[name] = pd.to_datetime(frame[name], format="%m/%d/%Y %I:%M:%S %p")
    return frame


@pytest.fixture(scope="session")
def sound(complaints: pd.DataFrame) -> pd.DataFrame:
    """Complaints without an impossible date: closed in 1900, or before they were made."""
    backwards = complaints["Closed Date"] < complaints["Created Date"]
    return complaints[~backwards]


def test_every_complaint_is_accepted_or_says_why_not(
    loads: dict[str, Any], complaints: pd.DataFrame, sound: pd.DataFrame
):
    load = loads["311_data237.csv"]
    assert load["read"] == len(complaints) == 5895
    assert load["accepted"] == len(sound)
    assert load["accepted"] + load["rejected"] == load["read"]
    assert {r["row"] for r in load["rejects"]} == set(complaints.index.difference(sound.index) + 2)


def test_complaints_by_year_are_pandas_s(real_store: Path, sound: pd.DataFrame):
    by_year = sound["Created Date"].dt.year.value_counts().sort_index().to_dict()
    ours = rows(real_store, "complaints_received", "--office", "99.06", "--by", "year")
    assert {int(r["year"]): r["value"] for r in ours if r["value"]} == by_year


def test_the_share_resolved_is_pandas_s(real_store: Path, sound: pd.DataFrame):
    row = one(real_store, "resolution_rate", "--office", "99.06")
    assert row["denominator"] == len(sound)
    assert row["numerator"] == sound["Closed Date"].notna().sum()
    assert row["value"] == pytest.approx(row["numerator"] / row["denominator"])


# City permits: Calgary and Burlington, one row a permit.


@pytest.fixture(scope="session")
def calgary(real: Path) -> pd.DataFrame:
    return pd.read_csv(
        real / "calgary_building_permits.csv", parse_dates=["applieddate", "issueddate"]
    )


def test_calgary_s_permits_are_pandas_s(
    real_store: Path, loads: dict[str, Any], calgary: pd.DataFrame
):
    good = calgary[~(calgary["issueddate"] < calgary["applieddate"])]
    load = loads["calgary_building_permits.csv"]
    assert (load["read"], load["accepted"]) == (5000, len(good))
    received = rows(real_store, "applications_received", "--office", "99.04", "--by", "year")
    by_year = good["applieddate"].dt.year.value_counts().to_dict()
    assert {int(r["year"]): r["value"] for r in received if r["value"]} == by_year


def test_calgary_s_issued_permits_by_year_are_pandas_s(real_store: Path, calgary: pd.DataFrame):
    good = calgary[~(calgary["issueddate"] < calgary["applieddate"])]
    issued = rows(real_store, "permits_issued", "--office", "99.04", "--by", "year")
    by_year = good["issueddate"].dropna().dt.year.value_counts().to_dict()
    assert {int(r["year"]): r["value"] for r in issued if r["value"]} == by_year


def test_burlington_s_permits_are_accounted_for_and_the_backdated_one_is_rejected(
    real_store: Path, loads: dict[str, Any], real: Path
):
    frame = pd.read_csv(real / "burlington_on_building_permits.csv", encoding="utf-8-sig")
    applied = pd.to_datetime(frame["INDATE"].str[:10])
    issued = pd.to_datetime(frame["ISSUEDATE"].str[:10])
    backdated = frame.index[issued < applied]
    load = loads["burlington_on_building_permits.csv"]
    assert load["read"] == len(frame) == 5026
    assert load["accepted"] + load["rejected"] == 5026
    assert {r["row"] for r in load["rejects"]} == set(backdated + 2)
    assert load["rejected"] == len(backdated) == 1
    days = (issued - applied).dt.days.drop(backdated)
    row = one(real_store, "processing_time_calendar", "--office", "99.05")
    assert (row["n"], row["median"]) == (len(days), days.median())
    assert row["p90"] == pytest.approx(days.quantile(0.9))


# Payments: 58 payments of road-traffic fines among 390 events.


def test_the_road_traffic_payments_are_those_of_the_log(
    real_store: Path, loads: dict[str, Any], real: Path
):
    log = pd.read_csv(real / "roadtraffic100traces.csv")
    payments = log[log["concept:name"] == "Payment"]
    load = loads["roadtraffic100traces.csv"]
    assert load["accepted"] + load["rejected"] == load["read"]
    paid = one(real_store, "paid", "--office", "99.07")
    assert paid["value"] == pytest.approx(payments["paymentAmount"].sum())


# A monthly tally: DPMPTSP Kabupaten Sleman, 2025.


def test_sleman_s_tally_counts_issued_permits_alone(real_store: Path, loads: dict[str, Any]):
    load = loads["sleman_izin_latest.xlsx"]
    assert load["kind"] == "monthly_counts"
    assert load["accepted"] + load["rejected"] == load["read"]
    issued = rows(real_store, "permits_issued", "--office", "34.04", "--by", "month")
    months = [r["month"] for r in issued if r["value"]]
    assert months == [f"2025-{m:02d}" for m in range(1, 7)]


# What is no survey, and what is no date without a word from a person.


def test_answers_on_another_scale_are_refused(real: Path, real_store: Path):
    done = run_monev(
        "load", real / "sthm_campus_likert.csv", "--kind", "survey", "--office", "61.09",
        "--period", "2024", "--service", "kampus", "--rule", "2017", "--dry-run",
        "--store", real_store, "--format", "json",
    )  # fmt: skip
    assert done.returncode == 2
    assert "error" in done.stdout
    assert "Traceback" not in done.stderr
