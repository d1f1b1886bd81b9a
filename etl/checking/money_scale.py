"""In what a sheet tells its rupiah: whole ones, or thousands and millions as its title says."""

import re
from collections.abc import Sequence

from etl.errors import Refused
from etl.reading.raw import Head, Source
from etl.words import _

SCALES = {"ribu": 1_000, "juta": 1_000_000}
SAID = re.compile(
    r"\b(?:dalam|satuan)\s*:?\s*(?:rp\.?\s*)?(?P<a>ribu|juta)(?:an)?\b"
    r"|\(\s*(?:x\s*)?(?:rp\.?\s*)?(?P<b>ribu|juta)(?:an)?(?:\s*(?:rp\.?|rupiah))?\s*\)",
    re.IGNORECASE,
)


def scale_of(texts: Sequence[object]) -> int:
    """By what amounts are to be multiplied, as a title says: 1 where none does.

    >>> scale_of(["DAFTAR RETRIBUSI", "(dalam ribuan rupiah)"]), scale_of(["(Rp Juta)"])
    (1000, 1000000)
    >>> scale_of(["Lima ribu izin tahun 2024"])
    1
    """
    for text in texts:
        if isinstance(text, str) and (found := SAID.search(text)):
            return SCALES[(found["a"] or found["b"]).lower()]
    return 1


def stated(source: Source, heads: Sequence[Head]) -> int:
    """The scale that the lines above all of the tables state; refused where they differ."""
    sheets = {s.name: s for s in source.book.sheets} if source.book else {}
    found = set()
    for head in heads:
        above = sheets[head.sheet].head[: head.heading_row - 1] if head.sheet in sheets else ()
        found.add(scale_of([cell for row in above for cell in row]))
    if len(found) > 1:
        raise Refused(
            _(
                "Sebagian lembar menyebut rupiahnya dalam ribuan atau jutaan, sebagian tidak; "
                "simpan lembar-lembar itu sebagai berkas sendiri."
            )
        )
    return found.pop() if found else 1
