"""A table written in a random layout reads back to the same records, or is refused with a reason.

`MONEV_LAYOUTS=10000` tries that many made files; 100 are tried as a rule.
"""

import csv
import io
import os
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from etl.errors import Refused
from tests.etl.intake import read

TRIED = int(os.environ.get("MONEV_LAYOUTS", "100"))
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
#: Kind → field → headings that offices use; a pair is a heading in two lines.
HEADINGS: dict[str, dict[str, tuple[str | tuple[str, str], ...]]] = {
    "applications": {
        "application_no": (
            "No. Permohonan",
            "No Pendaftaran",
            "NOMOR REGISTER",
            "Id Permohonan Izin",
        ),
        "permit_type": ("Jenis Izin", "NAMA IZIN", "Jenis Perizinan"),
        "submitted_at": ("Tanggal Masuk", "Tgl. Permohonan", ("Tanggal", "Masuk"), "Tgl Daftar"),
        "issued_at": ("Tanggal Terbit", "Tgl Izin", ("Tanggal", "Terbit"), "Tanggal Penerbitan"),
    },
    "complaints": {
        "complaint_no": ("No. Pengaduan", "No Tiket", "Nomor Aduan"),
        "category": ("Kategori", "Jenis Pengaduan", "Topik"),
        "received_at": ("Tanggal Pengaduan", "Tgl Aduan", ("Tanggal", "Pengaduan")),
        "responded_at": ("Tanggal Ditanggapi", "Tgl Tanggapan", ("Tanggal", "Tanggapan")),
    },
    "payments": {
        "receipt_no": ("No. Kuitansi", "No Bukti", "NO. BUKTI BAYAR"),
        "method": ("Cara Bayar", "Metode Pembayaran"),
        "paid_at": ("Tanggal Bayar", "Tgl Setor", ("Tanggal", "Bayar")),
        "paid_amount": ("Jumlah Bayar", "Nilai Dibayar", "Total Bayar", ("Jumlah", "Bayar")),
    },
}
WORDS = {
    "permit_type": ("PBG", "SIP", "SIUP", "Izin Reklame"),
    "category": ("Biaya", "Lama", "Sikap petugas"),
    "method": ("Tunai", "Bank"),
}
STORED = {"Tunai": "cash", "Bank": "bank"}


@dataclass(frozen=True)
class Drawing:
    """How a table is written: what stands around it, in which order and style."""

    titles: int
    left: int  # blank columns before the table
    numbered: bool  # a column of running numbers
    gap: int | None  # a blank column after this many columns
    column_numbers: bool
    total: bool
    merged: bool  # heads that belong together are merged cells (xlsx)
    foot: int
    dates: str
    amounts: str
    sheets: int
    form: str


def drawings() -> st.SearchStrategy[Drawing]:
    return st.builds(
        Drawing,
        titles=st.integers(0, 3),
        left=st.integers(0, 2),
        numbered=st.booleans(),
        gap=st.none() | st.integers(1, 3),
        column_numbers=st.booleans(),
        total=st.booleans(),
        merged=st.booleans(),
        foot=st.integers(0, 3),
        dates=st.sampled_from(("cell", "iso", "slash", "dash", "named", "short")),
        amounts=st.sampled_from(("cell", "plain", "dotted", "rupiah")),
        sheets=st.integers(1, 3),
        form=st.sampled_from(("xlsx", "utf-8,", "utf-8;", "utf-8-sig;", "cp1252;", "utf-16\t")),
    )


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[str], list[Any], list[dict[str, Any]], Drawing]:
    kind = draw(st.sampled_from(sorted(HEADINGS)))
    fields = draw(st.permutations(sorted(HEADINGS[kind])))
    heads = [draw(st.sampled_from(HEADINGS[kind][f])) for f in fields]
    number = draw(st.sampled_from(("503/{}/2024", "A-{}", "{}", "2024.{}.REG")))
    start = draw(st.integers(100, 900))
    records = []
    for i in range(draw(st.integers(3, 8))):
        first = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 300)))
        record: dict[str, Any] = {}
        for field in fields:
            if field.endswith("_no"):
                record[field] = number.format(start + i)
            elif field == "paid_amount":
                record[field] = 1000 * draw(st.integers(1, 900)) + i
            elif field in ("submitted_at", "received_at", "paid_at"):
                record[field] = first
            elif field in ("issued_at", "responded_at"):
                later = first + timedelta(days=draw(st.integers(0, 40)))
                record[field] = draw(st.sampled_from((later, later, later, None)))
            else:
                record[field] = draw(st.sampled_from(WORDS[field]))
        records.append(record)
    return kind, fields, heads, records, draw(drawings())


def cell(value: Any, how: Drawing) -> Any:
    if isinstance(value, date):
        style = how.dates if how.form == "xlsx" or how.dates != "cell" else "iso"
        return {
            "cell": value,
            "iso": value.isoformat(),
            "slash": f"{value:%d/%m/%Y}",
            "dash": f"{value:%d-%m-%Y}",
            "named": f"{value.day} {MONTHS[value.month - 1]} {value.year}",
            "short": f"{value.day}-{MONTHS[value.month - 1][:3]}-{value:%y}",
        }[style]
    if isinstance(value, int):
        dotted = f"{value:,}".replace(",", ".")
        style = how.amounts if how.form == "xlsx" or how.amounts != "cell" else "plain"
        rupiah = f"Rp {dotted},-"
        return {"cell": value, "plain": str(value), "dotted": dotted, "rupiah": rupiah}[style]
    return "" if value is None else value


