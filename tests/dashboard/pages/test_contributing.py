"""CONTRIBUTING's block, pasted as it stands, is a figure everywhere with no other edit."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

import cli.main as cli
from etl.paths import ROOT
from metrics.asking.registry import get, indicators, unregister
from tests.copies import copied
from tests.dashboard.pages.test_pages import draw

TITLE = "Permohonan yang masuk secara daring"


@pytest.fixture(scope="module")
def pasted():
    indicators()
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert block
    exec(compile(block[1], "online_share.py", "exec"), {"__name__": "online_share"})
    yield "online_share"
    unregister("online_share")


@pytest.fixture
def store(sample_store, tmp_path, monkeypatch):
    home = tmp_path / "copy"
    copied(sample_store, home)
    monkeypatch.setenv("MONEV_STORE", str(home))
    return home


def asked(capsys, *arguments):
    with pytest.raises(SystemExit) as left:
        cli.main([str(a) for a in arguments])
    assert not left.value.code
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("store")
def test_it_answers_on_the_command_line_as_the_channels_do(capsys, pasted):
    listed = asked(capsys, "indicators", "--format", "json")["indicators"]
    assert pasted in {entry["indicator"] for entry in listed}
    [row] = asked(capsys, "indicator", pasted, "--format", "json")["rows"]
    rows = asked(
        capsys, "indicator", "applications_received", "--by", "channel", "--format", "json"
    )["rows"]
    by = {r["channel"]: r["value"] for r in rows}
    assert row["numerator"] == by["online"] > 0
    assert row["denominator"] == sum(by.values())
    assert asked(capsys, "verdict", pasted, "--format", "json")["value"] == row["value"]


@pytest.mark.usefixtures("store", "pasted")
@pytest.mark.parametrize("page", ["ringkasan", "banding", "definisi"])
def test_it_is_on_the_page(page):
    app = AppTest.from_function(draw, args=(page,), default_timeout=60)
    if page == "banding":
        app.query_params["banding"] = "online_share"
    app.run()
    assert not app.exception, app.exception[0].value
    options = [name for box in app.selectbox for name in box.options]
    said = [e.value for kind in (app.title, app.markdown, app.caption) for e in kind]
    said += [e.proto.body for e in app.get("html")]
    frames = [str(table.value.to_dict()) for table in app.dataframe]
    assert TITLE in " ".join([*options, *said, *frames])


@pytest.mark.usefixtures("store")
def test_it_is_in_the_monthly_report(store, pasted):
    from dashboard.reports.gather import gather
    from metrics.asking.query import EVERYTHING
    from metrics.asking.snapshot import open_snapshot

    report = gather("monthly", open_snapshot(store), EVERYTHING, "32.14", "2026-09")
    assert get(pasted).label() in str(report)
