"""Steps and paths of the stages against plain Python on the raw events, case by case."""

from collections import Counter
from datetime import date, timedelta

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.counting.build import build
from metrics.counting.marks import ARROW, END, MOST_PATHS, MOST_STEPS, OTHER, START
from tests.metrics.built import OFFICE, at, told
from tests.metrics.counting.test_counts_oracle import DAY0, busdays


def counted(applications, stages, stage_map=()):
    return build(told(applications, 5, (), {"stages": stages, "stage_map": stage_map})).tables


def application(no, start: date, end: date | None, permit_type="SIUP"):
    return {
        "office_code": OFFICE, "application_no": no, "permit_type": permit_type,
        "submitted_at": at(start, 8), "decision": "issued" if end else None,
        "decided_at": at(end, 16) if end else pd.NaT,
    }  # fmt: skip


def event(no, stage, seq, begun: date | None, ended: date | None):
    return {
        "office_code": OFFICE, "application_no": no, "stage": stage, "run_no": seq + 1,
        "started_at": at(begun) if begun else pd.NaT,
        "finished_at": at(ended, 10) if ended else pd.NaT, "seq": seq,
    }  # fmt: skip


def quick(no, path, start=DAY0, permit_type="SIUP"):
    """A case that runs the stages of `path` one a day, and its rows."""
    end = start + timedelta(days=len(path))
    rows = [
        event(no, stage, i, None, start + timedelta(days=i + 1)) for i, stage in enumerate(path)
    ]
    return application(no, start, end, permit_type), rows


def table(tables, name):
    rows = tables[name].to_pylist()
    columns = [c for c in rows[0] if c not in ("office", "n")] if rows else []
    return Counter({tuple(r[c] for c in columns): r["n"] for r in rows})


@st.composite
def cases(draw):
    """Cases of runs that may overlap, be open, repeat a stage, or go on after the decision."""
    made = []
    for number in range(draw(st.integers(1, 12))):
        start = day = DAY0 + timedelta(days=draw(st.integers(0, 90)))
        events = []
        for _n in range(draw(st.integers(0, 6))):
            begun = day + timedelta(days=draw(st.integers(-2, 8)))
            ended = begun + timedelta(days=draw(st.integers(0, 8)))
            timed, finished = draw(st.booleans()), draw(st.integers(0, 9)) > 0
            events.append((draw(st.sampled_from("ABCDE")), begun if timed or not finished else None,
                           ended if finished else None))  # fmt: skip
            day = ended
        length = draw(st.one_of(st.none(), st.integers(0, 40)))
        end = None if length is None else start + timedelta(days=length)
        made.append((f"A{number}", start, end, draw(st.sampled_from(["SIUP", "IMB"])), events))
    return made


def by_walking(made):
    """The steps and paths of the ended cases, each walked through event by event."""
    steps, paths = Counter(), Counter()
    for _no, start, end, permit_type, events in made:
        if end is None or not events:
            continue
        month = end.year * 100 + end.month
        # a start counts at nine, a finish at ten o'clock; at the same time the file's order holds
        order = sorted(
            range(len(events)),
            key=lambda i: (at(events[i][1]) if events[i][1] else at(events[i][2], 10), i),
        )
        came, before, seen = start, START, set()
        for i in order:
            stage, _begun, ended = events[i]
            ended = ended or end
            days = max(busdays(came, ended), 0) if ended > came else 0
            steps[permit_type, month, before, stage, int(stage in seen), days] += 1
            came, before = ended, stage
            seen.add(stage)
        days = busdays(came, end) if end > came else 0
        steps[permit_type, month, before, END, 0, days] += 1
        names = [events[i][0] for i in order]
        paths[permit_type, month, ARROW.join(names), len(names)] += 1
    return steps, paths


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_steps_and_paths_equal_walking_through_the_events(made):
    tables = counted(
        [application(no, s, e, t) for no, s, e, t, _events in made],
        [event(no, *(x[0], i, x[1], x[2])) for no, *_r, xs in made for i, x in enumerate(xs)],
    )
    steps, paths = by_walking(made)
    assert table(tables, "transition") == steps
    assert table(tables, "variant") == paths


def test_the_days_of_the_steps_add_up_to_the_gross_days():
    applications, stages = zip(
        *(quick(str(i), p, DAY0 + timedelta(i)) for i, p in enumerate(["ABC", "ABAC", "C" * 9])),
        strict=True,
    )
    tables = counted(applications, [row for rows in stages for row in rows])
    gross = sum(r["days"] * r["n"] for r in tables["duration"].to_pylist() if r["clock"] == "gross")
    assert sum(r["days"] * r["n"] for r in tables["transition"].to_pylist()) == gross > 0


def test_activities_are_counted_under_the_stage_that_the_map_names():
    app, rows = quick("1", ["cek 1", "cek 2", "bayar", "cek 1"])
    named = [
        {"office_code": "", "activity": a, "stage": s}
        for a, s in (("cek 1", "Cek"), ("cek 2", "Cek"), ("bayar", "Bayar"))
    ]
    tables = counted([app], rows, named)
    assert {r["path"]: r["stages"] for r in tables["variant"].to_pylist()} == {
        "Cek → Bayar → Cek": 3
    }
    steps = {(r["a"], r["b"], r["again"]) for r in tables["transition"].to_pylist()}
    assert steps == {
        (START, "Cek", 0), ("Cek", "Bayar", 0), ("Bayar", "Cek", 1), ("Cek", END, 0),
    }  # fmt: skip


def test_rare_paths_and_very_long_ones_are_kept_together_and_nothing_is_lost():
    """Every path of four stages out of eight once, one of them thrice, and one too long."""
    paths = [a + b + c for a in "ABCDEFGH" for b in "ABCDEFGH" for c in "ABCDEFGH"]
    paths += ["HGF", "HGF"]
    longest = ("AB" * MOST_STEPS)[:MOST_STEPS]
    paths += [longest, longest, longest + "A"]
    made = [quick(str(i), p) for i, p in enumerate(paths)]
    tables = counted([m[0] for m in made], [row for m in made for row in m[1]])
    rows = tables["variant"].to_pandas()
    told = rows[rows["path"] != OTHER]
    assert rows["n"].sum() == len(paths)
    assert len(told) == MOST_PATHS
    assert dict(zip(told["path"], told["n"], strict=True))[ARROW.join("HGF")] == 3
    assert told.set_index("path")["n"][ARROW.join(longest)] == 2
    assert rows[rows["path"] == OTHER]["n"].sum() == len(paths) - told["n"].sum()
