import io
import json
import random
import zipfile
from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import Refused
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import indicators
from metrics.counting.tables import TABLES
from metrics.publishing.publish import publish
from metrics.publishing.recap import FORMAT, export, open_recap, read_set
from tests.metrics import small_province as province


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("provinsi")


@pytest.fixture(scope="module")
def of_records(folder):
    return province.snapshot(province.filled(folder / "rinci", province.OFFICES))


@pytest.fixture(scope="module")
def recaps(folder):
    made = {}
    for office in province.OFFICES:
        store = province.filled(folder / office.replace(".", "-"), [office])
        path = folder / f"{office}.zip"
        export(province.snapshot(store), [office], path)
        made[office] = path
    return made


@pytest.fixture(scope="module")
def of_recaps(folder, recaps):
    store = province.new_store(folder / "rekap")
    for path in recaps.values():
        store.load(path)
    publish(store)
    return province.snapshot(store)


def every_answer(snapshot, offices=None):
    """Every indicator as a whole, for one office, for a period, and by some of its dimensions."""
    for indicator in indicators().values():
        sides = [(d,) for d in indicator.dims]
        sides += [("office", d) for d in indicator.dims if d != "office"]
        some = random.Random(indicator.name).sample(sides, min(3, len(sides)))
        questions = [Query(), Query(office="32.14"), Query(start="2025-03", end="2025-08")]
        for query in [*questions, *(Query(by=by) for by in some)]:
            yield indicator.name, query, indicator.read(snapshot, EVERYTHING, query).to_json()


def test_a_province_of_recaps_equals_a_province_of_records(of_records, of_recaps):
    pairs = zip(every_answer(of_records), every_answer(of_recaps), strict=True)
    asked = 0
    for (name, query, records), (_n, _q, recap) in pairs:
        assert recap == records, (name, query)
        asked += bool(records["rows"])
    assert asked > len(indicators())


def test_each_count_table_is_the_same(of_records, of_recaps):
    same_counts(of_records, of_recaps)


def same_counts(one, other):
    """Every figure is read from these tables, so that equal tables mean equal figures."""
    for name in TABLES:
        if name in ("ref_permit_type", "ref_standard"):
            continue  # the province's own list stands in every office's set
        assert _sorted_rows(one.table(name)) == _sorted_rows(other.table(name)), name


def _sorted_rows(frame):
    return sorted(map(str, frame.astype(object).fillna("").to_numpy().tolist()))


def test_offices_known_by_recap_say_so_and_have_no_case_rows(of_recaps):
    assert {e["source"] for c, e in of_recaps.manifest["offices"].items() if "." in c} == {"recap"}
    assert of_recaps.case_file("applications", "32.14") is None


def test_the_footing_of_a_recap_is_kept_and_a_difference_is_said(folder, recaps, of_recaps):
    entry = of_recaps.manifest["offices"]["32.14"]
    sent = open_recap(recaps["32.14"]).manifest["offices"]["32.14"]
    assert entry["calendar"] == sent["calendar"]
    assert entry["standards"] == sent["standards"]
    assert "notes" not in entry
    store = province.new_store(folder / "kalender")
    closed = [{"office_code": "32.14", "date": "2025-05-05", "reason": "cuti daerah"}]
    province.load(store, "closures", closed, "tutup")
    store.load(recaps["32.14"])
    publish(store)
    other = province.snapshot(store).manifest["offices"]["32.14"]
    assert other["calendar"] == sent["calendar"]
    assert any("kalender kerja" in note for note in other["notes"])


def test_a_recap_holds_no_number_no_name_and_no_comment(recaps):
    told = set()
    for office, rows in ((o, province.records(1, o)) for o in province.OFFICES):
        told |= {str(r["application_no"]) for r in rows["applications"]}
        told |= {str(r["receipt_no"]) for r in rows["payments"]}
        told |= {str(r["complaint_no"]) for r in rows["complaints"]}
        told |= {str(r["bundle_no"]) for r in rows["applications"] if r["bundle_no"]}
        with zipfile.ZipFile(recaps[office]) as file:
            for name in file.namelist():
                data = file.read(name)
                strings = [data.decode()] if name.endswith(".json") else _strings(data)
                for text in strings:
                    assert not any(secret in text for secret in told | {"Budi"}), (name, text)


