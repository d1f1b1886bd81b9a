"""Mutated files end as rows or as a plain refusal; finds of longer runs are kept here, small."""

import random
import struct
import zipfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import Refused
from etl.ingest import prepare
from etl.loads import LoadOptions
from scripts import fuzz
from scripts.fuzz_seeds import csv_bytes

TABLES = ("csv", "xlsx", "xls", "ods", "parquet")


@pytest.mark.parametrize("name", TABLES)
def test_the_seeds_are_sound(name: str, tmp_path: Path) -> None:
    reader = fuzz.READERS[name]()
    for number, seed in enumerate(reader.seeds):
        path = tmp_path / f"{number}{reader.suffix}"
        path.write_bytes(seed)
        (item,) = prepare(duckdb.connect(), path, LoadOptions(), fuzz.KNOWN)
        assert [(p.kind, p.read, p.rejected) for p in item.parts] == [("applications", 9, 0)]


@pytest.mark.parametrize("name", list(fuzz.READERS))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 1_000_000))
def test_a_mutated_file_does_not_escape(name: str, seed: int, tmp_path: Path) -> None:
    reader = fuzz.READERS[name]()
    assert fuzz.one(name, fuzz.mutated(reader, random.Random(seed)), tmp_path) == ""


def test_a_zip_member_without_a_name_is_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "tanpa-nama.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x", csv_bytes())
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 28 : at + 32] = struct.pack("<HH", 0, 1)  # the name's byte becomes an extra field
    path.write_bytes(data)
    with pytest.raises(Refused, match=r"tanpa-nama\.zip"):
        prepare(duckdb.connect(), path, LoadOptions(), fuzz.KNOWN)
