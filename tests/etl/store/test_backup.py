"""A backup is whole or is none; restored or rebuilt, the store answers as before."""

import json
import shutil
import threading
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from etl.errors import Refused, StoreDamaged
from etl.loads import LoadOptions
from etl.store import backup, compacting, rebuild
from etl.store.doctor import examine
from etl.store.journal import Journal, settle, standing
from etl.store.purge import purge
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import indicators
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.publish import heal, publish, sweep
from metrics.publishing.recap_check import check_recap
from tests.conftest import monev_here, monev_json
from tests.etl.store_files import applications, offices, survey, write

MAPPING = """kind = "applications"
[fields]
application_no = "nomor surat"
permit_type = "macam"
submitted_at = "masuk"
[constants]
office_code = "32.04"
"""


def filled(folder: Path) -> Store:
    """Every way of writing: files, a mapping, a nil report, a survey replaced, undos, a key."""
    store = Store(folder / "store", by="tes", check_recap=check_recap)
    store.load(offices(folder))
    store.load(applications(folder))
    store.load(applications(folder, "lagi.csv", a1="IMB"))
    strange = write(folder / "asing.csv", "nomor surat,macam,masuk\nX-1,IMB,2024-05-07\n")
    mapping = write(folder / "asing.toml", MAPPING)
    store.load(strange, LoadOptions(mapping=mapping))
    half = LoadOptions(office="32.14", period="2024-S1", service="SIUP")
    store.load(survey(folder, "a.csv", [3, 4, 2]), half)
    store.load(
        survey(folder, "b.csv", [4, 4]),
        LoadOptions(office="32.14", period="2024-S1", service="SIUP", mode="replace"),
    )
    store.nil("payments", "32.14", "2024-05")
    store.undo(3)
    store.load(applications(folder, "akhir.csv", b1="TDP"))
    store.trust("32.14", "kunci")
    publish(store)
    return store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("made")).folder


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Store:
    shutil.copytree(made, tmp_path / "store")
    return Store(tmp_path / "store", by="tes", check_recap=check_recap)


def answers(folder: Path) -> Iterator[tuple[str, Any]]:
    """What every indicator answers, in all and by office."""
    heal(Store(folder, check_recap=check_recap))
    snapshot = open_snapshot(folder)
    assert len(indicators()) > 20
    for name, indicator in indicators().items():
        for query in (Query(), Query(by=("office",))):
            told = indicator.read(snapshot, EVERYTHING, query).to_json()
            yield f"{name} {query.by}", json.dumps(told, default=str)


def facts(store: Store) -> dict[str, list[Any]]:
    """Every row of the facts, but who loaded when."""
    with store.writer() as con:
        tables = [
            t
            for (t,) in con.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = 'facts' ORDER BY 1"
            ).fetchall()
            if t != "offices_changed"
        ]
        shown = {
            t: "* EXCLUDE (loaded_at, undone_at)" if t == "batches" else '* EXCLUDE ("at")'
            if t == "recap_keys" else "*"
            for t in tables
        }  # fmt: skip
        return {
            t: con.execute(f"SELECT {shown[t]} FROM facts.{t} ORDER BY ALL").fetchall()
            for t in tables
        }


def test_a_backup_restored_elsewhere_answers_the_same(house: Store, tmp_path: Path) -> None:
    before = dict(answers(house.folder))
    out = tmp_path / "cadangan" / "monev.zip"
    told = monev_json("backup", out, "--store", house.folder)
    assert told == {"file": str(out), "sha256": told["sha256"], "batches": 8, "verified": True}
    assert out.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in out.parent.iterdir()] == ["monev.zip"]
    other = tmp_path / "lain" / "store"
    assert monev_json("restore", out, "--store", other)["batches"] == 8
    assert dict(answers(other)) == before
    assert facts(Store(other)) == facts(house)
    assert examine(Store(other), publish).state == "ok"
    assert (other.stat().st_mode & 0o777, len(list((other / "archive").iterdir()))) == (0o700, 7)


