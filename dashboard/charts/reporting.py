"""The reporting matrix: who spoke of which month, by records, tally or "nihil", who is silent."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _

FILLS = {
    "full": "currentColor",
    "half": "linear-gradient(90deg,currentColor 50%,transparent 50%)",
    "ring": "transparent",
}
RECENT = 6  # months that a phone shows
SIGNS = {"records": "full", "recap": "full", "tally": "half", "nil": "ring", "": ""}


def dot(sign: str) -> str:
    """A full, half or empty circle, drawn so that every font shows it alike; "" draws none."""
    if not sign:
        return ""
    return (
        '<span aria-hidden="true" style="display:inline-block;width:.62em;height:.62em;'
        f'border:1.5px solid currentColor;border-radius:50%;background:{FILLS[sign]}"></span>'
    )


def source_words() -> dict[str, str]:
    """How a month was reported, in words."""
    return {
        "records": _("data rinci"),
        "recap": _("rekap"),
        "tally": _("rekap bulanan saja"),
        "nil": _("nihil"),
        "": _("belum lapor"),
    }


def legend(every_month: bool = True) -> str:
    """The signs in words, as one line of HTML; `every_month`: a month of silence has a sign."""
    words = source_words()
    parts = [f"{dot(SIGNS[s])} {escape(words[s])}" for s in ("records", "tally", "nil")]
    if not every_month:
        return f'<p class="reading">{" &nbsp; ".join(parts)}</p>'
    box = f'<span style="{_silent()};padding:0 .45em">&nbsp;</span> {escape(words[""])}'
    return f'<p class="reading">{" &nbsp; ".join([*parts, box])}</p>'


def reporting_matrix(
    frame: pd.DataFrame,
    months: Sequence[int],
    names: Mapping[str, str],
    late: Mapping[str, str],
    every_month: bool = True,
) -> str:
    """HTML table of offices × months of one kind: office, month (yyyymm), source, n.

    `late` gives the words of the last column by office ("" for in time). Silence is a dotted box,
    a nil report a ring: never a nought for either. Of a kind that is not asked every month an
    empty month is no silence and has no box. A phone shows the last `RECENT` months, and the
    words under the name.
    """
    palette = style.colours()
    cells = {(r.office, r.month): r for r in rows_of(frame)}
    offices = list(dict.fromkeys(frame["office"]))
    heads = "".join(
        f'<th scope="col"{_age(i, months)} style="{_head()}">{escape(_month(m, i, months))}</th>'
        for i, m in enumerate(months)
    )
    words = source_words()
    rows = []
    for office in offices:
        name = escape(names.get(office, office))
        tds = "".join(
            _cell(cells.get((office, m)), name, m, words, _age(i, months), every_month)
            for i, m in enumerate(months)
        )
        said = late.get(office, "")
        colour = palette.worse_text if said else palette.second
        told = (
            f'<b style="color:{colour}">▼ {escape(said)}</b>' if said else escape(_("tepat waktu"))
        )
        under = f'<span class="under">{told}</span>' if said else ""
        rows.append(
            f'<tr><th scope="row" style="{_name()}">{name}{under}</th>{tds}'
            f'<td class="old" style="padding:.1rem .6rem;white-space:nowrap;font-size:.86rem">'
            f"{told}</td></tr>"
        )
    late_head = f"{_head()};text-align:left;padding-left:.6rem"
    head = (
        f'<tr><th style="{_name()}">{escape(_("Kabupaten/kota"))}</th>{heads}'
        f'<th class="old" style="{late_head}">{escape(_("Keterlambatan"))}</th></tr>'
    )
    return (
        '<div class="wide matrix" role="region" tabindex="0" '
        f'aria-label="{escape(_("Pelaporan"))}">'
        '<table style="border-collapse:separate;border-spacing:2px">'
        f"<thead>{head}</thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _month(month: int, index: int, months: Sequence[int]) -> str:
    text = f.month(f"{month // 100}-{month % 100:02d}", short=True)
    name, _space, year = text.partition(" ")
    first = index == 0 or months[index - 1] // 100 != month // 100
    return f"{name} {year}" if first else name


def _age(index: int, months: Sequence[int]) -> str:
    return ' class="old"' if index < len(months) - RECENT else ""


def _cell(
    row: object, name: str, month: int, words: Mapping[str, str], age: str, every_month: bool
) -> str:
    source = "" if row is None else str(row.source)  # type: ignore[attr-defined]
    count = None if row is None else row.n  # type: ignore[attr-defined]
    when = f.month(f"{month // 100}-{month % 100:02d}")
    told = words[source] if source or every_month else _("tidak ada")
    told += f", {f.number(count)}" if source in ("records", "tally") else ""
    title = escape(f"{name}, {when}: {told}")
    look = _silent() if not source and every_month else f"color:{style.colours().second}"
    return (
        f'<td{age} title="{title}" style="{look};text-align:center;width:2.1rem;min-width:1.7rem;'
        f'height:1.45rem;border-radius:3px;line-height:1">{dot(SIGNS[source])}</td>'
    )


def _silent() -> str:
    return f"border:1px dotted {style.colours().ordinary};border-radius:3px"


def _head() -> str:
    return "font-size:.78rem;font-weight:400;opacity:.8;text-align:center;vertical-align:bottom"


def _name() -> str:
    paper = style.colours().paper
    return (
        "position:sticky;left:0;text-align:left;font-weight:400;font-size:.88rem;white-space:nowrap;"
        f"padding-right:.7rem;background:{paper}"
    )
