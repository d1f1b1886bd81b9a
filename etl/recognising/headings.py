"""Which kind is this table, which heading is which field; refuses with what was seen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from etl.doors import called, template
from etl.errors import Refused
from etl.reading.raw import Head
from etl.recognising.cell_parts import day_sql, of_both, three, unpaid_bill
from etl.recognising.vocabulary import forms, headings, normal, personal, weak
from etl.schema import Kind, element_slugs, kinds
from etl.words import _

#: Fields that the command line, the row or the file itself can give.
GIVEN = frozenset(
    {"office_code", "period", "service", "rule", "sheet", "run_no", "respondent_no", "seq"}
)
LONG = 80  # letters of a heading shown in a refusal
ELEMENTS_OF_A_SURVEY = 5  # headings that name elements, at least, make a table a survey


def kind_title(kind: str) -> str:
    """A record kind in words within a sentence."""
    others = {"event_log": _("log peristiwa"), "recap": _("rekap"), "nil": _("laporan nihil")}
    title = _(kinds()[kind].title) if kind in kinds() else others.get(kind, kind)
    return title if title.isupper() else title[:1].lower() + title[1:]


@dataclass(frozen=True)
class Recognised:
    """One table as records of a kind: field → column, and the columns left out.

    `made`: field → SQL text of a field that is part of a cell, or is written in several.
    """

    head: Head
    kind: str
    columns: dict[str, str]
    personal: tuple[str, ...]
    unused: tuple[str, ...]
    made: Mapping[str, str] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Share of the headings that are fields or known personal matter."""
        known = len(self.columns) + len(self.personal)
        return known / max(1, known + len(self.unused))


def _later(titles: frozenset[str], column: str) -> tuple[bool, bool]:
    """The order in which columns choose their fields: those that say more, and titles, first."""
    return weak(column), normal(column) not in titles


def match(head: Head, kind: Kind) -> Recognised:
    """The headings of a table laid on one kind, whether or not they suffice."""
    known = headings(kind.name)
    titles = frozenset(normal(h.title) for h in known.values())
    columns: dict[str, str] = {}
    left = []
    for rank in (0, 1, 2):  # a whole heading before one with its brackets left off
        for column in sorted(head.columns, key=partial(_later, titles)):
            if column in columns.values():
                continue
            variants = forms(column)
            if rank >= len(variants):
                continue
            its = next((f for f, h in known.items() if variants[rank] in h.known), None)
            if its and its not in columns:
                columns[its] = column
    if "bill_no" in columns and "receipt_no" in known and "receipt_no" not in columns:
        columns["receipt_no"] = columns["bill_no"]  # of one number a line, it is the key too
    made = _made(columns, head, kind)
    left = [c for c in head.columns if c not in columns.values() and c not in made.aside]
    private = tuple(c for c in left if personal(c))
    return Recognised(head, kind.name, columns, private, tuple(c for c in left if c not in private),
                      made.fields)  # fmt: skip


@dataclass(frozen=True)
class _Made:
    """Fields made of parts of cells, and the further columns that are used for them."""

    fields: Mapping[str, str]
    aside: frozenset[str]


def _made(columns: dict[str, str], head: Head, kind: Kind) -> _Made:
    """Days in three columns joined, numbers and days in one cell parted; `columns` learns them."""
    fields: dict[str, str] = {}
    aside: set[str] = set()
    for name, column in columns.items():
        if whole := three(column, head.columns):
            fields[name] = day_sql(whole)
            aside |= {*whole}
    for column in head.columns:
        if column in columns.values():
            continue
        for name, sql in of_both(column, kind.name).items():
            if name not in columns:
                columns[name] = column
                fields[name] = sql
    if bill := unpaid_bill(columns):
        fields["receipt_no"] = bill
    return _Made(fields, frozenset(aside))


def lacking(found: Recognised) -> tuple[str, ...]:
    """Fields without which the table is not of its kind; () when the headings suffice.

    A file of applications may lack the date of submission when it brings news of known ones.
    """
    kind = kinds()[found.kind]
    given = GIVEN - {"office_code"} if kind.name == "offices" else GIVEN
    need = [f.name for f in kind.fields if f.required and f.name not in given]
    if kind.name == "applications":
        need = ["application_no"]
    if kind.name == "survey":
        scores = sum(f in element_slugs() for f in found.columns)
        return () if scores >= ELEMENTS_OF_A_SURVEY else ("unsur",)
    lacks = tuple(n for n in need if n not in found.columns)
    others = [f for f in found.columns if f not in need and f not in GIVEN]
    if kind.name == "payments":  # a number and "Tanggal" may be of anything
        others = [f for f in others if not weak(found.columns[f])]
    if not lacks and len(need) == 1 and not others:
        return tuple(f.name for f in kind.fields if f.name not in {*need, *GIVEN})[:3]
    return lacks


def recognise(head: Head, kind: str | None = None) -> Recognised | None:
    """The kind of one table by its headings, or None; `kind`: only this one is tried.

    Raises `Refused` when two kinds fit equally.
    """
    tried = [kinds()[kind]] if kind else list(kinds().values())
    fits = [f for k in tried if not lacking(f := match(head, k)) and (kind or _told(f))]
    if not fits:
        return None
    fits.sort(key=_weight, reverse=True)
    if len(fits) > 1 and _weight(fits[0]) == _weight(fits[1]):
        same = [f.kind for f in fits if _weight(f) == _weight(fits[0])]
        raise Refused(
            _("Berkas ini dapat berarti {kinds}; pilih dengan {kind}.").format(
                kinds=_(" atau ").join(kind_title(s) for s in same), kind=called("kind")
            ),
            needs=("kind",),
        )
    return fits[0]


def _told(found: Recognised) -> bool:
    """Whether more than a lone weak heading speaks for the kind."""
    given = GIVEN - {"office_code"} if found.kind == "offices" else GIVEN
    own = [f for f in found.columns if f not in given]
    strong = [f for f in own if not weak(found.columns[f])]
    return bool(strong) or len(own) > 2


def _weight(found: Recognised) -> tuple[int, int]:
    own = [f for f in found.columns if f not in GIVEN]
    required = kinds()[found.kind].required
    return len(own), sum(f in required for f in own)


def not_recognised(head: Head, kind: str | None) -> Refused:
    """The refusal of a table that is of no kind, or not of the kind asked for."""
    shown = [c if len(c) <= LONG else f"{c[:LONG]}…" for c in head.columns[:12]]
    seen = ", ".join(shown) + (", …" if len(head.columns) > 12 else "")
    if kind:
        titles = headings(kind)
        wanted = ", ".join(
            titles[f].title if f in titles else f for f in lacking(match(head, kinds()[kind]))
        )
        return Refused(
            _(
                "Kolom {wanted} untuk {kind} tidak ditemukan; judul yang terbaca: {seen}. "
                "Sesuaikan judul dengan {template} atau beri {mapping}."
            ).format(
                wanted=wanted,
                kind=kind_title(kind),
                seen=seen,
                template=template(kind),
                mapping=called("mapping"),
            ),
            needs=("mapping",),
            kind=kind,
            sheet=head.sheet,
        )
    return Refused(
        _(
            "Jenis data tidak dikenali dari judul {seen}; sebutkan dengan {kind}, beri {mapping}, "
            "atau pakai judul dari {template}."
        ).format(seen=seen, kind=called("kind"), mapping=called("mapping"), template=template("")),
        needs=("kind", "mapping"),
        sheet=head.sheet,
    )
