"""Of public files: what a load is said to feed has a value, what is said to lack has none.

`MONEV_FED=1` holds all of them; as a rule the small ones are (`python -m scripts.fed` tells more).
"""

import os

import pytest

from scripts.fed import held
from scripts.real_store import real_files

SMALL = ("sekadau_2019s1_first49.csv",)


@pytest.mark.parametrize(
    "name", [f.name for f in real_files()] if os.environ.get("MONEV_FED") else SMALL
)
def test_what_is_said_to_be_fed_has_a_value(name, real, tmp_path):
    found = held(real / name, tmp_path)
    assert [one.wrong for one in found] == [()] * len(found)
    assert any(one.fed for one in found)
