"""What pages say in sentences, tables and lists is what the command line says.

A few pages in every run; all six for a good, a bad, a silent and a tally-only office, the province
and the year 2024 where `MONEV_SENTENCES` is set (docs/sentences.md; some minutes).
"""

import os
from itertools import product

import pytest

from tests.soundness.sentences import PAGES, checked
from tests.soundness.told import asker

SOME = [
    ("ringkasan", {"office": "32.07"}),
    ("pengaduan", {}),
]
OFFICES = ("", "32.14", "32.05", "32.07", "32.79")
EVERY = [
    (page, {k: v for k, v in (("office", office), ("period", period)) if v})
    for page, office, period in product(PAGES, OFFICES, ("", "2024"))
]


@pytest.fixture(scope="module")
def ask(sample_store):
    return asker(sample_store)


@pytest.mark.parametrize(("slug", "asked"), EVERY if "MONEV_SENTENCES" in os.environ else SOME)
def test_every_sentence_and_cell_is_the_command_lines(sample_store, ask, slug, asked):
    said = checked(sample_store, slug, asked, ask)
    assert [f"{one.text} [{one.lacks}]" for one in said if not one.by] == []
    assert sum(one.by == "command line" for one in said) > (0 if asked.get("office") else 5)
