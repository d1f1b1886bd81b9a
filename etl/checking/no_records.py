"""Takes out of a table the lines that are no records: totals, signatures, notes, group headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from etl.loads import LeftOut
from etl.reading.grid import column_numbers
from etl.reading.raw import RawTable, ident, literal
from etl.recognising.headings import GIVEN
from etl.recognising.vocabulary import normal
from etl.schema import Kind
from etl.words import _

MOST = 20_000  # doubtful lines looked at one by one; a table with more is left as it is
KEYS = 2_000  # keys of whole rows whose shape is learnt
FEW = 3  # a line of notes or of a signature has no more cells than this

#: How labels of totals begin, in any case.
BEGINNINGS = ("jum", "jml", "tot", "ttl", "sub", "gra", "j u", "t o")
TOTAL = re.compile(
    r"^(sub|grand)?[ -]*(total|jumlah|jml|jmlh|ttl)\b[ :.a-z]{0,40}$"
    r"|^(total|jumlah|jml)\b.*\b(bulan|tahun|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|desember|halaman|semua|seluruh(nya)?)\b"
)
SIGNED = re.compile(
    r"\b(nip|nrp|mengetahui|menyetujui|kepala|kadis|sekretaris|bendahara|bupati|wali ?kota|"
    r"an\.?|a\.n|plt|plh|pembina|penata|petugas|operator|yang membuat|ttd)\b"
    r"|^[a-z .]+, ?(tanggal )?\d{0,2} ?[a-z]+ (19|20)\d\d$"
)
NOTE = re.compile(r"^(\*|catatan|keterangan|ket|sumber|note|nb|dicetak|diunduh|data per)\b|^\*")
DAY = re.compile(
    r"^\d{1,4}[-/. ](\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|^[2-7]\d{4}(\.\d+)?$|^(19|20)\d{6}$"
    r"|^\d{10}(\d{3})?(\.0+)?$|^[a-z]{3,9}\.? \d{1,2},? \d{4}"
)
NUMBER = re.compile(r"^-?(rp\.? ?)?\d[\d.,]*(,-)?$")


@dataclass(frozen=True)
class _Line:
    """A doubtful line: its cells by column, in the sheet's order, blanks left off."""

    id: int
    row: int
    cells: dict[str, str]


def leave_out(
    con: duckdb.DuckDBPyConnection, raw: RawTable, columns: dict[str, str], kind: Kind
) -> list[LeftOut]:
    """Delete from `raw` the lines that are no records of `kind`; what each was.

    `columns`: field → heading. A line that has a key like the others' keys, or a date, is a record
    with a fault and stays, to be rejected with the reason.
    """
    keys = [columns[f.name] for f in kind.fields if f.key and f.name in columns]
    own = [columns[f] for f in kind.key if f in columns and f not in GIVEN]
    own = own or keys or list(columns.values())[:1]
    if not own:
        return []
    days = [
        columns[f.name] for f in kind.fields if f.name in columns and f.type in ("time", "date")
    ]
    amounts = [columns[f.name] for f in kind.fields if f.name in columns and f.type == "amount"]
    lines = _doubtful(con, raw, own, tuple(columns.values()))
    if not lines or len(lines) > MOST:
        return []
    shapes, last = _whole_rows(con, raw, own[0], [line.id for line in lines])
    found: list[tuple[int, LeftOut]] = []
    for line in lines:
        why = _why(line, raw, own, days, tuple(columns.values()), shapes, last)
        if why is None and amounts and not line.cells.get(own[0]):
            why = _sum_of_all(con, raw, line, amounts, days)
        if why:
            found.append((line.id, LeftOut(raw.sheet or None, line.row, why)))
    if found:
        listed = ", ".join(str(id_) for id_, _line in found)
        con.execute(f"DELETE FROM {raw.table} WHERE rowid IN ({listed})")
    return [out for _id, out in found]


