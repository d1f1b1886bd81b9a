"""Count tables of a survey made from raw respondents, the way a store would hold them."""

from itertools import combinations_with_replacement

import pandas as pd

from etl.sheets.survey_rules import rule

KEY = {"office": "61.09", "period": "2019-S1", "service": "Semua", "rule": "2017"}


def slugs(code="2017"):
    return [e.slug for e in rule(code).elements]


def people(rows, code="2017"):
    """A respondents x elements frame; None is a blank answer."""
    return pd.DataFrame(rows, columns=slugs(code), dtype="Float64")


def scores_of(raw, attribute="", value="", **key):
    key = KEY | key
    rows = [
        {**key, "attribute": attribute, "value": value, "element": e, "score": int(s), "n": int(n)}
        for e in slugs(key["rule"])
        for s, n in raw[e].dropna().value_counts().items()
    ]
    columns = [*KEY, "attribute", "value", "element", "score", "n"]
    return pd.DataFrame(rows, columns=columns)


def persons_of(raw, attribute="", value="", **key):
    key = KEY | key
    own = raw[slugs(key["rule"])]
    frame = pd.DataFrame({"answered": own.notna().sum(axis=1), "total": own.sum(axis=1)})
    counted = frame.astype(int).value_counts().reset_index(name="n")
    return counted.assign(**key, attribute=attribute, value=value)


def pairs_of(raw, **key):
    key = KEY | key
    full = raw[slugs(key["rule"])].dropna().astype(int)
    rows = [
        {
            **key,
            "a": a,
            "b": b,
            "n": len(full),
            "sum_a": int(full[a].sum()),
            "sum_b": int(full[b].sum()),
            "sum_ab": int((full[a] * full[b]).sum()),
        }
        for a, b in combinations_with_replacement(slugs(key["rule"]), 2)
    ]
    return pd.DataFrame(rows)


def snapshot_of(folder, **tables):
    """A snapshot of these count tables (frames), as if they had been published."""
    import pyarrow as pa

    from metrics.asking.snapshot import Snapshot

    arrow = {name: pa.Table.from_pandas(t, preserve_index=False) for name, t in tables.items()}
    return Snapshot(folder, {"version": 1, "offices": {}}, arrow)


def real_file(name):
    """A real file of MONEV_REAL_DATA or ../shared/data; the test is skipped without it."""
    import os
    from pathlib import Path

    import pytest

    home = os.environ.get("MONEV_REAL_DATA")
    folder = Path(home) if home else Path(__file__).parents[3] / "shared" / "data"
    if not (folder / name).exists():
        pytest.skip(f"{name} is not in {folder}")
    return folder / name