def _strings(data):
    table = pq.read_table(io.BytesIO(data))
    for column, field in zip(table.columns, table.schema, strict=True):
        yield field.name
        if pa.types.is_string(field.type) or pa.types.is_large_string(field.type):
            yield from {v for v in column.to_pylist() if v is not None}


def test_the_same_counts_are_the_same_file(folder, recaps):
    store = province.filled(folder / "lagi", ["32.14"])
    again = export(province.snapshot(store), ["32.14"], folder / "lagi.zip")
    assert again.number == open_recap(recaps["32.14"]).number
    assert (folder / "lagi.zip").read_bytes() == recaps["32.14"].read_bytes()


def test_the_manifest_says_what_it_speaks_for(recaps):
    manifest = open_recap(recaps["32.14"]).manifest
    entry = manifest["offices"]["32.14"]
    assert manifest["format"] == FORMAT
    assert entry["period"] == ["2025-01", entry["as_of"]["applications"][:7]]
    assert entry["calendar"]
    assert entry["standards"]
    assert set(entry["parts"]) == set(TABLES)


def rewrite(path, out, change):
    """The recap at `path` with its members passed through `change(name, data)`; None drops one."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as file:
        for name in source.namelist():
            data = change(name, source.read(name))
            if data is not None:
                file.writestr(name, data)
    return out


def _doubled(name, data):
    if not name.endswith("/flow.parquet"):
        return data
    table = pq.read_table(io.BytesIO(data))
    at = table.schema.get_field_index("n")
    twice = table.set_column(at, "n", pa.array([2 * v for v in table["n"].to_pylist()], pa.int64()))
    sink = io.BytesIO()
    pq.write_table(twice, sink)
    return sink.getvalue()


def _dated(name, data):
    return data.replace(b'"2025-', b'"2031-') if name == "manifest.json" else data


def _newer(name, data):
    if name != "manifest.json":
        return data
    return data.replace(b'"format": %d' % FORMAT, b'"format": %d' % (FORMAT + 1))


def _one_byte(name, data):
    return data[:-1] + bytes([data[-1] ^ 1]) if name.endswith("/due.parquet") else data


def _without(name, data):
    return None if name.endswith("/money.parquet") else data


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_doubled, "flow.parquet"),
        (_dated, "manifest.json"),
        (_newer, "lebih baru"),
        (_one_byte, "due.parquet"),
        (_without, "money.parquet"),
    ],
)
def test_a_recap_that_was_changed_is_refused_in_words(folder, recaps, change, said):
    path = rewrite(recaps["32.14"], folder / f"{change.__name__}.zip", change)
    with pytest.raises(Refused, match=said):
        open_recap(path)


def test_a_refused_recap_changes_nothing_in_the_store(folder, recaps):
    path = rewrite(recaps["32.14"], folder / "ubahan.zip", _doubled)
    store = province.new_store(folder / "tolak")
    with pytest.raises(Refused, match="ubahan"):
        store.load(path)
    assert "recap" not in set(store.batches()["kind"])


def test_a_file_more_is_refused(folder, recaps):
    path = rewrite(recaps["32.14"], folder / "lebih.zip", lambda _n, d: d)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("32.14/pemohon.csv", "nama")
    with pytest.raises(Refused, match=r"pemohon\.csv"):
        open_recap(path)


def test_rows_of_another_office_are_refused(folder, recaps):
    with zipfile.ZipFile(recaps["32.01"]) as file:
        foreign = file.read("32.01/flow.parquet")
        honest = json.loads(file.read("manifest.json"))["offices"]["32.01"]["parts"]["flow"]

    def smuggle(name, data):
        if name == "32.14/flow.parquet":
            return foreign
        if name == "manifest.json":
            manifest = json.loads(data)
            manifest["offices"]["32.14"]["parts"]["flow"]["sha256"] = honest["sha256"]
            from metrics.publishing.recap import _checksum

            manifest["checksum"] = _checksum(manifest)
            return json.dumps(manifest).encode()
        return data

    path = rewrite(recaps["32.14"], folder / "seludup.zip", smuggle)
    with pytest.raises(Refused, match="flow"):
        open_recap(path)


def test_a_cut_file_is_refused(folder, recaps):
    path = folder / "putus.zip"
    path.write_bytes(recaps["32.14"].read_bytes()[:2000])
    with pytest.raises(Refused, match=r"putus\.zip"):
        open_recap(path)


def test_a_later_recap_replaces_the_earlier_and_undo_brings_it_back(folder, recaps):
    office = province.filled(folder / "kantor", ["32.14"])
    more = [dict(r, application_no=f"BARU-{i}") for i, r in enumerate(_applications("32.14")[:7])]
    province.load(office, "applications", more, "susulan")
    publish(office)
    export(province.snapshot(office), ["32.14"], folder / "kedua.zip")
    store = province.new_store(folder / "ganti")
    store.load(recaps["32.14"])
    publish(store)
    first = _received(store)
    second_batch = store.load(folder / "kedua.zip")[0].batch
    publish(store)
    assert _received(store) == first + 7
    store.undo(second_batch)
    publish(store)
    assert _received(store) == first


def _applications(office):
    return province.records(1, office)["applications"]


def _received(store):
    flow = province.snapshot(store).table("flow")
    return int(flow[flow["measure"] == "received"]["n"].sum())


def test_an_office_without_data_cannot_be_exported(folder, of_records):
    with pytest.raises(Refused, match=r"32\.99"):
        export(of_records, ["32.99"], folder / "tidak.zip")


def test_records_before_recap_before_tally(folder, recaps):
    store = province.new_store(folder / "urutan")
    store.load(recaps["32.14"])
    early = [r for r in _applications("32.14") if r["submitted_at"] < datetime(2025, 3, 1)]
    province.load(store, "applications", early[:3], "rinci")
    tally = [
        {
            "office_code": "32.14",
            "permit_type": "SIUP",
            "month": m,
            "measure": "issued",
            "count": 900,
        }
        for m in ("2025-05", "2020-06")
    ]
    province.load(store, "monthly_counts", tally, "tabel")
    publish(store)
    snap = province.snapshot(store)
    flow = snap.table("flow")
    theirs = read_set(recaps["32.14"], "32.14")["flow"].to_pandas()
    for month in (202501, 202505, 202006):
        got = flow[flow["month"] == month]
        if month == 202006:
            assert got["n"].tolist() == [900]
        elif month == 202505:
            assert int(got["n"].sum()) == int(theirs[theirs["month"] == month]["n"].sum())
        else:
            assert set(got["source"]) == {"records"}
            assert int(got["n"].sum()) < int(theirs[theirs["month"] == month]["n"].sum())
    notes = snap.manifest["offices"]["32.14"]["notes"]
    assert any("bukan dari rekap" in n for n in notes)
    assert any("bukan dari tabel bulanan" in n for n in notes)


@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10_000))
def test_splits_undone_batches_and_late_records_come_to_the_same(seed, tmp_path_factory):
    here = tmp_path_factory.mktemp("acak")
    draw = random.Random(seed)
    records = {o: province.records(seed, o, 25) for o in province.OFFICES[1:2]}
    whole = province.new_store(here / "rinci")
    for office, kinds in records.items():
        for kind, rows in kinds.items():
            province.load(whole, kind, rows, office)
    publish(whole)
    sent = province.new_store(here / "rekap")
    for office, kinds in records.items():
        store = province.new_store(here / f"kantor{office[-2:]}")
        torn = draw.sample(["applications", "stages", "payments", "complaints"], 2)
        for kind, rows in kinds.items():
            if kind not in torn:
                province.load(store, kind, rows, "awal")
                continue
            shuffled = draw.sample(rows, len(rows))
            cut = draw.randrange(1, len(rows))
            wrong = [dict(r, **_mistake(kind)) for r in shuffled[: draw.randrange(1, cut + 1)]]
            province.load(store, kind, shuffled[:cut], "awal")
            undone = province.load(store, kind, wrong, "salah")
            if kind == torn[0]:
                publish(store)  # what is late comes after figures were made already
            province.load(store, kind, shuffled[cut:], "susulan")
            store.undo(undone)
        publish(store)
        export(province.snapshot(store), [office], here / f"{office}.zip")
        sent.load(here / f"{office}.zip")
    publish(sent)
    same_counts(province.snapshot(whole), province.snapshot(sent))


def _mistake(kind):
    return {
        "applications": {"channel": "keliling"},
        "stages": {"desk": "technical_team"},
        "payments": {"method": "bank"},
        "complaints": {"category": "keliru"},
    }.get(kind, {})
