"""A neighbour of each shared small file, in another kind or layout: the figure that it must give.

One store takes them all, an office each, and is published once.
"""

import re

import pandas as pd
import pytest

from etl.errors import MonevError
from etl.loads import LoadOptions
from etl.reading import here
from etl.store.results import LoadResult
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.publish import publish
from tests.soundness.kept_files import CASES
from tests.soundness.neighbours import NEIGHBOURS

OFFICE = {n.name: n.office or f"32.{20 + at}" for at, n in enumerate(NEIGHBOURS)}
TOGETHER = {"moments/", "offices.csv"}  # tried as a whole by `test_moments`; a list, no fault


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The published store, and what became of each neighbour: its results, or the refusal."""
    folder = tmp_path_factory.mktemp("neighbours")
    offices = folder / "kantor.csv"
    offices.write_text(
        "office_code,name,region_kind,province_code,working_week\n"
        + "".join(f"{c},Kab. {c},kabupaten,{c[:2]},5\n" for c in OFFICE.values())
    )
    store = Store(folder / "store")
    store.load(offices, LoadOptions(kind="offices"))
    became: dict[str, list[LoadResult] | str] = {}
    for at, neighbour in enumerate(NEIGHBOURS):
        own = folder / str(at)
        own.mkdir()
        made = neighbour.made(own)
        for path in made if isinstance(made, list) else [made]:
            options = LoadOptions(office=OFFICE[neighbour.name], **neighbour.options)
            try:
                became[neighbour.name] = store.load(path, options, read=here.prepared)
            except MonevError as refusal:
                became[neighbour.name] = str(refusal)
    publish(store)
    return open_snapshot(store.folder), became


@pytest.mark.parametrize("neighbour", NEIGHBOURS, ids=lambda n: n.name)
def test_a_neighbour_is_right_too(loaded, neighbour):
    snapshot, became = loaded
    got = became[neighbour.name]
    if neighbour.refused:
        assert isinstance(got, str)
        assert re.search(neighbour.refused, got)
        return
    assert not isinstance(got, str), got
    (result,) = got
    t = result.total
    assert neighbour.rows in (None, (t.read, t.accepted, t.rejected))
    assert neighbour.left in (None, len(result.left_out))
    for words in neighbour.says:
        assert re.search(words, said(result)), words
    for (name, *dim), right in neighbour.figures.items():
        query = Query(office=OFFICE[neighbour.name], by=tuple(dim[:1]))
        rows = get(name).read(snapshot, EVERYTHING, query).rows
        if dim:
            rows = rows[rows[dim[0]] == dim[1]]
        value = rows["value"].iloc[0] if len(rows) else None
        if right is None:
            assert value is None or pd.isna(value), (name, *dim)
        else:
            assert value == pytest.approx(right), (name, *dim)


def said(result):
    """All that a load says in words."""
    whole = result.reconciliation or {}
    checked = [str(sheet["summary"]) for sheet in whole.get("sheets", [whole] if whole else [])]
    return "\n".join([*result.notes, *(r.reason for r in result.rejects), *checked])


def test_every_case_has_its_neighbour():
    if not CASES.is_dir():
        pytest.skip("../shared/cases tidak ada")
    files = {str(p.relative_to(CASES)) for p in CASES.rglob("*.*") if p.name != "README.md"}
    told = {name for n in NEIGHBOURS for name in n.cases.split()}
    assert {f for f in files - told if not f.startswith(tuple(TOGETHER))} == set()