def test_lost_facts_are_restored_in_place_under_new_versions(house: Store, tmp_path: Path) -> None:
    before = dict(answers(house.folder))
    backup.take(house, tmp_path / "c.zip")
    (house.folder / "facts.duckdb").unlink()
    with pytest.raises(StoreDamaged, match="monev restore"):
        house.load(applications(tmp_path))
    assert monev_here("restore", tmp_path / "c.zip", "--store", house.folder).returncode == 0
    assert dict(answers(house.folder)) == before
    pointer = json.loads((house.folder / "published" / "current.json").read_text())
    assert pointer["manifest"] > "manifest-000001.json"


def test_a_sound_store_is_not_overwritten(house: Store, tmp_path: Path) -> None:
    backup.take(house, tmp_path / "c.zip")
    with pytest.raises(Refused, match="utuh"):
        backup.restore(tmp_path / "c.zip", house)
    with pytest.raises(Refused, match="utuh"):
        rebuild.rebuild(house)


def test_a_damaged_store_is_kept_beside(house: Store, tmp_path: Path) -> None:
    backup.take(house, tmp_path / "c.zip")
    (house.folder / "facts.duckdb").write_bytes(b"x" * 50_000)
    backup.restore(tmp_path / "c.zip", house)
    (kept,) = house.folder.glob("rusak-*/facts.duckdb")
    assert kept.read_bytes() == b"x" * 50_000
    assert len(house.batches()) == 8


@pytest.mark.parametrize("at", [0.02, 0.3, 0.6, 0.9, 0.995])
def test_a_backup_with_one_byte_changed_is_refused(house: Store, tmp_path: Path, at: float) -> None:
    made = backup.take(house, tmp_path / "c.zip")
    content = bytearray(made.file.read_bytes())
    content[int(len(content) * at)] ^= 1
    made.file.write_bytes(content)
    other = Store(tmp_path / "lain")
    said = ""
    try:
        backup.restore(made.file, other)
    except Refused as refused:
        said = str(refused)
    if other.exists:  # the byte was one that says nothing, such as a time of the zip's own
        assert facts(other) == facts(house)
    else:
        assert "c.zip" in said


def test_no_backup_into_the_store_and_none_of_nothing(house: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="di luar"):
        backup.take(house, house.folder / "c.zip")
    with pytest.raises(Refused, match="Belum ada data"):
        backup.take(Store(tmp_path / "kosong"), tmp_path / "c.zip")
    (tmp_path / "asing.zip").write_bytes(b"PK")
    with zipfile.ZipFile(tmp_path / "lain.zip", "w") as file:
        file.writestr("backup.json", "{}")
    for name in ("asing.zip", "lain.zip"):
        with pytest.raises(Refused, match="bukan cadangan"):
            backup.restore(tmp_path / name, Store(tmp_path / "baru"))


def test_backups_during_loads_are_whole(house: Store, tmp_path: Path) -> None:
    failed: list[BaseException] = []

    def loads() -> None:
        writer = Store(house.folder, by="tes")
        try:
            for n in range(6):
                writer.load(applications(tmp_path, f"{n}.csv", a2=f"T{n}"))
                publish(writer)
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=loads)
    thread.start()
    taken = [backup.take(house, tmp_path / f"c{n}.zip") for n in range(3)]
    thread.join()
    assert not failed
    assert [t.batches for t in taken] == sorted(t.batches for t in taken)
    for made in taken:
        other = Store(made.file.with_suffix(""))
        backup.restore(made.file, other)
        assert len(other.batches()) == made.batches
        publish(other)
        assert examine(other, publish).state == "ok"


def test_the_facts_are_rebuilt_from_the_archive(house: Store, tmp_path: Path) -> None:
    before, rows = dict(answers(house.folder)), facts(house)
    (house.folder / "facts.duckdb").unlink()
    told = monev_json("rebuild", "--store", house.folder)
    assert told == {"batches": 8, "undone": 1}
    assert facts(house) == rows
    assert dict(answers(house.folder)) == before
    assert examine(house, publish).state == "ok"


def test_a_rebuild_without_all_sources_changes_nothing(house: Store) -> None:
    facts_file = house.folder / "facts.duckdb"
    facts_file.unlink()
    source = next(p for p in house.archive.folder.iterdir() if p.suffix == ".csv")
    source.write_bytes(source.read_bytes() + b"x")
    with pytest.raises(Refused, match="tidak ada di arsip atau berubah"):
        rebuild.rebuild(house)
    assert not facts_file.exists()


