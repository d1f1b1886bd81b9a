"""The page Simulasi: a change gives before and after, is kept under a name and opened again."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import navigation
from etl.store.operations import Operations
from metrics.asking.snapshot import open_snapshot
from tests.dashboard.pages.test_pages import draw


@pytest.fixture
def page(sample_store, monkeypatch):
    """Draw the page of an office as one of its analysts: `page(ubah="parallel")`."""
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    offices = open_snapshot(sample_store).offices()
    code = offices.loc[offices["source"] == "records", "office"].iloc[0]

    def run(**query):
        app = AppTest.from_function(draw, args=("simulasi",), default_timeout=120)
        for name, value in ({"office": code, "role": "analyst"} | query).items():
            app.query_params[name] = value
        app.run()
        assert not app.exception, app.exception[0].value
        return app

    run.office = code
    yield run
    kept = Operations(sample_store)
    for scenario in kept.scenarios(code):
        kept.drop_scenario(code, scenario.name)


def html(app):
    return " ".join(e.proto.body for e in app.get("html"))


def test_every_kind_of_change_shows_before_and_after_and_says_what_it_is(page):
    for kind in ("remove", "parallel", "standard", "one_inspection", "merge"):
        app = page(ubah=kind)
        assert html(app).count('class="card"') == 5
        assert "tercatat" in html(app)
        assert "bukan ramalan" in app.caption[0].value
        gains = any("Berkurang" in d.value for d in app.dataframe)
        assert gains or "Tidak ada hari yang berkurang" in html(app)
        assert gains or kind != "remove"


def test_a_scenario_is_kept_and_opened_again(page, sample_store):
    app = page(ubah="parallel")
    app.text_input[0].set_value("  Survei   bersamaan ")
    next(b for b in app.button if b.label == "Simpan").click().run()
    assert app.success
    kept = Operations(sample_store).scenarios(page.office)
    assert [s.name for s in kept] == ["Survei bersamaan"]
    assert kept[0].definition["kind"] == "parallel"
    assert Operations(sample_store).audited(1, "scenario")
    again = page()
    assert any("Survei bersamaan" in d.value.to_string() for d in again.dataframe)


def open_kept(slug):
    """The page after a kept scenario was opened."""
    from dashboard.pages.simulasi import scenarios
    from etl.store.operations import Scenario
    from tests.dashboard.pages.test_pages import draw

    definition = {"kind": "standard", "stage": "Tanda tangan", "days": 4}
    scenarios.open_it(Scenario(1, "", "", definition, "", ""))
    draw(slug)


def test_opening_a_kept_scenario_puts_its_change_into_the_choices(page):
    app = AppTest.from_function(open_kept, args=("simulasi",), default_timeout=120)
    app.query_params["office"] = page.office
    app.query_params["role"] = "analyst"
    app.run()
    assert not app.exception, app.exception[0].value
    held = [app.selectbox(key=f"choice_{name}").value for name in ("ubah", "tahap", "batas")]
    assert held == ["standard", "Tanda tangan", "4"]
    assert "paling lama 4" in app.markdown[0].value


def test_no_role_without_case_rows_has_the_page(page):
    names = {
        role: {e.slug for e in navigation.visible(navigation.discover(), role)}
        for role in ("office", "analyst", "admin", "province", "public")
    }
    assert {role for role, slugs in names.items() if "simulasi" in slugs} == {
        "office", "analyst", "admin",
    }  # fmt: skip
    assert 'class="card"' not in html(page(role="province"))
