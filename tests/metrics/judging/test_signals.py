"""What needs attention: held against the case rows, the lists and the verdicts one by one."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from etl.store.follow_ups import FollowUps
from etl.store.told import Told
from metrics.asking.case_file import positions
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.judging import signals as s
from metrics.judging.verdict import judge

TODAY = date(2026, 11, 2)


@pytest.fixture(scope="module")
def snapshot(sample_store: Path) -> Snapshot:
    return open_snapshot(sample_store)


@pytest.fixture(scope="module")
def found(snapshot: Snapshot) -> list[s.Signal]:
    return s.signals(snapshot, EVERYTHING, Query(), TODAY)


def of(found: list[s.Signal], what: str) -> list[s.Signal]:
    return [signal for signal in found if signal.what == what]


def rows(snapshot: Snapshot, office: str, where: str) -> pd.DataFrame:
    return snapshot.cases(EVERYTHING, "applications", [office], where, limit=None)


@pytest.mark.parametrize(
    ("what", "where"),
    [
        (s.LATE, "is_open AND days_over > 0"),
        (s.DUE, "is_open AND days_over BETWEEN -5 AND 0"),
    ],
)
def test_as_many_cases_are_told_as_there_are_rows(snapshot, found, what, where):
    told = {signal.office: signal.count for signal in of(found, what)}
    assert told
    for office, count in told.items():
        assert count == len(rows(snapshot, office, where))


def test_due_days_are_those_of_the_case_rows(snapshot, found):
    """Of cases that stood still after they were late too: the list on Ringkasan says the same."""
    for signal in of(found, s.LATE):
        late = rows(snapshot, signal.office, "is_open AND days_over > 0")
        days = pd.to_datetime(late["due_day"]).dt.strftime("%Y-%m-%d")
        assert signal.since == days.min()
        numbers = list(late["application_no"])
        lie = positions(snapshot, EVERYTHING, signal.office, numbers)["desk"].replace("", None)
        desks = lie.dropna().value_counts()
        assert signal.there == (desks.max() if len(desks) else 0)
        assert not signal.there or desks[signal.desk] == signal.there
        keys = f"{s.LATE}:" + late["common_type"] + ":" + days
        assert dict(signal.parts) == keys.value_counts().to_dict()


def test_every_verdict_with_something_to_tell_is_told_and_no_other(snapshot, found):
    told = {(v.office, v.verdict.indicator.name) for v in of(found, s.VERDICT)}
    last = s.last_whole_month(snapshot)
    assert last is not None
    span = (
        f"{last // 100 - (last % 100 < 12)}-{last % 100 % 12 + 1:02d}",
        f"{last // 100}-{last % 100:02d}",
    )
    expected = set()
    for name in ("on_time_rate", "processing_time", "response_on_time", "collection_rate", "ikm"):
        for office in snapshot.offices()["office"]:
            query = Query(office=office, start=span[0], end=span[1])
            verdict = judge(snapshot, EVERYTHING, name, query)
            if verdict.direction in ("better", "worse") or verdict.met is False:
                expected.add((office, name))
    assert expected == {t for t in told if t[1] in {n for _, n in expected}}


def test_the_worst_comes_first_and_good_news_last(found):
    kinds = [(signal.good, s.ORDER.index(signal.what)) for signal in found]
    assert kinds == sorted(kinds)


def test_nothing_is_told_of_an_office_out_of_scope(snapshot, found):
    office = of(found, s.LATE)[0].office
    mine = s.signals(snapshot, Scope("office", frozenset({office})), Query(), TODAY)
    assert {signal.office for signal in mine} == {office}
    theirs = [signal for signal in found if signal.office == office]
    assert [(m.what, m.parts) for m in mine] == [(t.what, t.parts) for t in theirs]


def test_a_silent_office_is_told_by_its_silence_alone(snapshot, found):
    for signal in of(found, s.SILENT):
        if "applications" in signal.kinds:
            others = {x.what for x in found if x.office == signal.office}
            assert not others & {s.LATE, s.DUE}


def made(parts: dict[str, int], **days: str) -> s.Signal:
    return s.Signal(s.LATE, "32.14", parts, "2026-01-05", total=sum(parts.values()), days=days)


def test_a_signal_is_new_by_as_many_as_were_not_told(tmp_path):
    told = Told(tmp_path)
    first = [made({"a": 2, "b": 1})]
    assert s.news(first, told.known("x")) == first
    told.remember("x", ["32.14"], s.parts_of(first))
    assert s.news(first, told.known("x")) == []
    assert s.news(first, told.known("y")) == first
    (fresh,) = s.news(
        [made({"a": 3, "b": 1, "c": 1}, a="2026-01-05", c="2026-02-09")], told.known("x")
    )
    assert fresh.parts == {"a": 1, "c": 1}
    assert (fresh.count, fresh.total, fresh.since) == (2, 5, "2026-01-05")


def test_what_went_away_and_came_back_is_told_again(tmp_path):
    told = Told(tmp_path)
    told.remember("x", ["32.14"], {("32.14", "a"): 1})
    told.remember("x", ["32.14"], {})
    assert s.news([made({"a": 1})], told.known("x"))


def test_asking_of_one_office_keeps_what_was_told_of_another(tmp_path):
    told = Told(tmp_path)
    told.remember("x", ["32.14", "32.05"], {("32.14", "a"): 1, ("32.05", "a"): 4})
    told.remember("x", ["32.14"], {("32.14", "a"): 2})
    assert told.known("x") == {("32.14", "a"): 2, ("32.05", "a"): 4}


def test_an_overdue_action_is_told_until_it_is_done(snapshot, tmp_path):
    import copy

    mine = copy.copy(snapshot)
    mine.store = tmp_path
    kept = FollowUps(tmp_path)
    office = snapshot.offices()["office"].iloc[0]
    number = kept.add_action(
        "on_time_rate", office, "tambah petugas", "Kabid A", date(2026, 1, 5), TODAY, "a"
    )
    assert s.overdue_actions(mine, [office], TODAY) == []
    (late,) = s.overdue_actions(mine, [office], date(2026, 11, 3))
    assert late.id == number
    assert s.overdue_actions(mine, ["99.99"], date(2026, 11, 3)) == []
    kept.move_action(number, "done")
    assert s.overdue_actions(mine, [office], date(2026, 11, 3)) == []
