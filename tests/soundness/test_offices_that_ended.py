"""A regency that was merged or split: its years stay its own, it is never silent, nothing is
counted twice, and its successor may be read joined.

Figures are held against rows counted here with pandas alone.
"""

import random
from datetime import date, timedelta

import pandas as pd
import pytest

from dashboard.parts.compare_words import answer
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.judging.compare import compare
from metrics.judging.growth import growth
from metrics.judging.reporting import matrix, standing
from metrics.judging.signals import SILENT, signals
from tests.conftest import monev_here, monev_json
from tests.soundness.stocks import differences

# A was merged into B (which was there before); P was split into Q and R, new ones; C stands.
A, B, C, P, Q, R = "98.01", "98.02", "98.03", "98.04", "98.05", "98.06"
END = date(2025, 5, 31)
OFFICES = f"""Kode kantor,Nama,Jenis daerah,Kode provinsi,Diteruskan oleh,Berlaku sampai
98,Provinsi,provinsi,,,
{A},Kabupaten Lama,kabupaten,98,{B},31/05/2025
{B},Kabupaten Penerus,kabupaten,98,,
{C},Kabupaten Tetap,kabupaten,98,,
{P},Kabupaten Induk,kabupaten,98,"{Q}, {R}",31/05/2025
{Q},Kabupaten Timur,kabupaten,98,,
{R},Kabupaten Barat,kabupaten,98,,
"""


def rows():
    """Thirty applications an office and month while it was there; some of A's are still open."""
    chance, made = random.Random(11), []
    for office in (A, B, C, P, Q, R):
        for month in pd.period_range("2024-01", "2026-03", freq="M"):
            day = month.start_time.date()
            if (office in (A, P) and day > END) or (office in (Q, R) and day < END):
                continue
            for n in range(30):
                start = day + timedelta(days=chance.randrange(20))
                end = start + timedelta(days=chance.randrange(8))
                stuck = office in (A, B) and n == 0 and start > date(2025, 3, 1)
                made.append((office, f"{office}-{day:%y%m}-{n}", start, None if stuck else end))
    return pd.DataFrame(made, columns=["office_code", "application_no", "submitted_at", "end"])


@pytest.fixture(scope="module")
def facts():
    return rows()


