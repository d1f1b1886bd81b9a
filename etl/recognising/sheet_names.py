"""Reads the name of a sheet as a value of its rows: the permit, the service or the month."""

import re
from collections.abc import Sequence

from etl.recognising.headings import Recognised
from etl.recognising.permit_names import plain, propose
from etl.sheets.tally_heading import month_of

#: Names that a sheet bears when nobody named it.
BARE = re.compile(
    r"^(sheet|lembar|lembar kerja|worksheet|tabel|table|data|rekap|rekapitulasi|register|laporan|"
    r"permohonan|izin|perizinan|daftar|hasil|export|report|query|master|database|"
    r"semua|total)?[ _-]*(izin|perizinan|data|oss)?[ _()-]*\d*$",
    re.IGNORECASE,
)
OF_TIME = re.compile(
    r"\b(19|20)\d\d\b|^(tw|triwulan|semester|smt|minggu|bln|bulan|tahun|thn)\b", re.IGNORECASE
)
#: The field that a sheet's name may give, by kind.
GIVES = {"applications": "permit_type"}


def permit_sheets(tables: Sequence[Recognised]) -> dict[str, str]:
    """Sheet name → the permit type it stands for, for tables without such a column.

    Several sheets of one kind with names of their own are a sheet a permit; a single one is only
    taken where its name is a permit of the common list.
    """
    lacking = [t for t in tables if (f := GIVES.get(t.kind)) and f not in t.columns]
    named = {t.head.sheet: t.head.sheet.strip() for t in lacking if own_name(t.head.sheet)}
    if len(named) > 1 and len(named) == len(lacking):
        return named
    return {s: n for s, n in named.items() if _known(n)}


def own_name(sheet: str) -> bool:
    """Whether a sheet was named after something, and not after a time."""
    name = " ".join(sheet.split())
    return bool(name) and not (BARE.match(name) or OF_TIME.search(name) or month_of(name))


def _known(name: str) -> bool:
    return any(p.likeness == 100 for p in propose([plain(name)]).get(plain(name), ()))
