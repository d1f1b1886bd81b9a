"""Grants kept in the store: given, changed, taken away, and read anew by every door."""

from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import access, audit, sign_in
from dashboard.frame.access import Grant
from dashboard.loading.uploading import Request, entitled, serve
from etl.errors import Refused
from etl.store.operations import Operations
from metrics.asking.query import Scope
from tests.dashboard.frame.test_guard import SECRETS

ADMIN = Scope("admin")


@pytest.fixture
def signed(tmp_path, monkeypatch):
    """A machine where people sign in; the store's folder."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(SECRETS, encoding="utf-8")
    monkeypatch.setenv("MONEV_SECRETS", str(secrets))
    return tmp_path


def give(store, email="a@b.example", role="analyst", region="32.14"):
    access.decide(store, ADMIN, "uji", Grant(email, role, region))


def test_a_grant_is_kept_changed_and_taken_away(tmp_path):
    give(tmp_path, " A@B.example ")
    assert access.grant_of(tmp_path, "a@b.example") == Grant("a@b.example", "analyst", "32.14")
    give(tmp_path, role="office")
    assert access.grant_of(tmp_path, "a@b.example").role == "office"
    give(tmp_path, role="", region="")
    assert access.grant_of(tmp_path, "a@b.example").role == "public"
    lines = [(e.detail["before"], e.detail["given"]) for e in Operations(tmp_path).audited()]
    assert lines == [("office", ""), ("analyst", "office"), ("", "analyst")]


def test_the_file_seeds_and_the_page_decides(tmp_path, monkeypatch):
    seed = Grant("seed@b.example", "province", "32")
    monkeypatch.setattr(access, "load_grants", lambda: {seed.email: seed})
    assert access.grant_of(tmp_path, seed.email) == seed
    give(tmp_path, seed.email, "", "")
    assert access.grant_of(tmp_path, seed.email).role == "public"


@pytest.mark.parametrize(
    "grant",
    [
        Grant("not an address", "admin"),
        Grant("a@b.example", "raja"),
        Grant("a@b.example", "office"),
        Grant("a@b.example", "province"),
    ],
)
def test_a_grant_that_is_not_clear_is_refused(tmp_path, grant):
    with pytest.raises(Refused):
        access.decide(tmp_path, ADMIN, "x", grant)
    assert access.grants(tmp_path) == {}


@pytest.mark.parametrize("role", ["office", "analyst", "province", "public"])
def test_nobody_but_an_admin_grants(tmp_path, role):
    with pytest.raises(Refused):
        access.decide(tmp_path, Scope(role), "x", Grant("x@b.example", "admin"))


def test_the_last_admin_stays(tmp_path):
    give(tmp_path, "one@b.example", "admin", "")
    with pytest.raises(Refused):
        give(tmp_path, "one@b.example", "", "")
    with pytest.raises(Refused):
        give(tmp_path, "one@b.example", "office", "32.14")
    give(tmp_path, "two@b.example", "admin", "")
    give(tmp_path, "one@b.example", "", "")


def test_a_request_made_by_hand_gets_no_more_than_the_grant(signed):
    give(signed)
    wide = Request("undo", str(signed), "a@b.example", "admin", offices=None)
    assert entitled(wide) == ("analyst", frozenset({"32.14"}))
    assert entitled(replace(wide, offices=("32.14", "32.15"))) == (
        "analyst",
        frozenset({"32.14"}),
    )
    assert entitled(replace(wide, who="stranger@b.example"))[0] == "public"
    assert entitled(replace(wide, who=""))[0] == "public"
    give(signed, role="", region="")
    assert entitled(wide)[0] == "public"


def test_a_forged_undo_is_refused_by_the_process_and_leaves_a_line(signed, capsys):
    give(signed)
    forged = Request("undo", str(signed / "store"), "stranger@b.example", "admin", batch=1)
    assert serve(forged) == 2
    assert "error" in capsys.readouterr().out


def test_an_unknown_deed_is_refused(tmp_path, capsys):
    assert serve(Request("drop", str(tmp_path))) == 2
    assert "tidak dikenal" in capsys.readouterr().out


def test_a_download_is_refused_after_the_grant_is_gone(signed):
    give(signed)
    scope = access.scope_of(signed, "a@b.example")
    audit.use(audit.Witness(signed, "a@b.example", "analyst", scope))
    make = audit.exported(pd.DataFrame({"a": [1]}), "daftar")
    assert make()[:2] == b"PK"
    give(signed, role="", region="")
    with pytest.raises(Refused):
        make()
    assert Operations(signed).audited(1)[0].action == "refusal"


@pytest.mark.parametrize(
    ("claims", "email"),
    [
        ({"email": "A@b.example", "email_verified": True}, "a@b.example"),
        ({"email": "a@b.example", "email_verified": "true"}, "a@b.example"),
        ({"email": "a@b.example", "email_verified": False}, ""),
        ({"email": "a@b.example"}, ""),
        ({"email_verified": True}, ""),
    ],
)
def test_only_a_verified_address_counts(claims, email):
    assert sign_in.verified_email(claims) == email


def page(slug):
    from tests.dashboard.pages.test_pages import draw

    draw(slug)


def test_the_pages_of_grants_and_audit_are_used(sample_store, tmp_path, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(tmp_path))
    app = AppTest.from_function(page, args=("akses",), default_timeout=60).run()
    app.text_input(key="akses_email").set_value("kadis@garut.example")
    app.selectbox(key="akses_role").set_value("admin")
    app.button(key="akses_save").click().run()
    assert not app.exception
    assert access.grants(tmp_path) == {"kadis@garut.example": Grant("kadis@garut.example", "admin")}
    app.selectbox(key="akses_take").set_value("kadis@garut.example").run()
    app.button(key="akses_drop").click().run()
    assert "terakhir" in app.warning[0].value
    trail = AppTest.from_function(page, args=("jejak",), default_timeout=60).run()
    assert not trail.exception
    rows = next(e.proto.body for e in trail.get("html") if 'class="rows"' in e.proto.body)
    assert "Alamat kadis@garut.example" in rows
    assert "Hak akses" in rows
