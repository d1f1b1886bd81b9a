"""Decides how each file is read: by a mapping, as a plain table of a kind, or by a layout."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.errors import Refused
from etl.loads import LeftOut, LoadOptions
from etl.reading.book import Book, Sheet
from etl.reading.raw import Head, Source
from etl.recognising.headings import Recognised, not_recognised, recognise
from etl.recognising.mapping import Mapped, Mapping, lay
from etl.sheets import layouts
from etl.sheets.base import Layout
from etl.sheets.survey_sheet import LAYOUT as SURVEY
from etl.words import _

SURE = 0.9  # above this a layout goes before a plain table
LIKELY = 0.5  # above this a layout is tried where no plain table is recognised
SURVEYED = ("survey", "survey_counts")
DRAWN = ("survey", "survey_counts", "monthly_counts")  # kinds that offices draw as worksheets


@dataclass(frozen=True)
class Job:
    """One kind of one source, and how it is read: by `layout`, `tables` or `mapped` heads."""

    source: Source
    kind: str
    layout: Layout | None = None
    tables: tuple[Recognised, ...] = ()
    mapped: tuple[tuple[Head, Mapped], ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def choose(source: Source, options: LoadOptions, mapping: Mapping | None) -> list[Job]:
    """The jobs of one source; raises `Refused` when nothing in it is recognised."""
    if not source.heads:
        raise Refused(
            _("Berkas {file} kosong; kirim ulang berkas yang berisi data.").format(file=source.file)
        )
    if mapping:
        return [_drawn(source, mapping) or _by_mapping(source, mapping)]
    layout, score = _best_layout(source, options)
    if layout and score > SURE:
        return _by_layout(source, layout, options)
    tables, doubt = _tables(source, options)
    if not tables and doubt and not (layout and score >= LIKELY):
        raise doubt
    if layout and score >= LIKELY and all(t.kind in DRAWN for t in tables):
        return [Job(source, layout.kinds[0], layout)]
    if not tables:
        widest = max(source.heads, key=lambda h: len(h.columns))
        raise not_recognised(widest, options.kind)
    return _by_kind(source, tables)


def _by_layout(source: Source, layout: Layout, options: LoadOptions) -> list[Job]:
    """The jobs of a book that a layout is sure of: its sheets, and what the others hold.

    A survey's workbook is read as a whole: its layout knows its own side sheets.
    """
    shown = [s for s in source.book.sheets if not s.hidden] if source.book else []
    if any(kind in SURVEYED for kind in layout.kinds):
        return [Job(source, layout.kinds[0], layout)]
    if len(shown) < 2:
        notes, left = beside(source, frozenset(s.name for s in shown))
        return [Job(source, layout.kinds[0], layout, notes=notes, left_out=left)]
    own: dict[str, tuple[Layout, list[Sheet]]] = {}
    for sheet in shown:
        its, score = _best_layout(_part(source, [sheet]), options)
        if its and score > SURE:
            own.setdefault(its.name, (its, []))[1].append(sheet)
    jobs = [Job(_part(source, sheets), its.kinds[0], its) for its, sheets in own.values()]
    rest = [s for s in shown if not any(s in sheets for _its, sheets in own.values())]
    tables, _doubt = _tables(_part(source, rest), options) if rest else ([], None)
    jobs += [Job(source, kind, None, tuple(t)) for kind, t in _grouped(tables).items()]
    read = {s.name for _its, sheets in own.values() for s in sheets}
    notes, left = beside(source, frozenset(read | {t.head.sheet for t in tables}))
    return [replace(jobs[0], notes=notes, left_out=left), *jobs[1:]]


def _part(source: Source, sheets: list[Sheet]) -> Source:
    """The same file with some of its sheets alone."""
    names = {s.name for s in sheets}
    heads = tuple(h for h in source.heads if h.sheet in names)
    return replace(source, heads=heads, book=Book(source.file, tuple(sheets)))


def _tables(source: Source, options: LoadOptions) -> tuple[list[Recognised], Refused | None]:
    """The tables of the visible sheets, of hidden ones where no other is read; the first doubt.

    A sheet that cannot be read never refuses one that can.
    """
    tables: list[Recognised] = []
    doubt: Refused | None = None
    for hidden in (False, True):
        for head in (h for h in source.heads if h.hidden is hidden):
            try:
                found = recognise(head, options.kind)
            except Refused as refusal:
                doubt = doubt or refusal
                continue
            tables += [found] if found else []
        if tables:
            break
    return tables, doubt


def _best_layout(source: Source, options: LoadOptions) -> tuple[Layout | None, float]:
    if source.book is None:
        return None, 0.0
    able = [x for x in layouts() if options.kind is None or options.kind in x.kinds]
    scored = [(_score(x, source.book, options), x) for x in able]
    score, layout = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return (layout, score) if score > 0 else (None, 0.0)


def _score(layout: Layout, book: Book, options: LoadOptions) -> float:
    under = (layout.name, options)
    if under not in book.scores:
        book.scores[under] = layout.score(book, options)
    return book.scores[under]


def _by_kind(source: Source, tables: Sequence[Recognised]) -> list[Job]:
    by_kind = _grouped(tables)
    read = frozenset(t.head.sheet for t in tables)
    notes, left = beside(source, read)
    left += _tables_below(source, tables)
    return [
        Job(source, kind, None, tuple(t), (), notes if not i else (), left if not i else ())
        for i, (kind, t) in enumerate(by_kind.items())
    ]


def _tables_below(source: Source, tables: Sequence[Recognised]) -> tuple[LeftOut, ...]:
    """Further tables of a sheet that is read, of which it is not known what they hold."""
    own = {(t.head.sheet, t.head.heading_row) for t in tables}
    read = {t.head.sheet for t in tables}
    why = _("tabel lain yang tidak dikenali; pindahkan ke lembarnya sendiri lalu muat lagi")
    return tuple(
        LeftOut(h.sheet, h.heading_row, why)
        for h in source.heads
        if h.sheet in read and (h.sheet, h.heading_row) not in own
    )


def _grouped(tables: Sequence[Recognised]) -> dict[str, list[Recognised]]:
    by_kind: dict[str, list[Recognised]] = {}
    for table in tables:
        by_kind.setdefault(table.kind, []).append(table)
    return by_kind


def beside(source: Source, read: frozenset[str]) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """The notes on sheets that are not read, hidden ones apart, and the sheets as left out."""
    if source.book is None:
        return (), ()
    other = [s for s in source.book.sheets if s.head and s.name not in read]
    shown = [s.name for s in other if not s.hidden]
    hidden = [s.name for s in other if s.hidden]
    notes = []
    if shown:
        notes.append(_("Lembar yang tidak dibaca: {sheets}.").format(sheets=", ".join(shown)))
    if hidden:
        notes.append(
            _("Lembar tersembunyi tidak dibaca: {sheets}.").format(sheets=", ".join(hidden))
        )
    left = [LeftOut(name, None, _("lembar lain, bukan data ini")) for name in shown]
    left += [LeftOut(name, None, _("lembar tersembunyi")) for name in hidden]
    return tuple(notes), tuple(left)


def _drawn(source: Source, mapping: Mapping) -> Job | None:
    """A survey worksheet whose columns a mapping names; None for a plain table."""
    if source.book is None:
        return None
    layout = SURVEY.mapped(source.book, mapping)
    return Job(source, mapping.kind, layout) if layout else None


def _by_mapping(source: Source, mapping: Mapping) -> Job:
    """The sheets that a mapping fits; refused with the first one's fault when it fits none."""
    laid: list[tuple[Head, Mapped]] = []
    fault: Refused | None = None
    for head in [h for h in source.heads if not h.hidden] or source.heads:
        try:
            laid.append((head, lay(mapping, head.columns)))
        except Refused as refusal:
            fault = fault or refusal
    if not laid and fault:
        raise fault
    return Job(source, mapping.kind, None, (), tuple(laid))
