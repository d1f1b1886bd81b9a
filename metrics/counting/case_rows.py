"""The case rows that are published beside the counts, for the cases behind a figure.

The facts as they are, with what the counts made of them: a case's clock, its runs of stages and
its pauses, in working-day indices of the office's calendar. A list of cases is then exactly the
cases that a count counted, and a replay starts from the figures that the pages show.
"""

import ibis.expr.types as ir

from etl.schema import element_slugs
from metrics.counting.cases import Cases
from metrics.counting.draft import Draft, Frame

KEY = ["office_code", "application_no"]


def case_rows(facts: Draft, made: Cases, frame: Frame) -> None:
    """Parts `case_<kind>`, the rows of every kind of `snapshot.CASE_KINDS`.

    `runs`: one row a run of a stage (run, stage, desk, clock, begun_day, finished_day, first_idx,
    last_idx: null where no finish is recorded, days worked, wait before it: null where unknown,
    done: all of it finished). `pauses`: merged; the working days in (first_idx, last_idx] stood
    still. `standing`: one row an open case and month's end (`metrics.counting.backlog`).
    """

    def of(kind: str) -> ir.Table:
        mine = frame.office.select(office_code="office")
        return facts[kind].semi_join(mine, "office_code")

    survey = of("survey")
    kept = {name: facts.kept(name) for name in ("complaints_standing", "bills_standing")}
    rows = {
        "applications": of("applications").inner_join(_worked(made), KEY),
        "stages": of("stages"),
        "runs": _runs(made),
        "pauses": made.pauses.select(
            office_code="office", application_no="application_no",
            first_idx="p_start", last_idx="p_end",
        ),
        "standing": made.standing.rename(office_code="office"),
        "payments": of("payments"),
        "complaints": of("complaints"),
        "complaints_standing": kept["complaints_standing"].rename(office_code="office"),
        "bills_standing": kept["bills_standing"].rename(office_code="office"),
        "survey_comments": survey.filter(survey.comment.notnull() & (survey.comment != "")).select(
            "office_code", "period", "service", "rule", "survey_date", "sex", "age", "education",
            "occupation", *element_slugs(), "comment",
        ),
        "survey_answers": survey.select(
            "office_code", "period", "service", "rule", "sheet", "respondent_no", *element_slugs()
        ),
    }  # fmt: skip
    for kind, expression in rows.items():
        facts.part(f"case_{kind}", expression)


def _worked(made: Cases) -> ir.Table:
    return made.cases.select(
        office_code="office", application_no="application_no", common_type="permit_type",
        start_day="start_day", end_day="end_day", outcome="outcome", is_open="is_open",
        undated="undated", as_of="as_of", start_idx="s_idx", end_idx="e_idx",
        gross_days="gross", net_days="net", calendar_days="calendar", paused_days="paused",
        standard_days="standard", due_day="due_day", stage_reached="stage",
        days_over=made.cases.net - made.cases.standard, met="met", overdue="overdue",
        due_soon="due_soon",
    )  # fmt: skip


def _runs(made: Cases) -> ir.Table:
    return made.runs.select(
        office_code="office", application_no="application_no", run="run", stage="stage",
        desk="desk", clock="clock", begun_day="begun_day", finished_day="finished_day",
        first_idx="run_s_idx", last_idx="run_f_idx",
        days="days", wait="wait", done="done", outside="outside",
    )  # fmt: skip
