"""An issued report is printed again as it was, in any format, however much was loaded since."""

import pytest

from dashboard.reports.issuing import may_see, reprint
from dashboard.reports.letterhead import keep
from etl.errors import Refused
from etl.store.letters import Letters
from metrics.asking.query import EVERYTHING, Scope
from metrics.publishing.edition_counts import counts_of
from metrics.publishing.publish import sweep
from tests.conftest import monev_here, monev_json
from tests.copies import copied

OFFICE, PERIOD = "32.14", "2025-06"
HEADS = "office_code,application_no,permit_type,submitted_at,decided_at,issued_at,status\n"


@pytest.fixture
def store(sample_store, tmp_path):
    home = tmp_path / "own"
    copied(sample_store, home)
    return home


def report(store, out, *more, kind="monthly", place=("--office", OFFICE), code=0):
    period = () if "--edition" in more else ("--period", PERIOD)
    done = monev_here("report", kind, *place, *period, "--out", out, *more, "--store", store)
    assert done.returncode == code, done.stderr
    return out.read_bytes() if code == 0 else done.stderr


def load(store, tmp_path, number):
    """One more permit of the reported month: the counts move."""
    file = tmp_path / f"lagi{number}.csv"
    row = f"{OFFICE},BARU-{number},PBG,2025-06-02,2025-06-05,2025-06-05,Terbit\n"
    file.write_text(HEADS + row, encoding="utf-8")
    done = monev_here("load", file, "--kind", "applications", "--store", store)
    assert done.returncode == 0, done.stderr


def test_formats_share_an_edition_and_a_reprint_is_the_same_to_the_byte(store, tmp_path):
    first = {s: report(store, tmp_path / f"a{s}") for s in (".pdf", ".docx", ".xlsx")}
    [row] = monev_json("editions", "--office", OFFICE, "--store", store)["rows"]
    assert set(row) == {"edition", "kind", "office", "period", "day", "version"}
    assert (row["edition"], row["kind"], row["office"], row["period"]) == (
        1, "monthly", OFFICE, PERIOD,
    )  # fmt: skip
    for number in range(2):
        load(store, tmp_path, number)
    sweep(store / "published", keep=1)  # as when more loads came than manifests are kept
    kept = {p.name for p in (store / "published").glob("manifest-*.json")}
    assert len(kept) == 2
    assert f"manifest-{row['version']:06d}.json" in kept
    for suffix, data in first.items():
        assert report(store, tmp_path / f"b{suffix}", "--edition", "1") == data
    assert report(store, tmp_path / "c.pdf") != first[".pdf"]
    rows = monev_json("editions", "--store", store)["rows"]
    assert [r["edition"] for r in rows] == [2, 1]
    assert rows[0]["version"] > rows[1]["version"]
    kept = counts_of(store, row["version"])
    assert kept is not None
    assert list(kept.manifest["offices"]) == [OFFICE]
    assert len(kept.table("meta")) > 0
    said = monev_here(
        "report", "monthly", "--edition", "1", "--out", tmp_path / "d.pdf", "--store", store
    )
    assert "bergeser" in said.stderr


def test_an_edition_that_is_not_there_or_another_is_refused(store, tmp_path):
    report(store, tmp_path / "a.pdf")
    assert "tidak ada" in report(store, tmp_path / "b.pdf", "--edition", "9", code=2)
    other = report(
        store,
        tmp_path / "b.pdf",
        "--edition",
        "1",
        kind="annual",
        place=("--office", OFFICE),
        code=2,
    )
    assert "bukan yang diminta" in other
    assert not (tmp_path / "b.pdf").exists()


def test_an_edition_is_its_readers_alone(store, tmp_path):
    report(store, tmp_path / "a.pdf")
    own = Scope("office", frozenset({OFFICE}))
    assert reprint(store, own, 1).edition.place == OFFICE
    for role, offices in (("office", frozenset({"32.02"})), ("public", None)):
        with pytest.raises(Refused, match="di luar wewenang"):
            reprint(store, Scope(role, offices, case_rows=False), 1)
    province = Scope("province", frozenset({"32.14", "32.05"}), case_rows=False)
    assert may_see(province, reprint(store, EVERYTHING, 1).edition)


def test_a_letterhead_is_set_by_its_office_checked_and_audited(tmp_path):
    own = Scope("office", frozenset({OFFICE}))
    keep(
        tmp_path, own, "a@kantor.example", OFFICE, {"signatory_name": "Siti", "number_format": "x"}
    )
    assert Letters(tmp_path).of(OFFICE).signatory_name == "Siti"
    [entry] = Letters(tmp_path).audited(action="settings")
    assert entry.detail["changed"] == ["number_format", "signatory_name"]
    for told, word in (
        ({"number_format": "{x.__class__}"}, "Bentuk nomor"),
        ({"signatory_nip": "123"}, "NIP"),
        ({"logo": "PHN2Zy8+"}, "Logo"),
    ):
        with pytest.raises(Refused, match=word):
            keep(tmp_path, own, "a@kantor.example", OFFICE, told)
    with pytest.raises(Refused, match="di luar wewenang"):
        keep(tmp_path, own, "a@kantor.example", "32.02", {"place": "x"})
    assert Letters(tmp_path).of("32.02").place == ""