def test_the_journal_tells_a_line_that_was_altered_or_cut(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for n in range(3):
        journal.write("undo", "tes", batch=n)
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-9])
    assert [line["batch"] for line in journal.lines()] == [0, 1]
    journal.write("undo", "tes", batch=7)
    assert [line["batch"] for line in journal.lines()] == [0, 1, 7]
    journal.path.write_bytes(whole.replace(b'"batch": 1', b'"batch": 2'))
    with pytest.raises(StoreDamaged, match="Baris 2"):
        journal.lines()


def test_a_line_whose_load_never_ended_is_taken_back(house: Store) -> None:
    house.journal.write("undo", "tes", batch=1)
    with house.writer() as con:
        settle(house.journal, con, "tes")
    assert [line["do"] for line in house.journal.lines()][-2:] == ["undo", "void"]
    assert standing(house.journal.lines())[-1]["do"] == "trust"


def test_comments_are_erased_from_every_place(house: Store, tmp_path: Path) -> None:
    said = "Petugas Budi lambat"
    rows = f"respondent_no,{ELEMENTS},comment\n1,{FOURS},{said}\n"
    half = LoadOptions(office="32.14", period="2024-S2", service="IMB")
    house.load(write(tmp_path / "komentar.csv", rows), half)
    publish(house)
    figures = dict(answers(house.folder))
    tomorrow = datetime.now() + timedelta(days=1)
    assert purge(house, "comments", datetime(2020, 1, 1)) == 0
    assert purge(house, "comments", tomorrow) == 1
    publish(house)
    sweep(house.folder / "published", keep=1)
    assert purge(house, "archive", tomorrow) == 8
    assert not _files_with(house.folder, said.encode())
    assert dict(answers(house.folder)) == figures
    assert examine(house, publish).state == "ok"


def test_a_rebuild_erases_again_what_was_erased(house: Store, tmp_path: Path) -> None:
    rows = f"respondent_no,{ELEMENTS},comment\n1,{FOURS},Rahasia\n"
    half = LoadOptions(office="32.14", period="2024-S2", service="IMB")
    house.load(write(tmp_path / "komentar.csv", rows), half)
    purge(house, "comments", datetime.now() + timedelta(days=1))
    rebuild.rebuild(house, anew=True)
    with house.writer() as con:
        found = con.execute("SELECT count(comment) FROM facts.current_survey").fetchone()
    assert found == (0,)


def test_rejected_cells_are_erased_and_their_number_stays(house: Store, tmp_path: Path) -> None:
    head = "office_code,application_no,permit_type,submitted_at"
    bad = write(
        tmp_path / "r.csv", f"{head}\n32.14,Z-1,SIUP,31/02/2024\n32.14,Z-2,SIUP,2024-02-01\n"
    )
    (result,) = house.load(bad)
    assert result.total.rejected == 1
    told = monev_json("purge", "rejects", "--before", "2099-01-01", "--store", house.folder)
    assert told["erased"] == 1
    with house.writer() as con:
        assert con.execute("SELECT count(*) FROM facts.rejects").fetchone() == (0,)
    assert int(house.batches()["rejected"].sum()) == 1


def test_another_thing_is_not_purged(house: Store) -> None:
    with pytest.raises(Refused, match="pilih archive"):
        purge(house, "semua", datetime.now())


def test_a_file_of_free_pages_is_written_anew(
    house: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = facts(house)
    assert not compacting.compact_where_wasteful(house)
    with house.writer() as con:
        con.execute("CREATE TABLE facts.besar AS SELECT hash(range) AS a FROM range(3_000_000)")
    with house.writer() as con:
        con.execute("DROP TABLE facts.besar")
    file = house.folder / "facts.duckdb"
    size = file.stat().st_size
    monkeypatch.setattr(compacting, "LEAST_BYTES", 1 << 20)
    assert compacting.compact_where_wasteful(house)
    assert file.stat().st_size < size
    assert facts(house) == before
    assert not compacting.compact_where_wasteful(house)


def test_compacting_keeps_every_row(house: Store) -> None:
    before = facts(house)
    compacting.compact(house)
    assert facts(house) == before
    assert not list(house.folder.glob("facts.new*"))


ELEMENTS = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana"
FOURS = ",".join(["4"] * 9)


def _files_with(folder: Path, words: bytes) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and words in p.read_bytes()]
