import pytest

from etl.periods import months_between
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.registry import unregister
from metrics.judging.verdict import judge
from tests.metrics.judging.made_figure import NAME, day, given, snapshot

MONTHS = months_between(202401, 202512)
STEADY = [0.90, 0.88, 0.91, 0.89] * 6
FELL = [*STEADY[:16], *(v - 0.25 for v in STEADY[16:])]  # lower from May 2025 on
YEAR = Query(office="32.01", start="2025-01", end="2025-12")


@pytest.fixture(autouse=True)
def _away():
    yield
    unregister(NAME)


def of(values, n=100, months=MONTHS):
    return {m: (v, n) for m, v in zip(months, values, strict=True) if v is not None}


def verdict(tmp_path, months, query=YEAR, targets=(), **how):
    given(months, **how)
    return judge(snapshot(tmp_path, targets), EVERYTHING, NAME, query)


def test_ordinary_months_are_the_same(tmp_path):
    said = verdict(tmp_path, of(STEADY))
    assert (said.direction, said.moved, said.since, said.lacks) == ("same", 0, "", "")
    assert said.process.points == 24
    assert said.value == pytest.approx(0.89)
    assert said.n == 1200


def test_a_fall_that_lasts_is_worse_since_the_month_it_began(tmp_path):
    said = verdict(tmp_path, of(FELL))
    assert (said.direction, said.moved, said.since) == ("worse", -1, "2025-05")


def test_the_same_fall_is_better_where_less_is_better(tmp_path):
    said = verdict(tmp_path, of(FELL), better="down")
    assert (said.direction, said.moved, said.since) == ("better", -1, "2025-05")


def test_a_figure_without_direction_moves_without_a_judgement(tmp_path):
    said = verdict(tmp_path, of(FELL), better=None)
    assert (said.direction, said.moved, said.since, said.lacks) == (None, -1, "2025-05", "")


def test_a_signal_that_is_over_is_no_news(tmp_path):
    over = [*STEADY[:21], 0.2, *STEADY[22:]]
    said = verdict(tmp_path, of(over))
    assert any(said.process.chart.signals)
    assert (said.direction, said.since) == ("same", "")


def test_a_recovery_dates_from_its_own_month_not_from_the_fall_before_it(tmp_path):
    fell_and_rose = [*STEADY[:8], *(v - 0.25 for v in STEADY[8:18]), *STEADY[18:]]
    said = verdict(tmp_path, of(fell_and_rose))
    assert (said.direction, said.since) == ("better", "2025-07")


@pytest.mark.parametrize(("points", "missing"), [(11, 1), (3, 9), (12, 0)])
def test_fewer_than_twelve_points_give_no_word(tmp_path, points, missing):
    said = verdict(tmp_path, of(STEADY[-points:], months=MONTHS[-points:]))
    assert said.process.points == points
    if missing:
        assert said.direction is None
        assert said.lacks == f"perlu {missing} bulan lagi untuk menilai perubahan"
    else:
        assert (said.direction, said.lacks) == ("same", "")


def test_a_surveys_points_are_surveys(tmp_path):
    said = verdict(tmp_path, of(STEADY[-4:], months=MONTHS[-4:]), kind="survey")
    assert said.lacks == "perlu 8 survei lagi untuk menilai perubahan"


def test_nothing_beyond_the_24_months_up_to_the_end_is_looked_at(tmp_path):
    long = months_between(202101, 202612)
    values = [0.2] * 36 + STEADY + [0.1] * 12
    said = verdict(tmp_path, of(values, months=long), as_of="2026-12-31")
    assert said.process.months == tuple(MONTHS)
    assert said.direction == "same"


@pytest.mark.parametrize(("n", "short"), [(19, True), (20, False)])
def test_few_cases_are_not_judged(tmp_path, n, short):
    targets = [(NAME, "32", None, day(2020, 1), 0.8)]
    asked = Query(office="32.01", start="2025-12", end="2025-12")
    said = verdict(tmp_path, of(FELL, n=n), asked, targets)
    assert said.few is short
    assert said.target == pytest.approx(0.8)
    assert said.met is (None if short else False)
    assert said.direction == (None if short else "worse")
    assert said.since == ("" if short else "2025-05")
    if short:
        assert said.lacks == "kurang dari 20 kasus, tidak dinilai"


