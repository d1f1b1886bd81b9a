"""Sign-in as people meet it: Chromium, a provider, six people, and what each then sees."""

import json
import socket
from pathlib import Path

import pytest

from dashboard.frame import access
from dashboard.frame.access import Grant
from etl.store.operations import Operations
from metrics.asking.query import Scope
from metrics.asking.snapshot import open_snapshot
from tests.browser.conftest import go, settle
from tests.dashboard.served import serving, waited_for

pytestmark = pytest.mark.browser

provider_mock = pytest.importorskip("oidc_provider_mock")
SHUT = "Alamat {email} belum diberi hak"
PEOPLE = {
    "admin": ("admin@jabar.example", True),
    "province": ("monev@jabar.example", True),
    "office": ("kadis@kantor.example", True),
    "analyst": ("analis@kantor.example", True),
    "stranger": ("orang@lain.example", True),
    "unsure": ("palsu@kantor.example", False),
}


def _copy(store: Path, into: Path) -> Path:
    """The sample read through links, with operational records of its own."""
    into.mkdir()
    for entry in store.iterdir():
        if not entry.name.startswith("operations"):
            (into / entry.name).symlink_to(entry)
    return into


@pytest.fixture(scope="module")
def store(sample_store, tmp_path_factory):
    return _copy(sample_store, tmp_path_factory.mktemp("masuk") / "store")


@pytest.fixture(scope="module")
def own(store):
    """The code of the office of the two people who have one."""
    return str(open_snapshot(store).offices()["office"].iloc[0])


@pytest.fixture(scope="module")
def app(store, own, tmp_path_factory):
    """The application with sign-in, and the grants of the six."""
    for role, region in {"admin": "", "province": "32", "office": own, "analyst": own}.items():
        grant = Grant(PEOPLE[role][0], role, region)
        access.decide(store, Scope("admin"), "uji", grant)
    access.decide(store, Scope("admin"), "uji", Grant(PEOPLE["unsure"][0], "admin"))
    users = [
        provider_mock.User(sub=name, claims={"email": email, "email_verified": sure})
        for name, (email, sure) in PEOPLE.items()
    ]
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    with provider_mock.run_server_in_thread(user_claims=users) as provider:
        secrets = tmp_path_factory.mktemp("rahasia") / "secrets.toml"
        secrets.write_text(
            "[auth]\n"
            f'redirect_uri = "http://localhost:{port}/oauth2callback"\n'
            'cookie_secret = "0123456789abcdef0123456789abcdef"\n'  # pragma: allowlist secret
            'client_id = "monev"\nclient_secret = "rahasia"\n'
            f'server_metadata_url = "http://localhost:{provider.server_port}'
            '/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        environment = {"MONEV_SECRETS": secrets, "AUTHLIB_INSECURE_TRANSPORT": "1"}
        with serving(store, port=port, **environment):
            yield f"http://localhost:{port}"


@pytest.fixture
def person(chromium, app):
    """Sign a person in: `person("office")` → the page, at rest."""
    contexts = []

    def enter(name, at=""):
        context = chromium.new_context(viewport={"width": 1440, "height": 1200}, locale="id-ID")
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{app}/{at}")
        settle(page)
        page.get_by_role("button", name="Masuk").first.click()
        page.locator(f"button[value={name}], input[value={name}]").first.click()
        page.wait_for_url(f"{app}/**", timeout=30000)
        settle(page)
        return page

    yield enter
    for context in contexts:
        context.close()


def slugs(page):
    found = {a.get_attribute("href") for a in page.get_by_test_id("stTopNavLink").all()}
    for section in page.get_by_test_id("stTopNavSection").all():
        section.click()
        found |= {
            a.get_attribute("href") for a in page.locator("[role=menu] a, a[role=menuitem]").all()
        }
        page.keyboard.press("Escape")
    return {(href or "").split("?")[0].rstrip("/").rsplit("/", 1)[-1] for href in found}


def test_nobody_is_signed_in_at_first_and_an_address_shows_nothing(chromium, app):
    page = chromium.new_page()
    page.goto(f"{app}/unggah")
    settle(page)
    assert page.get_by_role("button", name="Masuk").count()
    assert not page.locator("[data-testid=stFileUploader]").count()
    assert not slugs(page)
    page.close()


def test_an_analyst_comes_in_sees_the_own_office_and_leaves_at_the_provider(
    person, app, store, own
):
    page = person("analyst")
    assert {"unggah", "mutu_data"} <= slugs(page)
    assert not {"akses", "jejak"} & slugs(page)
    name = page.locator(".st-key-account").inner_text().replace("\u200b", "").replace("\u2060", "")
    assert PEOPLE["analyst"][0].split("@")[0] in name
    page.goto(f"{app}/akses?office=99.99")
    settle(page)
    assert "bukan untuk peran Anda" in page.content()
    waited_for(lambda: Operations(store).audited(1)[0].action == "refusal")
    page.locator(".st-key-account button").click()
    page.get_by_role("button", name="Keluar").click()
    page.wait_for_url("**/oauth2/end_session**", timeout=30000)
    page.get_by_role("button", name="End session").click()
    page.wait_for_url(f"{app}/**", timeout=30000)
    settle(page)
    assert page.get_by_role("button", name="Masuk").count()
    deeds = {e.action for e in Operations(store).audited()}
    assert {"sign_in", "sign_out", "refusal"} <= deeds


def test_an_admin_gives_and_takes_and_the_other_s_open_window_follows(person, app, store):
    admin, other = person("admin"), person("stranger")
    assert "belum diberi hak" in other.content()
    email = PEOPLE["stranger"][0]
    access.decide(store, Scope("admin"), PEOPLE["admin"][0], Grant(email, "admin"))
    other.reload()
    settle(other)
    assert "akses" in slugs(other)
    access.decide(store, Scope("admin"), PEOPLE["admin"][0], Grant(email, ""))
    go(other, "Hak akses")
    other.wait_for_timeout(500)
    settle(other)
    assert "belum diberi hak" in other.content()
    assert "akses" in slugs(admin)


def test_an_address_that_the_provider_does_not_vouch_for_gets_nothing(person):
    page = person("unsure")
    assert "belum memastikan alamat" in page.content()
    assert not slugs(page)


def test_no_security_header_breaks_a_page_and_nothing_foreign_is_asked_for(person, app):
    page = person("admin")
    said, asked = [], set()
    page.on("console", lambda m: said.append(m.text))
    page.on("request", lambda r: asked.add(r.url))
    for slug in ("waktu_proses", "banding", "ikm"):
        page.goto(f"{app}/{slug}")
        settle(page)
        assert page.locator(".js-plotly-plot, canvas").count(), slug
    assert [t for t in said if "Content Security Policy" in t] == []
    foreign = [u for u in asked if not u.startswith((app, "ws://localhost", "data:", "blob:"))]
    assert foreign == [], json.dumps(foreign)
