from datetime import datetime

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read

MAPPING = """kind = "event_log"
[fields]
application_no = "case:concept:name"
permit_type = "case:parts"
submitted_at = "case:startDate"
decided_at = "case:endDate"
stage = "concept:name"
finished_at = "time:timestamp"
[constants]
office_code = "99.01"
[values.decision]
column = "case:last_phase"
"Vergunning verleend" = "issued"
[formats]
timezone = "Europe/Amsterdam"
"""


def trace(case, events, phase="Vergunning verleend", end="2014-02-20T00:00:00+01:00"):
    inner = "".join(
        f'<event><string key="concept:name" value="{name}"/>'
        f'<date key="time:timestamp" value="{at}"/>'
        f'<string key="lifecycle:transition" value="{step}"/></event>'
        for name, at, step in events
    )
    last = f'<date key="endDate" value="{end}"/>' if end else ""
    return (
        f'<trace><string key="concept:name" value="{case}"/><string key="parts" value="Bouw,Kap"/>'
        f'<date key="startDate" value="2014-01-10T00:00:00+01:00"/>{last}'
        f'<string key="last_phase" value="{phase}"/>{inner}</trace>'
    )


@pytest.fixture
def log(tmp_path):
    def load(*traces, cut=None, **options):
        path = tmp_path / "log.xes"
        body = "".join(traces)
        text = f'<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">{body}</log>'
        path.write_text(text[:cut])
        mapping = tmp_path / "peta.toml"
        mapping.write_text(MAPPING)
        return read(path, mapping=mapping, **options)

    return load


def event(name, day, step="complete"):
    return (name, f"2014-{day}T10:00:00+01:00", step)


def test_a_case_is_an_application_and_an_event_a_stage(log):
    got = log(trace("7", [event("terima", "01-10"), event("periksa", "01-12")]), trace("8", []))
    first, second = got.rows("applications")
    assert (first["permit_type"], first["parts"]) == ("Bouw", "Bouw,Kap")
    assert first["issued_at"] == first["decided_at"] == datetime(2014, 2, 20)
    assert second["application_no"] == "8"
    assert [(s["stage"], s["seq"], s["run_no"]) for s in got.rows("stages")] == [
        ("terima", 1, 1),
        ("periksa", 2, 1),
    ]
    assert "started_at" not in got.part("stages").columns


def test_an_unlisted_phase_leaves_the_decision_blank(log):
    (row,) = log(trace("7", [event("terima", "01-10")], phase="Advies bekend")).rows("applications")
    assert (row["decision"], row["issued_at"]) == (None, None)


def test_repeated_events_are_dropped_and_later_runs_numbered(log):
    twice = event("periksa", "01-12")
    got = log(trace("7", [twice, twice, event("periksa", "01-15")]))
    assert [s["run_no"] for s in got.rows("stages")] == [1, 2]
    part = got.part("stages")
    assert (part.read, part.duplicates, part.rejected) == (3, 1, 0)
    assert any("persis sama" in n for n in got.item.notes)


def test_the_file_s_order_settles_events_at_one_time(log):
    got = log(trace("7", [event("b", "01-12"), event("a", "01-12")]))
    assert [(s["stage"], s["seq"]) for s in got.rows("stages")] == [("b", 1), ("a", 2)]


def test_the_events_of_a_rejected_application_go_with_it(log):
    bad = trace("7", [event("terima", "01-10")], end="2013-12-01T00:00:00+01:00")
    got = log(bad, trace("8", [event("terima", "01-10")]))
    assert [r["row"] for r in got.rejects("applications")] == [1]
    (orphan,) = got.rejects("stages")
    assert orphan["value"] == "7"
    assert "Permohonannya ditolak" in orphan["reason"]
    assert [s["application_no"] for s in got.rows("stages")] == ["8"]


def test_a_blank_end_is_an_open_case(log):
    (row,) = log(trace("7", [event("terima", "01-10")], end="")).rows("applications")
    assert row.get("decided_at") is None


def test_starts_and_completions_are_joined_into_runs(log):
    events = [
        event("periksa", "01-10", "start"), event("periksa", "01-12"),
        event("periksa", "01-13", "start"), event("periksa", "01-15"),
        event("cetak", "01-16", "start"),
    ]  # fmt: skip
    stages = log(trace("7", events)).rows("stages")
    days = [(s["started_at"].day, s["finished_at"] and s["finished_at"].day) for s in stages]
    assert days == [(10, 12), (13, 15), (16, None)]
    assert [s["run_no"] for s in stages] == [1, 2, 1]


def test_a_cut_off_log_is_refused(log):
    with pytest.raises(Refused, match="terpotong"):
        log(trace("7", [event("terima", "01-10")]), cut=300)


def test_a_log_needs_a_mapping(tmp_path):
    with pytest.raises(Refused, match="--mapping"):
        read(csv_file(tmp_path, "case:concept:name,concept:name\n1,a\n"), kind="event_log")


def test_a_log_as_csv(tmp_path):
    mapping = tmp_path / "peta.toml"
    mapping.write_text(MAPPING)
    head = (
        "case:concept:name,case:parts,case:startDate,case:endDate,case:last_phase,"
        "concept:name,time:timestamp"
    )
    case = "7,Bouw,2014-01-10,,Advies"
    rows = f"{case},terima,2014-01-10T10:00:00+01:00\n{case},cetak,2014-01-11T10:00:00+01:00\n"
    got = read(csv_file(tmp_path, f"{head}\n{rows}"), mapping=mapping, office="32.14")
    assert got.part("applications").read == 1
    assert [s["_row"] for s in got.rows("stages")] == [2, 3]
