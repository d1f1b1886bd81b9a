"""What citizens read: whole without script, small, and of nobody in particular."""

import re
from html.parser import HTMLParser
from urllib.robotparser import RobotFileParser

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.public import routes as public
from etl.store.public_doors import PublicDoors
from metrics.asking.query import Scope
from metrics.asking.snapshot import open_snapshot
from tests.copies import copied

NUMBERS = re.compile(r"\b(PM|PMH|503|PGD)-\d{4}-\d+")


class Read(HTMLParser):
    """The words of a page, its links and its elements."""

    def __init__(self, text):
        super().__init__()
        self.words, self.links, self.tags = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [v for k, v in attrs if tag == "a" and k == "href"]

    def handle_data(self, data):
        self.words.append(data)


def every_page(client):
    """(address, page) of everything that links lead to from /publik, in both languages."""
    seen, left = {}, ["/publik", "/publik?lang=en"]
    while left:
        address = left.pop()
        if address in seen or not address.startswith("/publik"):
            continue
        seen[address] = client.get(address)
        found = Read(seen[address].text).links
        left += [link.partition("#")[0] for link in found if link.startswith("/publik")]
    return seen


def numbers_of(store):
    snapshot = open_snapshot(store)
    scope = Scope()
    offices = list(snapshot.manifest["offices"])
    frame = snapshot.cases(scope, "applications", offices, limit=None)
    return set(frame["application_no"]) | set(frame["permit_no"].dropna())


@pytest.mark.timeout(280)
def test_every_page_is_whole_small_and_names_no_application(client, sample_store):
    pages = every_page(client)
    assert len(pages) > 100
    known = numbers_of(sample_store)
    for address, answer in pages.items():
        assert answer.status_code == 200, address
        assert len(answer.content) < 100_000, address
        assert not NUMBERS.search(answer.text), address
        assert not known & set(re.findall(r"[\w./-]+", answer.text)), address
        read = Read(answer.text)
        assert "script" not in read.tags
        assert {"h1", "main", "header", "footer", "title"} <= set(read.tags)
        for word in ("None", "nan", "NaT", "{", "Undefined"):
            style = read.words.index(next(w for w in read.words if ":root" in w))
            said = "".join(w for i, w in enumerate(read.words) if i != style)
            assert not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said), (address, word)


def test_a_known_page_comes_within_a_tenth_of_a_second(client):
    import time

    office = next(link for link in Read(client.get("/publik").text).links if "/publik/" in link)
    client.get(office)
    took = []
    for _turn in range(20):
        began = time.perf_counter()
        client.get(office)
        took.append(time.perf_counter() - began)
    assert sorted(took)[10] < 0.1


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"])
def test_pages_are_read_and_nothing_else(client, method):
    for path in ("/publik", "/publik/32.01", "/robots.txt"):
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
    head = client.head("/publik")
    assert head.status_code == 200
    assert head.content == b""


def test_search_engines_may_read_the_public_pages_alone(client):
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    for path in ("/publik", "/publik/32.01", "/api/v1/indicators"):
        assert rules.can_fetch("anybody", path)
    assert not rules.can_fetch("anybody", "/ringkasan")


def test_the_policy_lets_the_page_load_its_own_style_and_nothing_else(client):
    answer = client.get("/publik")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert " style=" not in answer.text


def test_the_form_stands_before_all_else_on_the_page_of_positions(client):
    text = client.get("/publik/cek").text
    main = text[text.index("<main") :]
    assert main.index("<form") < main.index("</main>")
    assert "<h2" not in main[: main.index("<form")]
    assert main.count("Cek posisi permohonan") == 1
    assert main.count("<form") == 1


@pytest.fixture
def own_store(sample_store, tmp_path):
    return copied(sample_store, tmp_path / "store")


def test_a_closed_door_gives_nothing_from_the_next_request_on(own_store, monkeypatch):
    monkeypatch.setenv("MONEV_STORE", str(own_store))
    code = next(iter(open_snapshot(own_store).manifest["offices"]))
    with TestClient(Starlette(routes=public.routes())) as client:
        assert client.get(f"/publik/{code}").status_code == 200
        assert client.get(f"/api/v1/indicators/ikm?office={code}").status_code == 200
        PublicDoors(own_store).set(code, False, "kepala", "office")
        for address in (f"/publik/{code}", f"/publik/{code}/PBG"):
            assert client.get(address).status_code == 404
        assert f"/publik/{code}" not in client.get("/publik").text
        assert client.get(f"/api/v1/indicators/ikm?office={code}").status_code == 404
        assert code not in client.get("/api/v1/indicators/permits_issued").text
        form = {"kantor": code, "nomor": "PM-2024-00001", "tanggal": "2024-01-02"}
        assert client.post("/publik/cek", data=form).status_code == 400
        PublicDoors(own_store).set(code, True, "kepala", "office")
        assert client.get(f"/publik/{code}").status_code == 200


def test_a_store_that_is_no_sample_is_closed_until_an_office_decides(tmp_path):
    doors = PublicDoors(tmp_path)
    assert doors.open_ones(["32.14"], sample=False) == frozenset()
    assert doors.open_ones(["32.14"], sample=True) == {"32.14"}
    doors.set("32.14", True, "kepala", "office")
    assert doors.open_ones(["32.14", "32.15"], sample=False) == {"32.14"}
    assert doors.audited(action="public_door")[0].detail == {"office": "32.14", "open": True}


def test_names_are_shown_as_text():
    from dashboard.public.links import Served
    from dashboard.public.render import page

    text = page(
        "offices.html",
        Served("id", "/publik"),
        office=None,
        sample=False,
        offices=[("32.14", "<script>alert(1)</script> & 'x'")],
    )
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;x&#39;" in text
