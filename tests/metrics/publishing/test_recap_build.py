import os
import subprocess

import pytest

from etl.errors import Refused
from etl.schema import kinds
from metrics.counting.tables import TABLES
from metrics.publishing.publish import publish
from metrics.publishing.recap import export, open_recap, read_set
from metrics.publishing.recap_build import build
from metrics.publishing.recap_receipt import receipts
from tests.conftest import ROOT
from tests.metrics import small_province as province

SPARK = ROOT / ".venv-spark" / "bin" / "python"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("bangun")


@pytest.fixture(scope="module")
def store(folder):
    return province.filled(folder / "rinci", province.OFFICES[:2])


@pytest.fixture(scope="module")
def facts(folder, store):
    """The store's facts as Parquet, one folder a kind."""
    with store.writer() as con:
        for kind in kinds():
            (folder / "fakta" / kind).mkdir(parents=True)
            con.execute(
                f"COPY (SELECT * EXCLUDE _batch FROM current_{kind}) "
                f"TO '{folder / 'fakta' / kind / 'part-0.parquet'}' (FORMAT parquet)"
            )
    return folder / "fakta"


def _same(a, b):
    assert a.manifest["offices"].keys() == b.manifest["offices"].keys()
    for office in a.offices:
        x, y = a.manifest["offices"][office], b.manifest["offices"][office]
        for told in ("as_of", "calendar", "standards", "period", "source"):
            assert x[told] == y[told], (office, told)
        ours, theirs = read_set(a.path, office), read_set(b.path, office)
        for name in TABLES:
            if name == "meta":  # rows read and rejected are known to a store alone
                blind = ["read", "rejected"]
                assert ours[name].drop(blind).equals(theirs[name].drop(blind)), office
            else:
                assert ours[name].equals(theirs[name]), (office, name)


def test_from_parquet_facts_comes_the_recap_that_the_store_exports(folder, store, facts):
    exported = export(province.snapshot(store), ["32", *province.OFFICES[:2]], folder / "a.zip")
    _same(exported, build(facts, folder / "b.zip"))


@pytest.mark.timeout(900)  # a session of Spark takes its time to start, however little it counts
def test_spark_writes_the_same_figures(folder, facts):
    """Spark lies beside the project (`make setup-spark`), so it is run as a person runs it."""
    if not SPARK.exists():
        reason = "make setup-spark puts Spark beside the project; it needs Java 17"
        (pytest.fail if os.environ.get("MONEV_CI") else pytest.skip)(reason)
    out = folder / "spark.zip"
    done = subprocess.run(
        [SPARK, "-m", "cli", "recap", "build", "--engine", "spark", "--facts", facts, "--out", out],
        cwd=ROOT,
        env=os.environ | {"MONEV_SPARK_MASTER": "local[1]"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARN " not in done.stderr
    _same(build(facts, folder / "duck.zip"), open_recap(out))


def test_what_cannot_be_built_is_refused_in_words(folder, facts):
    with pytest.raises(Refused, match="tidak ada"):
        build(folder / "nihil", folder / "x.zip")
    (folder / "kosong").mkdir()
    with pytest.raises(Refused, match=r"applications/\*\.parquet"):
        build(folder / "kosong", folder / "x.zip")
    with pytest.raises(Refused, match="duckdb atau spark"):
        build(facts, folder / "x.zip", "hadoop")
    assert not (folder / "x.zip").exists()


def test_the_receipt_says_what_changed(folder, store):
    office = "32.14"
    receiver = province.new_store(folder / "penerima")
    export(province.snapshot(store), [office], folder / "pertama.zip")
    (first,) = receipts(folder / "pertama.zip", province.snapshot(receiver))
    assert "pertama" in first.changes[0]
    receiver.load(folder / "pertama.zip")
    publish(receiver)
    (same,) = receipts(folder / "pertama.zip", province.snapshot(receiver))
    assert "Tidak ada angka yang berubah" in same.changes[0]

    late = [
        dict(province.records(1, office)["applications"][0], application_no=f"X{i}", decision="")
        | {"submitted_at": day, "decided_at": "", "issued_at": "", "bundle_no": ""}
        for i, day in enumerate(["2025-02-03 09:00:00", "2025-12-30 09:00:00"])
    ]
    province.load(store, "applications", late, "susulan")
    publish(store)
    export(province.snapshot(store), [office], folder / "kedua.zip")
    (second,) = receipts(folder / "kedua.zip", province.snapshot(receiver))
    assert second.number != first.number
    assert any("2025-12" in c and "baru" in c for c in second.changes)
    flow = province.snapshot(receiver).table("flow")
    old = int(flow[(flow["measure"] == "received") & (flow["month"] == 202502)]["n"].sum())
    assert f"diterima 2025-02: {old} menjadi {old + 1}." in second.changes
    assert second.number in second.text()
    assert "Kabupaten Purwakarta" in second.text()
