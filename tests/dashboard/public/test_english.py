"""The public pages are whole in English: no message of theirs is missing from the catalogue."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from etl.words import LOCALES, _, speaking
from metrics.asking.registry import get
from metrics.opendata.offered import OFFERED

ROOT = LOCALES.parents[1]
PYTHON = [*(ROOT / "dashboard/public").glob("*.py"), *(ROOT / "metrics/opendata").glob("*.py")]
PAGES = sorted((ROOT / "dashboard/public/templates").glob("*.html"))
HERE = {"note", "Menu", "Menulis data terbuka"}
"""Variables, and words that are the same or for the command line."""


def messages(file: Path):
    python = file.suffix == ".py"
    kind = "python" if python else "jinja2.ext:babel_extract"
    for _line, message, _comments, _context in extract_from_file(kind, file):
        yield message[0] if isinstance(message, tuple) else message


@pytest.mark.parametrize("file", [*PYTHON, *PAGES], ids=lambda f: f.name)
def test_every_message_of_a_public_file_is_in_english(file):
    with speaking("en"):
        missing = [m for m in messages(file) if m not in HERE and _(m) == m]
    assert missing == []


@pytest.mark.parametrize("name", OFFERED)
def test_every_open_indicator_is_explained_in_english(name):
    with speaking("en"):
        assert get(name).label() != get(name).title
        assert get(name).explain() != get(name).formula


@pytest.mark.parametrize("file", [*PYTHON, *PAGES], ids=lambda f: f.name)
def test_a_translation_keeps_the_places_of_its_values(file):
    with speaking("en"):
        for message in messages(file):
            found = re.findall(r"\{\w+\}", message)
            assert sorted(found) == sorted(re.findall(r"\{\w+\}", _(message)))


def test_an_english_page_holds_no_indonesian_words_of_its_own(client):
    text = client.get("/publik/cara-menghitung?lang=en").text
    for word in ("dan", "yang", "tidak", "Pengaduan", "dalam"):
        assert not re.search(rf"\b{word}\b", text), word
    assert '<html lang="en">' in text


def test_days_know_one_from_many():
    from dashboard.public.words import days

    with speaking("en"):
        assert [days(0), days(1), days(7)] == [
            "the same day",
            "1\u00a0working day",
            "7\u00a0working days",
        ]
    assert [days(1), days(None)] == ["1\u00a0hari kerja", "–"]
