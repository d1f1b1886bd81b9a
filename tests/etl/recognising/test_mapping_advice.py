"""What a refusal advises works when it is followed: a mapping for every kind of fault."""

import pytest

from etl.errors import Refused
from tests.etl.intake import csv_file, read


def mapped(folder, text, toml, **options):
    path = folder / "peta.toml"
    path.write_text(toml, encoding="utf-8")
    return read(csv_file(folder, text), mapping=path, **options)


def test_unknown_headings_refused_then_mapped_with_constants(tmp_path):
    text = "K1,K2,K3\nA,05/01/2024,12/01/2024\n"
    with pytest.raises(Refused) as refusal:
        read(csv_file(tmp_path, text))
    assert set(refusal.value.needs) == {"kind", "mapping"}
    toml = 'kind = "applications"\n[fields]\napplication_no = "K1"\nsubmitted_at = "K2"\n'
    toml += 'issued_at = "K3"\n[constants]\noffice_code = "32.14"\npermit_type = "PBG"\n'
    (row,) = mapped(tmp_path, text, toml).rows()
    assert (row["application_no"], row["permit_type"], row["issued_at"].day) == ("A", "PBG", 12)


@pytest.mark.parametrize(
    ("kind", "number", "day"),
    [
        ("applications", "application_no", "submitted_at"),
        ("complaints", "complaint_no", "received_at"),
        ("payments", "receipt_no", "paid_at"),
    ],
)
def test_dates_month_first_are_read_by_the_format_given(tmp_path, kind, number, day):
    text = "N,T\nA-1,01/25/2024\nA-2,02/03/2024\n"
    toml = f'kind = "{kind}"\n[fields]\n{number} = "N"\n{day} = "T"\n'
    toml += '[constants]\noffice_code = "32.14"\n[formats]\ndate = "%m/%d/%Y"\n'
    got = mapped(tmp_path, text, toml)
    assert [str(r[day])[:10] for r in got.rows()] == ["2024-01-25", "2024-02-03"]


def test_a_survey_s_dates_month_first(tmp_path):
    heads = "Persyaratan,Prosedur,Waktu,Biaya,Produk,Kompetensi,Perilaku,Sarana,Pengaduan"
    text = f"No,Tanggal,{heads}\n" + "".join(
        f"{i},01/{13 + i}/2024,4,3,4,3,4,3,4,3,4\n" for i in range(1, 9)
    )
    toml = 'kind = "survey"\n[fields]\nrespondent_no = "No"\nsurvey_date = "Tanggal"\n'
    toml += "".join(
        f'{slug} = "{head}"\n'
        for slug, head in zip(
            ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku",
             "sarana", "pengaduan"), heads.split(","), strict=True,
        )
    )  # fmt: skip
    toml += '[constants]\noffice_code = "32.14"\nperiod = "2024-S1"\nrule = "2017"\n'
    toml += '[formats]\ndate = "%m/%d/%Y"\n'
    got = mapped(tmp_path, text, toml)
    assert [str(r["survey_date"]) for r in got.rows()][:2] == ["2024-01-14", "2024-01-15"]


def test_a_cell_of_two_things_is_split(tmp_path):
    text = "Berkas,Masuk\n503/1 - SIUP,2024-01-05\n503/2 - PBG,2024-01-06\n"
    toml = 'kind = "applications"\n[fields]\nsubmitted_at = "Masuk"\n'
    toml += '[split.application_no]\ncolumn = "Berkas"\nby = " - "\npart = 1\n'
    toml += '[split.permit_type]\ncolumn = "Berkas"\nby = " - "\npart = 2\n'
    got = mapped(tmp_path, text, toml, office="32.14")
    told = [(r["application_no"], r["permit_type"]) for r in got.rows()]
    assert told == [("503/1", "SIUP"), ("503/2", "PBG")]


def test_a_split_needs_its_column_and_where_to_cut(tmp_path):
    toml = 'kind = "applications"\n[split.permit_type]\ncolumn = "Berkas"\n'
    with pytest.raises(Refused, match="perlu column dan by"):
        mapped(tmp_path, "Berkas\nx\n", toml, office="32.14")


def test_a_column_of_states_gives_the_decision(tmp_path):
    text = "N,T,S\nA,2024-01-05,SK jadi\nB,2024-01-05,Tidak lolos\nC,2024-01-05,Antre\n"
    toml = 'kind = "applications"\n[fields]\napplication_no = "N"\nsubmitted_at = "T"\n'
    toml += '[values.decision]\ncolumn = "S"\n"SK jadi" = "issued"\n"Tidak lolos" = "rejected"\n'
    got = mapped(tmp_path, text, toml, office="32.14")
    assert [r["decision"] for r in got.rows()] == ["issued", "rejected", None]


def test_epoch_times_in_a_mapped_column(tmp_path):
    toml = 'kind = "complaints"\n[fields]\ncomplaint_no = "N"\nreceived_at = "T"\n'
    got = mapped(tmp_path, "N,T\nA,1706715000\n", toml, office="32.14")
    assert str(got.rows()[0]["received_at"]) == "2024-01-31 22:30:00"
