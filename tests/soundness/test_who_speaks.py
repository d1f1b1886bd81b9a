"""A sum that falls because an office fell silent has not fallen, and silence is not "none"."""

import shutil

import pandas as pd
import pytest

from metrics.asking.coverage import in_the_past
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import open_snapshot
from tests.conftest import monev_json

TALLY_ONLY = "32.79"  # of the sample: Kota Banjar
FEW, MANY = "98.01", "98.02"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Two offices; the larger one reports no more after a year and a half."""
    folder = tmp_path_factory.mktemp("diam")
    (folder / "kantor.csv").write_text(
        "office_code,name,region_kind,province_code\n"
        f"{FEW},Kabupaten Kecil,kabupaten,98\n{MANY},Kabupaten Besar,kabupaten,98\n"
    )
    rows = [
        {"office_code": office, "application_no": f"{office}-{month}-{n}", "permit_type": "SIUP",
         "submitted_at": f"{month}-02", "decision": "issued", "decided_at": f"{month}-05",
         "issued_at": f"{month}-05"}
        for at, month in enumerate(pd.period_range("2024-01", "2025-12", freq="M"))
        for office, many in ((FEW, 20 + at % 3), (MANY, 60 + at % 4 if at < 16 else 0))
        for n in range(many)
    ]  # fmt: skip
    pd.DataFrame(rows).to_csv(folder / "izin.csv", index=False)
    where = folder / "store"
    for name, kind in (("kantor.csv", "offices"), ("izin.csv", "applications")):
        monev_json("load", folder / name, "--kind", kind, "--store", where)
    return where


def test_a_sum_does_not_fall_because_an_office_fell_silent(store):
    said = monev_json(
        "verdict", "permits_issued", "--from", "2025", "--to", "2025", "--store", store
    )
    assert said["direction"] is None
    assert said["since"] is None
    assert said["why"] == "kantor yang melapor berganti, perubahan tidak dinilai"
    alone = ("--office", FEW, "--from", "2025", "--to", "2025")
    assert "sejak" not in monev_json("verdict", "permits_issued", *alone, "--store", store)["words"]


def test_a_stopped_office_is_named_with_a_month_as_people_write_it(store):
    asked = ("--office", MANY, "--from", "2025", "--to", "2025", "--store", store)
    said = monev_json("verdict", "processing_time", *asked)
    assert said["why"] == "tidak ada laporan sesudah April 2025"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("processing_time", "Hanya rekap bulanan yang dilaporkan; angka ini perlu data rinci."),
        ("on_time_rate", "Hanya rekap bulanan yang dilaporkan; angka ini perlu data rinci."),
        ("response_on_time", "Belum ada data yang dilaporkan untuk periode ini."),
    ],
)
def test_what_nobody_told_is_not_none(sample_store, name, why):
    asked = ("--from", "2026", "--to", "2026", "--store", sample_store)
    [row] = monev_json("indicator", name, "--office", TALLY_ONLY, *asked)["rows"]
    assert (row["value"], row["note"]) == (None, why)
    by = monev_json("indicator", name, "--by", "office", *asked)["rows"]
    [same] = [r for r in by if r["office"] == TALLY_ONLY]
    assert same["note"] == why


def test_a_tally_of_issued_permits_alone_is_no_part_of_decided_against_received(
    store, tmp_path_factory
):
    """Its decisions would stand over what others received."""
    folder = tmp_path_factory.mktemp("rekap")
    (folder / "kantor.csv").write_text(
        "office_code,name,region_kind,province_code\n98.03,Kabupaten Rekap,kabupaten,98\n"
        "98.04,Kabupaten Rekap Penuh,kabupaten,98\n"
    )
    (folder / "terbit.csv").write_text("Jenis izin,Bulan,Ukuran,Jumlah\nPBG,2024-01,Terbit,400\n")
    (folder / "penuh.csv").write_text(
        "Jenis izin,Bulan,Ukuran,Jumlah\nPBG,2024-01,Masuk,10\nPBG,2024-01,Terbit,7\n"
    )
    own = folder / "store"
    shutil.copytree(store, own)
    monev_json("load", folder / "kantor.csv", "--kind", "offices", "--store", own)
    monev_json("load", folder / "terbit.csv", "--office", "98.03", "--store", own)
    monev_json("load", folder / "penuh.csv", "--office", "98.04", "--store", own)
    asked = ("indicator", "clearance_rate", "--from", "2024-01", "--to", "2024-01", "--store", own)
    (whole,) = (said := monev_json(*asked))["rows"]
    records = 20 + 60  # of each office as many decided as received in January
    assert (whole["numerator"], whole["denominator"]) == (records + 7, records + 10)
    assert (
        "Tidak dihitung, karena rekap bulanannya tidak memuat jumlah ini: Kabupaten Rekap."
        in said["notes"]
    )
    by_office = {r["office"]: r for r in monev_json(*asked, "--by", "office")["rows"]}
    assert by_office["98.04"]["value"] == pytest.approx(0.7)
    assert by_office["98.03"]["value"] is None
    assert by_office["98.03"]["note"] == "Rekap bulanan yang dimuat tidak memuat jumlah ini."


def test_months_whose_cases_still_run_are_not_told_as_months_without_a_report(
    store, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("jalan")
    rows = [
        {"office_code": FEW, "application_no": f"{month}-{n}", "permit_type": "SIUP",
         "submitted_at": f"{month}-02", "decided_at": f"{month}-09" if at < 18 else ""}
        for at, month in enumerate(pd.period_range("2024-01", "2025-12", freq="M"))
        for n in range(25)
    ]  # fmt: skip
    pd.DataFrame(rows).to_csv(folder / "izin.csv", index=False)
    own = folder / "store"
    (folder / "kantor.csv").write_text(
        f"office_code,name,region_kind,province_code\n{FEW},Kabupaten Kecil,kabupaten,98\n"
    )
    for name, kind in (("kantor.csv", "offices"), ("izin.csv", "applications")):
        monev_json("load", folder / name, "--kind", kind, "--store", own)
    asked = ("--office", FEW, "--from", "2025", "--to", "2025", "--store", own)
    said = monev_json("verdict", "expected_days", *asked)
    assert said["why"] == "belum ada angkanya sesudah Juni 2025"
    assert monev_json("indicator", "applications_received", *asked)["rows"][0]["value"] == 300


def test_who_stopped_after_the_period_is_not_said_to_have_stopped_before_its_end(sample_store):
    def notes(*period):
        asked = ("permits_issued", "--province", "32", *period, "--store", sample_store)
        return [n for n in monev_json("indicator", *asked)["notes"] if "berhenti lebih awal" in n]

    assert notes()
    assert not notes("--from", "2024", "--to", "2024")


def test_what_stands_today_is_not_shown_beside_a_past_year_of_an_office_of_tallies(sample_store):
    snapshot = open_snapshot(sample_store)
    for period, past in ((None, False), ("2024", True)):
        query = Query(office=TALLY_ONLY, start=period, end=period)
        assert in_the_past(snapshot, EVERYTHING, query, "applications") is past
