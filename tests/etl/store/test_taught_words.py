"""Words of survey answers that an office teaches hold for its own surveys, now and rebuilt."""

from pathlib import Path

import pytest

from etl.loads import LoadOptions
from etl.store.operations import Operations
from etl.store.rebuild import rebuild
from etl.store.store import Store
from tests.etl.store_files import offices, write

HEAD = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana"
USUAL = ",".join(["Puas"] * 9)


def survey(folder: Path, name: str) -> Path:
    rows = [USUAL] * 11 + [USUAL.replace("Puas", "Lumayan", 1)]
    return write(folder / name, "\n".join([HEAD, *rows]) + "\n")


@pytest.mark.parametrize("apart", [False, True])
def test_a_taught_word_counts_for_its_office_alone_and_is_rebuilt(tmp_path, apart):
    store = Store(tmp_path / "store", apart=apart)
    store.load(offices(tmp_path))
    Operations(store.folder).add_answer_words({"lumayan": 3}, "uji", "32.14")
    (own,) = store.load(
        survey(tmp_path, "a.csv"), LoadOptions(kind="survey", office="32.14", period="2024-S1")
    )
    assert (own.total.accepted, own.total.rejected) == (12, 0)
    (other,) = store.load(
        survey(tmp_path, "b.csv"), LoadOptions(kind="survey", office="32.04", period="2024-S1")
    )
    assert (other.total.accepted, other.total.rejected) == (11, 1)
    Operations(store.folder).add_answer_words({"lumayan": 1}, "uji", "32.14")  # learnt later
    with store.writer() as con:
        before = con.execute("SELECT * FROM facts.current_survey ORDER BY ALL").fetchall()
    rebuild(store, anew=True)
    with store.writer() as con:
        assert con.execute("SELECT * FROM facts.current_survey ORDER BY ALL").fetchall() == before
