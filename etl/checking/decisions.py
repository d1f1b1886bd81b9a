"""What follows for an application from its status, its days and the number of its permit."""

from dataclasses import dataclass

import duckdb

from etl.checking.convert import Converted, TextSource
from etl.words import counted

REVOKED = "revoked"


@dataclass(frozen=True)
class Told:
    """How many rows were revoked, how many refused ones bear a day of issue, and how many that are
    not settled by their status do.
    """

    revoked: int = 0
    refused: int = 0
    unsettled: int = 0


def settled(con: duckdb.DuckDBPyConnection, source: TextSource, made: Converted) -> Converted:
    """The decision and day of issue of applications, as far as other columns tell them; notes.

    A permit that is revoked was issued: with a day of issue or a number it counts as such, else
    its application was taken back. Who revoked it and when is told by the monthly counts.
    """
    value, notes = dict(made.value), list(made.notes)
    if "decision" in value:
        notes += _notes(_counted(con, source, made))
        value |= _without_revoked(value)
    decision = value.get("decision")
    if decision and "decided_at" in value and "issued_at" not in value:
        value["issued_at"] = f"CASE WHEN {decision} = 'issued' THEN {value['decided_at']} END"
    elif not decision and _says_issue(value):
        numbered = f"CASE WHEN {value['permit_no']} IS NOT NULL THEN"
        value["issued_at"] = f"{numbered} {value['decided_at']} END"
        value["decision"] = f"{numbered} 'issued' END"
    elif decision and "issued_at" in value:
        value["decision"] = (
            f"CASE WHEN {decision} IS NULL AND {value['issued_at']} IS NOT NULL "
            f"THEN 'issued' ELSE {decision} END"
        )
    return Converted(made.text, value, tuple(notes))


def _says_issue(value: dict[str, str]) -> bool:
    """Whether a number of the permit beside the day of decision is all that tells an issue."""
    return "permit_no" in value and "decided_at" in value and "issued_at" not in value


def _counted(con: duckdb.DuckDBPyConnection, source: TextSource, made: Converted) -> Told:
    value = made.value
    refused = unsettled = "0"
    if "issued_at" in value:
        refused = (
            f"count(*) FILTER ({value['decision']} IN ('rejected', 'withdrawn') "
            f"AND {value['issued_at']} IS NOT NULL)"
        )
        unsettled = (
            f"count(*) FILTER ({value['decision']} IS NULL "
            "AND trim(coalesce(decision, '')) NOT IN ('', '-') "
            f"AND {value['issued_at']} IS NOT NULL)"
        )
    revoked = f"count(*) FILTER ({value['decision']} = '{REVOKED}')"
    asked = f"SELECT {revoked}, {refused}, {unsettled} FROM {source.relation}"
    return Told(*con.execute(asked).fetchall()[0])


def _without_revoked(value: dict[str, str]) -> dict[str, str]:
    """The decision with what was revoked settled; a day of its revoking is no day of its issue."""
    decision = value["decision"]
    marks = [f"{value[c]} IS NOT NULL" for c in ("issued_at", "permit_no") if c in value]
    issued = f"CASE WHEN {' OR '.join(marks) or 'false'} THEN 'issued' ELSE 'withdrawn' END"
    made = {"decision": f"CASE WHEN {decision} = '{REVOKED}' THEN {issued} ELSE {decision} END"}
    if "decided_at" in value and marks:
        made["decided_at"] = (
            f"CASE WHEN {decision} = '{REVOKED}' AND ({' OR '.join(marks)}) THEN NULL "
            f"ELSE {value['decided_at']} END"
        )
    return made


def _notes(told: Told) -> list[str]:
    notes = []
    if told.revoked:
        notes.append(
            counted(
                "{n} permohonan berstatus dicabut: yang bertanggal terbit atau bernomor izin "
                "dihitung izin terbit, yang lain permohonan yang ditarik.",
                told.revoked,
            ).format(n=told.revoked)
        )
    if told.refused:
        notes.append(
            counted(
                "{n} permohonan ditolak atau ditarik bertanggal terbit: dihitung sebagai keputusan "
                "itu pada tanggal tersebut, bukan izin terbit.",
                told.refused,
            ).format(n=told.refused)
        )
    if told.unsettled:
        notes.append(
            counted(
                "{n} permohonan bertanggal terbit, padahal statusnya belum putus: dihitung izin "
                "terbit pada tanggal itu; periksa statusnya.",
                told.unsettled,
            ).format(n=told.unsettled)
        )
    return notes
