"""The notebooks run from top to bottom over the sample, as they stand, and say what they show."""

import ast
import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
CALLS = re.compile(r"\b(st|duckdb|streamlit)\.")


def cells(file, kind):
    book = json.loads(file.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in book["cells"] if c["cell_type"] == kind]


def run(code, space):
    """The value of a cell's last expression, as a notebook shows it; None where it has none."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), space)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), space) if last else None


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda f: f.stem)
def test_a_notebook_runs_and_every_table_of_it_has_rows(file, sample_store, monkeypatch, capsys):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    space, tables = {}, 0
    for code in cells(file, "code"):
        shown = run(code, space)
        if hasattr(shown, "columns"):
            tables += 1
            assert len(shown) or "nyata" in code or "diam" in code, code
    assert tables >= 3


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda f: f.stem)
def test_a_notebook_is_kept_without_outputs_and_asks_the_metrics_alone(file):
    book = json.loads(file.read_text(encoding="utf-8"))
    assert all(c.get("outputs", []) == [] for c in book["cells"])
    assert not any(CALLS.search(code) for code in cells(file, "code"))


def test_there_are_notebooks():
    assert len(NOTEBOOKS) == 3
