"""The documented record kinds are those of the schema, field by field."""

from etl.schema import kinds
from scripts.data_kinds import PAGE, page


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make docs"


def test_every_field_of_every_kind_is_on_the_page_under_a_title():
    sections = PAGE.read_text(encoding="utf-8").split("\n## ")
    for kind in kinds().values():
        section = next(s for s in sections if s.startswith(f"`{kind.name}`"))
        rows = {line.split(" | ")[0].strip("| `"): line for line in section.splitlines()}
        for field in kind.fields:
            assert field.name in rows, f"{kind.name}.{field.name}"
            assert rows[field.name].split(" | ")[1].strip(), f"no title: {kind.name}.{field.name}"
