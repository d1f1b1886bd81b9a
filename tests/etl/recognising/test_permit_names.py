import pytest

from etl.recognising.permit_names import LIKELY, common_list, core, plain, propose


@pytest.mark.parametrize(
    ("own", "permit_type"),
    [
        ("Surat Ijin Usaha Perdagangan", "SIUP"),
        ("SIUP", "SIUP"),
        ("tdp", "TDP"),
        ("PERSETUJUAN BANGUNAN GEDUNG", "PBG"),
        ("Ijin Mendirikan  Bangunan", "IMB"),
        ("Izin Gangguan / HO", "HO"),
        ("IZIN REKLAME", "REKLAME"),
        ("IZIN PRAKTIK DOKTER UMUM", "SIP"),
        ("IZIN PRAKTEK PERAWAT", "SIP"),
        ("KONFIRMASI KKPR NON BERUSAHA", "KKPR"),
        ("KETERANGAN RENCANA KABUPATEN", "KRK"),
        ("SURAT KETERANGAN PENELITIAN", "PENELITIAN"),
        ("IZIN PENDIRIAN SATUAN PENDIDIKAN (SD,SMP)", "SEKOLAH"),
    ],
)
def test_the_likeliest_type_comes_first(own, permit_type):
    assert propose([own])[own][0].permit_type == permit_type


@pytest.mark.parametrize("own", ["AKUPUNKTUR", "TANDA DAFTAR GUDANG", "Izin Pemakaian Aset Daerah"])
def test_a_name_like_no_other_gets_no_proposal(own):
    assert propose([own])[own] == ()


def test_every_name_of_the_common_list_is_its_own_best_proposal():
    names = common_list()
    for code, found in zip(names, propose(names.values()).values(), strict=True):
        assert found[0].permit_type == code
        assert found[0].likeness == 100


def test_words_that_every_permit_has_do_not_make_two_alike():
    assert core("Surat Izin Usaha Perdagangan") == "perdagangan"
    assert core("Surat Izin") == "surat izin"
    types = {"A": "Surat Izin Usaha Perikanan", "B": "Surat Izin Usaha Peternakan"}
    found = propose(["Surat Izin Usaha Pertambangan"], types)["Surat Izin Usaha Pertambangan"]
    assert all(p.likeness < 90 for p in found)


def test_spellings_are_one():
    assert plain("IJIN  PRAKTEK (Umum)") == plain("Izin Praktik Umum")


def test_proposals_are_few_ordered_and_likely():
    found = propose(["Tanda Daftar Perusahaan Industri"])["Tanda Daftar Perusahaan Industri"]
    assert 1 <= len(found) <= 3
    assert [p.likeness for p in found] == sorted((p.likeness for p in found), reverse=True)
    assert all(p.likeness >= LIKELY for p in found)


def test_a_list_of_ones_own_is_used():
    assert (
        propose(["Izin Tebang"], {"T": "Izin Penebangan Pohon", "TB": "Izin Tebang"})[
            "Izin Tebang"
        ][0].permit_type
        == "TB"
    )
