"""Names out of files are text on every page: no page reads one as Markdown, HTML or LaTeX."""

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from etl.store.store import Store
from metrics.publishing.publish import publish
from scripts.access.pages import SCRIPT, slugs
from tests.etl.store_files import write

NAME = "![x](http://jahat.example/p.png) <img src=//jahat.example> :red[m] $e^2$ =cmd()"
RAW = re.compile(r"(?<!\\)(?:!\[x\]\(|<img|:red\[|\$e\^2\$)")

HTML = re.compile(r"<img src=//jahat")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nama")
    store = Store(folder / "store")
    head = "office_code,name,region_kind,province_code,working_week\n32,Jawa Barat,provinsi,,5\n"
    store.load(
        write(folder / "k.csv", f"{head}32.14,{NAME} A,kabupaten,32,5\n32.05,B,kabupaten,32,5\n")
    )
    cases, stages, complaints = [], [], []
    for n in range(36):
        month, office = 1 + n % 12, ("32.14", "32.05")[n % 3 == 0]
        done = "" if n % 4 == 0 else f"2024-{month:02d}-{10 + n % 15:02d}"
        cases.append(f"{office},N{n} {NAME},{NAME} izin{n % 2},2024-{month:02d}-02,{done}")
        stages += [
            f"{office},N{n} {NAME},{NAME} tahap{s},2024-{month:02d}-0{2 + s},2024-{month:02d}-09"
            for s in range(3)
        ]
        complaints.append(f"{office},K{n},2024-{month:02d}-03,{NAME} aduan,2024-{month:02d}-09")
    tables = {
        "office_code,application_no,permit_type,submitted_at,issued_at": cases,
        "office_code,application_no,stage,started_at,finished_at": stages,
        "office_code,complaint_no,received_at,category,resolved_at": complaints,
    }
    for number, (heads, rows) in enumerate(tables.items()):
        store.load(write(folder / f"{number}.csv", "\n".join([heads, *rows]) + "\n"))
    publish(store)
    return store.folder


def read_as_markup(node: Any) -> list[str]:
    """Text below `node` that Streamlit reads as Markdown or HTML and holds a raw name."""
    found = []
    proto = getattr(node, "proto", None)
    kind = type(proto).__name__
    if proto is not None:
        shown = [getattr(proto, field, "") for field in ("body", "label", "help", "name")]
        if kind in ("Radio", "ButtonGroup"):
            shown += [str(getattr(o, "content", o)) for o in getattr(proto, "options", [])]
        for text in shown:
            if isinstance(text, str) and (raw := (HTML if kind == "Html" else RAW).search(text)):
                found.append(f"{kind}: {text[max(0, raw.start() - 80) : raw.end() + 80]}")
    for child in getattr(node, "children", {}).values():
        found += read_as_markup(child)
    return found


@pytest.mark.parametrize("slug", slugs())
def test_no_page_reads_a_name_as_markup(hostile: Path, monkeypatch: Any, slug: str) -> None:
    monkeypatch.setenv("MONEV_STORE", str(hostile))
    app = AppTest.from_file(SCRIPT, default_timeout=120)
    app._page_hash = calc_hash(slug)
    app.query_params["office"] = "32.14"
    app.run()
    assert not app.exception, app.exception[0].value
    assert read_as_markup(app._tree) == []
