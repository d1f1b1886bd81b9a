"""Words held as numbers while counting change no row, whatever an office calls things."""

import pytest

from metrics.counting import encoding, facts
from metrics.counting.build import build
from metrics.counting.case_tables import case_tables
from metrics.counting.facts import from_store
from tests.metrics import small_province as province

STRANGE = {
    "permit_type": "Izin d'Art \u2014 \u00dcber", "channel": "loket", "business_scale": "kecil",
    "application_no": "X-'1", "decision": "issued",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = province.filled(tmp_path_factory.mktemp("kata"), province.OFFICES[:2])
    first = dict(province.records(1, province.OFFICES[0])["applications"][0])
    province.load(store, "applications", [first | STRANGE], "aneh")
    stage = dict(province.records(1, province.OFFICES[0])["stages"][0])
    named = {"stage": "O'Tahap '' baru", "application_no": "X-'1"}
    province.load(store, "stages", [stage | named], "aneh-tahap")
    return store


def rows(store, encoded: bool):
    with store.writer() as con:
        counting = from_store(con, "facts")
        try:
            counting.narrow(province.OFFICES[:2], encode=True)
            assert counting.encoded == encoded
            tables = dict(build(counting, province.OFFICES[:2]).tables) | {
                f"case {kind}": table for kind, table in case_tables(counting).items()
            }
            return {name: (t.schema, t.to_pylist()) for name, t in tables.items()}
        finally:
            counting.close()


def test_counts_and_case_rows_are_those_of_plain_texts(store, monkeypatch):
    as_numbers = rows(store, encoded=True)
    assert any("O'Tahap '' baru" in str(r) for r in as_numbers["case runs"][1])
    monkeypatch.setattr(encoding, "MOST", 0)
    plain = rows(store, encoded=False)
    assert plain.keys() == as_numbers.keys()
    for name, (schema, lines) in plain.items():
        assert as_numbers[name][0].equals(schema), name
        assert as_numbers[name][1] == lines, name


def test_nothing_stays_in_the_connection(store):
    with store.writer() as con:
        counting = from_store(con, "facts")
        counting.narrow(province.OFFICES[:1], encode=True)
        counting.frame("kept_stage_names")
        counting.close()
        left = con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE temporary "
            "UNION SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal "
            "UNION SELECT type_name FROM duckdb_types() WHERE type_name = ?",
            [encoding.NAME],
        ).fetchall()
        assert not [name for (name,) in left if name.startswith(("kept_", "fact_", "monev_"))]
    assert set(facts.HELD) <= set(encoding.WORDS)
