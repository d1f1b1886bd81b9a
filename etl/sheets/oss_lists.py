"""Reads the OSS lists that hold no applications: NIB issued as counts; projects refused by name."""

from typing import TYPE_CHECKING

from etl.errors import Refused
from etl.reading.book import Book, Rows, Sheet
from etl.reading.grid import text
from etl.recognising.vocabulary import forms, headings
from etl.sheets.base import LayoutResult
from etl.sheets.issued_list import SURE, Found, counted_permits
from etl.words import _

if TYPE_CHECKING:
    from etl.loads import Known, LoadOptions

DAYS = ("tanggal nib", "tanggal terbit nib", "tanggal terbit oss", "tanggal penerbitan nib")
NIB = ("no nib", "no induk berusaha")
PROJECT = ("id proyek", "no proyek", "kode proyek")
INVESTED = (
    "jumlah investasi",
    "realisasi investasi",
    "nilai investasi",
    "investasi",
    "modal usaha",
)


def _named(rows: Rows) -> tuple[int, dict[str, int]] | None:
    """The row (from 1) that names a NIB, with its headings in every form → column."""
    for at, row in enumerate(rows, 1):
        names = {f: i for i, c in enumerate(row) if text(c).strip() for f in forms(text(c))}
        own = next((names[n] for n in NIB if n in names), None)
        names |= {} if own is None else {"nib": own}
        if "nib" in names and len(names) > 2:
            return at, names
    return None


def nib_list(sheet: Sheet) -> Found | None:
    """The heading of a list of NIB; None where it also tells applications or permits."""
    named = None if sheet.hidden else _named(sheet.head)
    if named is None:
        return None
    at, names = named
    day = next((names[d] for d in DAYS if d in names), None)
    others = {"application_no", "issued_at", "decided_at", "permit_no"}
    known = headings("applications")
    if day is None or any(p in names for p in PROJECT):
        return None
    if any(f in known[field].known for field in others for f in names):
        return None
    return Found(at, names["nib"], day, None, "NIB")


def projects(sheet: Sheet) -> bool:
    """Whether a sheet lists projects or investments of businesses."""
    named = None if sheet.hidden else _named(sheet.head)
    if named is None or nib_list(sheet):
        return False
    names = named[1]
    application = headings("applications")["application_no"].known
    told = any(p in names for p in PROJECT) or (
        "kbli" in names and any(i in names for i in INVESTED)
    )
    return told and not any(f in application for f in names)


class OssLists:
    """The layout of the OSS lists of NIB and of projects; yields `monthly_counts`."""

    name = "oss_lists"
    title = "daftar NIB dari OSS"
    kinds = ("monthly_counts",)

    def score(self, book: Book, options: "LoadOptions") -> float:
        """Sure of a NIB beside its day, or of a project beside its investment."""
        return SURE if any(nib_list(s) or projects(s) for s in book.sheets) else 0.0

    def read(self, book: Book, options: "LoadOptions", known: "Known") -> LayoutResult:
        """NIB issued by month; raises `Refused` for projects, which are no permits."""
        found = [(s, its) for s in book.sheets if (its := nib_list(s))]
        if not found:
            raise Refused(
                _(
                    "{file} terbaca sebagai daftar proyek atau investasi OSS; proyek bukan "
                    "permohonan izin dan nilai investasi belum dihitung di sini. Kirim ekspor "
                    "perizinan OSS (Id Permohonan Izin, Nama Dokumen, Status Perizinan)."
                ).format(file=book.file),
                kind="monthly_counts",
            )
        return counted_permits(found, options, book.file)


LAYOUT = OssLists()
