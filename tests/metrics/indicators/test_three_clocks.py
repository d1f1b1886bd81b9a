"""Three clocks and the return of papers, against the raw records of the sample in pandas."""

import duckdb
import numpy as np
import pandas as pd
import pytest

from etl.calendar import calendar_frame
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot

OFFICE = "32.05"


@pytest.fixture(scope="module")
def raw(sample_store):
    """Applications, stages and standards of one office, as they were loaded."""
    con = duckdb.connect(str(sample_store / "facts.duckdb"), read_only=True)
    tables = {
        kind: con.execute(
            f"SELECT * FROM current_{kind} WHERE office_code IN (?, '', '32')", [OFFICE]
        ).df()
        for kind in ("applications", "stages", "standards", "permit_names")
    }
    con.close()
    return tables


@pytest.fixture(scope="module")
def snapshot(sample_store):
    return open_snapshot(sample_store)


def day(column):
    return pd.to_datetime(column).dt.normalize()


@pytest.fixture(scope="module")
def index(raw):
    """Working days up to each day: the calendar's own column is tested against the law's."""
    first, last = day(raw["applications"]["submitted_at"]).min(), pd.Timestamp("2028-12-31")
    frame = calendar_frame(first.date(), last.date(), 5)
    return pd.Series(frame["idx"].to_numpy(), pd.to_datetime(frame["day"]))


def last_day(snapshot):
    offices, days = snapshot.last_days("applications")
    return pd.Timestamp(str(days[list(offices).index(OFFICE)]))


def figure(snapshot, name):
    row = get(name).read(snapshot, EVERYTHING, Query(office=OFFICE)).rows.iloc[0]
    return int(row["numerator"]), int(row["denominator"])


def pauses(raw, index, cases):
    """The applicant's pauses of each case as sets of working days: number → list of (from, to]."""
    stages = raw["stages"]
    own = stages[stages["clock"] == "applicant"].copy()
    own["a"] = index.reindex(day(own["started_at"])).to_numpy()
    own["b"] = index.reindex(day(own["finished_at"])).to_numpy()
    found = {}
    for number, a, b in zip(own["application_no"], own["a"], own["b"], strict=True):
        if number not in cases:
            continue
        start, end = cases[number]
        a, b = max(a, start), min(end if np.isnan(b) else b, end)
        if b > a:
            found.setdefault(number, []).append((a, b))
    joined = {}
    for number, spans in found.items():
        for a, b in sorted(spans):
            mine = joined.setdefault(number, [])
            if mine and a <= mine[-1][1]:
                mine[-1] = (mine[-1][0], max(b, mine[-1][1]))
            else:
                mine.append((a, b))
    return joined


def test_the_three_clocks_against_the_raw_records(raw, snapshot, index):
    """Net, gross and late pauses worked out case by case, with a list of days and no counts."""
    known = snapshot.cases(EVERYTHING, "applications", [OFFICE], "TRUE", (), "application_no", None)
    standard = dict(zip(known["application_no"], known["standard_days"], strict=True))
    as_of = last_day(snapshot)
    dates, cases = {}, {}
    for row in raw["applications"].itertuples():
        begun = pd.Timestamp(row.submitted_at).normalize()
        if not pd.isna(row.decision) and pd.isna(row.issued_at) and pd.isna(row.decided_at):
            continue  # decided, nobody told when: in no figure of time
        ended = row.issued_at if not pd.isna(row.issued_at) else row.decided_at
        ended = pd.NaT if pd.isna(ended) else pd.Timestamp(ended).normalize()
        if begun > as_of:
            continue
        ended = pd.NaT if ended > as_of else ended
        papers = row.complete_at
        papers = pd.NaT if pd.isna(papers) else pd.Timestamp(papers).normalize()
        last = as_of if pd.isna(ended) else ended
        start = papers if not pd.isna(papers) and papers <= last else begun
        dates[row.application_no] = (start, ended, row.decision == "withdrawn")
        cases[row.application_no] = (index[start], index[last])
    spans = pauses(raw, index, cases)
    first_day_of = pd.Series(index.index, index.to_numpy()).groupby(level=0).min()
    net = gross = judged = late = begun_late = 0
    for number, (start, ended, gone) in dates.items():
        allowed = standard.get(number)
        if allowed is None or pd.isna(allowed):
            continue
        first = cases[number][0]
        moved, before, plain = 0, 0, first + int(allowed)
        for a, b in spans.get(number, []):
            late += 1
            begun_late += 0 <= plain + before - a <= 3
            if a < plain + before:
                moved += b - a
            before += b - a
        due = max(first_day_of[plain + moved], start)
        unmoved = max(first_day_of[plain], start)
        in_time = not pd.isna(ended) and ended <= due
        if due > as_of or (in_time and gone) or (pd.isna(ended) and due >= as_of):
            continue
        judged += 1
        net += in_time
        gross += not pd.isna(ended) and ended <= unmoved
    assert figure(snapshot, "on_time_rate") == (net, judged)
    assert figure(snapshot, "on_time_rate_gross") == (gross, judged)
    assert figure(snapshot, "late_pause_share") == (begun_late, late)
    assert gross < net
    assert 0 < begun_late < late


def test_the_gross_rate_is_never_above_the_net_one(snapshot):
    for by in (("office", "year"), ("permit_type", "month")):
        net, gross = (
            get(name).read(snapshot, EVERYTHING, Query(by=by)).rows.set_index(list(by))
            for name in ("on_time_rate", "on_time_rate_gross")
        )
        assert (net["denominator"] == gross["denominator"]).all()
        assert (gross["numerator"] <= net["numerator"]).all()


def test_papers_complete_at_first_against_the_raw_stages(raw, snapshot):
    a, s = raw["applications"], raw["stages"]
    as_of = last_day(snapshot)
    end = day(a["issued_at"].fillna(a["decided_at"]))
    ended = dict(zip(a["application_no"], end, strict=True))
    ended = {n: e for n, e in ended.items() if not pd.isna(e) and e <= as_of}
    s = s[s["application_no"].isin(ended)]
    back = s[(s["clock"] == "applicant") & (s["stage"] != "Pembayaran")]
    begun, ends = day(back["started_at"]), back["application_no"].map(ended)
    returned = set(back["application_no"][begun.to_numpy() < ends.to_numpy()])
    staged = set(s["application_no"])
    assert figure(snapshot, "first_time_right") == (len(staged - returned), len(staged))


def test_days_with_the_applicant_by_the_stage_that_sent_the_papers_back(raw, snapshot):
    rows = (
        get("return_days")
        .read(snapshot, EVERYTHING, Query(office=OFFICE, by=("stage",)))
        .rows.set_index("stage")["value"]
    )
    runs = snapshot.cases(EVERYTHING, "runs", [OFFICE], "TRUE", (), "application_no", None)
    runs = runs[(runs["clock"] == "applicant") & runs["done"]]
    told = runs.groupby("stage")["days"].sum()
    assert rows.to_dict() == told[told > 0].astype(int).to_dict()
