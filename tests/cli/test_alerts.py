"""`monev alerts`: the contract's rows, once a signal, and the Monday mail to a real SMTP server."""

import shutil
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from etl.store.follow_ups import FollowUps
from etl.store.grants import Grants
from etl.store.operations import Operations
from tests.conftest import monev_here, monev_json
from tests.dashboard.served import free_port

aiosmtpd = pytest.importorskip("aiosmtpd.controller")

FIELDS = ["what", "office", "count", "since", "desk", "words", "link"]


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A copy of the sample that may be written, with no grants, actions or letters told yet."""
    fresh = shutil.ignore_patterns("operations*")
    return Path(shutil.copytree(sample_store, tmp_path / "store", ignore=fresh))


@pytest.fixture
def office(store: Path) -> str:
    """The office with most late permits."""
    rows = monev_json("alerts", "--all", "--store", store)["rows"]
    return str(next(row["office"] for row in rows if row["what"] == "late"))


def test_the_rows_are_those_of_the_contract_and_each_is_told_once(store: Path) -> None:
    rows = monev_json("alerts", "--store", store)["rows"]
    assert rows
    assert all(list(row) == FIELDS for row in rows)
    assert all(row["words"].endswith(".") and row["link"].startswith("http") for row in rows)
    assert monev_json("alerts", "--store", store)["rows"] == []
    assert monev_json("alerts", "--all", "--store", store)["rows"] == rows


def test_late_and_unanswered_are_as_many_as_the_indicators_say(store: Path, office: str) -> None:
    rows = monev_json("alerts", "--office", office, "--store", store)["rows"]
    for what, name in (("late", "overdue_applications"), ("complaints", "overdue_complaints")):
        told = [row["count"] for row in rows if row["what"] == what]
        asked = monev_json("indicator", name, "--office", office, "--store", store)
        assert told == [v for v in [asked["rows"][0]["value"]] if v]


def test_a_verdict_is_told_in_the_words_of_the_verdict(store: Path, office: str) -> None:
    rows = monev_json("alerts", "--office", office, "--store", store)["rows"]
    told = [row["words"] for row in rows if row["what"] == "verdict"]
    assert told
    for name in ("on_time_rate", "processing_time"):
        asked = ("--office", office, "--from", "2025-11", "--to", "2026-10", "--store", store)
        said = monev_json("verdict", name, *asked)
        if said["met"] is False or said["direction"] in ("better", "worse"):
            assert any(words.endswith(said["words"]) for words in told)


def test_what_comes_after_is_told_alone(store: Path, office: str) -> None:
    monev_json("alerts", "--store", store)
    FollowUps(store).add_action(
        "on_time_rate", office, "tambah loket", "Kabid A", date(2024, 1, 1), date(2024, 2, 1), "a"
    )
    (row,) = monev_json("alerts", "--store", store)["rows"]
    assert (row["what"], row["office"], row["since"], row["desk"]) == (
        "action", office, "2024-02-01", "Kabid A",
    )  # fmt: skip


def test_asking_of_one_office_does_not_hide_the_others(store: Path, office: str) -> None:
    every = monev_json("alerts", "--all", "--store", store)["rows"]
    monev_json("alerts", "--office", office, "--store", store)
    rest = monev_json("alerts", "--province", "32", "--store", store)["rows"]
    assert rest == [row for row in every if row["office"] != office]


@pytest.mark.parametrize(
    "arguments",
    [("--office", "99.99"), ("--office", "32.01", "--province", "32"), ("--mail", "--all")],
)
def test_what_cannot_be_asked_is_refused(store: Path, arguments: tuple[str, ...]) -> None:
    assert "error" in monev_json("alerts", *arguments, "--store", store, code=2)


# The mail


class Sink:
    """Keeps the letters that the server takes; refuses an address that begins with "tolak"."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], EmailMessage]] = []

    async def handle_RCPT(
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if address.startswith("tolak"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append((envelope.rcpt_tos, letter))
        return "250 OK"


@pytest.fixture
def sink(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sink]:
    """A mail server of this machine; the settings name it."""
    box = Sink()
    server = aiosmtpd.Controller(box, hostname="127.0.0.1", port=free_port())
    server.start()
    port = server.server.sockets[0].getsockname()[1]
    for name, value in {
        "SMTP_HOST": "127.0.0.1", "SMTP_PORT": str(port), "SMTP_SECURITY": "none",
        "MAIL_FROM": "monev@provinsi.example", "URL": "https://monev.example",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"MONEV_{name}", value)
    yield box
    server.stop()


def test_each_gets_a_letter_of_the_own_office_with_a_link_a_line_and_once(
    store: Path, office: str, sink: Sink
) -> None:
    Grants(store).set("kepala@kantor.example", "office", office, "a")
    sent = monev_json("alerts", "--mail", "--store", store)
    ((to, letter),) = sink.letters
    assert to == ["kepala@kantor.example"]
    text = letter.get_content().replace("\r\n", "\n")
    rows = monev_json("alerts", "--all", "--office", office, "--store", store)["rows"]
    assert [r | {"link": ""} for r in sent["rows"]] == [r | {"link": ""} for r in rows]
    assert sent["mail"] == [{"to": to[0], "lines": len(rows)}]
    for row in sent["rows"]:
        assert "/pelaporan" not in row["link"]  # a page of the province's
        assert f"- {row['words']}\n  {row['link']}\n" in text
        assert row["link"].startswith("https://monev.example/")
    others = {r["office"] for r in monev_json("alerts", "--all", "--store", store)["rows"]} - {
        office
    }
    assert not any(f"office={code}" in text for code in others)
    assert letter["From"] == "monev@provinsi.example"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert monev_json("alerts", "--mail", "--store", store)["mail"] == []
    assert len(sink.letters) == 1
    (line,) = Operations(store).audited(action="export")
    assert line.detail == {"what": "alerts", "to": to[0], "lines": len(rows)}


def test_a_grant_taken_away_gets_no_letter(
    store: Path, office: str, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONEV_MAIL_TO", "kepala@kantor.example")
    Grants(store).set("kepala@kantor.example", "", "", "a")
    said = monev_json("alerts", "--mail", "--store", store, code=2)["error"]
    assert "belum diberi hak" in said
    assert sink.letters == []


def test_an_address_without_a_grant_is_named_and_keeps_nobody_else_from_a_letter(
    store: Path, office: str, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONEV_MAIL_TO", "asing@kantor.example, zaki@kantor.example")
    Grants(store).set("zaki@kantor.example", "office", office, "a")
    said = monev_json("alerts", "--mail", "--store", store, code=1)
    assert [to for to, _letter in sink.letters] == [["zaki@kantor.example"]]
    assert said["refused"] == ["asing@kantor.example"]


def test_a_letter_that_is_not_taken_is_sent_the_next_time(
    store: Path, office: str, sink: Sink
) -> None:
    Grants(store).set("tolak@kantor.example", "office", office, "a")
    said = monev_json("alerts", "--mail", "--store", store, code=2)["error"]
    assert "Server surel 127.0.0.1" in said
    Grants(store).set("tolak@kantor.example", "", "", "a")
    Grants(store).set("terima@kantor.example", "office", office, "a")
    assert (
        monev_json("alerts", "--mail", "--store", store)["mail"][0]["to"] == "terima@kantor.example"
    )


def test_one_address_that_is_refused_keeps_nobody_else_from_a_letter(
    store: Path, office: str, sink: Sink
) -> None:
    Grants(store).set("tolak@kantor.example", "office", office, "a")
    Grants(store).set("zaki@kantor.example", "office", office, "a")  # comes after it
    said = monev_json("alerts", "--mail", "--store", store, code=1)
    assert [told["to"] for told in said["mail"]] == ["zaki@kantor.example"]
    assert said["refused"] == ["tolak@kantor.example"]
    assert [to for to, _letter in sink.letters] == [["zaki@kantor.example"]]
    again = monev_json("alerts", "--mail", "--store", store, code=2)  # not told yet: tried again
    assert "tolak@kantor.example" in again["error"]


def test_a_server_that_cannot_encrypt_gets_no_letter(
    store: Path, office: str, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MONEV_SMTP_SECURITY", "starttls")
    Grants(store).set("kepala@kantor.example", "office", office, "a")
    assert "error" in monev_json("alerts", "--mail", "--store", store, code=2)
    assert sink.letters == []


def test_without_a_mail_server_it_says_which_setting_is_wanting(store: Path) -> None:
    done = monev_here("alerts", "--mail", "--store", store)
    assert done.returncode == 2
    assert "MONEV_SMTP_HOST" in done.stderr
