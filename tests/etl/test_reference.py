"""The shipped reference tables agree with one another and with what was confirmed elsewhere."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from etl import reference
from etl.schema import kinds

# Kemendagri codes of Jawa Barat's regencies and cities, as in npm idn-area-data 4.0.1.
JAWA_BARAT = {f"32.{n:02d}" for n in range(1, 19)} | {f"32.{n}" for n in range(71, 80)}


def test_jawa_barat_has_its_27_regencies_and_cities():
    ours = {c: r for c, r in reference.regions().items() if r.province == "32"}
    assert set(ours) == JAWA_BARAT
    assert Counter(r.region_kind for r in ours.values()) == {"kabupaten": 18, "kota": 9}
    assert all((r.region_kind == "kota") == (int(c[3:]) > 70) for c, r in ours.items())


def test_there_are_38_provinces():
    provinces = [r for r in reference.regions().values() if r.region_kind == "provinsi"]
    assert len(provinces) == 38
    assert reference.regions()["32"].name == "Provinsi Jawa Barat"


def test_names_that_two_regions_share_are_told_apart():
    shorts = [r.short for r in reference.regions().values() if r.province == "32"]
    assert len(set(shorts)) == 27
    assert reference.short_name("32.04") != reference.short_name("32.73")
    assert reference.short_name("32.14") == "Purwakarta"
    assert reference.short_name("99.01") == "99.01"


def test_every_tile_of_the_map_has_its_own_place():
    tiles = reference.tiles()
    assert set(tiles) == JAWA_BARAT
    assert len({(t.row, t.column) for t in tiles.values()}) == 27


@pytest.mark.parametrize(
    ("west", "east"),
    [("32.01", "32.14"), ("32.14", "32.11"), ("32.05", "32.07"), ("32.15", "32.12")],
)
def test_the_map_keeps_west_left_of_east(west, east):
    assert reference.tiles()[west].column < reference.tiles()[east].column


@pytest.mark.parametrize(
    ("north", "south"),
    [("32.15", "32.14"), ("32.14", "32.03"), ("32.12", "32.10"), ("32.07", "32.18")],
)
def test_the_map_keeps_north_above_south(north, south):
    assert reference.tiles()[north].row < reference.tiles()[south].row


def test_successors_are_types_of_the_table_and_lead_somewhere():
    types = reference.permit_types()
    assert {t.successor for t in types.values()} - {""} <= set(types)
    assert reference.current_type("IMB") == "PBG"
    assert {reference.current_type(t) for t in ("SIUP", "TDP", "TDI", "IUI")} == {"NIB"}
    assert reference.current_type("HO") == "HO"
    assert reference.current_type("Izin Keramaian") == "Izin Keramaian"


def test_the_five_main_permits_are_marked():
    core = {t.permit_type for t in reference.permit_types().values() if t.core}
    assert core == {"IMB", "HO", "TDP", "SIUP", "TDI", "PBG", "NIB"}


def test_every_type_has_a_standard_of_the_province_for_the_whole_and_its_stages():
    for permit_type in reference.permit_types():
        whole = reference.standard("32", permit_type, date(2021, 1, 1))
        assert whole is not None
        assert whole.working_days is not None
        assert whole.working_days >= 1
        assert whole.requirements
        stages = {
            s.stage for s in reference.standards() if s.permit_type == permit_type and s.stage
        }
        assert {"Pendaftaran", "Cek berkas", "Tanda tangan", "Penyerahan"} <= stages
        assert stages <= set(reference.stage_names())


def test_the_promises_of_the_stages_fit_into_the_whole():
    names = reference.stage_names()
    for permit_type in reference.permit_types():
        whole = reference.standard("32", permit_type, date(2021, 1, 1))
        after_check = sum(
            s.working_days or 0
            for s in reference.standards()
            if s.office == "32"
            and s.permit_type == permit_type
            and s.stage
            and names[s.stage].clock == "office"
            and names[s.stage].order > names["Cek berkas"].order
        )
        assert after_check <= whole.working_days, permit_type


def test_a_standard_is_the_one_valid_on_the_day_and_the_offices_own_goes_first():
    assert reference.standard("32.06", "PBG", date(2023, 12, 31)).working_days == 20
    assert reference.standard("32.06", "PBG", date(2024, 1, 1)).working_days == 18
    assert reference.standard("32.14", "PBG", date(2024, 2, 1)).working_days == 14
    assert reference.standard("32.14", "PBG", date(2024, 1, 31)).working_days == 18
    assert reference.standard("32.14", "PBG", date(2020, 12, 31)) is None


def test_a_levy_worked_out_case_by_case_has_no_fee():
    assert reference.standard("32", "PBG", date(2024, 1, 1)).fee is None
    assert reference.standard("32", "TRAYEK", date(2024, 1, 1)).fee == Decimal(150000)
    assert reference.standard("32", "SIUP", date(2024, 1, 1)).fee == 0


def test_complaints_are_to_be_answered_in_ten_working_days_unless_the_category_says_else():
    assert reference.complaint_days(None) == 10
    assert reference.complaint_days("Sesuatu yang lain") == 10
    assert reference.complaint_days("Permintaan informasi") == 5


def test_targets_name_known_regions_and_types():
    for target in reference.targets():
        assert target.office in reference.regions()
        assert target.permit_type in {"", *reference.permit_types()}
        assert target.value > 0


def test_the_shared_words_of_stages_are_those_of_the_record_kinds():
    assert {s.clock for s in reference.stage_names().values()} == {"office", "applicant"}
    assert {"desk", "clock"} <= set(kinds()["stage_map"].by_name)
