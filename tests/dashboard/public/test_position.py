"""Where an application stands: for who knows its number and day, and for nobody who guesses."""

import datetime as dt
import random
import statistics
import time

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.public import routes as public
from dashboard.public.throttle import TRIES, Throttle, address
from etl.store.public_doors import PublicDoors
from metrics.asking.query import Scope
from metrics.asking.snapshot import open_snapshot
from metrics.publishing.publish import publish
from tests.metrics import small_province


@pytest.fixture(scope="module")
def cases(sample_store):
    snapshot = open_snapshot(sample_store)
    office = next(
        o for o, e in snapshot.manifest["offices"].items() if snapshot.case_file("runs", o)
    )
    frame = snapshot.cases(Scope(), "applications", [office], limit=None)
    return office, frame


def ask(client, office, number, day, **headers):
    form = {"kantor": office, "nomor": number, "tanggal": str(day)}
    return client.post("/publik/cek", data=form, headers=headers)


def test_who_knows_number_and_day_is_told_the_stages_and_no_number(client, cases):
    office, frame = cases
    for case in frame[frame["is_open"]].head(3).to_dict("records"):
        number, day = case["application_no"], case["submitted_at"].date()
        answer = ask(client, office, f" {number.lower()} ", day)
        assert answer.status_code == 200, answer.text
        assert number not in answer.text
        assert str(case["stage_reached"]) in answer.text
        assert answer.headers["cache-control"] == "no-store"


def test_an_open_one_is_told_the_range_that_such_cases_still_took(client, cases, sample_store):
    import re

    from metrics.outlook.forecast import range_of_days

    office, frame = cases
    snapshot = open_snapshot(sample_store)
    told = 0
    for case in frame[frame["is_open"]].head(15).to_dict("records"):
        stage, age = str(case["stage_reached"] or ""), int(case["gross_days"])
        range_ = range_of_days(snapshot, office, case["common_type"], stage, age)
        day = case["submitted_at"].date()
        text = ask(client, office, case["application_no"], day).text
        found = re.search(r"memerlukan (\d+)–(\d+) hari kerja", text)
        assert (found and tuple(map(int, found.groups()))) == (
            None if range_.low is None else (range_.low, range_.high)
        )
        told += bool(found)
    assert told


def test_an_issued_one_is_said_to_be_issued(client, cases):
    office, frame = cases
    case = frame[frame["outcome"] == "issued"].iloc[0]
    day = case["submitted_at"]
    answer = ask(client, office, case["application_no"], f"{day:%d-%m-%Y}")
    assert "Izin terbit" in answer.text


def test_wrong_and_unknown_are_one_answer(client, cases):
    office, frame = cases
    case = frame.iloc[0]
    wrong = ask(client, office, case["application_no"], "1999-01-01")
    unknown = ask(client, office, "PM-9999-00001", "1999-01-01")
    assert wrong.status_code == unknown.status_code == 404
    assert wrong.content == unknown.content
    assert {k: v for k, v in wrong.headers.items() if k != "date"} == {
        k: v for k, v in unknown.headers.items() if k != "date"
    }


def test_wrong_and_unknown_take_the_same_time(client, cases, monkeypatch):
    office, frame = cases
    monkeypatch.setattr(public, "throttle", Throttle(tries=10**6))
    numbers = list(frame["application_no"].head(150))
    took = {"wrong": [], "unknown": []}
    ask(client, office, "X", "1999-01-01")
    turns = [("wrong", n) for n in numbers] + [("unknown", f"PM-9999-{i:05}") for i in range(150)]
    random.Random(7).shuffle(turns)
    for kind, number in turns:
        began = time.perf_counter()
        ask(client, office, number, "1999-01-01")
        took[kind].append(time.perf_counter() - began)
    low, _middle, high = statistics.quantiles(took["wrong"], n=4)
    assert low * 0.9 <= statistics.median(took["unknown"]) <= high * 1.1


def test_ten_thousand_guesses_from_one_address_find_nothing(client, cases):
    office, frame = cases
    day = frame["submitted_at"].iloc[0].date()
    allowed = 0
    for guess in range(10_000):
        throttled = not public.throttle.allows(("address", "192.0.2.1"), ("number", office, guess))
        allowed += not throttled
    assert allowed == TRIES
    answer = ask(client, office, frame["application_no"].iloc[0], day)
    assert answer.status_code == 429
    assert "sepuluh menit" in answer.text
    assert answer.headers["retry-after"] == "600"


