"""The English catalogue is whole: nothing is missing, nothing is left over, places agree."""

import pytest
from babel.messages.catalog import Catalog

from etl.words import _, counted, speaking
from scripts import words


@pytest.fixture(scope="module")
def found():
    return words.messages()


def test_every_message_is_translated_and_keeps_the_places_of_its_values(found):
    made = words.renewed(found, words.catalogue())
    assert words.wanting(made) == [], "run `make words`, then translate these in monev.po"


def test_no_translation_is_left_of_a_message_that_nobody_says(found):
    unused = {words.key(m) for m in words.catalogue() if m.id} - set(found.files)
    assert sorted(unused) == [], "run `make words`"


def test_the_catalogue_is_written_as_make_words_writes_it(found, tmp_path, monkeypatch):
    made = words.renewed(found, words.catalogue())
    written = words.FILE.read_text(encoding="utf-8")
    monkeypatch.setattr(words, "FILE", tmp_path / "monev.po")
    words.write(made)
    assert (tmp_path / "monev.po").read_text(encoding="utf-8") == written, "run `make words`"


@pytest.mark.parametrize(
    ("string", "told"),
    [
        ("", "missing"),
        ("the case {m}", "other places"),
        ("the case", "other places"),
    ],
)
def test_a_faulty_translation_is_named(string, told):
    made = Catalog(locale="en")
    made.add("berkas {n}", string)
    assert [fault.split(":")[0] for fault in words.wanting(made)] == [told]


def test_a_new_message_is_found_where_python_says_it(tmp_path):
    file = tmp_path / "etl" / "one.py"
    file.parent.mkdir()
    file.write_text(
        '_("satu")\nx = f"{_(\'dua\')}"\ncounted("{n} tiga", 3)\nN_("empat " "lima")\n'
        'Page(group="enam", title="tujuh", icon="x", order=1)\n',
        encoding="utf-8",
    )
    said = set(words._said(file))
    assert said == {"satu", "dua", ("{n} tiga", "{n} tiga"), "empat lima", "enam", "tujuh"}


def test_english_tells_one_from_many_and_indonesian_does_not():
    for n, english in ((1, "1 case past the standard"), (2, "2 cases past the standard")):
        with speaking("en"):
            assert counted("{n} berkas lewat standar", n).format(n=n) == english
        assert counted("{n} berkas lewat standar", n).format(n=n) == f"{n} berkas lewat standar"


def test_a_message_with_two_forms_is_found_without_a_number_too():
    with speaking("en"):
        assert _("hari") == "day"
