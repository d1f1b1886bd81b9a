"""Loads and undoes in any order give what a plain reading of the live batches gives."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.schema import kinds
from etl.store import tables
from etl.store.merge import merge
from etl.store.undo import in_force, undo_kind

Key = tuple[str, ...]

#: A kind, the key fields that vary, and the other fields that loads speak of.
SHAPES = {
    "survey": (("office_code", "respondent_no"), ("sex", "waktu", "biaya")),
    "payments": (("office_code", "receipt_no"), ("method", "account_code", "application_no")),
}
CONSTANT = {"period": "2024-S1", "service": "", "rule": "2017", "sheet": "S"}


@dataclass
class Batch:
    number: int
    columns: tuple[str, ...]
    rows: dict[Key, dict[str, Any]]
    replaces: bool
    before: int = 0
    groups: set[str] = field(default_factory=set)


def facts() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute("ATTACH ':memory:' AS facts")
    con.execute("USE facts")
    tables.create(con)
    return con


def key_of(kind: str, short: Key) -> dict[str, str]:
    named = dict(zip(SHAPES[kind][0], short, strict=True))
    return {k: named.get(k, CONSTANT.get(k, "")) for k in kinds()[kind].key}


def load(con: duckdb.DuckDBPyConnection, kind: str, batch: Batch) -> int:
    names = [*kinds()[kind].key, *batch.columns]
    types = [kinds()[kind].by_name[n].sql_type for n in names]
    shape = ", ".join(f'"{n}" {t}' for n, t in zip(names, types, strict=True))
    con.execute(f"CREATE OR REPLACE TEMP TABLE staged ({shape})")
    for short, values in batch.rows.items():
        row = {**key_of(kind, short), **values}
        con.execute(
            f"INSERT INTO temp.staged VALUES ({', '.join('?' * len(names))})",
            [row[n] for n in names],
        )
    before = batch.before if batch.replaces else None
    con.execute("BEGIN")
    unchanged = merge(con, batch.number, kind, "temp.staged", tuple(names), before)
    con.execute(
        "INSERT INTO facts.batch_kinds VALUES (?, ?, ?, 0, 0, 0, 0)", [batch.number, kind, names]
    )
    con.execute("COMMIT")
    return unchanged


def stands(one: Batch, short: Key, live: list[Batch]) -> bool:
    return not any(
        later.replaces and one.number < later.before and short[0] in later.groups for later in live
    )


def expected(kind: str, live: list[Batch]) -> dict[Key, tuple[Any, ...]]:
    """Current rows by reading the live batches from the first to the last."""
    current: dict[Key, dict[str, Any]] = {}
    last: dict[Key, int] = {}
    for batch in sorted(live, key=lambda b: b.number):
        for short, values in batch.rows.items():
            if stands(batch, short, live):
                current.setdefault(short, {}).update(values)
                last[short] = batch.number
    fields = SHAPES[kind][1]
    return {k: (*(v.get(f) for f in fields), last[k]) for k, v in current.items()}


def stored(con: duckdb.DuckDBPyConnection, kind: str) -> dict[Key, tuple[Any, ...]]:
    key, fields = SHAPES[kind]
    names = ", ".join([*key, *fields, "_batch"])
    rows = con.execute(f"SELECT {names} FROM facts.current_{kind}").fetchall()
    found = {tuple(r[: len(key)]): tuple(r[len(key) :]) for r in rows}
    assert len(found) == len(rows), "a key twice in the current table"
    return found


def history_keys(con: duckdb.DuckDBPyConnection, kind: str) -> dict[Key, list[int]]:
    key = ", ".join(SHAPES[kind][0])
    found: dict[Key, list[int]] = {}
    for *short, batch in con.execute(
        f"SELECT {key}, _batch FROM facts.history_{kind} ORDER BY _batch"
    ).fetchall():
        found.setdefault(tuple(short), []).append(batch)
    return found


def wanted_history(live: list[Batch]) -> dict[Key, list[int]]:
    """Assertions kept: of keys with several, and of keys whose only one was taken back."""
    said: dict[Key, list[Batch]] = {}
    for batch in sorted(live, key=lambda b: b.number):
        for short in batch.rows:
            said.setdefault(short, []).append(batch)
    return {
        short: [b.number for b in batches]
        for short, batches in said.items()
        if len(batches) > 1 or not stands(batches[0], short, live)
    }


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, list[Any]]:
    kind = draw(st.sampled_from(list(SHAPES)))
    fields = SHAPES[kind][1]
    numbers = [f for f in fields if kinds()[kind].by_name[f].sql_type == "INTEGER"]
    plan: list[Any] = []
    for _step in range(draw(st.integers(1, 7))):
        if plan and draw(st.integers(0, 2)) == 0:
            plan.append(draw(st.integers(0, 20)))
            continue
        columns = tuple(f for f in fields if draw(st.booleans()))
        keys = draw(
            st.lists(
                st.tuples(st.sampled_from(["32.01", "32.02"]), st.sampled_from("1234")),
                min_size=1,
                max_size=5,
                unique=True,
            )
        )
        value = {
            f: st.sampled_from([1, 2, None] if f in numbers else ["a", "b", None]) for f in columns
        }
        rows = {k: draw(st.fixed_dictionaries(value)) for k in keys}
        plan.append((columns, rows, kind == "survey" and draw(st.booleans())))
    return kind, plan


@given(steps())
@settings(max_examples=150, deadline=None)
def test_loads_and_undoes_fold_as_a_plain_reading_of_the_live_batches(
    given_steps: tuple[str, list[Any]],
) -> None:
    kind, plan = given_steps
    con, live, number = facts(), [], 0
    for step in plan:
        if isinstance(step, int):
            if live:
                batch = live.pop(step % len(live))
                con.execute("BEGIN")
                undo_kind(con, batch.number, kind)
                con.execute("COMMIT")
        else:
            number += 1
            columns, rows, replaces = step
            batch = Batch(number, columns, rows, replaces, number, {k[0] for k in rows})
            before = expected(kind, live)
            same = sum(
                k in before
                and all(before[k][SHAPES[kind][1].index(f)] == v for f, v in values.items())
                for k, values in rows.items()
            )
            assert load(con, kind, batch) == same
            live.append(batch)
        assert stored(con, kind) == expected(kind, live)
        assert history_keys(con, kind) == wanted_history(live)
    con.close()


def test_undoing_every_batch_leaves_nothing() -> None:
    con = facts()
    rows = {("32.01", "1"): {"method": "tunai"}, ("32.01", "2"): {"method": None}}
    for number in (1, 2, 3):
        load(con, "payments", Batch(number, ("method",), rows, False))
    for number in (2, 3, 1):
        undo_kind(con, number, "payments")
    assert stored(con, "payments") == {}
    assert history_keys(con, "payments") == {}


def test_a_column_the_file_lacks_stays_and_a_blank_in_one_it_has_erases() -> None:
    con = facts()
    key = ("32.01", "1")
    load(
        con,
        "payments",
        Batch(
            1, ("method", "account_code"), {key: {"method": "tunai", "account_code": "4.1"}}, False
        ),
    )
    load(con, "payments", Batch(2, ("method",), {key: {"method": None}}, False))
    assert stored(con, "payments")[key] == (None, "4.1", None, 2)


def test_only_the_keys_of_the_batch_are_touched_by_its_undo() -> None:
    con = facts()
    load(con, "payments", Batch(1, ("method",), {("32.01", "1"): {"method": "a"}}, False))
    load(con, "payments", Batch(2, ("method",), {("32.01", "2"): {"method": "b"}}, False))
    undo_kind(con, 2, "payments")
    touched = con.execute("SELECT receipt_no FROM temp._undone").fetchall()
    assert touched == [("2",)]


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_kind_can_be_loaded_and_undone(kind: str) -> None:
    con = facts()
    sample = {"VARCHAR": "x", "INTEGER": 1, "DATE": date(2024, 1, 2)}
    shape = ", ".join(f'"{f.name}" {f.sql_type}' for f in kinds()[kind].fields)
    con.execute(f"CREATE TEMP TABLE staged ({shape})")
    key = {k: sample[kinds()[kind].by_name[k].sql_type] for k in kinds()[kind].key}
    names = ", ".join(f'"{k}"' for k in key)
    con.execute(
        f"INSERT INTO temp.staged ({names}) VALUES ({', '.join('?' * len(key))})",
        list(key.values()),
    )
    fields = tuple(f.name for f in kinds()[kind].fields)
    for number in (1, 2):
        unchanged = merge(con, number, kind, "temp.staged", fields)
        assert unchanged == number - 1
        con.execute(
            "INSERT INTO facts.batch_kinds VALUES (?, ?, ?, 1, 1, 0, 0)", [number, kind, fields]
        )
    undo_kind(con, 1, kind)
    assert con.execute(f"SELECT _batch FROM facts.current_{kind}").fetchall() == [(2,)]
    assert con.execute(f"SELECT count(*) FROM facts.history_{kind}").fetchone() == (0,)
    undo_kind(con, 2, kind)
    assert con.execute(f"SELECT count(*) FROM facts.current_{kind}").fetchone() == (0,)


def test_kinds_without_replacement_are_never_taken_back() -> None:
    assert in_force("payments", "h") == "true"