def test_a_last_month_of_few_cases_gives_no_word_on_change(tmp_path):
    months = of(FELL)
    months[202512] = (months[202512][0], 19)
    said = verdict(tmp_path, months)
    assert (said.few, said.direction, said.moved, said.since) == (False, None, 0, "")
    assert said.lacks == "bulan terakhir kurang dari 20 kasus, perubahan tidak dinilai"


@pytest.mark.parametrize(("silent", "judged"), [(2, True), (3, False)])
def test_silence_is_not_the_present(tmp_path, silent, judged):
    said = verdict(tmp_path, of([*FELL[:-silent], *[None] * silent]))
    assert said.direction == ("worse" if judged else None)
    if not judged:
        assert said.lacks == "tidak ada laporan sesudah September 2025"


def test_no_figure_no_word(tmp_path):
    said = verdict(tmp_path, {}, targets=[(NAME, "32", None, day(2020, 1), 0.8)])
    assert (said.value, said.met, said.direction) == (None, None, None)
    assert said.lacks == "Belum ada data untuk periode ini."


def test_a_figure_without_months_says_so(tmp_path):
    said = verdict(tmp_path, of(STEADY), dims=("office",))
    assert said.lacks == "tidak dirinci menurut bulan"
    assert said.process.points == 0


def test_the_target_is_that_of_the_periods_end(tmp_path):
    targets = [(NAME, "32.01", None, day(2020, 1), 0.8), (NAME, "32.01", None, day(2026, 1), 0.99)]
    said = verdict(tmp_path, of(STEADY), targets=targets)
    assert (said.target, said.met) == (pytest.approx(0.8), True)


def test_without_a_period_the_end_is_the_datas(tmp_path):
    targets = [(NAME, "32.01", None, day(2025, 12, 31), 0.95)]
    said = verdict(tmp_path, of(STEADY), Query(office="32.01"), targets)
    assert (said.target, said.met) == (pytest.approx(0.95), False)
    assert said.process.months[-1] == 202512
    assert (said.year_before, said.difference) == (None, None)


def test_what_ripens_is_not_judged_in_its_newest_month(tmp_path):
    fell_last = [*STEADY[:-1], 0.1]
    assert verdict(tmp_path, of(fell_last)).direction == "worse"
    said = verdict(tmp_path, of(fell_last), ripens=True)
    assert (said.direction, said.process.points) == ("same", 23)


def test_the_year_before_is_the_same_months_with_newcombes_interval(tmp_path):
    months = of([0.8] * 12 + [0.9] * 12, n=10)
    said = verdict(tmp_path, months)
    # 96 of 120 against 108 of 120: Newcombe (1998), method 10, by hand
    assert said.year_before == pytest.approx(0.8)
    assert said.difference.value == pytest.approx(0.1)
    assert said.difference.low == pytest.approx(0.0091, abs=5e-5)
    assert said.difference.high == pytest.approx(0.1906, abs=5e-5)


def test_an_indicator_that_knows_no_types_is_judged_over_all(tmp_path):
    said = verdict(tmp_path, of(STEADY), YEAR.change(permit_type="PBG"))
    assert said.query.permit_type is None
    assert said.value == pytest.approx(0.89)


def test_the_object_of_the_command_line(tmp_path):
    said = verdict(tmp_path, of(FELL)).to_json("kalimat")
    assert list(said) == [
        "indicator", "unit", "as_of", "filters", "value", "n", "moment", "target", "met",
        "direction", "since", "points", "year_before", "difference", "why", "words",
    ]  # fmt: skip
    assert (said["since"], said["words"], said["points"]) == ("2025-05", "kalimat", 24)
    assert said["difference"].keys() == {"value", "low", "high"}
