"""The most frequent ways through the stages as lines that wrap: share, bar, and the path."""

from html import escape

from dashboard.charts import style
from dashboard.locale import format as f
from etl.rows import rows_of
from etl.words import _, counted
from metrics.counting.marks import ARROW, REST
from metrics.flow.paths import Variants


def variants_html(found: Variants) -> str:
    """One numbered line a path, the most frequent first, the widest bar for the largest share."""
    palette = style.colours()
    largest = max(found.frame["share"].max(), 0.01) if len(found.frame) else 1.0
    lines = []
    for place, row in enumerate(rows_of(found.frame)):
        colour = palette.ink if place == 0 else palette.ordinary
        lines.append(
            '<li style="margin:0 0 .75rem 0;list-style:none">'
            f"{place + 1}. <b>{f.percent(row.share)}</b> · "
            + escape(
                counted("{n} berkas, {k} langkah", row.n).format(
                    n=f.number(row.n), k=f.number(row.stages)
                )
            )
            + f'<div style="height:6px;margin:.15rem 0;background:{colour};'
            f'width:{100 * row.share / largest:.1f}%"></div>'
            f'<div style="font-size:.92rem;line-height:1.4">{_steps(row.path)}</div></li>'
        )
    return f'<ol style="padding:0;margin:.6rem 0 0 0">{"".join(lines)}</ol>'


def _steps(path: str) -> str:
    """The stages with arrows that never begin a line; a stage come back to is orange."""
    seen: set[str] = set()
    parts = []
    for stage in path.split(ARROW):
        text = escape(stage or _("Tanpa nama"))
        if stage in seen and stage != REST:
            text = f'<span style="color:{style.colours().worse_text}">↻ {text}</span>'
        seen.add(stage)
        parts.append(text)
    return "&nbsp;→ ".join(parts)
