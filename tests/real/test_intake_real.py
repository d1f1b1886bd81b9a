"""The intake alone on every real file: read = accepted + rejected + repeats, and why rejected."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from etl.errors import Refused
from etl.loads import Known
from etl.paths import DATA
from tests.etl.intake import Read, read

KNOWN = Known(offices=frozenset({*(f"99.0{n}" for n in range(1, 9)), "34.04", "61.09"}))
TODAY = pd.Timestamp("2026-11-01").date()


@pytest.fixture(scope="session")
def loaded(real: Path):
    done: dict[tuple[str, str | None], Read] = {}

    def load(name: str, mapping: str, office: str | None = None) -> Read:
        if (name, office) not in done:
            path = DATA / "mappings" / f"{mapping}.toml"
            done[name, office] = read(real / name, KNOWN, mapping=path, office=office, today=TODAY)
        return done[name, office]

    return load


def accounted(got: Read, kind: str) -> bool:
    part = got.part(kind)
    accepted = got.con.execute(f"SELECT count(*) FROM {part.table}").fetchall()[0][0]
    rejected = {(r["sheet"], r["row"]) for r in got.rejects(kind)}
    return accepted + part.duplicates + part.rejected == part.read and (
        len(rejected) == part.rejected
    )


LOGS = {"99.01": (1, 1199, 52217), "99.02": (2, 832, 44354), "99.03": (3, 1409, 59681)}


@pytest.mark.parametrize("office", LOGS)
def test_every_case_and_event_of_a_building_log_is_accounted_for(loaded, office):
    number, cases, events = LOGS[office]
    got = loaded(f"BPIC15_{number}.xes.gz", "bpic15", office)
    assert (got.part("applications").read, got.part("stages").read) == (cases, events)
    assert accounted(got, "applications")
    assert accounted(got, "stages")
    assert got.part("applications").rejected == 0
    assert {r["office_code"] for r in got.rows("applications")} == {office}


def test_the_exact_repeats_of_a_log_are_those_pandas_finds(loaded):
    got = loaded("BPIC15_1.xes.gz", "bpic15", "99.01")
    frame = pd.DataFrame(got.rows("stages"))
    said = ["application_no", "stage", "finished_at"]
    assert not frame.duplicated(said).any()
    assert got.part("stages").duplicates == 52217 - len(frame)
    runs = frame.groupby(["application_no", "stage"])["run_no"]
    assert (runs.max() == runs.size()).all()


def test_new_york_s_only_rejects_are_closings_in_1900(loaded):
    got = loaded("311_data237.csv", "nyc311")
    assert accounted(got, "complaints")
    assert {(r["column"], r["value"][:10]) for r in got.rejects()} == {
        ("Closed Date", "01/01/1900")
    }
    assert sum(r["resolved_at"] is None for r in got.rows()) == 3431


def test_calgary_s_permits(loaded):
    got = loaded("calgary_building_permits.csv", "calgary")
    assert accounted(got, "applications")
    assert got.part().rejected == 0
    assert sum(r["issued_at"] is None for r in got.rows()) == 216


def test_burlington_s_one_reject_was_issued_before_it_was_applied_for(loaded):
    got = loaded("burlington_on_building_permits.csv", "burlington")
    assert accounted(got, "applications")
    (reject,) = got.rejects()
    assert (reject["row"], reject["column"]) == (2576, "ISSUEDATE")
    bundles = Counter(r["bundle_no"] for r in got.rows())
    assert sum(n - 1 for n in bundles.values()) in range(350, 360)


def test_the_payments_of_the_fines_log(loaded):
    got = loaded("roadtraffic100traces.csv", "road_traffic")
    assert accounted(got, "payments")
    assert (got.part().read, got.part().rejected) == (58, 0)


def test_the_receipt_log_rejects_two_cases_ended_before_they_began(loaded):
    got = loaded("receipt.csv.gz", "coselog_receipt")
    assert (got.part("applications").read, got.part("stages").read) == (1434, 8577)
    assert accounted(got, "applications")
    assert accounted(got, "stages")
    rejected = {r["value"] for r in got.rejects("stages")}
    assert rejected == {"case-10862", "case-8267"}
    assert {r["column"] for r in got.rejects("applications")} == {"case:enddate"}


def test_american_dates_are_refused_without_a_mapping(real: Path, tmp_path: Path):
    frame = pd.read_csv(real / "311_data237.csv", dtype=str)[["Unique Key", "Created Date"]]
    frame.columns = ["No. Pengaduan", "Tanggal Pengaduan"]
    frame.to_csv(tmp_path / "aduan.csv", index=False)
    with pytest.raises(Refused, match=r"bulan/hari/tahun.*datetime"):
        read(tmp_path / "aduan.csv", KNOWN, office="99.06")
