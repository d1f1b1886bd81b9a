"""Which kind is this table, which heading is which field; refuses with what was seen."""

from dataclasses import dataclass

from etl.doors import called, template
from etl.errors import Refused
from etl.reading.raw import Head
from etl.recognising.vocabulary import forms, headings, personal, weak
from etl.schema import Kind, element_slugs, kinds
from etl.words import _

#: Fields that the command line, the row or the file itself can give.
GIVEN = frozenset(
    {"office_code", "period", "service", "rule", "sheet", "run_no", "respondent_no", "seq"}
)
ELEMENTS_OF_A_SURVEY = 5  # headings that name elements, at least, make a table a survey


def kind_title(kind: str) -> str:
    """A record kind in words within a sentence."""
    others = {"event_log": _("log peristiwa"), "recap": _("rekap"), "nil": _("laporan nihil")}
    title = _(kinds()[kind].title) if kind in kinds() else others.get(kind, kind)
    return title if title.isupper() else title[:1].lower() + title[1:]


@dataclass(frozen=True)
class Recognised:
    """One table as records of a kind: field → column, and the columns left out."""

    head: Head
    kind: str
    columns: dict[str, str]
    personal: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def share(self) -> float:
        """Share of the headings that are fields or known personal matter."""
        known = len(self.columns) + len(self.personal)
        return known / max(1, known + len(self.unused))


def match(head: Head, kind: Kind) -> Recognised:
    """The headings of a table laid on one kind, whether or not they suffice."""
    known = headings(kind.name)
    columns: dict[str, str] = {}
    left = []
    for rank in (0, 1, 2):  # a whole heading before one with its brackets left off
        for column in sorted(head.columns, key=weak):  # one that says more goes first
            if column in columns.values():
                continue
            variants = forms(column)
            if rank >= len(variants):
                continue
            field = next((f for f, h in known.items() if variants[rank] in h.known), None)
            if field and field not in columns:
                columns[field] = column
    if "bill_no" in columns and "receipt_no" in known and "receipt_no" not in columns:
        columns["receipt_no"] = columns["bill_no"]  # of one number a line, it is the key too
    left = [c for c in head.columns if c not in columns.values()]
    private = tuple(c for c in left if personal(c))
    return Recognised(head, kind.name, columns, private, tuple(c for c in left if c not in private))


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
    seen = ", ".join(head.columns[:12]) + (", …" if len(head.columns) > 12 else "")
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
