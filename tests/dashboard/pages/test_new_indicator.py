"""An indicator registered in one place is found by every door, with no other edit."""

import json

import pytest
from streamlit.testing.v1 import AppTest

import cli.main as cli
from metrics.asking.readers import Source, count
from metrics.asking.registry import Indicator, register, unregister
from tests.copies import copied
from tests.dashboard.pages.test_pages import draw


@pytest.fixture
def closed_files():
    indicator = register(
        Indicator(
            name="files_by_mobile_counter",
            title="Berkas loket keliling",
            short="Keliling",
            unit="permohonan",
            kind="applications",
            shape="count",
            dims=("office", "month"),
            formula="Permohonan yang masuk lewat loket keliling.",
            section="§2",
            reader=count(
                Source("flow_channel", "month", "t.measure = 'received' AND t.channel = 'keliling'")
            ),
            card=True,
        )
    )
    yield indicator
    unregister(indicator.name)


def asked(capsys, *arguments):
    with pytest.raises(SystemExit) as left:
        cli.main([str(a) for a in arguments])
    assert not left.value.code
    return json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("closed_files")
def test_it_is_on_the_command_line_and_among_the_cards(capsys, sample_store, tmp_path, monkeypatch):
    store = tmp_path / "copy"
    copied(sample_store, store)
    monkeypatch.setenv("MONEV_STORE", str(store))
    listed = asked(capsys, "indicators", "--format", "json")
    assert "files_by_mobile_counter" in json.dumps(listed)
    mobile = asked(capsys, "indicator", "files_by_mobile_counter", "--format", "json")
    channels = asked(
        capsys, "indicator", "applications_received", "--by", "channel", "--format", "json"
    )
    same = {row["channel"]: row["value"] for row in channels["rows"]}
    assert mobile["rows"][0]["value"] == same["keliling"] > 0
    app = AppTest.from_function(draw, args=("ringkasan",), default_timeout=60).run()
    assert not app.exception
    assert "Berkas loket keliling" in " ".join(e.value for e in app.markdown)
