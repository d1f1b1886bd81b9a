"""A recap of the format before stocks were kept for every month's end is still of use."""

import hashlib
import io
import json
import zipfile

import pyarrow.parquet as pq
import pytest

from metrics.publishing.recap import MANIFEST, _checksum
from tests.conftest import monev_here, monev_json

PROVINCE = (
    "office_code,name,region_kind,province_code\n"
    "32,Provinsi Jawa Barat,provinsi,\n{code},Kabupaten,kabupaten,32\n"
)


def as_format_1(new, old):
    """The same recap as an application of the earlier format wrote it."""
    with zipfile.ZipFile(new) as source:
        manifest = json.loads(source.read(MANIFEST))
        content = {n: source.read(n) for n in source.namelist() if n != MANIFEST}
    manifest["format"] = 1
    for entry in manifest["offices"].values():
        for name in ("remaining", "complaint_backlog", "money_backlog"):
            del content[entry["parts"].pop(name)["path"]]
        later = {"backlog": ["stage", "due_soon"], "ref_office": ["successor", "valid_to"]}
        for name, columns in later.items():
            part = entry["parts"][name]
            table = pq.read_table(io.BytesIO(content[part["path"]])).drop_columns(columns)
            written = io.BytesIO()
            pq.write_table(table, written)
            content[part["path"]] = written.getvalue()
            part["sha256"] = hashlib.sha256(written.getvalue()).hexdigest()
    manifest["checksum"] = _checksum(manifest)
    with zipfile.ZipFile(old, "w") as target:
        target.writestr(MANIFEST, json.dumps(manifest))
        for name, data in content.items():
            target.writestr(name, data)


@pytest.fixture
def earlier(sample_store, tmp_path):
    offices = monev_json(
        "indicator", "permits_issued", "--by", "office", "--store", sample_store
    )  # fmt: skip
    code = offices["rows"][0]["office"]
    new, old = tmp_path / "baru.zip", tmp_path / "lama.zip"
    done = monev_here("recap", "export", "--office", code, "--out", new, "--store", sample_store)
    assert done.returncode == 0, done.stderr
    as_format_1(new, old)
    (tmp_path / "kantor.csv").write_text(PROVINCE.format(code=code))
    store = tmp_path / "provinsi"
    monev_json("load", tmp_path / "kantor.csv", "--kind", "offices", "--store", store)
    return code, store, old


def test_counts_are_taken_and_stocks_are_not_told(earlier, sample_store):
    code, store, old = earlier
    loaded = monev_json("load", old, "--store", store)
    assert "permits_issued" in loaded["feeds"]
    assert "open_applications" in {x["indicator"] for x in loaded["lacks"]}

    def ask(name, where):
        return monev_json("indicator", name, "--office", code, "--store", where)["rows"][0]

    for name in ("permits_issued", "processing_time", "on_time_rate"):
        assert ask(name, store)["value"] == ask(name, sample_store)["value"]
    for name in ("open_applications", "open_complaints", "unpaid_bills"):
        assert ask(name, sample_store)["value"] is not None
        assert ask(name, store)["value"] is None  # not nought: nobody told it
