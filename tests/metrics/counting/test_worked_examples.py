"""The table of docs/working-days.md, worked by hand, against what the counts are made of."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from tests.metrics.built import Built, at, built

PAGE = Path(__file__).resolve().parents[3] / "docs" / "working-days.md"
AS_OF = date(2026, 6, 30)


@dataclass(frozen=True)
class Example:
    """One row of the page, by the headings of its table."""

    cells: dict[str, str]

    @property
    def number(self) -> int:
        return int(self.cells["no"])

    @property
    def office(self) -> str:
        return f"32.{self.number:02d}"

    @property
    def ended(self) -> date | None:
        return None if self.cells["ended"].startswith("as of") else day(self.cells["ended"])

    @property
    def as_of(self) -> date:
        return AS_OF if self.ended else day(self.cells["ended"].removeprefix("as of "))


def day(text: str) -> date:
    return date.fromisoformat(text.strip())


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def read() -> list[Example]:
    lines = [x for x in PAGE.read_text(encoding="utf-8").splitlines() if x.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [Example(dict(zip(rows[0], row, strict=True))) for row in rows[2:]]


EXAMPLES = read()


def permit(example: Example) -> str:
    return f"Izin {example.number}"  # a province's standard then concerns its own row alone


def standards(example: Example) -> list[dict]:
    rules = []
    for said in parts(example.cells["standard"]):
        what, _since, since = said.rpartition(" since ")
        rules.append(
            {
                "office_code": "32" if what.startswith("province") else example.office,
                "permit_type": permit(example), "stage": "", "valid_from": day(since),
                "working_days": int(what.removeprefix("province ")),
            }
        )  # fmt: skip
    return rules


def pauses(example: Example) -> list[dict]:
    found = []
    for run, said in enumerate(parts(example.cells["pauses"])):
        first, _to, last = (said + " ").partition(" to ")
        found.append(
            {
                "office_code": example.office, "application_no": str(example.number),
                "stage": "Menunggu pemohon", "run_no": run + 1, "clock": "applicant",
                "started_at": at(day(first)),
                "finished_at": at(day(last)) if last.strip() else pd.NaT,
            }
        )  # fmt: skip
    return found


def application(example: Example) -> dict:
    complete, ended = example.cells["complete"], example.ended
    return {
        "office_code": example.office, "application_no": str(example.number),
        "permit_type": permit(example), "submitted_at": at(day(example.cells["received"]), 8),
        "complete_at": at(day(complete), 8) if complete else pd.NaT,
        "decision": "issued" if ended else None, "decided_at": at(ended, 15) if ended else pd.NaT,
    }  # fmt: skip


def marker(example: Example) -> dict:
    """A case of another type on the day the row is seen, so that its due day has come."""
    return {
        "office_code": example.office, "application_no": f"later {example.number}",
        "permit_type": "Lain", "submitted_at": at(example.as_of), "complete_at": pd.NaT,
        "decision": None, "decided_at": pd.NaT,
    }  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Built:
    """Every row of the page as the case of an office of its own."""
    return built(
        [make(e) for e in EXAMPLES for make in (application, marker)],
        offices=[
            {"office_code": e.office, "name": e.office, "province_code": "32",
             "working_week": int(e.cells["week"])}
            for e in EXAMPLES
        ],
        closures=[
            {"office_code": e.office, "date": day(d), "reason": "tutup"}
            for e in EXAMPLES
            for d in parts(e.cells["closed"])
        ],
        stages=[pause for e in EXAMPLES for pause in pauses(e)],
        standards=[rule for e in EXAMPLES for rule in standards(e)],
    )  # fmt: skip


def test_the_page_tells_of_everything_that_moves_the_clock():
    assert len(EXAMPLES) >= 20
    assert sum(len(parts(e.cells["pauses"])) > 1 for e in EXAMPLES) >= 3
    assert {e.cells["week"] for e in EXAMPLES} == {"5", "6"}
    for heading in ("closed", "complete", "pauses", "standard"):
        assert any(e.cells[heading] for e in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.number} {e.cells['case']}")
def test_a_worked_example(made: Built, example: Example):
    cases = made.facts.frame("kept_cases").set_index("application_no")
    row = cases.loc[str(example.number)]
    assert (row["net"], row["gross"], row["calendar"]) == tuple(
        int(example.cells[name]) for name in ("net", "gross", "calendar")
    )
    due = example.cells["due"]
    assert str(row["due_day"])[:10] == due if due else pd.isna(row["due_day"])
    rate = (
        get("on_time_rate")
        .read(made.snapshot, EVERYTHING, Query(office=example.office, permit_type=permit(example)))
        .first
    )
    judged = {"yes": (1, 1), "no": (0, 1), "–": (0, 0)}[example.cells["on time"]]
    assert (rate.get("numerator") or 0, rate.get("denominator") or 0) == judged
