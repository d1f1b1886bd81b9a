"""What a person who loads, repeats, takes back and reports nil sees of the store."""

import json
import multiprocessing
import stat
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from etl.errors import Refused, StoreBusy, StoreDamaged
from etl.loads import LoadOptions
from etl.settings import Settings
from etl.store.store import Store
from tests.etl.store_files import applications, offices, survey, write


@pytest.fixture
def store(tmp_path: Path) -> Store:
    house = Store(tmp_path / "store", by="penguji")
    house.load(offices(tmp_path))
    return house


def rows(store: Store, query: str) -> list[tuple[Any, ...]]:
    with store.writer() as con:
        return con.execute(query).fetchall()


def permits(store: Store) -> dict[str, str]:
    return dict(rows(store, "SELECT application_no, permit_type FROM facts.current_applications"))


def marked(store: Store) -> set[str]:
    found = {r[0] for r in rows(store, "SELECT office_code FROM facts.offices_changed")}
    rows(store, "DELETE FROM facts.offices_changed RETURNING 1")
    return found


def test_a_load_says_what_it_did(store: Store, tmp_path: Path) -> None:
    source = write(
        tmp_path / "izin.csv",
        "office_code,application_no,submitted_at\n32.14,1,2024-05-02\n32.14,2,31/02/2024\n"
        "32.14,1,2024-05-02\n",
    )
    (result,) = store.load(source)
    said = result.to_json()
    assert (said["batch"], said["kind"]) == (2, "applications")
    assert [said[k] for k in ("read", "accepted", "rejected", "unchanged")] == [3, 1, 1, 1]
    (reject,) = said["rejects"]
    assert (reject["row"], reject["column"], reject["value"]) == (3, "submitted_at", "31/02/2024")
    assert rows(store, "SELECT rejected FROM facts.batch_kinds WHERE batch = 2") == [(1,)]


def test_a_workbook_of_applications_with_dates_is_a_register(store: Store, tmp_path: Path) -> None:
    """Two dates of different months beside "Jenis Izin" are no monthly tally."""
    book = openpyxl.Workbook()
    book.active.append(["Nomor Permohonan", "Jenis Izin", "Tanggal Permohonan", "Tanggal Terbit"])
    days = [datetime(2025, 1, 25) + timedelta(days=3 * i) for i in range(20)]
    for i, day in enumerate(days):
        book.active.append([f"503/{i}", "SIUP", day, day + timedelta(days=14)])
    book.save(tmp_path / "register.xlsx")
    (result,) = store.load(tmp_path / "register.xlsx", LoadOptions(office="32.14"))
    assert (result.kind, result.total.accepted) == ("applications", 20)
    found = rows(store, "SELECT submitted_at, issued_at FROM facts.current_applications ORDER BY 1")
    assert found == [(day, day + timedelta(days=14)) for day in days]


def test_stages_of_unknown_applications_are_kept_and_said(store: Store, tmp_path: Path) -> None:
    stages = [
        f"32.14,{number},Verifikasi,2024-05-03 08:00,2024-05-04 10:00"
        for number in ("A-1", "A-2", "C-1")
    ]
    heading = "office_code,application_no,stage,started_at,finished_at"
    store.load(applications(tmp_path))
    (known,) = store.load(write(tmp_path / "tahap.csv", "\n".join([heading, *stages[:2]])))
    (some,) = store.load(write(tmp_path / "lagi.csv", "\n".join([heading, *stages])))
    assert not [n for n in known.notes if "belum dimuat" in n]
    assert [n.split(" yang ")[0] for n in some.notes if "belum dimuat" in n] == [
        "1 tahapan menyebut 1 permohonan"
    ]
    assert rows(store, "SELECT count(*) FROM facts.current_stages") == [(3,)]


