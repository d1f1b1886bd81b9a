"""A user's file is read in a capped process of its own; its failure is the file's alone."""

import gzip
import io
import struct
import threading
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from openpyxl import Workbook

from etl.errors import Refused
from etl.loads import LoadOptions
from etl.reading import apart, limits
from etl.store.store import Store
from metrics.publishing.publish import publish
from tests.conftest import SHARED, monev_json
from tests.etl.store_files import applications, offices, write

HOSTILE = SHARED / "cases" / "hostile"
HEAD = "office_code,application_no,permit_type,submitted_at"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("known")
    store = Store(folder / "store")
    store.load(offices(folder))
    store.load(applications(folder))
    publish(store)
    return store.folder


@pytest.fixture
def house(known: Path, tmp_path: Path) -> Store:
    import shutil

    shutil.copytree(known, tmp_path / "store")
    return Store(tmp_path / "store", apart=True)


def test_reading_apart_gives_what_reading_here_gives(house: Store, tmp_path: Path) -> None:
    rows = "32.14,Q-1,SIUP,2024-05-02\n32.14,Q-2,SIUP,31/02/2024\n32.99,Q-3,SIUP,2024-05-03\n"
    path = write(tmp_path / "campur.csv", f"{HEAD}\n{rows}")
    here = Store(house.folder)
    (there,) = house.load(path, dry_run=True, rejects=tmp_path / "a.xlsx")
    (same,) = here.load(path, dry_run=True, rejects=tmp_path / "b.xlsx")
    assert there == same
    assert (tmp_path / "a.xlsx").exists()
    (stored,) = house.load(path)
    assert (stored.total.accepted, stored.total.rejected) == (1, 2)
    (again,) = house.load(path)
    assert again.repeated


def test_a_file_loaded_before_but_overridden_since_is_read_again(
    house: Store, tmp_path: Path
) -> None:
    first, second = applications(tmp_path), applications(tmp_path, "lain.csv", a1="IMB")
    house.load(second)
    (result,) = house.load(first)
    assert not result.repeated
    assert result.total.accepted == 1


def test_a_check_takes_no_lock(house: Store, tmp_path: Path) -> None:
    path = applications(tmp_path, "cek.csv", a1="IMB")
    with FileLock(house.folder / "writer.lock"):
        (result,) = house.load(path, dry_run=True)
        (same,) = house.load(applications(tmp_path), dry_run=True)
    assert result.batch is None
    assert result.total.read == 3
    assert "belum dibandingkan" in result.notes[-1]
    assert same.repeated
    assert same.batch == 2


def test_a_load_is_not_kept_waiting_while_another_file_is_read(
    house: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go = threading.Event(), threading.Event()
    real = apart._asked

    def slow(wanted):
        if wanted.path.name == "lama.csv":
            reading.set()
            assert go.wait(60)
        return real(wanted)

    monkeypatch.setattr(apart, "_asked", slow)
    long = threading.Thread(target=house.load, args=(applications(tmp_path, "lama.csv", a1="X"),))
    long.start()
    assert reading.wait(60)
    other = Store(house.folder, apart=True)
    assert other.load(applications(tmp_path, "cepat.csv", a1="Y"))[0].batch == 3
    go.set()
    long.join()
    assert list(house.batches()["batch"]) == [4, 3, 2, 1]


def test_a_check_of_a_recap_keeps_no_file(house: Store, tmp_path: Path) -> None:
    from metrics.publishing.opening import open_store
    from metrics.publishing.recap import export
    from tests.metrics.small_province import snapshot

    export(snapshot(house), ["32.14"], tmp_path / "r.zip")
    other = open_store(tmp_path / "provinsi")
    other.load(tmp_path / "r.zip", dry_run=True)
    assert not list(other.folder.glob("recaps/*"))


@pytest.mark.parametrize("name", ["parquet-0.parquet", "zip-0.zip", "recap-0.zip", "corner.xlsx"])
def test_hostile_files_are_refused_by_name(house: Store, name: str) -> None:
    if not HOSTILE.is_dir():
        pytest.skip("no shared cases here")
    said = monev_json("load", HOSTILE / name, "--store", house.folder, code=2)["error"]
    assert "facts.duckdb" not in said
    assert name in said or "sel" in said


def far_corner(path: Path) -> Path:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "office_code", 1
    book.save(path)
    return path


def test_two_cells_in_opposite_corners_are_refused_before_the_reader(tmp_path: Path) -> None:
    path = far_corner(tmp_path / "sudut.xlsx")
    assert path.stat().st_size < 10_000
    with pytest.raises(Refused, match="melebihi"):
        Store(tmp_path / "store").load(path)


def test_a_sheet_that_hides_its_reach_is_ended_by_the_cap(house: Store, tmp_path: Path) -> None:
    """Cell addresses written so that the pre-check does not see them still meet the cap."""
    path, out = far_corner(tmp_path / "asli.xlsx"), tmp_path / "samar.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as file:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                data = data.replace(b'r="XFD1048576"', b"r='XFD1048576'")
                data = data.replace(b'ref="A1:XFD1048576"', b'ref="A1"')
                data = data.replace(b'<row r="1048576"', b"<row r='1048576'")
            file.writestr(name, data)
    with pytest.raises(Refused, match="batas memori"):
        house.load(out)
    assert house.load(applications(tmp_path, "lagi.csv", a1="Z"))[0].batch == 3


def test_a_zip_that_unpacks_a_thousandfold_is_refused_by_its_headers(tmp_path: Path) -> None:
    path = tmp_path / "bom.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.csv", HEAD + "\n" + "x" * (100 << 20))
    with pytest.raises(Refused, match="kali lipat"):
        Store(tmp_path / "store").load(path)


