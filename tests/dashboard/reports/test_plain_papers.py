"""What a paper says where little was told, and where late cases lie at its period's end."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.locale.records import desk_name
from dashboard.parts.compare_words import funnel_heading
from dashboard.reports import narrative
from dashboard.reports.asked import Asked
from dashboard.reports.figures import _free, _told
from dashboard.reports.model import Cell, Para, Table, text
from dashboard.reports.tables import or_words
from etl.periods import last_day, months_of
from metrics.asking.query import EVERYTHING, Query, Scope
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.asking.stock_cases import stock_cases
from tests.dashboard.made_verdict import made


@pytest.fixture(scope="module")
def snapshot(sample_store) -> Snapshot:
    return open_snapshot(sample_store)


def compared(*verdicts: str, better: str = "up", more: int = 0):
    rows = pd.DataFrame({"office": list("abcdef")[: len(verdicts)], "verdict": verdicts})
    every = pd.DataFrame({"office": range(len(rows) + more)})
    return SimpleNamespace(judged=rows, rows=every, indicator=SimpleNamespace(better=better))


NAMES = {"a": "Garut", "b": "Bogor", "c": "Ciamis"}


def test_who_is_truly_better_is_not_called_chance_beside_who_is_worse():
    said = funnel_heading(compared("worse", "better", ""), NAMES)
    assert said == "Garut benar-benar lebih rendah dan Bogor lebih tinggi; sisanya dapat kebetulan"
    down = funnel_heading(compared("worse", "better", "", better="down"), NAMES)
    assert down.startswith("Bogor benar-benar lebih rendah dan Garut lebih tinggi")


def test_who_cannot_be_judged_is_not_called_chance():
    said = funnel_heading(compared("worse", "", more=1), NAMES)
    assert said.endswith("sisanya yang dapat dinilai mungkin kebetulan")


def test_figures_without_a_value_for_one_reason_stand_on_one_line():
    silent = [made([None] * 24, lacks="Belum ada data.") for _figure in range(3)]
    assert len(narrative.not_judged(silent)) == 1
    mixed = [*silent, made([None] * 24, lacks="IKM belum dihitung.")]
    assert [line.split(": ", 1)[1] for line in narrative.not_judged(mixed)] == [
        "belum ada angkanya: belum ada data.",
        "belum ada angkanya: IKM belum dihitung.",
    ]


def test_nobody_told_is_no_nought_among_the_cases():
    nobody = made([None] * 24, lacks="tidak ada laporan", n=0)
    assert narrative.rests(nobody) == "–"


def test_a_table_that_tells_nothing_is_a_sentence():
    dash = Cell("–", numeric=True)
    assert isinstance(or_words(Table(("Bulan", "Terbit"), ((text("Jan"), dash),))), Para)
    kept = Table(("Bulan", "Terbit"), ((text("Jan"), dash), (text("Feb"), Cell("0", 0.0))))
    assert or_words(kept) is kept


def test_ticks_of_a_quarter_are_not_rounded():
    assert _told([0, 0.25, 0.5], lambda v: f"{v:.1f}") == ["0,00", "0,25", "0,50"]
    assert _told([0, 0.5, 1], lambda v: f"{v:.1f}") == ["0.0", "0.5", "1.0"]


def test_names_of_lines_keep_clear_and_stay_near():
    taken: list[float] = []
    for wanted in (85.0, 85.5, 35.0):
        taken.append(_free(wanted, taken, 7.0, 20.0, 100.0))
    assert all(abs(a - b) >= 7 for i, a in enumerate(taken) for b in taken[:i])
    assert abs(taken[1] - 85.5) < 9


@pytest.mark.parametrize("period", ["2025", "2026-09"])
def test_late_cases_lie_where_their_own_records_say_on_the_last_day(snapshot, period):
    """Held against pandas on the stage runs: the desk of a run not done by that day, else of the
    stage that most often follows."""
    end = pd.Timestamp(last_day(months_of(period)[1]))
    seen = 0
    for office in snapshot.offices()["office"]:
        query = Query(office=office, start=period, end=period)
        late = stock_cases(snapshot, EVERYTHING, "overdue", query)
        if late.empty:
            continue
        runs = snapshot.case_query(EVERYTHING, office, ["runs"], "SELECT * FROM runs")
        runs = runs[~(runs["begun_day"] > end)].sort_values(["application_no", "run"])
        done = runs["done"] & ~(runs["finished_day"] > end)
        follows = runs.assign(
            next_stage=runs.groupby("application_no")["stage"].shift(-1),
            next_desk=runs.groupby("application_no")["desk"].shift(-1),
        ).dropna(subset=["next_stage"])
        usual = follows.groupby("stage")[["next_stage", "next_desk"]].agg(
            lambda values: values.mode().iloc[0]
        )["next_desk"]
        last = runs.assign(done=done).groupby("application_no").tail(1)
        last = last[last["application_no"].isin(late["application_no"])]
        desks = [
            usual.get(stage, desk) if over else desk
            for stage, desk, over in zip(last["stage"], last["desk"], last["done"], strict=True)
        ]
        if not desks:
            continue
        counts = pd.Series(desks).value_counts()
        said = narrative.late_where(Asked(snapshot, EVERYTHING, period, office))
        top = {desk_name(str(d)) for d, n in counts.items() if n == counts.max()}
        most = f": {counts.max()}"
        if counts.max() == counts.sum():
            most = ""
        how = "terbanyak di" if most else "di" if counts.sum() == 1 else "semuanya di"
        if counts.max() == 1 < counts.sum():
            assert "(di meja yang berlainan" in said, (office, said)
            seen += 1
            continue
        assert any(f"({how} {desk}{most}" in said for desk in top), (office, said)
        seen += 1
    assert seen


def test_who_sees_counts_alone_is_told_the_stage_they_reached(snapshot):
    scope = Scope("province", None, case_rows=False)
    told = [
        narrative.late_where(Asked(snapshot, scope, "2025", office))
        for office in snapshot.offices()["office"]
    ]
    assert any("terakhir sampai tahap" in said for said in told)
    assert not any("terbanyak di" in said or "(di " in said for said in told)
