"""Holds a tally against its own totals: which block is a sum, which printed total disagrees."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from etl.sheets.tally_body import Body, Permit, number
from etl.sheets.tally_heading import Block, measure_of
from etl.words import _

#: A block is a sum of the others when this share of its cells is: one mistyped cell may be wrong.
ALIKE = 0.95


@dataclass(frozen=True)
class Part:
    """A block and what it stands for; `measure` None is left out, `why` says the reason.

    `unlike`: cells of a sum's block that are not the sum.
    """

    block: Block
    measure: str | None
    why: str = ""
    unlike: tuple[str, ...] = ()


def cell(row: int, column: int) -> str:
    """A cell's name as a person sees it; `row` counts from 1, `column` from 0."""
    return f"{get_column_letter(column + 1)}{row}"


def span(block: Block) -> str:
    """The block's columns, first to last month."""
    first, last = block.months[0].index, block.months[-1].index
    return f"{get_column_letter(first + 1)}:{get_column_letter(last + 1)}"


def parts(blocks: tuple[Block, ...], permits: tuple[Permit, ...]) -> tuple[Part, ...]:
    """Every block with its measure; a block that is the sum of the others is never a measure.

    Such a block is known by its figures, not by its title: in (nearly) each row and month it equals
    the sum of the other blocks. Permits received may truly equal the decided ones, so they are
    spared. A block that repeats an earlier one's figures is left out too.
    """
    unread = frozenset().union(*(_unread(block, permits) for block in blocks))
    grids = [_grid(block, permits, unread) for block in blocks]
    whole = next(
        (
            i
            for i, block in enumerate(blocks)
            if measure_of(block.title) != "received" and _is_sum(i, grids)
        ),
        None,
    )
    found: list[Part] = []
    for i, block in enumerate(blocks):
        measure = measure_of(block.title)
        if i == whole:
            others = " + ".join(b.title for j, b in enumerate(blocks) if j != i)
            cells = _unlike(i, grids, block)
            found.append(Part(block, None, _("jumlah dari {others}").format(others=others), cells))
        elif any(p.measure == measure and grids[j] == grids[i] for j, p in enumerate(found)):
            found.append(Part(block, None, _("mengulang blok lain dengan isi yang sama")))
        elif measure is None:
            found.append(Part(block, None, _("judulnya tidak dikenal")))
        else:
            found.append(Part(block, measure))
    return tuple(found)


Key = tuple[int, int | None, int | None]
Grid = dict[Key, float]


def _grid(block: Block, permits: tuple[Permit, ...], unread: frozenset[Key]) -> Grid:
    """Figures other than 0 by (row, year, month), save where some block has no number."""
    return {
        key: v
        for p in permits
        for c in block.months
        if (v := number(p.cells.get(c.index))) and (key := (p.row, c.year, c.month)) not in unread
    }


def _unread(block: Block, permits: tuple[Permit, ...]) -> frozenset[Key]:
    """Rows and months whose cell holds something that is no number."""
    return frozenset(
        (p.row, c.year, c.month)
        for p in permits
        for c in block.months
        if number(p.cells.get(c.index)) is None and str(p.cells.get(c.index) or "").strip()
    )


def _others(at: int, grids: list[Grid]) -> Grid:
    total: Grid = defaultdict(float)
    for j, grid in enumerate(grids):
        if j != at:
            for key, value in grid.items():
                total[key] += value
    return dict(total)


def _is_sum(at: int, grids: list[Grid]) -> bool:
    if len([g for j, g in enumerate(grids) if j != at and g]) < 2:
        return False
    total = _others(at, grids)
    keys = total.keys() | grids[at].keys()
    alike = sum(total.get(k) == grids[at].get(k) for k in keys)
    return alike >= ALIKE * len(keys)


def _unlike(at: int, grids: list[Grid], block: Block) -> tuple[str, ...]:
    """Cells of a sum's block that are not the sum."""
    total = _others(at, grids)
    index = {(c.year, c.month): c.index for c in block.months}
    return tuple(
        cell(key[0], index[key[1], key[2]])
        for key in sorted(total.keys() | grids[at].keys(), key=str)
        if total.get(key) != grids[at].get(key) and (key[1], key[2]) in index
    )


def twins(
    found: Iterable[Part], permits: tuple[Permit, ...]
) -> list[tuple[str, str, list[int | None]]]:
    """Months in which two blocks hold the very same figures: (title, title, months).

    Only where the figures are not all zero, and in two months at least: once may be chance.
    """
    kept = [p.block for p in found if p.measure]
    out = []
    for i, a in enumerate(kept):
        for b in kept[i + 1 :]:
            same = [
                x.month
                for x in a.months
                for y in b.months
                if x.month == y.month and x.year == y.year and _equal(x.index, y.index, permits)
            ]
            if len(same) > 1:
                out.append((a.title, b.title, same))
    return out


def _equal(a: int, b: int, permits: tuple[Permit, ...]) -> bool:
    left = [number(p.cells.get(a)) or 0 for p in permits]
    return any(left) and left == [number(p.cells.get(b)) or 0 for p in permits]


def compare(found: tuple[Part, ...], body: Body) -> dict[str, Any]:
    """The reconciliation: every printed total beside the sum of the cells that it stands for."""
    columns = {}
    for part in found:
        for c in part.block.months:
            columns[c.index] = (part.block.title, c.month)
        if part.block.total is not None:
            columns[part.block.total] = (part.block.title, None)
    footer = [
        _line(cell(t.row, c), title, month, t.cells[c], _sum(body, c, t.first, t.row))
        for t in body.totals
        for c, (title, month) in columns.items()
        if c in t.cells
    ]
    across = [
        _line(cell(p.row, b.total), b.title, None, printed, _across(p, b))
        for b in (part.block for part in found)
        if b.total is not None
        for p in body.permits
        if (printed := number(p.cells.get(b.total))) is not None
    ]
    strays = [_stray(s, found, body) for s in body.strays]
    return {
        "footer": footer,
        "footer_agrees": all(x["agrees"] for x in footer) if footer else None,
        "rows_checked": len(across),
        "rows_differ": [x for x in across if not x["agrees"]],
        "strays": strays,
    }


def _line(
    name: str, title: str, month: int | None, printed: float, computed: float
) -> dict[str, Any]:
    return {
        "cell": name,
        "block": title,
        "month": month,
        "printed": _whole(printed),
        "computed": _whole(computed),
        "agrees": printed == computed,
    }


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _sum(body: Body, column: int, first: int, last: int) -> float:
    return sum(number(p.cells.get(column)) or 0 for p in body.permits if first <= p.row < last)


def _across(permit: Permit, block: Block) -> float:
    return sum(number(permit.cells.get(c.index)) or 0 for c in block.months)


def _stray(stray: Any, found: tuple[Part, ...], body: Body) -> dict[str, Any]:
    """A stray total, and which sum it repeats, if a sector or a run of rows explains it."""
    by_sector: dict[tuple[str, str], float] = defaultdict(float)
    for part in found:
        for p in body.permits:
            by_sector[part.block.title, p.sector] += _across(p, part.block)
    meaning = next(
        (
            _("{title}, {sector}").format(title=title, sector=sector)
            for (title, sector), value in by_sector.items()
            if sector and value == stray.value
        ),
        None,
    )
    return {
        "cell": cell(stray.row, stray.column),
        "value": _whole(stray.value),
        "equals": meaning,
    }