def test_a_gzip_that_unpacks_beyond_the_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONEV_MAX_UNPACKED_MB", "1")
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"x" * (3 << 20)))
    with pytest.raises(Refused, match="melebihi 1 MB"):
        Store(tmp_path / "store").load(path)


def test_a_parquet_of_too_many_rows_or_columns_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq.write_table(pa.table({"a": pa.array([1] * 2000)}), tmp_path / "panjang.parquet")
    pq.write_table(pa.table({f"c{i}": [1] for i in range(30)}), tmp_path / "lebar.parquet")
    monkeypatch.setenv("MONEV_MAX_ROWS", "1000")
    monkeypatch.setenv("MONEV_MAX_COLUMNS", "20")
    for name, said in (("panjang", "1000"), ("lebar", "20")):
        with pytest.raises(Refused, match=said):
            Store(tmp_path / "store").load(tmp_path / f"{name}.parquet")


def test_entities_of_a_workbook_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "e.ods"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + "ha" * 99 + '">]><a>&b;</a>'
        file.writestr("content.xml", laughs)
    with pytest.raises(Refused, match="entitas"):
        Store(tmp_path / "store").load(path)


def test_external_entities_of_a_log_are_not_fetched(house: Store, tmp_path: Path) -> None:
    secret = write(tmp_path / "rahasia.txt", "RAHASIA")
    log = write(
        tmp_path / "log.xes",
        f'<?xml version="1.0"?><!DOCTYPE log [<!ENTITY x SYSTEM "file://{secret}">]>'
        '<log><trace><string key="concept:name" value="1"/><event>'
        '<string key="concept:name" value="&x;"/></event></trace></log>',
    )
    mapping = write(
        tmp_path / "m.toml",
        'kind = "event_log"\n[fields]\napplication_no = "case:concept:name"\n'
        'stage = "concept:name"\n[constants]\noffice_code = "32.14"\n',
    )
    with pytest.raises(Refused) as refusal:
        house.load(log, LoadOptions(mapping=mapping))
    assert "RAHASIA" not in str(refusal.value)


def test_control_characters_are_taken_out_on_reading(house: Store, tmp_path: Path) -> None:
    text = f"{HEAD}\n32.14,C-1,Izin\x01 Rek\x7flame,2024-05-02\n"
    plain, wide = tmp_path / "c.csv", tmp_path / "d.csv"
    plain.write_bytes(text.encode())
    wide.write_bytes(text.replace("C-1", "C-2").encode("utf-16"))
    values = ("32.14", "C-3", "Izin\x02 Reklame", "2024-05-02")
    table = pa.table({h: [v] for h, v in zip(HEAD.split(","), values, strict=True)})
    pq.write_table(table, tmp_path / "e.parquet")
    for name in ("c.csv", "d.csv", "e.parquet"):
        house.load(tmp_path / name)
    with house.writer() as con:
        rows = con.execute(
            "SELECT application_no, permit_type FROM facts.current_applications "
            "WHERE application_no LIKE 'C-%' ORDER BY 1"
        ).fetchall()
    assert rows == [("C-1", "Izin Reklame"), ("C-2", "Izin Reklame"), ("C-3", "Izin Reklame")]


def test_damaged_data_pages_of_a_users_parquet_are_its_own_fault(
    house: Store, tmp_path: Path
) -> None:
    table = pa.table({h: [f"{h}{i}" for i in range(500)] for h in HEAD.split(",")})
    sink = io.BytesIO()
    pq.write_table(table, sink)
    data = bytearray(sink.getvalue())
    (footer,) = struct.unpack("<I", data[-8:-4])
    for at in range(4, len(data) - footer - 8, 7):
        data[at] ^= 0x5A
    path = tmp_path / "halaman.parquet"
    path.write_bytes(data)
    with pytest.raises(Refused, match=r"halaman\.parquet"):
        house.load(path)


def test_time_is_capped(house: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "seconds_for", lambda _path: 0.001)
    with pytest.raises(Refused, match="batas waktu"):
        house.load(applications(tmp_path, "lama.csv", a1="IMB"))
    assert len(house.batches()) == 2


def test_larger_files_have_more_time(tmp_path: Path) -> None:
    small, large = tmp_path / "a", tmp_path / "b"
    small.write_bytes(b"x")
    large.write_bytes(b"x" * (2 << 20))
    assert limits.seconds_for(large) > limits.seconds_for(small) >= 30