@pytest.fixture(scope="module")
def store(facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pemekaran")
    (folder / "kantor.csv").write_text(OFFICES)
    table = facts.assign(permit_type="SIUP", decided_at=facts["end"], issued_at=facts["end"])
    table["decision"] = ["issued" if pd.notna(e) else None for e in facts["end"]]
    table.drop(columns="end").to_csv(folder / "izin.csv", index=False)
    where = folder / "store"
    for name, kind in (("kantor.csv", "offices"), ("izin.csv", "applications")):
        assert monev_json("load", folder / name, "--kind", kind, "--store", where)["rejected"] == 0
    return where


@pytest.fixture(scope="module")
def snapshot(store):
    return open_snapshot(store)


def ask(store, name, *more):
    return monev_json("indicator", name, *more, "--store", store)


def issued(facts, offices, first, last):
    """How many were issued at `offices` in months "YYYY-MM" from `first` to `last`."""
    when = pd.to_datetime(facts["end"]).dt.strftime("%Y-%m")
    return int((facts["office_code"].isin(offices) & (when >= first) & (when <= last)).sum())


def test_years_stay_with_the_old_code_and_a_series_may_be_read_joined(store, facts):
    for office, joined, offices in ((A, (), [A]), (B, (), [B]), (B, ("--joined",), [A, B])):
        made = ask(store, "permits_issued", "--office", office, "--by", "year", *joined)
        for row in made["rows"]:
            year = row["year"]
            assert row["value"] == issued(facts, offices, f"{year}-01", f"{year}-12"), (office, row)
        said = " ".join(made.get("notes", []))
        assert ("Kabupaten Lama sampai 31 Mei 2025" in said) == bool(joined)
    assert made["filters"]["joined"] == "true"
    # what was split belongs to neither part
    parts = [
        ask(store, "permits_issued", "--office", Q, *more)["rows"] for more in ((), ["--joined"])
    ]
    assert parts[0] == parts[1]
    refused = monev_here("indicator", "permits_issued", "--joined", "--store", store)
    assert refused.returncode == 2
    assert "--office" in refused.stderr


def test_after_its_last_day_it_has_no_stock_and_says_why(store, facts):
    still = int((facts["office_code"].eq(A) & facts["end"].isna()).sum())
    assert still
    then = ask(store, "open_applications", "--office", A, "--as-of", "2025-05-31")["rows"][0]
    assert then["value"] == still
    for asked in (("--as-of", "2026-01-31"), ("--from", "2026-01", "--to", "2026-01")):
        row = ask(store, "open_applications", "--office", A, *asked)["rows"][0]
        assert row["value"] is None
        assert row["note"] == (
            "Kabupaten Lama berakhir pada 31 Mei 2025 dan diteruskan Kabupaten Penerus."
        )
        whole = ask(store, "open_applications", *asked)
        each = ask(store, "open_applications", "--by", "office", *asked)["rows"]
        assert whole["rows"][0]["value"] == sum(r["value"] or 0 for r in each)
        said = " ".join(whole["notes"])
        assert f"sudah berakhir: Kabupaten Lama: {still} pada " in said
        assert "berhenti" not in said
    now, by = ask(store, "open_applications"), ask(store, "open_applications", "--by", "office")
    assert now["rows"][0]["value"] == sum(r["value"] or 0 for r in by["rows"])
    listed = monev_json("cases", "open", "--office", A, "--as-of", "2026-01-31", "--store", store)
    assert listed["rows"] == []


def test_stocks_of_a_month_are_those_of_its_last_day(snapshot):
    for month in (202505, 202506):
        assert list(differences(snapshot, month)) == []


def test_a_figure_of_a_later_period_says_that_the_office_ended(store):
    for name in ("permits_issued", "processing_time", "on_time_rate"):
        row = ask(store, name, "--office", P, "--from", "2026", "--to", "2026")["rows"][0]
        assert row["value"] is None
        assert row["note"] == (
            "Kabupaten Induk berakhir pada 31 Mei 2025 dan diteruskan Kabupaten Timur, "
            "Kabupaten Barat."
        )
    said = monev_json(
        "verdict", "processing_time", "--office", A, "--from", "2025", "--to", "2025",
        "--store", store,
    )  # fmt: skip
    assert "berakhir pada 31 Mei 2025" in said["words"]


def test_growth_takes_a_family_together_and_no_place_with_another(snapshot, facts):
    def grew(office=None):
        asked = Query(start="2026-01", end="2026-03", office=office)
        return growth(snapshot, EVERYTHING, get("permits_issued"), asked)

    whole = grew()
    assert whole.left_out == ()
    assert whole.now == issued(facts, [A, B, C, P, Q, R], "2026-01", "2026-03")
    assert whole.before == issued(facts, [A, B, C, P, Q, R], "2025-01", "2025-03")
    # B of 2026 is another place than B of early 2025: alone there is nothing to compare
    assert grew(B).step is None
    both = growth(
        snapshot, EVERYTHING, get("permits_issued"),
        Query(start="2026-01", end="2026-03", office=B, joined=True),
    )  # fmt: skip
    assert both.now == issued(facts, [A, B], "2026-01", "2026-03")
    assert both.before == issued(facts, [A, B], "2025-01", "2025-03")


def test_it_is_no_missing_reporter(snapshot):
    told = standing(snapshot, EVERYTHING, Query())
    own = told[told["kind"] == "applications"].set_index("office")
    assert own.loc[[A, P], "days_late"].tolist() == [0, 0]
    months = matrix(snapshot, EVERYTHING, Query(), 202501, 202603)
    months = months[months["kind"] == "applications"]
    assert not months["source"].eq("").any()
    assert set(months.loc[months["office"] == A, "month"]) == set(range(202501, 202506))
    assert set(months.loc[months["office"] == Q, "month"]) == {*range(202506, 202513), 202601,
                                                              202602, 202603}  # fmt: skip
    found = signals(snapshot, EVERYTHING, Query(province="98"), date(2026, 4, 1), ())
    assert {s.office for s in found if s.what == SILENT}.isdisjoint({A, P})
    plain = get("permits_issued").read(snapshot, EVERYTHING, Query())
    assert not [n for n in plain.notes if "berhenti" in n]


@pytest.mark.parametrize(
    ("period", "there"),
    [("2024", {A, B, C, P}), ("2025", {A, B, C, P, Q, R}), ("2026", {B, C, Q, R})],
)
def test_offices_are_compared_in_the_years_in_which_they_were_there(snapshot, period, there):
    made = compare(
        snapshot, EVERYTHING, "issue_rate",
        Query(province="98", start=period, end=period),
    )  # fmt: skip
    assert set(made.rows["office"]) == there
    names = dict(zip(made.rows["office"], made.rows["office"], strict=True))
    said = answer(made, names, str)
    assert "terhenti" not in said
    assert said.startswith(f"Dari {len(there)} daerah") or "Belum ada kantor" in said


def test_reports_of_its_last_year_and_of_the_province_are_written(store, tmp_path):
    for kind, place, period in (
        ("annual", ("--office", A), "2025"),
        ("province", ("--province", "98"), "2026-03"),
    ):  # fmt: skip
        out = tmp_path / f"{kind}-{place[1]}.docx"
        done = monev_here(
            "report", kind, *place, "--period", period, "--out", out, "--store", store
        )
        assert done.returncode == 0, done.stderr
        assert out.exists()
