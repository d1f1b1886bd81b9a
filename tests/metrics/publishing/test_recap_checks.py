"""A recap that anybody could have resealed is held against what can be and what is known."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl.errors import Refused
from etl.store.recaps import RecapsHere
from etl.store.store import Store
from metrics.publishing.publish import publish
from metrics.publishing.recap import _checksum, export, open_recap
from metrics.publishing.recap_check import check_recap
from metrics.publishing.signing import checked_key, office_key
from tests.metrics import small_province as province

OFFICE = "32.14"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The store of an office that sends recaps."""
    store = province.new_store(tmp_path_factory.mktemp("kantor") / "store")
    for kind, rows in province.records(1, OFFICE, 12).items():
        province.load(store, kind, rows, OFFICE)
    publish(store)
    return store


@pytest.fixture(scope="module")
def sent(home: Store) -> Path:
    path = home.folder.parent / "rekap.zip"
    export(province.snapshot(home), [OFFICE], path)
    return path


@pytest.fixture
def receiver(tmp_path: Path) -> Store:
    return province.new_store(tmp_path / "provinsi")


def resealed(path: Path, out: Path, table: str = "", change=lambda rows: rows, entry=None) -> Path:
    """The recap with one table's rows and the office's entry changed, and every hash right."""
    with zipfile.ZipFile(path) as source:
        parts = {n: source.read(n) for n in source.namelist()}
    manifest = json.loads(parts["manifest.json"])
    told = manifest["offices"][OFFICE]
    if table:
        name = f"{OFFICE}/{table}.parquet"
        old = pq.read_table(io.BytesIO(parts[name]))
        sink = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(change(old.to_pylist()), old.schema), sink)
        parts[name] = sink.getvalue()
        import hashlib

        told["parts"][table]["sha256"] = hashlib.sha256(parts[name]).hexdigest()
    told |= entry or {}
    manifest["checksum"] = _checksum(manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out


def first(**changed):
    """A change of the first row alone."""
    return lambda rows: [rows[0] | changed, *rows[1:]]


def more(**row):
    """A change that adds a row like the first with other values."""
    return lambda rows: [*rows, rows[0] | row]


FORGED = {
    "a negative count": ("flow", first(n=-3), "negatif"),
    "a count beyond any office": ("flow", first(n=10**12), "mustahil"),
    "money beyond any budget": ("money", first(paid=9 * 10**18), "mustahil"),
    "refunds beyond any budget": ("money", first(paid=-9 * 10**18), "negatif"),
    "days beyond any life": ("duration", first(days=10**9), "mustahil"),
    "days before any record": ("complaint", first(response_days=-(10**9)), "negatif"),
    "a name like a book": ("flow", first(permit_type="A" * 40_000), "40000 huruf"),
    "a month that is none": ("flow", first(month=202513), "202513"),
    "a month far ahead": ("flow", first(month=209912), "2099-12"),
    "a month before any register": ("duration", first(start_month=101), "di luar masanya"),
    "a month after the last day": ("flow", first(month=202612), "2026-12"),
    "a score of five": ("survey_score", first(score=5), "mustahil"),
    "a measure that is none": ("flow", first(measure="gratis"), "gratis"),
    "another office's name": (
        "ref_office", more(office="32.01", name="KANTOR PALSU", province="99"), "32.01",
    ),
    "a province that is not its own": ("ref_office", first(province="99"), "99"),
    "another office's target": ("ref_target", more(office="32.01", value=Decimal("0.1")), "32.01"),
    "another office's standard": ("ref_standard", more(office="32.71", working_days=1), "32.71"),
    "another office's population": (
        "ref_population",
        lambda _rows: [{"office": "32.01", "period": "2025-S1", "service": "", "n": 9}],
        "32.01",
    ),
    "a day ahead": ("meta", first(as_of=date(2999, 1, 1)), "2999-01-01"),
}  # fmt: skip


@pytest.mark.parametrize("forged", list(FORGED))
def test_a_resealed_recap_is_refused(sent: Path, tmp_path: Path, forged: str) -> None:
    table, change, said = FORGED[forged]
    entry = None
    if table == "meta":
        told = open_recap(sent).manifest["offices"][OFFICE]["as_of"]
        kinds = pq.read_table(io.BytesIO(zipfile.ZipFile(sent).read(f"{OFFICE}/meta.parquet")))
        entry = {"as_of": told | {kinds["kind"][0].as_py(): "2999-01-01"}}
    path = resealed(sent, tmp_path / "palsu.zip", table, change, entry)
    with pytest.raises(Refused, match=said):
        check_recap(path)


def test_a_kind_without_its_day_hides_its_age_and_is_refused(sent: Path, tmp_path: Path) -> None:
    told = dict(open_recap(sent).manifest["offices"][OFFICE]["as_of"])
    told.pop("applications")
    path = resealed(
        sent, tmp_path / "tanpa.zip", "meta",
        lambda rows: [r for r in rows if r["kind"] != "applications"], {"as_of": told},
    )  # fmt: skip
    with pytest.raises(Refused, match="tanggal data applications tidak disebut"):
        check_recap(path)


def test_a_kind_that_is_told_of_no_more_is_noted(sent: Path) -> None:
    old = dict(open_recap(sent).manifest["offices"][OFFICE]["as_of"])
    here = RecapsHere(in_effect={OFFICE: {"as_of": old | {"institution": "2025-01-01"}}})
    assert "tidak lagi memuat profil lembaga" in " ".join(check_recap(sent, here))


def test_an_honest_recap_passes(sent: Path) -> None:
    assert check_recap(sent) == []


def test_a_recap_from_a_clock_far_ahead_is_refused(sent: Path) -> None:
    last = max(open_recap(sent).manifest["offices"][OFFICE]["as_of"].values())
    early = date.fromisoformat(last) - timedelta(days=3)
    with pytest.raises(Refused, match="belum tiba"):
        check_recap(sent, RecapsHere(today=early))


def test_an_entry_unlike_its_tables_is_refused(sent: Path, tmp_path: Path) -> None:
    path = resealed(sent, tmp_path / "a.zip", entry={"period": ["2025-01", "2025-12"]})
    with pytest.raises(Refused, match="periode"):
        check_recap(path)


def test_an_older_recap_over_a_newer_is_refused(sent: Path) -> None:
    told = open_recap(sent).manifest["offices"][OFFICE]
    newer = told | {"as_of": told["as_of"] | {"applications": "2026-01-30"}}
    with pytest.raises(Refused, match="lebih lama"):
        check_recap(sent, RecapsHere(in_effect={OFFICE: newer}))
    assert check_recap(sent, RecapsHere(in_effect={OFFICE: told})) == []


def test_shared_targets_of_a_recap_change_nobody_elses(
    sent: Path, receiver: Store, tmp_path: Path
) -> None:
    """The province's target stays the one held here, and the difference is said."""
    path = resealed(sent, tmp_path / "sasaran.zip", "ref_target", first(value=Decimal("0.1")))
    receiver.load(path)
    publish(receiver)
    shown = province.snapshot(receiver)
    assert set(shown.table("ref_target")["value"].astype(float)) == {0.9}
    notes = shown.manifest["offices"][OFFICE]["notes"]
    assert any("target bersama" in note for note in notes)


def test_shared_targets_count_for_the_sender_alone_where_none_are_held(
    sent: Path, tmp_path: Path
) -> None:
    bare = Store(tmp_path / "kosong", by="tes", check_recap=check_recap)
    bare.load(sent)
    publish(bare)
    targets = province.snapshot(bare).table("ref_target")
    assert set(targets["office"]) == {OFFICE}
    assert set(targets["value"].astype(float)) == {0.9}


def test_control_characters_in_a_recap_are_taken_out(sent: Path, tmp_path: Path) -> None:
    path = resealed(sent, tmp_path / "ctl.zip", "ref_office", first(name="Kab\x07upaten\x00"))
    bare = Store(tmp_path / "kosong", by="tes", check_recap=check_recap)
    bare.load(path)
    publish(bare)
    assert list(province.snapshot(bare).table("ref_office")["name"]) == ["Kabupaten"]


def test_a_signature_is_needed_once_a_key_is_registered(
    home: Store, sent: Path, receiver: Store, tmp_path: Path
) -> None:
    unsigned = sent
    key = office_key(home.folder, OFFICE)
    assert office_key(home.folder, OFFICE) == key, "made once"
    assert (home.folder / "keys" / f"{OFFICE}.key").stat().st_mode & 0o777 == 0o600
    signed = tmp_path / "bertanda.zip"
    export(province.snapshot(home), [OFFICE], signed)

    before = receiver.load(signed, dry_run=True)[0]
    assert any("belum didaftarkan" in note for note in before.notes)
    receiver.trust(OFFICE, key)
    with pytest.raises(Refused, match="tidak ditandatangani"):
        receiver.load(unsigned)
    forged = resealed(signed, tmp_path / "ubah.zip", "flow", first(n=4))
    with pytest.raises(Refused, match="tidak cocok"):
        receiver.load(forged)
    receiver.trust("32.01", office_key(tmp_path / "lain", "32.01"))
    (result,) = receiver.load(signed)
    assert result.total.accepted == 1
    receiver.undo(result.batch)
    receiver.trust(OFFICE, office_key(tmp_path / "lain", OFFICE))
    with pytest.raises(Refused, match="tidak cocok"):
        receiver.load(signed)


@pytest.mark.parametrize("text", ["", "abc", "AAAA", "é" * 44])
def test_a_key_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="tidak utuh"):
        checked_key(text)


def test_recaps_of_the_made_up_province_mark_the_store(home: Store, tmp_path: Path) -> None:
    shown = province.snapshot(home)
    shown.manifest["sample"] = True
    export(shown, [OFFICE], tmp_path / "contoh.zip")
    bare = Store(tmp_path / "kosong", by="tes", check_recap=check_recap)
    bare.load(tmp_path / "contoh.zip")
    publish(bare)
    assert province.snapshot(bare).is_sample


def test_what_a_store_knows_of_recaps(sent: Path, receiver: Store) -> None:
    from etl.store import recaps

    receiver.load(sent)
    receiver.trust(OFFICE, "kunci")
    with receiver.writer() as con:
        known = replace(recaps.here(con), today=date(2026, 1, 31))
    assert known.keys == {OFFICE: "kunci"}
    assert known.provinces[OFFICE] == "32"
    assert known.in_effect[OFFICE]["period"][0] == "2025-01"
