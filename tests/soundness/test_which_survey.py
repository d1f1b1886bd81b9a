"""The page, the card, the report and the command line once gave four IKM for one period."""

from itertools import islice

import docx
import pytest
from openpyxl import Workbook

from dashboard.frame.period import Period, choices
from dashboard.frame.view import Office, View
from dashboard.pages.ikm.survey_rows import change, read, surveys
from dashboard.parts.cards import card
from dashboard.reports.gather import gather
from dashboard.reports.ikm_report import write_survey_report
from etl.errors import Refused
from etl.loads import LoadOptions
from etl.periods import month_text
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import open_snapshot
from metrics.ikm.index import ikm_rows
from metrics.publishing.publish import publish
from tests.conftest import monev_json
from tests.etl.store_files import write

SPAN = ("2023-06", "2026-10")


def view_of(snapshot, period, office=None, province=None):
    known = snapshot.offices()
    offices = {
        code: Office(code, code, code, code[:2])
        for code in known.loc[known["office"].str.contains(".", regex=False), "office"]
    }
    query = Query(office=office, province=province, start=period.start, end=period.end)
    return View(snapshot, EVERYTHING, query, period, "id", snapshot.store, offices, {})


def shown(view, found=None):
    """What the page IKM shows for the view's period: (IKM, period), None where it has none."""
    found = found or surveys(view)
    code = found.default(view.query)
    row = next((r for r in found.rows if found.code(r) == code), None)
    return (float(row.ikm), row.period) if row else None


def test_page_card_and_command_line_say_the_same_survey(sample_store):
    snapshot = open_snapshot(sample_store)
    known = snapshot.offices()
    codes = known.loc[known["office"].str.contains(".", regex=False), "office"].tolist()
    seen = 0
    for place in [{"office": code} for code in codes[:4]] + [{"province": codes[0][:2]}]:
        found = None
        for period in islice(choices(*SPAN), 0, None, 6):
            view = view_of(snapshot, period, **place)
            found = found or surveys(view)
            first = view.read("ikm").first
            said = (first["value"], first["period"]) if first.get("value") else None
            assert shown(view, found) == said, (place, period)
            seen += said is not None
    assert seen > 20
    year = Period("2025", "2025-01", "2025-12")
    view = view_of(snapshot, year, office=codes[0])
    first = card(view, "ikm").result.first
    told = monev_json(
        "indicator", "ikm", "--office", codes[0], "--from", "2025-01", "--to", "2025-12",
        "--store", sample_store,
    )["rows"][0]  # fmt: skip
    assert shown(view) == (told["value"], told["period"]) == (first["value"], first["period"])
    rows = ikm_rows(snapshot, EVERYTHING, codes[0], period="2025")
    assert {r.period for r in rows} == {told["period"]}


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """Two surveys whose unrounded means differ by another step than the printed values."""
    folder = tmp_path_factory.mktemp("moved")
    store = Store(folder / "store")
    text = "office_code,name,region_kind\n32.11,Kantor,kabupaten\n"
    store.load(write(folder / "kantor.csv", text), LoadOptions(kind="offices"))
    # 84.19 and 83.31 as printed; with blanks the respondents' own means lie elsewhere
    surveys = {
        "2024-S1": [[4, 4, 3, 3, 3, 3, 4, 3, None], [3, 3, 4, 3, 4, 3, 3, 4, 3]],
        "2024-S2": [[4, 3, 3, 3, 3, 3, 4, 3, 3], [3, None, None, 3, 4, 3, 3, 4, 2]],
    }
    for period, rows in surveys.items():
        book = Workbook()
        book.active.append(["No", *[f"U{i}" for i in range(1, 10)]])
        for number, row in enumerate(rows, 1):
            book.active.append([number, *row])
        book.save(folder / f"{period}.xlsx")
        options = LoadOptions(kind="survey", office="32.11", period=period)
        store.load(folder / f"{period}.xlsx", options)
    applications = (
        "office_code,application_no,permit_type,submitted_at,status\n"
        "32.11,A1,PBG,2024-10-02,Proses\n"
    )
    store.load(write(folder / "izin.csv", applications), LoadOptions(kind="applications"))
    publish(store)
    return open_snapshot(folder / "store")


def test_a_change_is_the_difference_of_the_two_printed_values(moved, tmp_path):
    whole = Period("2024", "2024-01", "2024-12")
    view = view_of(moved, whole, office="32.11")
    found = surveys(view)
    points = read(view, found, found.default(view.query)).points
    before, now = (p.row.ikm for p in points)
    assert points[1].step == now - before
    assert float(points[1].change.value) != pytest.approx(float(now - before), abs=0.005)
    printed = f"−{abs(now - before)}".replace(".", ",")
    assert printed in change(points)
    write_survey_report(moved, EVERYTHING, "32.11", "2024", tmp_path / "skm.docx")
    cells = {
        c.text for t in docx.Document(tmp_path / "skm.docx").tables for r in t.rows for c in r.cells
    }
    assert any(printed in cell for cell in cells)


def test_an_ikm_is_never_of_a_day_after_the_data_end(moved):
    told = monev_json("indicator", "ikm", "--office", "32.11", "--store", moved.store)
    assert told["as_of"] == "2024-10-02"  # the survey's half-year ends in December


def test_the_day_of_the_data_in_a_report_is_not_the_surveys(sample_store):
    snapshot = open_snapshot(sample_store)
    known = snapshot.offices()
    code = known.loc[known["source"] == "records", "office"].iloc[0]
    meta = snapshot.table("meta")
    own = meta[(meta["office"] == code) & (meta["kind"] != "survey")]
    report = gather("annual", snapshot, EVERYTHING, code, "2025")
    from dashboard.locale import format as fmt

    assert report.as_of in {fmt.date(day) for day in own["as_of"]}


def test_no_survey_near_a_period_is_no_ikm_of_another_year(moved):
    view = view_of(moved, Period("2021", "2021-01", "2021-12"), office="32.11")
    assert surveys(view).default(view.query) == ""
    assert card(view, "ikm").result.value is None
    with pytest.raises(Refused, match="Belum ada survei"):
        write_survey_report(moved, EVERYTHING, "32.11", "2021", view.store / "x.docx")
    assert month_text(202112) == view.query.end
