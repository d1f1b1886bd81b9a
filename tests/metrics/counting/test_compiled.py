"""The shipped SQL is what the definitions compile to, and is all that counting needs."""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from etl.schema import kinds
from metrics.counting.build import build
from metrics.counting.given import GIVEN
from metrics.counting.program import DIALECTS
from metrics.counting.shipped import FOLDER, steps
from metrics.counting.tables import TABLES
from scripts.compile_counts import texts
from tests.metrics.built import OFFICE, at, told
from tests.metrics.counting.test_counts_oracle import DAY0

ROOT = Path(__file__).resolve().parents[3]


def test_the_shipped_sql_is_what_the_definitions_compile_to():
    made = texts()
    shipped = {
        str(path.relative_to(FOLDER)): path.read_text("utf-8")
        for path in FOLDER.rglob("*")
        if path.is_file()
    }
    changed = sorted(
        name for name in made.keys() | shipped.keys() if made.get(name) != shipped.get(name)
    )
    assert not changed, f"run `make sql` and look at what changed: {changed}"


@pytest.mark.parametrize("engine", DIALECTS)
def test_a_step_reads_facts_given_tables_and_what_is_kept_before_it(engine):
    known = {f"fact_{kind}" for kind in kinds()} | set(GIVEN)
    for step in steps(engine).values():
        read = set(re.findall(r"(?:FROM|JOIN)\s+[\"`]?((?:fact|given|kept)_\w+)", step.sql))
        assert read
        assert read <= known, step.name
        if step.use == "keep":
            known.add(step.name)


def test_every_count_table_is_counted():
    facts = told([], 5, (), {})
    assert set(build(facts).tables) == set(TABLES)


def test_counting_needs_no_compiler():
    """A load and its publishing import neither Ibis nor SQLGlot, nor what asking has no use for."""
    code = (
        "import sys\n"
        "from metrics.publishing import as_of, publish, recap_build\n"
        "from metrics.counting.shipped import steps\n"
        "from metrics.counting import build, case_tables\n"
        "assert steps('duckdb')\n"
        "print(*sorted({'ibis', 'sqlglot', 'streamlit', 'scipy', 'matplotlib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_whole_numbers_stay_whole_numbers_in_case_rows():
    """DuckDB's sums are of a type that Parquet knows as a fraction only."""
    case = {
        "office_code": OFFICE, "application_no": "A", "permit_type": "SIUP",
        "submitted_at": at(DAY0),
    }  # fmt: skip
    facts = told([case], 5, (), {})
    build(facts)
    wide = []
    for name, step in steps().items():
        if name.startswith("case_"):
            facts.query(name)
            described = facts.con.execute(f"DESCRIBE {step.sql}").fetchall()
            wide += [(name, row[0]) for row in described if row[1] == "HUGEINT"]
    assert wide == []


def test_where_the_kinds_were_changed_the_definitions_are_compiled_anew(monkeypatch):
    monkeypatch.setattr("metrics.counting.shipped.footing", lambda: "another")
    steps.cache_clear()
    try:
        anew = steps("duckdb")
    finally:
        monkeypatch.undo()
        steps.cache_clear()
    assert {n: s.sql.strip() for n, s in anew.items()} == {
        n: s.sql.strip() for n, s in steps("duckdb").items()
    }


def test_counting_the_same_facts_again_in_one_connection_forgets_the_first():
    case = {
        "office_code": OFFICE, "application_no": "A", "permit_type": "SIUP",
        "submitted_at": at(DAY0),
    }  # fmt: skip
    facts = told([case], 5, (), {})
    first = build(facts).tables["flow"]
    assert isinstance(first, pa.Table)
    assert first.num_rows == 1
    assert build(facts, ["32.99"]).tables["flow"].num_rows == 0
    assert build(facts).tables["flow"].equals(first)