def test_guessing_the_day_of_one_number_from_everywhere_is_stopped_at_twenty(client, cases):
    office, frame = cases
    number, day = frame["application_no"].iloc[0], frame["submitted_at"].iloc[0].date()
    found = []
    for i in range(TRIES):
        assert public.throttle.allows(("address", f"198.51.100.{i}"), ("number", office, number))
    for i in range(3):
        client.headers["x-guess"] = str(i)
        found.append(ask(client, office, number, day).status_code)
    assert found == [429] * 3


def test_guesses_over_the_door_find_nothing(client, cases):
    office, _frame = cases
    rng = random.Random(3)
    statuses = []
    for _turn in range(200):
        day = dt.date(2024, 1, 1) + dt.timedelta(rng.randrange(700))
        statuses.append(ask(client, office, f"PM-{day.year}-9{rng.randrange(9999):04}", day))
    codes = [s.status_code for s in statuses]
    assert codes[:TRIES] == [404] * TRIES
    assert set(codes[TRIES:]) == {429}


def test_a_header_that_anybody_can_write_frees_nobody(client, cases):
    office, _frame = cases
    codes = [
        ask(client, office, f"X-{i}", "2024-01-02", **{"x-forwarded-for": f"10.0.0.{i}"})
        for i in range(TRIES + 2)
    ]
    assert [c.status_code for c in codes[-2:]] == [429, 429]


def test_a_trusted_proxy_tells_people_apart_by_what_it_wrote_last(client, cases, monkeypatch):
    office, _frame = cases
    monkeypatch.setenv("MONEV_TRUSTED_PROXY", "true")
    for i in range(TRIES + 2):
        made_up = {"x-forwarded-for": f"203.0.113.{i}, 10.0.0.{i}"}
        assert ask(client, office, f"X-{i}", "2024-01-02", **made_up).status_code == 404
    for i in range(TRIES + 2):
        same = {"x-forwarded-for": f"203.0.113.{i}, 10.9.9.9"}
        last = ask(client, office, f"Y-{i}", "2024-01-02", **same).status_code
    assert last == 429


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
    ],
)
def test_an_address_of_ipv6_is_known_by_its_network(host, known):
    from starlette.requests import Request

    request = Request({"type": "http", "client": (host, 1), "headers": []})
    assert address(request) == known


def test_tries_are_free_again_after_ten_minutes():
    now = [0.0]
    throttle = Throttle(clock=lambda: now[0])
    assert [throttle.allows("a") for _i in range(21)] == [True] * 20 + [False]
    now[0] = 601
    assert throttle.allows("a")


@pytest.mark.parametrize("text", ["", "besok", "31-02-2026", "2026-13-01"])
def test_a_day_that_is_none_is_said(client, cases, text):
    office, _frame = cases
    answer = ask(client, office, "PM-1", text)
    assert answer.status_code in (400, 404)


CODES = """Kode kantor,No. permohonan,Jenis izin,Tanggal permohonan,Kode lacak
32.01,L-1,SIUP,05-01-2026,QX7 9KD
32.01,L-2,SIUP,06-01-2026,WR4-8TT
32.01,L-3,SIUP,07-01-2026,DOBEL88
32.01,L-4,SIUP,08-01-2026,DOBEL88
32.01,L-5,SIUP,09-01-2026,12
"""


def test_a_code_of_a_receipt_finds_its_case_from_the_file_to_the_public_page(tmp_path, monkeypatch):
    store = small_province.new_store(tmp_path / "store")
    file = tmp_path / "permohonan.csv"
    file.write_text(CODES, encoding="utf-8")
    (result,) = store.load(file)
    assert (result.total.read, result.total.rejected) == (5, 0)
    publish(store)
    PublicDoors(store.folder).set("32.01", True, "tes", "admin")
    monkeypatch.setenv("MONEV_STORE", str(store.folder))
    monkeypatch.setattr(public, "throttle", Throttle())
    with TestClient(Starlette(routes=public.routes()), client=("192.0.2.9", 1)) as asks:

        def answer(code, day=""):
            return asks.post("/publik/cek", data={"kantor": "32.01", "nomor": code, "tanggal": day})

        told = answer("qx79kd")
        assert told.status_code == 200
        assert "5 Januari 2026" in told.text
        assert "L-1" not in told.text
        unknown = answer("QX79KX")
        for code in ("DOBEL88", "12", "L-1"):  # of two cases, easily guessed, a number without day
            assert answer(code).status_code == 404, code
        assert answer("QX79KD", "05-01-2026").status_code == 404
        assert unknown.text == answer("L-1").text.replace("L-1", "QX79KX")