def spread(cells: list[Any], how: Drawing) -> list[Any]:
    row = list(cells)
    if how.gap is not None:
        row.insert(how.gap, "")
    return [""] * how.left + row


def heading(heads: list[Any], how: Drawing) -> list[list[Any]]:
    named = (["No"] if how.numbered else []) + heads
    if not any(isinstance(h, tuple) for h in named):
        return [spread(named, how)]
    upper = [h[0] if isinstance(h, tuple) else h for h in named]
    lower = [h[1] if isinstance(h, tuple) else "" for h in named]
    return [spread(upper, how), spread(lower, how)]


def sheet(
    fields: list[str], heads: list[Any], records: list[dict], how: Drawing
) -> list[list[Any]]:
    rows: list[list[Any]] = [["LAPORAN DPMPTSP"], ["TAHUN 2024"], []][: how.titles]
    rows += heading(heads, how)
    width = len(fields) + how.numbered
    if how.column_numbers:
        rows.append(spread([i + 1 for i in range(width)], how))
    for i, record in enumerate(records, 1):
        rows.append(
            spread(([i] if how.numbered else []) + [cell(record[f], how) for f in fields], how)
        )
    if how.total:
        line: list[Any] = [""] * width
        line[0 if not how.numbered else 1] = "Jumlah"
        if "paid_amount" in fields[1:]:
            place = fields.index("paid_amount") + how.numbered
            line[place] = cell(sum(r["paid_amount"] for r in records), how)
        rows.append(spread(line, how))
    foot = [[], ["", "", "Purwakarta, 31 Desember 2024"], ["", "", "Kepala Dinas"]]
    return rows + foot[: how.foot]


def merge_heads(made: Worksheet, first: int, lines: list[list[Any]]) -> None:
    """Merge equal heads side by side, and heads of one line downwards over the second."""
    if len(lines) < 2:
        return
    upper, lower = lines
    for place, (top, below) in enumerate(zip(upper, lower, strict=True), 1):
        if top and not below:
            made.merge_cells(
                start_row=first, end_row=first + 1, start_column=place, end_column=place
            )
        elif (
            top
            and upper[place : place + 1] == [top]
            and lower[place]
            and (place == 1 or upper[place - 2] != top)
        ):
            made.merge_cells(
                start_row=first, end_row=first, start_column=place, end_column=place + 1
            )


def written(folder: Path, table: tuple) -> Path:
    _kind, fields, heads, records, how = table
    if how.form == "xlsx":
        book = Workbook()
        book.remove(book.worksheets[0])
        parts = [records[i :: how.sheets] for i in range(how.sheets)]
        for name, part in zip(("Januari", "Februari", "Maret"), parts, strict=False):
            if part:
                made = book.create_sheet(name)
                for row in sheet(fields, heads, part, how):
                    made.append(row)
                if how.merged:
                    merge_heads(made, how.titles + 1, heading(heads, how))
        book.save(folder / "tabel.xlsx")
        return folder / "tabel.xlsx"
    out = io.StringIO()
    csv.writer(out, delimiter=how.form[-1]).writerows(sheet(fields, heads, records, how))
    path = folder / "tabel.csv"
    path.write_bytes(out.getvalue().encode(how.form[:-1]))
    return path


def expected(fields: list[str], records: list[dict[str, Any]]) -> set[tuple]:
    return {tuple(STORED.get(r[f], r[f]) for f in fields) for r in records}


def as_read(row: dict[str, Any], fields: list[str]) -> tuple:
    out = []
    for field in fields:
        value = row.get(field)
        if field.endswith("_at") and value is not None:
            value = value.date()
        out.append(int(value) if field == "paid_amount" and value is not None else value)
    return tuple(out)


@settings(
    max_examples=TRIED,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(tables())
def test_a_table_reads_back_or_is_refused(table: Any) -> None:
    kind, fields, _heads, records, _how = table
    with tempfile.TemporaryDirectory() as folder:
        try:
            got = read(written(Path(folder), table), office="32.14")
        except Refused:
            return
        assert [i.kind for i in got.items] == [kind]
        assert got.rejects() == []
        assert {as_read(row, fields) for row in got.rows()} == expected(fields, records)
        assert got.part().read == len(records)
        got.con.close()


def test_hardly_any_of_them_is_refused() -> None:
    """Refusing is honest but no use: of made tables like these nearly all must be read."""
    refused: list[str] = []

    @settings(
        max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(tables())
    def tried(table: Any) -> None:
        with tempfile.TemporaryDirectory() as folder:
            try:
                read(written(Path(folder), table), office="32.14").con.close()
            except Refused as refusal:
                refused.append(str(refusal))

    tried()
    assert len(refused) <= 3, refused
