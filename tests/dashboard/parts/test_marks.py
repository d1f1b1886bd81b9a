"""Marks in words, and that only those who may see case rows are led to them."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.charts.one_bar import one_bar, one_bar_alt
from dashboard.charts.open_stages import open_stages, open_stages_alt
from dashboard.parts import findings, marks
from dashboard.parts.side_by_side import Growth
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark
from metrics.asking.snapshot import open_snapshot
from metrics.counting.marks import END
from tests.dashboard.charts.test_charts import STAGES


class Names:
    @staticmethod
    def permit_short(code):
        return code.title()


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark(behind.ENDED, (3, 3)), "Selesai dalam 3 hari"),
        (Mark(behind.ENDED, (10, 14)), "Selesai dalam 10–14 hari"),
        (Mark(behind.ENDED, (14, None)), "Selesai dalam 14 hari atau lebih"),
        (Mark(behind.DUE, (), "2026-05"), "Jatuh tempo, Mei 2026"),
        (Mark(behind.DUE, permit_type="siup"), "Jatuh tempo, Siup"),
        (Mark(behind.VISIT, ("Survei",)), "Tahap Survei pada berkas yang selesai"),
        (Mark(behind.OPEN, ("61+",)), "Berjalan, umur > 60 hari"),
        (Mark(behind.STEP, ("Cek berkas", END)), "Dari Cek berkas ke selesai"),
        (
            Mark(behind.STAGE, ("Perbaikan berkas",)),
            "Tahap Perbaikan berkas (pemohon) yang selesai pada periode ini",
        ),
    ],
)
def test_a_mark_says_what_it_stands_for(mark, words):
    assert marks.described(Names(), mark).replace("\xa0", " ") == words


def shown(role, office):
    from dashboard.frame import shell
    from dashboard.frame import snapshots as snapshot
    from dashboard.parts import marks
    from etl.paths import default_store
    from metrics.asking.cases_behind import Mark

    data = snapshot.current(default_store())
    view = shell.make_view(default_store(), data, shell.find_reader(data))
    shell.st.write(f"pick={marks.place(view)}")
    marks.behind_marks(view, Mark("due").to_list(), None)


@pytest.mark.parametrize(("role", "seen"), [("office", True), ("public", False)])
def test_cases_are_listed_for_those_who_may_see_them(sample_store, monkeypatch, role, seen):
    monkeypatch.setenv("MONEV_STORE", str(sample_store))
    offices = open_snapshot(sample_store).offices()
    code = offices.loc[offices["source"] == "records", "office"].iloc[0]
    app = AppTest.from_function(shown, args=(role, code), default_timeout=60)
    app.query_params["role"], app.query_params["office"] = role, code
    app.run()
    assert not app.exception
    assert bool(app.dataframe) == seen
    assert ("pick=None" in app.markdown[0].value) != seen


def test_one_bar_has_every_working_and_waiting_day_and_marks_the_longest():
    frame = STAGES.assign(desk=["front_office", "applicant", ""][: len(STAGES)])
    fig = one_bar(frame, frame["stage"].iloc[0], [["x"]] * len(frame))
    days = sum(bar.x[0] for bar in fig.data)
    assert days == pytest.approx(frame["run"].sum() + frame["wait"].fillna(0).sum())
    assert all(bar.customdata is not None for bar in fig.data)
    assert frame["stage"].iloc[0] in one_bar_alt(frame)


def test_open_cases_by_stage_say_how_many_are_late():
    frame = pd.DataFrame({"stage": ["A", "B"], "code": ["A", "B"], "n": [5.0, 9.0]})
    frame["overdue"] = [2.0, 0.0]
    late, rest = open_stages(frame).data
    assert (list(late.x), list(rest.x)) == ([2, 0], [3, 9])
    assert "2 lewat standar" in open_stages_alt(frame)
    assert "tahap A" in findings.open_stage_heading(frame)
    assert "tahap B" in findings.open_stage_heading(frame[frame["stage"] == "B"])


def test_the_stage_that_slowed_most_is_named_with_both_medians():
    text = findings.growth_of_stage(Growth("Survei", 2, 4.5)).replace("\xa0", " ")
    assert "Survei, 2 hari menjadi 4,5 hari" in text
    assert findings.growth_of_stage(None) == ""


def test_desks_are_named_only_where_they_are():
    text = findings.desks_reading("Survei", ["applicant", "applicant"])
    assert "pemohon" in text
    assert "front office" not in text
