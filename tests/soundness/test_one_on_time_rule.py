"""One set of cases at every door of the on-time rule: count, mark, list, replay, stock, complaint.

Standard 5 working days; seen on Monday 14 July 2025. Due dates worked out by hand.
"""

from datetime import date

import pytest

from dashboard.parts import case_lists
from metrics.asking.cases_behind import DUE, Mark, cases_behind
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.stock_cases import stock_cases
from metrics.judging.signals import LATE, signals
from metrics.whatif.record import read_record
from tests.soundness.kept_files import house

OFFICE = "32.11"
# number: (submitted, decision, decided, in the rate and in time: 1, late: 0, in no rate: None)
CASES = {
    "on-the-day": ("2025-07-04", "issued", "2025-07-11", 1),
    "saturday-after": ("2025-07-04", "issued", "2025-07-12", 0),
    "monday-after": ("2025-07-04", "issued", "2025-07-14", 0),
    "due-today-done": ("2025-07-07", "issued", "2025-07-14", 1),
    "due-today-open": ("2025-07-07", "", "", None),
    "due-friday-open": ("2025-07-04", "", "", 0),
    "due-tomorrow-done": ("2025-07-08", "issued", "2025-07-10", None),
    "due-tomorrow-open": ("2025-07-08", "", "", None),
    "due-thursday-open": ("2025-07-10", "", "", None),
    "due-friday-next-open": ("2025-07-11", "", "", None),
    "withdrawn-on-the-day": ("2025-07-04", "withdrawn", "2025-07-11", None),
    "withdrawn-after": ("2025-07-04", "withdrawn", "2025-07-12", 0),
    "issued-no-date": ("2025-07-04", "issued", "", None),
    "rejected-in-time": ("2025-07-01", "rejected", "2025-07-07", 1),
}
OVERDUE = {"due-friday-open"}
# due 14, 15 and 17 July, 0, 1 and 3 working days on; 18 July is the fourth
SOON = {"due-today-open", "due-tomorrow-open", "due-thursday-open"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    folder = tmp_path_factory.mktemp("aturan")
    made = house(folder)
    standards = folder / "standar.csv"
    standards.write_text(
        "office_code,permit_type,stage,valid_from,working_days\n32.11,SIUP,,2020-01-01,5\n"
    )
    made.load(standards, kind="standards")
    rows = [
        f"{OFFICE},{no},SIUP,{start},{decision},{end}\n"
        for no, (start, decision, end, _met) in CASES.items()
    ]
    rows.append(f"{OFFICE},no-standard,TDP,2025-07-01,issued,2025-07-14\n")
    applications = folder / "permohonan.csv"
    applications.write_text(
        "office_code,application_no,permit_type,submitted_at,decision,decided_at\n" + "".join(rows)
    )
    made.load(applications, kind="applications")
    complaints = folder / "pengaduan.csv"
    # ten working days after Friday 4 July are Friday 18 July; seen on Monday 21 July
    complaints.write_text(
        "office_code,complaint_no,received_at,responded_at\n"
        f"{OFFICE},answered-friday,2025-07-04,2025-07-18\n"
        f"{OFFICE},answered-saturday,2025-07-04,2025-07-19\n"
        f"{OFFICE},silent,2025-07-04,\n"
        f"{OFFICE},due-today,2025-07-07,\n"
        f"{OFFICE},marker,2025-07-21,\n"
    )
    made.load(complaints, kind="complaints")
    return made


def test_every_door_judges_the_same_cases_alike(kept):
    judged = {no for no, (*_dates, met) in CASES.items() if met is not None}
    met = {no for no, (*_dates, met) in CASES.items() if met}
    snapshot, query = kept.snapshot, Query(office=OFFICE)
    row = get("on_time_rate").read(snapshot, EVERYTHING, query).first
    assert (row["numerator"], row["denominator"]) == (len(met), len(judged))
    listed = cases_behind(snapshot, EVERYTHING, query, Mark(DUE))
    assert set(listed["application_no"]) == judged
    cases = read_record(snapshot, EVERYTHING, OFFICE).cases
    assert set(cases.loc[cases["judged"], "application_no"]) == judged
    assert set(cases.loc[cases["met"], "application_no"]) == met
    late = {no for no in judged - met if CASES[no][2] and CASES[no][1] != "withdrawn"}
    assert _listed(snapshot, case_lists.LATE) == late | {"withdrawn-after"}


def test_what_is_overdue_or_due_soon_is_so_in_stock_and_list(kept):
    snapshot = kept.snapshot
    assert kept.value("overdue_applications") == len(OVERDUE)
    assert _listed(snapshot, case_lists.OVERDUE) == OVERDUE
    told = signals(snapshot, EVERYTHING, Query(office=OFFICE), date(2025, 7, 21), names=())
    assert [s.total for s in told if s.what == LATE] == [len(OVERDUE)]
    assert kept.value("due_soon") == len(SOON)
    assert _listed(snapshot, case_lists.DUE_SOON) == SOON


def test_a_complaint_is_judged_by_dates_too(kept):
    row = get("response_on_time").read(kept.snapshot, EVERYTHING, Query(office=OFFICE)).first
    assert (row["numerator"], row["denominator"]) == (1, 3)
    assert kept.value("overdue_complaints") == 1


def _listed(snapshot, wanted):
    if wanted.stock:
        rows = stock_cases(snapshot, EVERYTHING, wanted.stock, Query(office=OFFICE))
        return set(rows["application_no"])
    rows = snapshot.cases(EVERYTHING, wanted.kind, [OFFICE], wanted.where, (), wanted.order)
    return set(rows["application_no"])
