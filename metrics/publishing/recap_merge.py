"""One source counts for an office, kind and month: records before recap before tally."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from etl.periods import month_text
from etl.words import _
from metrics.counting.shape import in_order
from metrics.counting.tables import TABLES

Tables = dict[str, pa.Table]

#: Which record kind a table belongs to, and the column that says which month a row speaks for.
MONTHS = {
    "flow": ("applications", "month"),
    "flow_channel": ("applications", "month"),
    "flow_scale": ("applications", "month"),
    "duration": ("applications", "end_month"),
    "backlog": ("applications", "month"),
    "remaining": ("applications", "month"),
    "stage": ("applications", "month"),
    "stage_case": ("applications", "month"),
    "pause": ("applications", "month"),
    "transition": ("applications", "month"),
    "variant": ("applications", "month"),
    "bundle": ("applications", "month"),
    "complaint": ("complaints", "received_month"),
    "complaint_backlog": ("complaints", "month"),
    "money": ("payments", "billed_month"),
    "money_backlog": ("payments", "month"),
}
#: What is open at the as-of day comes whole from the side that has spoken last.
STOCKS = {
    "open_case": "applications",
    "complaint_open": "complaints",
    "money_open": "payments",
}
SUBJECTS = {
    "permit": "applications", "permit_gross": "applications", "complaint": "complaints",
}  # fmt: skip
"""Which record kind each subject of `due` belongs to."""
SURVEYS = ("survey_score", "survey_person", "survey_pair")
KINDS = ("applications", "complaints", "payments")


@dataclass(frozen=True)
class _Months:
    """Months (yyyymm) that each side speaks for, of one kind."""

    records: frozenset[int]
    tally: frozenset[int]
    recap: frozenset[int]

    @property
    def recap_last(self) -> bool:
        """Whether the recap reaches further than the records here."""
        return max(self.recap, default=0) > max(self.records, default=0)


def merge_sets(
    own: Mapping[str, pa.Table], theirs: Mapping[str, pa.Table], office: str
) -> tuple[str, Tables, list[str]]:
    """One set of an office from what is held here and the recap that it sent.

    Month by month and kind by kind the records held here count, then the recap, then a tally held
    here; surveys go by period. Gives the office's source ("records" when anything is counted from
    records held here, else "recap"), the tables, and a sentence for each thing set aside.
    """
    notes: list[str] = []
    theirs = _of_the_office(own, theirs, office, notes)
    months = {kind: _months(own, theirs, kind) for kind in KINDS}
    for kind, known in months.items():
        notes += _said(office, kind, known)
    tables: Tables = {}
    for name in TABLES:
        if name in MONTHS:
            kind, column = MONTHS[name]
            tables[name] = _by_month(own[name], theirs[name], column, months[kind])
        elif name in STOCKS:
            last = months[STOCKS[name]].recap_last
            tables[name] = theirs[name] if last else own[name]
        elif name == "due":
            tables[name] = _due(own[name], theirs[name], months)
        elif name in SURVEYS:
            tables[name] = _unlike(own[name], theirs[name], ("period", "service"))
        elif name == "reporting":
            tables[name] = _reporting(own[name], theirs[name], months)
        elif name == "meta":
            tables[name] = _meta(own[name], theirs[name], months)
        else:
            tables[name] = _unlike(own[name], theirs[name], _key(name))
    held = any(known.records for known in months.values()) or own["survey_score"].num_rows
    notes += _surveys_said(office, own, theirs)
    return ("records" if held else "recap"), {n: in_order(t, n) for n, t in tables.items()}, notes


def _of_the_office(
    own: Mapping[str, pa.Table], theirs: Mapping[str, pa.Table], office: str, notes: list[str]
) -> Tables:
    """`theirs` without standards and targets of the province and of all.

    Those are the province's to set: an office's recap never speaks for another. Where nothing of
    the kind is held here, they count as the sender's own, so that its figures keep their footing.
    """
    words = {"ref_standard": _("standar"), "ref_target": _("target")}
    kept = dict(theirs)
    for name, what in words.items():
        mine = own[name].filter(pc.not_equal(own[name]["office"], office)).to_pylist()
        sent = theirs[name].to_pylist()
        alone = [row for row in sent if row["office"] == office]
        shared = [row for row in sent if row["office"] != office]
        if mine and any(row not in mine for row in shared):
            notes.append(
                _(
                    "{office}: {what} bersama dalam rekap berbeda dari yang berlaku di sini; "
                    "yang dari rekap dikesampingkan."
                ).format(office=office, what=what)
            )
        elif not mine:
            alone = alone or [row | {"office": office} for row in shared]
        kept[name] = pa.Table.from_pylist(alone, theirs[name].schema)
    return kept


def _months(own: Mapping[str, pa.Table], theirs: Mapping[str, pa.Table], kind: str) -> _Months:
    def of(table: pa.Table, *sources: str) -> frozenset[int]:
        keep = pc.and_(
            pc.equal(table["kind"], kind),
            pc.is_in(table["source"], value_set=pa.array(sources, pa.string())),
        )
        return frozenset(table.filter(keep)["month"].to_pylist())

    mine = own["reporting"]
    return _Months(
        of(mine, "records", "nil"),
        of(mine, "tally"),
        of(theirs["reporting"], "records", "nil", "tally", "recap"),
    )


def _in(table: pa.Table, column: str, values: frozenset[int]) -> pa.Array:
    wanted = pa.array(sorted(values), table.schema.field(column).type)
    return pc.fill_null(pc.is_in(table[column], value_set=wanted), False)


def _by_month(own: pa.Table, theirs: pa.Table, column: str, known: _Months) -> pa.Table:
    if "source" in own.schema.names:  # a tally held here gives way to the recap
        late = pc.and_(pc.equal(own["source"], "tally"), _in(own, column, known.recap))
        own = own.filter(pc.invert(late))
    return pa.concat_tables([own, theirs.filter(pc.invert(_in(theirs, column, known.records)))])


def _due(own: pa.Table, theirs: pa.Table, months: Mapping[str, _Months]) -> pa.Table:
    parts = [own]
    for subject, kind in SUBJECTS.items():
        rows = theirs.filter(pc.equal(theirs["subject"], subject))
        parts.append(rows.filter(pc.invert(_in(rows, "due_month", months[kind].records))))
    return pa.concat_tables(parts)


def _reporting(own: pa.Table, theirs: pa.Table, months: Mapping[str, _Months]) -> pa.Table:
    parts: list[pa.Table] = []
    for kind, known in months.items():
        a, b = (t.filter(pc.equal(t["kind"], kind)) for t in (own, theirs))
        parts += [_by_month(a, b, "month", known)]
    others = pa.array(sorted(months))
    a, b = (t.filter(pc.invert(pc.is_in(t["kind"], value_set=others))) for t in (own, theirs))
    return pa.concat_tables([*parts, _unlike(a, b, ("kind", "month"))])


def _meta(own: pa.Table, theirs: pa.Table, months: Mapping[str, _Months]) -> pa.Table:
    """The line of a kind comes from the side that has spoken last of it."""
    rows = {row["kind"]: row for row in theirs.to_pylist()}
    for row in own.to_pylist():
        other = rows.get(row["kind"])
        later = row["kind"] in months and months[row["kind"]].recap_last
        later = later or (other or row)["as_of"] > row["as_of"]
        if other is None or not later:
            rows[row["kind"]] = row
    return pa.Table.from_pylist([rows[k] for k in sorted(rows)], own.schema)


def _key(name: str) -> tuple[str, ...]:
    """What makes two reference rows the same: all but what they say."""
    said = {"name", "short", "group", "successor", "region_kind", "province", "working_week"}
    said |= {"valid_to", "working_days", "fee", "value", "n"}
    return tuple(c for c in TABLES[name] if c not in said)


def _unlike(own: pa.Table, theirs: pa.Table, key: tuple[str, ...]) -> pa.Table:
    """All of `own`, and of `theirs` what has another key."""
    taken = {tuple(row.values()) for row in own.select(key).to_pylist()}
    rows = theirs.select(key).to_pylist()
    keep = pa.array([tuple(row.values()) not in taken for row in rows], pa.bool_())
    return pa.concat_tables([own, theirs.filter(keep)])


def _said(office: str, kind: str, known: _Months) -> list[str]:
    words = {
        "applications": _("permohonan"),
        "complaints": _("pengaduan"),
        "payments": _("pembayaran"),
    }[kind]
    notes = []
    if both := known.records & known.recap:
        notes.append(
            _(
                "{office}, {kind}: {n} bulan dihitung dari data rinci di sini, bukan dari rekap "
                "({first} sampai {last})."
            ).format(office=office, kind=words, **_span(both))
        )
    if both := (known.tally & known.recap) - known.records:
        notes.append(
            _(
                "{office}, {kind}: {n} bulan dihitung dari rekap, bukan dari tabel bulanan "
                "({first} sampai {last})."
            ).format(office=office, kind=words, **_span(both))
        )
    return notes


def _span(months: frozenset[int]) -> dict[str, object]:
    return {
        "n": len(months),
        "first": month_text(min(months)),
        "last": month_text(max(months)),
    }


def _surveys_said(
    office: str, own: Mapping[str, pa.Table], theirs: Mapping[str, pa.Table]
) -> list[str]:
    mine, sent = (set(t["survey_score"]["period"].unique().to_pylist()) for t in (own, theirs))
    if both := sorted(mine & sent):
        return [
            _(
                "{office}, survei: periode {periods} dihitung dari jawaban di sini, "
                "bukan dari rekap."
            ).format(office=office, periods=", ".join(both))
        ]
    return []