def _doubtful(
    con: duckdb.DuckDBPyConnection, raw: RawTable, own: Sequence[str], mapped: Sequence[str]
) -> list[_Line]:
    """Lines without a key, with few cells, or that begin like a total or the heading again."""
    key = ident(own[0])
    filled = " + ".join(f"CAST(coalesce({ident(c)}, '') <> '' AS TINYINT)" for c in mapped)
    words = [w for word in BEGINNINGS for w in (word, word.upper(), word.capitalize())]
    listed = ", ".join(map(literal, dict.fromkeys(words)))
    total = " OR ".join(
        f"left({ident(c)}, 3) IN ({listed})" for c in dict.fromkeys((*raw.columns[:3], *own))
    )
    few = max(1, len(mapped) // 3)
    names = ", ".join(ident(c) for c in raw.columns)
    numbered = " AND ".join(
        f"coalesce(regexp_matches(trim({ident(c)}), '^\\(?\\d{{1,2}}\\)?$'), false)" for c in mapped
    )
    rows = con.execute(
        f"SELECT rowid, {raw.row_sql}, {names} FROM {raw.table} WHERE "
        f"trim(coalesce({key}, '')) = '' OR ({filled}) <= {few} OR {total} "
        f"OR {key} = {literal(own[0])} OR CASE WHEN length({key}) <= 4 THEN {numbered} "
        f"ELSE false END ORDER BY 2 LIMIT {MOST + 1}"
    ).fetchall()
    return [
        _Line(
            row[0],
            row[1],
            {c: t for c, v in zip(raw.columns, row[2:], strict=True) if (t := (v or "").strip())},
        )
        for row in rows
    ]


def shape(key: str) -> str:
    """A key with its letters as a and its digits as 9, runs shortened.

    >>> shape("503/12/SIUP"), shape("Catatan: -")
    ('9/9/a', 'a: -')
    """
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "a", key.strip()))


def _whole_rows(
    con: duckdb.DuckDBPyConnection, raw: RawTable, key: str, doubtful: Sequence[int]
) -> tuple[frozenset[str], int]:
    """The shapes of the keys of undoubted rows, and the last such row."""
    listed = ", ".join(map(str, doubtful))
    rest = f"FROM {raw.table} WHERE rowid NOT IN ({listed})"
    last = con.execute(f"SELECT max({raw.row_sql}) {rest}").fetchall()[0][0]
    keys = con.execute(f"SELECT {ident(key)} {rest} LIMIT {KEYS}").fetchall()
    return frozenset(shape(k) for (k,) in keys if k), last or 0


def spread_joined(text: str) -> str:
    """A word written in spaced letters joined: "J U M L A H" is jumlah; else as it is, lower."""
    low = " ".join(text.lower().split())
    return low.replace(" ", "") if re.fullmatch(r"(?:\w ){2,}\w\W?", low) else low


def is_total(text: str) -> bool:
    """Whether a cell is the label of a row of totals."""
    return bool(TOTAL.match(spread_joined(text)))


def _why(
    line: _Line,
    raw: RawTable,
    own: Sequence[str],
    days: Sequence[str],
    mapped: Sequence[str],
    shapes: frozenset[str],
    last: int,
) -> str | None:
    """What a line is when it is no record; None when it is one."""
    cells, key = line.cells, line.cells.get(own[0], "")
    texts = list(cells.values())
    dated = any(DAY.match(cells[c].lower()) for c in days if c in cells)
    if column_numbers(texts):
        return _("nomor kolom")
    same = sum(normal(t) == normal(c) for c, t in cells.items())
    if same >= 2 and same * 2 > len(cells):
        return _("judul berulang")
    label = key or next((t for t in texts if not NUMBER.match(t)), "")
    if not dated and is_total(label) and (not days or key == "" or is_total(key)):
        return _("baris jumlah")
    inside = {c: t for c, t in cells.items() if c in mapped}
    if not inside and all(NUMBER.match(t) for t in texts):
        return _("hanya nomor urut")
    if dated or len(inside) > FEW:
        return None
    if key and (re.fullmatch(r"[\w./-]*\d[\w./-]*", key) or shape(key) in shapes):
        return None
    if not key and any(NUMBER.match(t) for t in inside.values()) and len(inside) > 1:
        return None
    if not shapes and last == 0:
        return None
    said = [spread_joined(t) for t in texts]
    if any(NOTE.match(t) for t in said):
        return _("catatan")
    if line.row > last and any(SIGNED.search(t) for t in said):
        return _("tanda tangan")
    if key and len(inside) > 1:
        return None
    return _("catatan di bawah tabel") if line.row > last else _("judul kelompok")


def _sum_of_all(
    con: duckdb.DuckDBPyConnection,
    raw: RawTable,
    line: _Line,
    amounts: Sequence[str],
    days: Sequence[str],
) -> str | None:
    """A line without a word whose every amount is the sum of the rows above it."""
    printed = {c: re.sub(r"\D", "", line.cells[c]) for c in amounts if c in line.cells}
    if not printed or any(c in line.cells for c in days):
        return None
    for column, digits in printed.items():
        whole = f"sum(TRY_CAST(regexp_replace({ident(column)}, '[^0-9]', '', 'g') AS HUGEINT))"
        answer = con.execute(
            f"SELECT {whole} FROM {raw.table} WHERE {raw.row_sql} < {line.row}"
        ).fetchall()[0][0]
        if not digits or answer != int(digits):
            return None
    return _("sama dengan jumlah baris di atasnya")
