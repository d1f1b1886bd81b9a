"""Events: an office's own and its province's are drawn on what they concern."""

from datetime import date

from etl.store.operations import Operations
from metrics.asking.query import Query
from metrics.judging.marks import marks
from tests.metrics.judging.made_figure import snapshot


def told(snapshot, name="", **place):
    return [m.what for m in marks(snapshot, Query(**place), name)]


def test_an_office_has_its_own_events_and_its_province_s_by_day(tmp_path):
    made = snapshot(tmp_path)
    kept = Operations(made.store)
    kept.add_event("32.01", date(2025, 3, 1), "loket", "a", indicator="on_time_rate")
    kept.add_event("32", date(2024, 1, 1), "aturan", "a", restarts=True)
    kept.add_event("32.02", date(2025, 1, 1), "lain", "a")
    assert told(made, "on_time_rate", office="32.01") == ["aturan", "loket"]
    assert told(made, "ikm", office="32.01") == ["aturan"]
    assert told(made, "ikm", province="32") == ["aturan"]
    assert told(made, "ikm") == ["aturan"]  # all that is loaded is one province
    assert marks(made, Query(office="32.01"))[0].restarts


def test_a_store_without_records_has_none(tmp_path):
    assert told(snapshot(tmp_path / "none"), "ikm", office="32.01") == []
