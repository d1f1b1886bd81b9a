from decimal import Decimal

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.checking import numbers

MONEY = st.decimals(min_value=0, max_value=10**12, places=2)


def amounts(cells):
    con = duckdb.connect()
    con.execute("CREATE TEMP TABLE x AS SELECT unnest(?::VARCHAR[]) AS t", [list(cells)])
    shapes = con.execute(numbers.profile_sql("t", "x")).fetchall()
    plan = numbers.plan("t", "Nilai", shapes)
    sql = numbers.amount_sql(plan.sql, "DECIMAL(18,2)")
    return [v for (v,) in con.execute(f"SELECT {sql} FROM x").fetchall()], plan.note


def wholes(cells):
    con = duckdb.connect()
    con.execute("CREATE TEMP TABLE x AS SELECT unnest(?::VARCHAR[]) AS t", [list(cells)])
    shapes = con.execute(numbers.profile_sql("t", "x")).fetchall()
    plan = numbers.plan("t", "Nilai", shapes)
    sql = numbers.integer_sql(plan.sql, not shapes)
    return [v for (v,) in con.execute(f"SELECT {sql} FROM x").fetchall()]


def test_indonesian_amounts():
    values, _note = amounts(["1.234.567,50", "Rp 1.000", "Rp. 25.000,-", "500", "(200)"])
    assert values == [Decimal(n) for n in ("1234567.50", "1000", "25000", "500", "-200")]


def test_plain_amounts():
    values, _note = amounts(["1234.5", "1,234.50", "35.0", "7"])
    assert values == [Decimal(n) for n in ("1234.50", "1234.50", "35", "7")]


def test_a_column_is_read_one_way():
    values, _note = amounts(["1.234.567", "12,5", "3.75"])
    assert values == [Decimal("1234567"), Decimal("12.50"), None]


def test_thousands_that_could_be_decimals_are_thousands_and_said():
    values, note = amounts(["1.000", "250.000", "75"])
    assert values == [1000, 250000, 75]
    assert "seribu" in note


def test_what_is_no_number_has_no_value():
    assert amounts(["abc", "12x", "1..2"])[0] == [None, None, None]


@pytest.mark.parametrize(
    ("cell", "whole"), [("4", 4), ("4 ", 4), ("4.0", 4), ("4,0", 4), ("4.5", None), ("x", None)]
)
def test_whole_numbers(cell, whole):
    assert wholes([cell]) == [whole]


@settings(max_examples=25, deadline=None)
@given(st.lists(MONEY, min_size=1, max_size=20))
def test_amounts_written_in_indonesian_form_come_back(values):
    written = [f"{v:,.2f}".translate(str.maketrans(",.", ".,")) for v in values]
    assert amounts(written)[0] == values


@settings(max_examples=25, deadline=None)
@given(st.lists(MONEY, min_size=1, max_size=20))
def test_amounts_written_plainly_come_back(values):
    assert amounts([f"{v:.2f}" for v in values])[0] == values
