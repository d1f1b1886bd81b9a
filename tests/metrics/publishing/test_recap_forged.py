"""A recap whose seal was made again over what cannot be is refused in words; finds of fuzzing."""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl.errors import Refused
from etl.store.store import Store
from metrics.counting.shape import arrow_schema
from metrics.publishing.opening import open_store
from metrics.publishing.recap_check import check_recap
from scripts.fuzz_seeds import recap_bytes, zipped

Change = Callable[[dict[str, Any]], object]


def resealed(folder: Path, change: Change, **parts: pa.Table) -> Path:
    with zipfile.ZipFile(io.BytesIO(recap_bytes())) as file:
        members = {n: file.read(n) for n in file.namelist()}
    manifest = json.loads(members["manifest.json"])
    for name, table in parts.items():
        sink = io.BytesIO()
        pq.write_table(table, sink)
        members[f"32.14/{name}.parquet"] = sink.getvalue()
        told = manifest["offices"]["32.14"]["parts"][name]
        told["sha256"] = hashlib.sha256(sink.getvalue()).hexdigest()
    change(manifest)
    bare = {k: v for k, v in manifest.items() if k != "checksum"}
    sealed = hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()
    members["manifest.json"] = json.dumps(bare | {"checksum": sealed}).encode()
    path = folder / "rekap.zip"
    path.write_bytes(zipped(members))
    return path


def office(**told: Any) -> Change:
    return lambda manifest: manifest["offices"]["32.14"].update(told)


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(offices=[1]),
        lambda m: m.update(offices=None),
        lambda m: m.update(offices=7),
        lambda m: m.update(format=1e309),
        lambda m: m.update(format=True),
        lambda m: m.update(format="2"),
        office(as_of=[1]),
        office(as_of=7),
        office(as_of={"applications": 3}),
        office(period="2024"),
        office(period=[]),
        office(parts=None),
        office(parts={"flow": "x"}),
        office(signature={}),
        office(calendar=["x"]),
        lambda m: m["offices"].update({"../x": m["offices"]["32.14"]}),
    ],
)
def test_a_manifest_of_another_form_is_refused(tmp_path, change):
    with pytest.raises(Refused):
        check_recap(resealed(tmp_path, change))


def test_a_forged_manifest_is_refused_where_it_is_loaded(tmp_path):
    store = open_store(tmp_path / "store")
    for change in (lambda m: m.update(offices=None), office(as_of=7)):
        with pytest.raises(Refused):
            store.load(resealed(tmp_path, change))


def reporting(**changed: Any) -> pa.Table:
    row = {"office": "32.14", "kind": "applications", "month": 202405, "source": "records", "n": 3}
    return pa.Table.from_pylist([row | changed], schema=arrow_schema("reporting"))


@pytest.mark.parametrize("changed", [{"month": None}, {"n": None}, {"n": -1}, {"month": 209913}])
def test_counts_that_are_none_are_refused(tmp_path, changed):
    path = resealed(tmp_path, office(period=["2024-05", "2024-05"]), reporting=reporting(**changed))
    with pytest.raises(Refused):
        check_recap(path)


def told_where(_path: Path, _here: object) -> list[str]:
    raise Refused(f"process {os.getpid()}")


def test_a_recap_is_opened_first_in_the_capped_process(tmp_path):
    store = Store(tmp_path / "store", check_recap=told_where, apart=True)
    with pytest.raises(Refused, match=r"process \d+") as refusal:
        store.load(resealed(tmp_path, office()))
    assert str(os.getpid()) not in str(refusal.value)
