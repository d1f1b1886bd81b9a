"""What stands first in a list is what its caption says, and an alert leads to an open page."""

import pandas as pd
import pytest

from dashboard.frame.access import scope
from dashboard.frame.navigation import OFFICIALS, discover, visible
from dashboard.locale.alert_words import open_page
from dashboard.pages.pelaporan.words import latest_first
from dashboard.parts.case_lists import waiting_first
from metrics.judging import signals as s
from metrics.judging.signals import Signal


def test_complaints_past_their_limit_come_before_the_unanswered_and_the_old():
    day = pd.Timestamp
    rows = pd.DataFrame(
        {
            "complaint_no": ["old", "late", "unanswered"],
            "overdue": [0, 1, 0],
            "age": [400, 30, 2],
            "standard_days": [10, 10, 10],
            "received_day": [day("2021-02-25"), day("2026-09-01"), day("2026-10-28")],
            "responded_day": [day("2021-03-08"), pd.NaT, pd.NaT],
        }
    )
    found = waiting_first(rows)
    assert list(found["complaint_no"]) == ["late", "unanswered", "old"]
    assert found["over"].iloc[0] == 20
    assert found["over"].iloc[1:].isna().all()


def test_who_never_reported_comes_before_the_latest():
    told = pd.DataFrame(
        {
            "office": ["in time", "late", "silent", "later"],
            "last_month": [202610.0, 202603.0, float("nan"), 202601.0],
            "days_late": [0.0, 174.0, float("nan"), 230.0],
        }
    )
    assert list(latest_first(told)["office"]) == ["silent", "later", "late", "in time"]


@pytest.mark.parametrize("role", sorted(OFFICIALS))
@pytest.mark.parametrize("what", [s.LATE, s.DUE, s.SILENT, s.COMPLAINTS])
def test_an_alert_leads_nobody_to_a_page_that_is_not_open(role, what):
    own = {entry.slug for entry in visible(discover(), role)}
    page, choices = open_page(Signal(what, "32.14", {}, ""), scope(role, "32.14", {}))
    assert page in own
    assert choices.get("office", "32.14") == "32.14"
