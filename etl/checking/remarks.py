"""The notes of a load: what was accepted but a person should know, each one sentence."""

from collections.abc import Mapping, Sequence

import duckdb

from etl.checking.validate import Staged
from etl.doors import called
from etl.loads import Known, LeftOut
from etl.reading.raw import ident
from etl.recognising.permit_names import common_list
from etl.recognising.vocabulary import forms, headings
from etl.words import _, counted

SHOWN = 5  # names in one note


def left_out(private: Sequence[str], unused: Sequence[str]) -> list[str]:
    """Columns that hold personal matter, and columns that no field takes."""
    notes = []
    if private:
        notes.append(
            _("Kolom pribadi tidak disimpan: {columns}.").format(columns=_listed(private, 20))
        )
    if unused:
        notes.append(_("Kolom yang tidak dipakai: {columns}.").format(columns=_listed(unused, 20)))
    return notes


def missing_columns(missing: Sequence[str]) -> list[str]:
    """Columns that the mapping names and the file does not have."""
    if not missing:
        return []
    return [
        _("Kolom pada pemetaan yang tidak ada di berkas ini: {columns}.").format(
            columns=_listed(missing, 20)
        )
    ]


def updates_only(staged: Staged) -> list[str]:
    """A file that lacks a required column can only bring news of rows that are known."""
    missing = staged.kind.missing(staged.columns)
    if not missing:
        return []
    titles = headings(staged.kind.name)
    return [
        _("Tanpa kolom {columns}: hanya memperbarui catatan yang sudah ada.").format(
            columns=", ".join(titles[m].title for m in missing)
        )
    ]


def steps_of_cases(unused: Sequence[str]) -> list[str]:
    """A column of steps in a register that tells a case in several lines: it is an event log."""
    known = headings("stages")["stage"].known
    steps = [c for c in unused if known & set(forms(c))]
    if not steps:
        return []
    return [
        _(
            "Kolom {columns} menyebut tahapan dan satu permohonan ada di beberapa baris: ini log "
            "peristiwa; agar waktu tiap tahapan terhitung, muat sebagai log peristiwa dengan "
            "{mapping}."
        ).format(columns=_listed(steps, 20), mapping=called("mapping"))
    ]


def from_sheets(named: Mapping[str, str]) -> list[str]:
    """Permit types that the names of the sheets gave."""
    if not named:
        return []
    return [
        _("Jenis izin diambil dari nama lembar: {names}.").format(names=_listed(list(named), 20))
    ]


def named_lines(left: Sequence[LeftOut]) -> list[str]:
    """The lines that are no records, with what each is."""
    lines = [line for line in left if line.row is not None]
    if not lines:
        return []
    named = [
        _("{place} ({why})").format(
            place=f"{line.sheet} {line.row}" if line.sheet else line.row, why=line.why
        )
        for line in lines
    ]
    return [
        counted("{n} baris bukan catatan dan tidak dibaca: baris {named}.", len(lines)).format(
            n=len(lines), named=_listed(named, 20)
        )
    ]


def repeats(staged: Staged) -> list[str]:
    """Exact repeats, counted once."""
    if not staged.duplicates or staged.kind.name != "stages":
        return []  # of other kinds the rows themselves are named
    return [
        counted(
            "{n} baris {kind} persis sama dengan baris lain; dihitung sekali.", staged.duplicates
        ).format(n=staged.duplicates, kind=_(staged.kind.title).lower())
    ]


def unknown_names(con: duckdb.DuckDBPyConnection, staged: Staged, known: Known) -> list[str]:
    """Permit types and stages that no table names: kept, counted as unmapped."""
    notes = []
    if "permit_type" in staged.columns and not staged.kind.reference:
        shipped = {word for code, name in common_list().items() for word in (code, name)}
        found = _unknown(con, staged, "permit_type", known.permit_types | shipped)
        if found:
            notes.append(
                counted(
                    "{n} jenis izin belum dipetakan, disimpan dengan namanya sendiri: {names}.",
                    len(found),
                ).format(n=len(found), names=_listed(found, SHOWN))
            )
    if staged.kind.name == "stages":
        found = _unknown(con, staged, "stage", known.stages)
        if found:
            notes.append(
                counted(
                    "{n} tahapan belum dipetakan, disimpan dengan namanya sendiri: {names}.",
                    len(found),
                ).format(n=len(found), names=_listed(found, SHOWN))
            )
    return notes


def ends_not_told(con: duckdb.DuckDBPyConnection, staged: Staged) -> list[str]:
    """Decisions and settled complaints without their date; bills and receipts without an amount."""
    notes = []
    for kind, state, dates, words in (
        ("applications", "decision IS NOT NULL", ("issued_at", "decided_at"),
         _("{n} keputusan tanpa tanggal: tidak masuk angka waktu dan jumlah per bulan.")),
        ("complaints", "status = 'resolved'", ("resolved_at",),
         _("{n} pengaduan selesai tanpa tanggal: tidak masuk angka lama penyelesaian.")),
        ("complaints", "resolved_at IS NOT NULL", ("responded_at",),
         _("{n} pengaduan tanpa tanggal tanggapan dihitung ditanggapi pada hari selesainya.")),
        ("payments", "paid_at IS NOT NULL", ("paid_amount",),
         _("{n} pembayaran tanpa nilai: tidak masuk jumlah rupiah.")),
    ):  # fmt: skip
        told = state.split(" ")[0]
        if staged.kind.name != kind or told not in staged.columns:
            continue
        bare = [f"{d} IS NULL" for d in dates if d in staged.columns]
        found = con.execute(
            f"SELECT count(*) FROM {staged.table} WHERE {' AND '.join([state, *bare])}"
        ).fetchall()[0][0]
        if found:
            notes.append(words.format(n=found))
    return notes


def without_application(con: duckdb.DuckDBPyConnection, kind: str, table: str) -> list[str]:
    """Stages of applications that the store does not hold (yet): kept, but no figure has them.

    `table` holds the rows of `kind` as just merged.
    """
    if kind != "stages":
        return []
    key = "office_code, application_no"
    events, cases = con.execute(
        f"SELECT count(*), count(DISTINCT ({key})) FROM {table} "
        f"ANTI JOIN facts.current_applications USING ({key})"
    ).fetchall()[0]
    if not events:
        return []
    return [
        _(
            "{n} tahapan menyebut {cases} permohonan yang belum dimuat; tahapannya tersimpan dan "
            "baru dihitung setelah daftar permohonannya dimuat."
        ).format(n=events, cases=cases)
    ]


def _unknown(
    con: duckdb.DuckDBPyConnection, staged: Staged, column: str, known: frozenset[str]
) -> list[str]:
    rows = con.execute(
        f"SELECT {ident(column)} FROM {staged.table} WHERE {ident(column)} IS NOT NULL "
        f"GROUP BY 1 ORDER BY count(*) DESC, 1"
    ).fetchall()
    return [name for (name,) in rows if name and name not in known]


def _listed(names: Sequence[str], most: int) -> str:
    names = list(dict.fromkeys(names))
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