def test_a_later_file_replaces_and_its_undo_restores(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    (second,) = store.load(applications(tmp_path, "baru.csv", a1="IMB"))
    assert second.total.unchanged == 2
    assert permits(store) == {"A-1": "IMB", "A-2": "TDP", "B-1": "SIUP"}
    store.undo(3)
    assert permits(store) == {"A-1": "SIUP", "A-2": "TDP", "B-1": "SIUP"}


def test_undoing_the_earlier_batch_keeps_what_the_later_says_again(
    store: Store, tmp_path: Path
) -> None:
    store.load(applications(tmp_path))
    store.load(applications(tmp_path, "baru.csv", a1="IMB"))
    store.undo(2)
    assert permits(store) == {"A-1": "IMB", "A-2": "TDP", "B-1": "SIUP"}
    assert rows(store, "SELECT count(*) FROM facts.history_applications") == [(0,)]


def test_a_status_export_keeps_dates_and_a_blank_erases(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    store.load(
        write(
            tmp_path / "status.csv",
            "office_code,application_no,submitted_at,permit_type\n32.14,A-1,2024-05-02,\n",
        )
    )
    query = "SELECT permit_type, issued_at::DATE::VARCHAR FROM facts.current_applications"
    assert rows(store, f"{query} WHERE application_no = 'A-1'") == [(None, "2024-05-06")]


def test_the_same_file_in_effect_changes_nothing_and_says_so(store: Store, tmp_path: Path) -> None:
    source = applications(tmp_path)
    store.load(source)
    marked(store)
    (again,) = store.load(source)
    assert (again.batch, again.repeated) == (2, True)
    assert (again.total.accepted, again.total.unchanged) == (0, 3)
    assert "sudah dimuat" in again.notes[0]
    assert marked(store) == set()
    assert len(store.batches()) == 2


def test_a_file_overridden_since_loads_again(store: Store, tmp_path: Path) -> None:
    source = applications(tmp_path)
    store.load(source)
    store.load(applications(tmp_path, "baru.csv", a1="IMB"))
    (again,) = store.load(source)
    assert (again.batch, again.repeated) == (4, False)
    assert permits(store)["A-1"] == "SIUP"


def test_a_file_undone_since_loads_again(store: Store, tmp_path: Path) -> None:
    source = applications(tmp_path)
    store.load(source)
    store.undo(2)
    (again,) = store.load(source)
    assert (again.batch, again.total.unchanged) == (3, 0)


def test_a_batch_is_undone_once(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    store.undo(2)
    with pytest.raises(Refused, match="sudah dibatalkan"):
        store.undo(2)
    with pytest.raises(Refused, match="tidak ada"):
        store.undo(99)


def test_offices_that_facts_need_are_not_undone(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    with pytest.raises(Refused, match=r"32\.14 dipakai 2 baris applications"):
        store.undo(1)
    assert rows(store, "SELECT count(*) FROM facts.current_offices") == [(3,)]
    store.undo(2)
    store.undo(1)
    assert rows(store, "SELECT count(*) FROM facts.current_offices") == [(0,)]


def test_permit_types_that_facts_need_are_not_undone(store: Store, tmp_path: Path) -> None:
    types = write(tmp_path / "jenis.csv", "permit_type,name\nSIUP,Surat Izin Usaha\nX,Lain\n")
    store.load(types, LoadOptions(kind="permit_types"))
    store.load(applications(tmp_path))
    with pytest.raises(Refused, match="SIUP dipakai 2 baris applications"):
        store.undo(2)


def test_an_office_loaded_twice_may_lose_one_of_its_batches(store: Store, tmp_path: Path) -> None:
    store.load(
        write(tmp_path / "lagi.csv", "office_code,name\n32.14,Kab. Purwakarta\n"),
        LoadOptions(kind="offices"),
    )
    store.load(applications(tmp_path))
    store.undo(2)
    name = "SELECT name FROM facts.current_offices WHERE office_code = '32.14'"
    assert rows(store, name) == [("Purwakarta",)]


def test_a_dry_run_counts_and_keeps_nothing(store: Store, tmp_path: Path) -> None:
    marked(store)
    (tried,) = store.load(applications(tmp_path), dry_run=True)
    assert (tried.batch, tried.total.accepted) == (None, 3)
    assert permits(store) == {}
    assert marked(store) == set()
    assert len(list(store.archive.folder.iterdir())) == 1
    (loaded,) = store.load(applications(tmp_path))
    assert loaded.batch == 2


def test_a_refused_file_changes_nothing(store: Store, tmp_path: Path) -> None:
    stranger = write(
        tmp_path / "asing.csv", "office_code,application_no,submitted_at\n99.99,1,2024-01-02\n"
    )
    with pytest.raises(Refused):
        store.load(stranger)
    assert len(store.batches()) == 1
    assert len(list(store.archive.folder.iterdir())) == 1
    refusal = store.operations.audited(action="refusal")[0]
    assert refusal.detail["file"] == "asing.csv"


def test_changes_mark_the_offices_they_reach(store: Store, tmp_path: Path) -> None:
    assert marked(store) == {"32", "32.04", "32.14"}
    store.load(applications(tmp_path))
    assert marked(store) == {"32.04", "32.14"}
    store.load(
        write(
            tmp_path / "standar.csv",
            "office_code,permit_type,valid_from,working_days\n32,SIUP,2020-01-01,5\n",
        ),
        LoadOptions(kind="standards"),
    )
    assert marked(store) == {"32", "32.04", "32.14"}
    store.load(
        write(tmp_path / "tutup.csv", "office_code,date,reason\n32.04,2024-05-03,banjir\n"),
        LoadOptions(kind="closures"),
    )
    assert marked(store) == {"32.04"}
    store.undo(2)
    assert marked(store) == {"32.04", "32.14"}


def test_nil_is_a_batch_that_records_contradict(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    nil = store.nil("applications", "32.14", "2024-07")
    assert (nil.kind, nil.batch, nil.total.accepted) == ("nil", 3, 1)
    assert store.nil("applications", "32.14", "2024-07").repeated
    with pytest.raises(Refused, match="sudah mempunyai 2 catatan"):
        store.nil("applications", "32.14", "2024-05")
    for kind, office, month in [
        ("applications", "99.99", "2024-07"),
        ("stages", "32.14", "2024-07"),
        ("applications", "32.14", "2024-13"),
        ("applications", "32.14", "2024"),
        ("applications", "32.14", "2999-01"),
    ]:
        with pytest.raises(Refused):
            store.nil(kind, office, month)
    store.undo(3)
    assert rows(store, "SELECT * FROM facts.current_nil") == []


SURVEY = LoadOptions(kind="survey", office="32.14", period="2024-S1", rule="2017")


def answers(store: Store) -> list[int]:
    return sorted(r[0] for r in rows(store, "SELECT waktu FROM facts.current_survey"))


def mode(name: str) -> LoadOptions:
    return LoadOptions(kind="survey", office="32.14", period="2024-S1", rule="2017", mode=name)  # type: ignore[arg-type]


def test_a_survey_loaded_already_asks_what_to_do(store: Store, tmp_path: Path) -> None:
    first = survey(tmp_path, "satu.csv", [3, 3, 4])
    store.load(first, SURVEY)
    with pytest.raises(Refused, match=r"--replace .*--append"):
        store.load(survey(tmp_path, "dua.csv", [1, 2]), SURVEY)
    (again,) = store.load(first, SURVEY)
    assert again.repeated


def test_replacing_a_survey_can_be_undone(store: Store, tmp_path: Path) -> None:
    store.load(survey(tmp_path, "satu.csv", [3, 3, 4]), SURVEY)
    store.load(survey(tmp_path, "dua.csv", [1, 2]), mode("replace"))
    assert answers(store) == [1, 2]
    store.load(survey(tmp_path, "tiga.csv", [4]), mode("replace"))
    assert answers(store) == [4]
    store.undo(3)
    assert answers(store) == [4]
    store.undo(4)
    assert answers(store) == [3, 3, 4]
    store.undo(2)
    assert answers(store) == []
    for table in ("history_survey", "retractions"):
        assert rows(store, f"SELECT count(*) FROM facts.{table}") == [(0,)]


def test_adding_to_a_survey_overwrites_nobody(store: Store, tmp_path: Path) -> None:
    store.load(survey(tmp_path, "satu.csv", [3, 3, 4]), SURVEY)
    (added,) = store.load(survey(tmp_path, "dua.csv", [1, 2]), mode("append"))
    assert answers(store) == [1, 2, 3, 3, 4]
    assert any("responden tambahan" in note for note in added.notes)
    store.undo(3)
    assert answers(store) == [3, 3, 4]


def test_a_longer_export_of_the_same_answers_adds_the_new_ones(
    store: Store, tmp_path: Path
) -> None:
    store.load(survey(tmp_path, "satu.csv", [3, 3, 4]), SURVEY)
    (added,) = store.load(survey(tmp_path, "satu-lagi.csv", [3, 3, 4, 2]), mode("append"))
    assert answers(store) == [2, 3, 3, 4]
    assert added.total.unchanged == 3


def test_sources_are_kept_for_their_owner_alone(store: Store, tmp_path: Path) -> None:
    source = applications(tmp_path)
    store.load(source)
    (kept,) = [p for p in store.archive.folder.iterdir() if "A-1" in p.read_text()]
    assert kept.read_bytes() == source.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert rows(store, "SELECT source FROM facts.batches WHERE batch = 2") == [(kept.stem,)]


def test_the_archive_can_be_switched_off(tmp_path: Path) -> None:
    house = Store(tmp_path / "store", limits=Settings(archive=False))
    house.load(offices(tmp_path))
    assert not house.archive.folder.exists()


def test_rejected_rows_come_back_as_a_workbook(store: Store, tmp_path: Path) -> None:
    source = write(
        tmp_path / "izin.csv",
        "office_code,application_no,submitted_at\n32.14,1,2024-05-02\n32.14,2,31/02/2024\n",
    )
    store.load(source, rejects=tmp_path / "tolak.xlsx")
    assert (tmp_path / "tolak.xlsx").stat().st_size > 0


def test_the_file_is_of_the_storage_version_that_older_tools_read(store: Store) -> None:
    assert rows(
        store,
        "SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'facts'",
    )[0][0].startswith("v1.5.0")


def hold(folder: Path, ready: Any, seconds: float) -> None:
    with Store(folder).writer():
        ready.set()
        time.sleep(seconds)


def test_a_second_writer_waits_and_then_says_busy(store: Store, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    other = context.Process(target=hold, args=(store.folder, ready, 4))
    other.start()
    try:
        assert ready.wait(30)
        impatient = Store(store.folder, limits=Settings(lock_seconds=0.2))
        with pytest.raises(StoreBusy, match="tunggu"):
            impatient.batches()
        assert len(Store(store.folder, limits=Settings(lock_seconds=30)).batches()) == 1
    finally:
        other.join()


def test_a_program_that_has_the_file_open_is_named_as_the_cause(store: Store) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    other = context.Process(target=open_directly, args=(store.folder / "facts.duckdb", ready))
    other.start()
    try:
        assert ready.wait(30)
        with pytest.raises(StoreBusy, match="program lain"):
            store.batches()
    finally:
        other.terminate()
        other.join()


def open_directly(path: Path, ready: Any) -> None:
    con = duckdb.connect(str(path))
    ready.set()
    time.sleep(60)
    con.close()


@pytest.mark.parametrize("damage", ["cut", "overwritten", "emptied", "another database"])
def test_a_damaged_file_is_told_in_a_sentence(store: Store, tmp_path: Path, damage: str) -> None:
    facts = store.folder / "facts.duckdb"
    content = facts.read_bytes()
    if damage == "cut":
        facts.write_bytes(content[: len(content) // 2])
    elif damage == "overwritten":
        facts.write_bytes(content[:4096] + b"x" * (len(content) - 4096))
    elif damage == "emptied":
        facts.write_bytes(b"")
    else:
        facts.unlink()
        duckdb.connect(str(facts)).execute("CREATE TABLE x (a INTEGER)").close()
    with pytest.raises(StoreDamaged, match="cadangan"):
        store.load(applications(tmp_path))


def test_a_store_of_a_newer_version_is_left_alone(store: Store) -> None:
    rows(store, "UPDATE facts.store_format SET format = 99 RETURNING 1")
    with pytest.raises(StoreDamaged, match="lebih baru"):
        store.batches()


def test_a_field_that_this_version_added_is_null_in_older_rows(
    store: Store, tmp_path: Path
) -> None:
    store.load(applications(tmp_path))
    with store.writer() as con:
        con.execute(
            "CREATE TABLE facts.older AS SELECT * EXCLUDE (signatory) "
            "FROM facts.current_applications"
        )
        con.execute("DROP TABLE facts.current_applications")
        con.execute("ALTER TABLE facts.older RENAME TO current_applications")
    found = rows(store, "SELECT application_no, signatory FROM facts.current_applications")
    assert sorted(found) == [("A-1", None), ("A-2", None), ("B-1", None)]


def test_every_change_is_audited(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    store.undo(2)
    store.nil("applications", "32.14", "2024-05")
    said = [(e.who, e.action) for e in store.operations.audited()]
    assert said == [("penguji", a) for a in ("nil", "undo", "load", "load")]


def test_batches_tell_the_newest_first(store: Store, tmp_path: Path) -> None:
    store.load(applications(tmp_path))
    store.undo(2)
    frame = store.batches()
    assert frame["batch"].tolist() == [2, 1]
    assert frame["state"].tolist() == ["undone", "live"]
    assert frame["accepted"].tolist() == [3, 3]
    assert Store(tmp_path / "kosong").batches().empty
    assert not (tmp_path / "kosong").exists()


def test_notes_are_kept_with_the_batch(store: Store, tmp_path: Path) -> None:
    (result,) = store.load(applications(tmp_path))
    ((notes,),) = rows(store, "SELECT notes FROM facts.batches WHERE batch = 2")
    assert json.loads(notes) == list(result.notes)
