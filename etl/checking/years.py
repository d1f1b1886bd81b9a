"""Says which numbers came again with a date of another year: hardly one and the same matter."""

from collections.abc import Sequence

from etl.recognising.vocabulary import headings
from etl.words import N_, _

#: Kind → the date by which its records came in.
CAME = {"applications": "submitted_at", "complaints": "received_at", "payments": "billed_at"}
FAR = 300  # days between two such dates
SHOWN = 6
SAID = {
    "applications": N_(
        "{n} permohonan berganti {field} hampir setahun atau lebih ({named}); bila itu "
        "perpanjangan, beri nomor sendiri agar yang lama tidak tergantikan."
    ),
    "complaints": N_(
        "{n} pengaduan berganti {field} hampir setahun atau lebih ({named}); bila nomornya dimulai "
        "lagi tiap tahun, tambahkan tahunnya pada nomor agar yang lama tidak tergantikan."
    ),
    "payments": N_(
        "{n} bukti bayar berganti {field} hampir setahun atau lebih ({named}); bila nomornya "
        "dimulai lagi tiap tahun, tambahkan tahunnya pada nomor agar yang lama tidak tergantikan."
    ),
}


def far_apart(kind: str, rows: Sequence[tuple[object, object, object]]) -> list[str]:
    """The note on (number, its date before, its date now)."""
    if not rows:
        return []
    named = "; ".join(f"{number}: {old} → {new}" for number, old, new in rows[:SHOWN])
    title = headings(kind)[CAME[kind]].title.lower()
    return [_(SAID[kind]).format(n=len(rows), field=title, named=named)]
