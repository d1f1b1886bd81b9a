import pandas as pd
import pytest

from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.result import Result
from metrics.profile import institution
from metrics.profile.institution import (
    Line,
    aspects,
    declared,
    matrix,
    performance,
    profile,
    state_of,
    zones,
)


class Store:
    """Stands in for a snapshot: two offices have declared, a third has not."""

    def __init__(self):
        blank = {f"{p.indicator}{s}": None for p in performance() for s in ("", "_evidence")}
        self.table = pd.DataFrame(
            [
                {"office_code": "32.01", "year": 2024, "form": "kantor"} | blank
                | {"payment_ways": "belum"},
                {"office_code": "32.01", "year": 2026, "form": "dinas"} | blank
                | {"payment_ways": "ya", "payment_ways_evidence": "QRIS sejak 2025",
                   "innovations": "sebagian", "staff_development": "belum"},
                {"office_code": "32.02", "year": 2025, "form": "dinas"} | blank
                | {"payment_ways": "ya"},
            ]
        )  # fmt: skip

    def store_table(self, name):
        assert name == "institution"
        return self.table

    def remembered(self, _question, answer):
        return answer()

    def kept(self, _name, make):
        return make()

    def offices(self):
        codes = ["32.01", "32.02", "32.03"]
        more = {"short": None, "successor": None, "valid_to": None}  # none of them ended
        known = {"office": codes, "province": "32", "region_kind": "kabupaten"}
        return pd.DataFrame(known | more)


@pytest.fixture
def figures(monkeypatch):
    """Measured figures: bank share of two offices; no other indicator is registered."""

    class Share:
        def read(self, _snapshot, _scope, query):
            rows = pd.DataFrame({"office": ["32.01", "32.02", "32.03"], "n": [40, 10, None]})
            return Result(None, query, rows.assign(value=[0.4, 0.0, None]), None)

    monkeypatch.setattr(institution, "indicators", lambda: {"bank_share": Share()})
    monkeypatch.setattr(institution, "get", lambda _name: Share())


ASKED = Query(province="32")


def line(lines, indicator) -> Line:
    return next(x for x in lines if x.performance.indicator == indicator)


def test_the_ten_indicators_are_the_records_fields():
    from etl.schema import INSTITUTION_INDICATORS

    assert tuple(p.indicator for p in performance()) == INSTITUTION_INDICATORS
    assert [p.number for p in performance()] == list(range(1, 11))
    assert {p.number for p in performance() if p.measured_by} == {1, 3, 4, 5, 7, 8}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("ya", "yes"),
        ("Ada, lengkap", "yes"),
        ("sebagian", "partly"),
        ("belum", "no"),
        ("Tidak ada", "no"),
        ("belum lengkap", "partly"),
        ("Bank dan QRIS", "yes"),
        ("", ""),
        (None, ""),
        (float("nan"), ""),
    ],
)
def test_a_declaration_in_words_is_a_state(said, state):
    assert state_of(said) == state


def test_declared_and_measured_stand_side_by_side(figures):
    general, lines = profile(Store(), EVERYTHING, "32.01", 2026, ASKED)
    assert general["form"] == "dinas"
    ways = line(lines, "payment_ways")
    assert (ways.state, ways.shows, ways.verdict) == ("yes", "yes", "agrees")
    assert ways.evidence == "QRIS sejak 2025"
    assert "40,0 %" in ways.measured
    assert line(lines, "innovations").verdict == "declared"
    assert line(lines, "survey_held").verdict == ""


def test_a_declaration_that_the_data_contradict_is_pointed_out(figures):
    _general, lines = profile(Store(), EVERYTHING, "32.02", 2026, ASKED)
    assert line(lines, "payment_ways").verdict == "differs"


def test_an_office_that_has_said_nothing_has_no_answer_and_no_no(figures):
    general, lines = profile(Store(), EVERYTHING, "32.03", 2026, ASKED)
    assert set(general.values()) == {""}
    assert {x.state for x in lines} == {""}
    assert {x.shows for x in lines} == {""}


def test_a_year_is_answered_by_the_last_declaration_up_to_it(figures):
    general, lines = profile(Store(), EVERYTHING, "32.01", 2025, ASKED)
    assert general["form"] == "kantor"
    assert line(lines, "payment_ways").state == "no"
    assert profile(Store(), EVERYTHING, "32.01", 2023, ASKED)[0]["form"] == ""


def test_the_matrix_keeps_silence_apart_from_no():
    frame = matrix(Store(), EVERYTHING, ASKED, 2026).set_index("office")
    assert frame.loc["32.01", "staff_development"] == "no"
    assert frame.loc["32.02", "staff_development"] == ""
    assert frame.loc["32.03", "payment_ways"] == ""
    assert frame.loc["32.01", "year"] == 2026


def test_the_history_is_kept_and_scoped():
    assert declared(Store(), EVERYTHING, ASKED)["year"].tolist() == [2026, 2024, 2025]
    own = Scope("office", frozenset({"32.02"}))
    assert set(declared(Store(), own, ASKED)["office_code"]) == {"32.02"}


def test_references_carry_their_source_and_certainty():
    assert sum(a.weight for a in aspects()) == pytest.approx(1)
    assert [z.grade for z in zones()] == list("ABCDE")
    assert all(x.source.startswith("http") and x.certainty for x in (*aspects(), *zones()))
    for score, zone in ((94.95, "A"), (88.51, "A"), (86.2, "B"), (76.74, "C"), (58.03, "C")):
        assert next(z for z in zones() if z.low <= score <= z.high).grade == zone
