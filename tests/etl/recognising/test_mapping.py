from datetime import datetime

import pytest

from etl.errors import Refused
from etl.paths import DATA
from etl.recognising.mapping import read_mapping
from tests.etl.intake import csv_file, read

LOG = """kind = "applications"
[fields]
application_no = "Case"
submitted_at = "In"
issued_at = "Out"
[constants]
office_code = "99.01"
[values.decision]
column = "State"
"Vergunning verleend" = "issued"
"Geweigerd" = "rejected"
"""
FILE = "Case,In,Out,State\n7,2024-01-05,2024-01-09,Vergunning verleend\n8,2024-01-06,,Onbekend\n"


@pytest.fixture
def mapped(tmp_path):
    def load(toml, text=FILE, **options):
        path = tmp_path / "peta.toml"
        path.write_text(toml, encoding="utf-8")
        return read(csv_file(tmp_path, text), mapping=path, **options)

    return load


def test_fields_constants_and_values(mapped):
    rows = mapped(LOG).rows()
    assert [(r["office_code"], r["application_no"], r["decision"]) for r in rows] == [
        ("99.01", "7", "issued"),
        ("99.01", "8", None),
    ]
    assert rows[0]["issued_at"] == datetime(2024, 1, 9)


def test_the_office_of_the_command_line_goes_before_the_constant(mapped):
    assert {r["office_code"] for r in mapped(LOG, office="32.14").rows()} == {"32.14"}


def test_a_list_of_columns_is_one_field(mapped):
    toml = LOG.replace('"Case"', '["Case", "In"]')
    assert [r["application_no"] for r in mapped(toml).rows()] == ["7-2024-01-05", "8-2024-01-06"]


@pytest.mark.parametrize("kept", ['"Onbekend"', '["Onbekend", "Anders"]'])
def test_where_keeps_the_rows_named(mapped, kept):
    got = mapped(f"{LOG}[where]\nState = {kept}\n")
    assert [r["application_no"] for r in got.rows()] == ["8"]
    assert got.part().read == 1


def test_a_datetime_format_allows_month_first(mapped):
    text = FILE.replace("2024-01-05", "01/05/2024 02:15:00 PM").replace(
        "2024-01-06", "01/16/2024 09:00:00 AM"
    )
    with pytest.raises(Refused, match="bulan/hari"):
        mapped(LOG, text)
    got = mapped(f'{LOG}[formats]\ndatetime = "%m/%d/%Y %I:%M:%S %p"\n', text)
    assert got.rows()[0]["submitted_at"] == datetime(2024, 1, 5, 14, 15)


def test_a_missing_column_is_noted_or_refused_when_required(mapped):
    got = mapped(LOG.replace('"Out"', '"Uit"'))
    assert "issued_at" not in got.part().columns
    assert any("Uit" in n for n in got.item.notes)
    with pytest.raises(Refused, match=r"Kolom Zaak .*Case, In, Out, State"):
        mapped(LOG.replace('"Case"', '"Zaak"'))


def test_the_first_of_several_parts_is_the_main_permit(mapped):
    toml = LOG.replace("[constants]", 'permit_type = "case:parts"\n[constants]')
    text = FILE.replace("State", "State,case:parts").replace("verleend\n", 'verleend,"Bouw, Kap"\n')
    (first, _second) = mapped(toml, text.replace("Onbekend\n", "Onbekend,Sloop\n")).rows()
    assert (first["permit_type"], first["parts"]) == ("Bouw", "Bouw, Kap")


@pytest.mark.parametrize(
    ("toml", "why"),
    [
        ("kind = ", "TOML"),
        ('kind = "izin"\n', "kind"),
        ('kind = "applications"\n[fields]\nwarna = "Case"\n', "warna"),
        ('kind = "applications"\n[velden]\na = "b"\n', "velden"),
        (f'{LOG}[formats]\ntimezone = "Mars/Olympus"\n', "Mars/Olympus"),
        (LOG.replace('column = "State"', ""), "values.decision"),
        (f'{LOG}[where]\nWarna = "x"\n', "Warna"),
        (LOG.replace('column = "State"', "column = 07:32:00"), "values.decision"),
        (f"{LOG}[where]\nState = []\n", "where. State kosong"),
        ('kind = "applications"\n[fields]\napplication_no = []\n', "application_no kosong"),
        *(
            (f'{LOG}[split.permit_no]\ncolumn = "State"\nby = "-"\npart = {part}\n', "1 sampai 100")
            for part in ("[]", "{}", "nan", "inf", "true", "0", "-1", "1.5", '"x"', "10000000000")
        ),
    ],
)
def test_mappings_that_are_refused(mapped, toml, why):
    with pytest.raises(Refused, match=why):
        mapped(toml)


def test_a_mapping_of_another_kind_than_asked_for(mapped):
    with pytest.raises(Refused, match="--kind"):
        mapped(LOG, kind="payments")


@pytest.mark.parametrize("path", sorted((DATA / "mappings").glob("*.toml")), ids=lambda p: p.stem)
def test_every_mapping_that_ships_is_sound(path):
    assert read_mapping(path).fields
