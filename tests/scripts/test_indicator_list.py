"""The documented list of figures is the registry's."""

import re

from etl.paths import ROOT
from metrics.asking.registry import indicators
from scripts.indicator_list import PAGE, page


def test_the_list_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make docs"


def test_every_section_that_code_names_is_defined():
    defined = set(re.findall(r"^## (§\d+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    named = {i.section for i in indicators().values()}
    for folder in ("etl", "metrics", "dashboard", "cli"):
        for module in (ROOT / folder).rglob("*.py"):
            named |= set(re.findall(r"§\d+", module.read_text(encoding="utf-8")))
    assert named <= defined
