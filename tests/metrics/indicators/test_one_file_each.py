"""The registry's folder reads like its list: one file an indicator, named after it."""

from metrics.asking.registry import HOME, in_report, indicators


def test_a_file_is_named_after_the_one_indicator_that_it_registers():
    assert {file.stem for file in HOME.glob("[!_]*.py")} == set(indicators())


def test_the_list_goes_by_section_and_no_two_share_a_place():
    places = [(i.section, i.rank) for i in indicators().values()]
    assert len(places) == len(set(places))
    assert [p[0] for p in places] == sorted(p[0] for p in places)


def test_a_report_s_section_holds_what_says_so_in_its_order():
    assert in_report("office", "complaints")[:2] == ("complaints_received", "response_on_time")
    assert in_report("office", "none such") == ()


def test_no_two_indicators_stand_at_one_place_of_a_report():
    taken = [place for i in indicators().values() for place in i.reports]
    assert len(taken) == len(set(taken)) > 20


def test_what_lies_open_is_of_a_moment():
    stocks = {name for name, i in indicators().items() if i.moment == "end"}
    assert {"open_applications", "overdue_applications", "due_soon"} <= stocks
    assert {"open_complaints", "overdue_complaints"} <= stocks
    assert "on_time_rate" not in stocks
