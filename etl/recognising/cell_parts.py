"""Fields that are part of a cell or written in several: days in three columns, number and day."""

import re
from collections.abc import Mapping, Sequence

from etl.reading.raw import ident
from etl.recognising.vocabulary import forms, headings, normal

DAY, MONTH, YEAR = "tgl", "bln", "thn"
_PARTS = {"tanggal": DAY, "hari": DAY, "bulan": MONTH, "tahun": YEAR}
#: "Nomor dan Tanggal Permohonan", "No/Tgl. Izin": what both are of is what follows.
_BOTH = re.compile(r"^no (?:dan |serta )?tanggal (.+)$")
_DATE = r"(\d{1,2}[ ]+[A-Za-z]{3,9}[ ]+\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2})"


def of_group(group: str, below: Sequence[str]) -> list[str]:
    """Names for three columns of one group that hold a day, a month and a year; [] otherwise.

    >>> of_group("Tanggal Daftar", ["Tgl", "Bln", "Thn"])
    ['Tanggal Daftar (tgl)', 'Tanggal Daftar (bln)', 'Tanggal Daftar (thn)']
    """
    parts = [_PARTS.get(normal(name), "") for name in below]
    if sorted(parts) != sorted((DAY, MONTH, YEAR)):
        return []
    return [f"{group} ({part})" for part in parts]


def three(column: str, columns: Sequence[str]) -> tuple[str, str, str] | None:
    """The columns of day, month and year of which `column` is one; None of any other."""
    for part in (DAY, MONTH, YEAR):
        if column.endswith(f" ({part})"):
            group = column.removesuffix(f" ({part})")
            found = tuple(f"{group} ({p})" for p in (DAY, MONTH, YEAR))
            if all(name in columns for name in found):
                return found[0], found[1], found[2]
    return None


def day_sql(columns: tuple[str, str, str]) -> str:
    """The day of three columns as text: "2025-01-06", else "6 Januari 2025"; NULL without a day."""
    day, month, year = (f"trim({ident(c)})" for c in columns)
    joined = f"{day} || '-' || {month} || '-' || {year}"
    numbers = rf"regexp_matches({joined}, '^\d{{1,2}}-\d{{1,2}}-\d{{4}}$')"
    iso = f"{year} || '-' || lpad({month}, 2, '0') || '-' || lpad({day}, 2, '0')"
    words = f"{day} || ' ' || {month} || ' ' || {year}"
    return (
        f"CASE WHEN coalesce({day}, '') = '' THEN NULL WHEN {numbers} THEN {iso} ELSE {words} END"
    )


def of_both(column: str, kind: str) -> dict[str, str]:
    """The fields of a kind that a column of numbers with their days holds: field → SQL text.

    >>> sorted(of_both("Nomor dan Tanggal Permohonan", "applications"))
    ['application_no', 'submitted_at']
    """
    found: dict[str, str] = {}
    for form in forms(column):
        match = _BOTH.match(form)
        if match is None:
            continue
        cell = ident(column)
        day = rf"(?:^|[\s(,;/])(?:tanggal|tgl)?\.?\s*{_DATE}[\s).]*$"
        rest = rf"regexp_replace({cell}, '[\s(,;/]*(tanggal|tgl)?[.:\s]*{_DATE}[\s).]*$', '', 'i')"
        made = {
            f"no {match[1]}": rf"regexp_replace({rest}, '^\s*(nomor|no)\b[^:]*:\s*', '', 'i')",
            f"tanggal {match[1]}": f"nullif(regexp_extract({cell}, '{day}', 1, 'i'), '')",
        }
        for words, sql in made.items():
            for field, heading in headings(kind).items():
                if normal(words) in heading.known and field not in found:
                    found[field] = sql
                    break
        break
    return found


def unpaid_bill(columns: Mapping[str, str]) -> str:
    """The receipt's number as SQL text: the bill's own where a line tells no payment yet; ""
    where a table does not list bills beside receipts.
    """
    receipt, bill, paid = (columns.get(f) for f in ("receipt_no", "bill_no", "paid_at"))
    if not receipt or not bill or receipt == bill:
        return ""
    none = f" AND trim(coalesce({ident(paid)}, '')) IN ('', '-')" if paid else ""
    blank = f"trim(coalesce({ident(receipt)}, '')) IN ('', '-')"
    return f"CASE WHEN {blank}{none} THEN {ident(bill)} ELSE {ident(receipt)} END"
