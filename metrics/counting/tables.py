"""The count tables of a recap: their columns and types, the only list of them.

All hold integers and text only, so that two engines write identical files. `n` counts cases
unless the comment says otherwise; months are yyyymm; amounts are in sen (1/100 rupiah).
Source: indicators.md §12.
"""

TEXT, INT, BIG, DAY = "VARCHAR", "INTEGER", "BIGINT", "DATE"

_FLOW = {"office": TEXT, "permit_type": TEXT, "month": INT, "measure": TEXT, "n": BIG}
_SURVEY = {"office": TEXT, "period": TEXT, "service": TEXT, "rule": TEXT}
_GROUP = {"attribute": TEXT, "value": TEXT}

TABLES: dict[str, dict[str, str]] = {
    "flow": _FLOW | {"source": TEXT},
    "flow_channel": _FLOW | {"channel": TEXT},
    "flow_scale": _FLOW | {"business_scale": TEXT},
    "duration": {
        "office": TEXT, "permit_type": TEXT, "start_month": INT, "end_month": INT,
        "outcome": TEXT, "clock": TEXT, "days": INT, "n": BIG,
    },
    "due": {
        "office": TEXT, "subject": TEXT, "permit_type": TEXT, "category": TEXT, "channel": TEXT,
        "due_month": INT, "standard": INT, "met": INT, "n": BIG,
    },
    "open_case": {
        "office": TEXT, "permit_type": TEXT, "stage": TEXT, "start_month": INT, "gross": INT,
        "net": INT, "calendar": INT, "standard": INT, "overdue": INT, "n": BIG,
    },
    "backlog": {
        "office": TEXT, "permit_type": TEXT, "month": INT, "stage": TEXT, "age_band": TEXT,
        "overdue": INT, "due_soon": INT, "n": BIG,
    },
    # cases open at a month's end by the days they still took; no end_month: not ended yet.
    # fresh: the first month's end at which the case lay in that stage and age
    "remaining": {
        "office": TEXT, "permit_type": TEXT, "stage": TEXT, "month": INT, "age_band": TEXT,
        "fresh": INT, "end_month": INT, "net": INT, "calendar": INT, "n": BIG,
    },
    "stage": {
        "office": TEXT, "permit_type": TEXT, "stage": TEXT, "desk": TEXT, "clock": TEXT,
        "month": INT, "what": TEXT, "days": INT, "n": BIG,
    },
    "stage_case": {
        "office": TEXT, "permit_type": TEXT, "month": INT, "stage": TEXT, "repeated": INT,
        "n": BIG,
    },
    # the applicant's pauses of cases with a standard, by the month they began in
    "pause": {"office": TEXT, "permit_type": TEXT, "month": INT, "late": INT, "n": BIG},
    # one step from a stage's run to the next within the ended cases of a month
    "transition": {
        "office": TEXT, "permit_type": TEXT, "month": INT, "a": TEXT, "b": TEXT, "again": INT,
        "days": INT, "n": BIG,
    },
    "variant": {
        "office": TEXT, "permit_type": TEXT, "month": INT, "path": TEXT, "stages": INT, "n": BIG,
    },
    "complaint": {
        "office": TEXT, "category": TEXT, "channel": TEXT, "received_month": INT,
        "responded": INT, "response_days": INT, "resolved": INT, "resolved_month": INT,
        "resolution_days": INT, "n": BIG,
    },
    "complaint_open": {
        "office": TEXT, "category": TEXT, "channel": TEXT, "received_month": INT, "age": INT,
        "responded": INT, "overdue": INT, "n": BIG,
    },
    # complaints not settled at the end of each month, as known that day
    "complaint_backlog": {
        "office": TEXT, "category": TEXT, "channel": TEXT, "month": INT, "overdue": INT, "n": BIG,
    },
    "money": {
        "office": TEXT, "permit_type": TEXT, "method": TEXT, "billed_month": INT,
        "paid_month": INT, "days_to_pay": INT, "valued": INT, "n": BIG, "billed": BIG,
        "paid": BIG,
    },
    "money_open": {
        "office": TEXT, "permit_type": TEXT, "billed_month": INT, "age": INT, "n": BIG,
        "billed": BIG,
    },
    # bills not paid at the end of each month, as known that day
    "money_backlog": {
        "office": TEXT, "permit_type": TEXT, "month": INT, "n": BIG, "billed": BIG,
    },
    "survey_score": _SURVEY | _GROUP | {"element": TEXT, "score": INT, "n": BIG},
    "survey_person": _SURVEY | _GROUP | {"answered": INT, "total": INT, "n": BIG},
    "survey_pair": _SURVEY
    | {"a": TEXT, "b": TEXT, "n": BIG, "sum_a": BIG, "sum_b": BIG, "sum_ab": BIG},
    "bundle": {
        "office": TEXT, "month": INT, "size": INT, "span": INT, "longest": INT, "total": INT,
        "n": BIG,
    },
    "reporting": {"office": TEXT, "kind": TEXT, "month": INT, "source": TEXT, "n": BIG},
    "meta": {
        "office": TEXT, "kind": TEXT, "last_day": DAY, "as_of": DAY, "read": BIG,
        "rejected": BIG, "unmapped": BIG,
    },
    "ref_office": {
        "office": TEXT, "name": TEXT, "short": TEXT, "region_kind": TEXT, "province": TEXT,
        "working_week": INT, "successor": TEXT, "valid_to": DAY,
    },
    "ref_permit_type": {"permit_type": TEXT, "name": TEXT, "group": TEXT, "successor": TEXT},
    "ref_standard": {
        "office": TEXT, "permit_type": TEXT, "stage": TEXT, "valid_from": DAY,
        "working_days": INT, "fee": BIG,
    },
    "ref_target": {
        "indicator": TEXT, "office": TEXT, "permit_type": TEXT, "valid_from": DAY,
        "value": "DECIMAL(18,4)",
    },
    "ref_population": {"office": TEXT, "period": TEXT, "service": TEXT, "n": BIG},
}  # fmt: skip

AGE_BANDS = {"0-5": 5, "6-10": 10, "11-20": 20, "21-60": 60, "61+": None}
"""Bands of an open case's age and the last working day of each (indicators.md §4)."""

COUNTS = tuple(name for name in TABLES if not name.startswith("ref_"))
REFERENCES = tuple(name for name in TABLES if name.startswith("ref_"))
