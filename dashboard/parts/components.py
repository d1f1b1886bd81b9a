"""The pieces every page is built from: answer, cards, graph box, table, cases, empty state.

The order of a page is `head` (one sentence that answers), at most six `cards`, one or two
`chart`s whose headings say the finding, the `table`, then the `cases` behind it.

    def render(view: View) -> None:
        head(f"{view.place}: {view.period.label()}", findings.answer(...))
        cards([Card(label=_("Tepat waktu"), value=f.percent(rate), ...), ...])
        chart(heading, reading, ranked_bars(frame), alt=ranked_bars_alt(frame), key="rank")
        table(frame, [Column("office", _("Kantor")), Column("value", _("Tepat waktu"), f.percent)])
        cases(frame, columns, name="terlambat")
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from pandas.io.formats.style import Styler

from dashboard.charts import style
from dashboard.charts.sparkline import sparkline
from dashboard.frame import audit
from dashboard.locale import format as f
from dashboard.parts.column import Column as Column
from dashboard.parts.narrow import narrow_rows, whole_rows
from dashboard.parts.text import plain
from etl.words import _, counted
from metrics.asking.result import Result

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BARE = {"displayModeBar": False, "responsive": True}
LONG = 11  # characters of a figure that a card of a phone holds in its large type
TABLE_ROWS = 40  # no row of an office, a province or a year lies hidden
PINNED_WIDEST, WORDS_WIDEST, DAY_WIDE = 300, 320, 100  # pixels


@dataclass(frozen=True)
class Change:
    """What changed: "better", "worse", "same" or "", and the words after the arrow.

    "same" stands for a change that chance explains; "" for a figure of which neither way is
    good by itself: words without an arrow.
    """

    direction: str
    text: str = ""


@dataclass(frozen=True)
class Card:
    """One figure in words people use.

    `label` and `value` ("87,4 %", "4 hari", "84,17 · B"); `target` a quiet line under it;
    `spark` up to 24 monthly values, None where absent, named by `months` ("YYYY-MM");
    `change` the arrow; `detail` numerator and denominator or what goes with it; `result` the
    answer it was read from: gives the "cara hitung" with formula and a download of its counts
    (`counts` reads them when asked for, else the answer's own rows); `act` draws the way to do
    something about it.
    """

    label: str
    value: str
    target: str = ""
    spark: Sequence[float | None] = ()
    months: Sequence[str] = ()
    change: Change | None = None
    detail: str = ""
    result: Result | None = None
    counts: Callable[[], pd.DataFrame] | None = None
    act: Callable[[], None] | None = None


LIVELY = re.compile(r"[\[\]<>$`*_:\\!~#|^{}@]|www\.")
"""What a title must hold for anything in it to be read as more than text."""


def head(title: str, answer: str, notes: Sequence[str] = ()) -> None:
    """The page's title and the one sentence that answers; `answer` is Markdown.

    Mark what needs a decision with `:orange[**…**]`. `notes` follow in small grey type.
    """
    st.title(plain(title) if LIVELY.search(title) else title, anchor=False)
    if answer:
        st.markdown(answer)
    for note in dict.fromkeys(notes):
        st.caption(note)


def cards(items: Sequence[Card], key: str = "cards", columns: int = 3) -> None:
    """Up to six cards in rows of equal height, two beside each other on a phone."""
    grid = st.grid(columns, min_column_width=160, border=True, key=key)
    for index, item in enumerate(items):
        with grid.cell(), st.container(gap="xxsmall"):
            _card(item, f"{key}_{index}")


def _card(card: Card, key: str) -> None:
    st.html(_card_html(card))
    if card.result is not None:
        _how(card, key)


def _card_html(card: Card) -> str:
    spark = ""
    if sum(v is not None and not f.missing(v) for v in card.spark) > 1:
        image, alt = sparkline(
            card.spark, card.months, card.label, card.change.direction if card.change else None
        )
        spark = f'<div class="spark"><img src="{image}" alt="{escape(alt)}"></div>'
    lines = [
        f'<div class="label">{escape(card.label)}</div>',
        f'<div class="value{" long" if len(card.value) > LONG else ""}">{escape(card.value)}</div>',
        f'<div class="change">{_foot(card)}</div>',
        spark,
        f'<div class="target">{_under(card)}</div>',
    ]
    return '<div class="card">' + "".join(lines) + "</div>"


def _arrow(change: Change | None) -> str:
    if change is None:
        return ""
    if not change.direction:
        return escape(change.text)
    sign, word = {
        "better": ("▲", _("membaik")),
        "worse": ("▼", _("memburuk")),
        "same": ("●", _("tetap")),
    }[change.direction]
    colour = style.text_colour(change.direction)
    strong = f'<b style="color:{colour}">{sign} {word}</b>'
    return f"{strong} {escape(change.text)}"


def _foot(card: Card) -> str:
    return _arrow(card.change)


def _under(card: Card) -> str:
    return " · ".join(escape(part) for part in (card.detail, card.target) if part)


def _how(card: Card, key: str) -> None:
    result = card.result
    if result is None:
        return
    with st.popover(_("Cara hitung"), type="tertiary", key=f"{key}_how"):
        st.markdown(f"**{result.indicator.label()}**")
        st.markdown(result.indicator.explain())
        row = result.first
        if row.get("denominator") is not None:
            st.markdown(
                _("{a} dari {b} = {value}").format(
                    a=f.number(row["numerator"]),
                    b=f.number(row["denominator"]),
                    value=f.figure(row["value"], result.indicator.shape, result.indicator.decimals),
                )
            )
        elif row.get("n") is not None:
            st.markdown(counted("Dihitung dari {n} data.", row["n"]).format(n=f.number(row["n"])))
        if result.as_of:
            st.caption(_("Keadaan per {day}.").format(day=f.date(result.as_of)))
        for note in result.notes:
            st.caption(note)
        if card.act is not None:
            card.act()
        page = st.session_state.get("pages", {}).get("definisi")
        if page is not None:
            name = result.indicator.name
            st.page_link(page, label=_("Definisi lengkap"), query_params={"figure": name})
        counts = card.counts if card.counts is not None else result.rows
        download(_("Unduh angkanya"), counts, result.indicator.name, key=f"{key}_get")


def box(key: str | None = None) -> AbstractContextManager:
    """A bordered box: `with box(): …`."""
    return st.container(border=True, key=key, height="stretch")


def chart(
    heading: str,
    reading: str,
    figure: go.Figure | None,
    alt: str,
    key: str,
    pick: str | None = None,
    foot: Callable[[], None] | None = None,
) -> list[Any] | None:
    """A graph under a heading that says the finding; `reading` gives the unit and how to read it.

    Both are page text, so they wrap on a phone. `figure` None draws the empty state. With `pick`
    a mark may be clicked: gives what it carries, else None; another `pick` (place, period) begins
    with nothing picked. `foot` draws what stands under the graph, in its box.
    """
    carried: list[Any] = []
    with box():
        st.html(f'<p class="finding">{escape(heading)}</p><p class="reading">{escape(reading)}</p>')
        if figure is None:
            empty(_("Tidak ada data"), _("Belum ada yang bisa digambar untuk pilihan ini."))
        elif pick is None:
            st.plotly_chart(
                figure, width="stretch", theme=None, config=BARE, alt=alt, key=f"chart_{key}"
            )
        else:
            state: Any = st.plotly_chart(
                style.pickable(figure),
                width="stretch",
                theme=None,
                config=BARE,
                alt=alt,
                key=f"chart_{key}_{pick}",
                on_select="rerun",
                selection_mode="points",
            )
            carried = [p["customdata"] for p in state.selection.points if p.get("customdata")]
        if foot is not None:
            foot()
    return list(carried[0]) if carried else None


def section(heading: str, reading: str = "") -> None:
    """A heading above a table or a list, with a quiet second line."""
    st.html(f'<p class="finding">{escape(heading)}</p><p class="reading">{escape(reading)}</p>')


def table(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    key: str,
    select: bool = False,
    rows: int = TABLE_ROWS,
    link: Callable[[int], str] | None = None,
    whole: bool = False,
) -> int | None:
    """A table with numbers as people write them, missing values a grey "–"; scrolls inside itself,
    and is cards on a phone and whole on paper.

    With `select` a row may be ticked: gives its position in `frame`, else None; `link` gives the
    address of a row for the cards, which cannot be ticked. `whole` is for columns of sentences:
    on a desk too the rows are words that wrap, none cut, and cannot be sorted.
    """
    if frame.empty:
        empty(_("Tidak ada baris"), _("Tidak ada data untuk pilihan ini."))
        return None
    columns = _told_apart(columns)
    if whole:
        whole_rows(frame, columns, key, link)
        return None
    styler = styled(frame, columns)
    config = {
        c.label: st.column_config.Column(
            help=c.help or None,
            width=c.width or _text_width(styler.data[c.label], c.pinned),  # type: ignore[attr-defined, arg-type]
            pinned=c.pinned or None,
        )
        for c in columns
    }
    with st.container(key=f"wide_{key}"):
        state: Any = st.dataframe(  # type: ignore[call-overload]
            styler,
            hide_index=True,
            width="stretch",
            height="content" if len(frame) <= rows else 35 * (rows + 1) + 3,
            column_config=config,
            placeholder=f.MISSING,
            key=f"table_{key}",
            **({"on_select": "rerun", "selection_mode": "single-row"} if select else {}),
        )
    narrow_rows(frame, columns, key, link)
    picked = state.selection.rows if select else []
    return picked[0] if picked else None


def styled(frame: pd.DataFrame, columns: Sequence[Column]) -> Styler:
    """The frame under its headings, figures written by each column, missing ones a grey "–"."""
    columns = _told_apart(columns)
    shown = frame[[c.field for c in columns]].reset_index(drop=True)
    headings = {c.field: c.label for c in columns}
    written: dict[Any, Any] = {c.label: _writer(c.show) for c in columns if c.show is not None}
    for column in columns:  # codes become words, so that widths and sorting follow what is seen
        if column.show is not None and not _sorts_by_value(shown[column.field]):
            shown[column.field] = shown[column.field].map(column.show, na_action="ignore")
            del written[column.label]
    styler = shown.rename(columns=headings).style.format(written, na_rep=f.MISSING)
    return styler.map(_grey_if_missing)


def _told_apart(columns: Sequence[Column]) -> list[Column]:
    """The columns with no heading twice: one heading in a language would make two columns one."""
    met: Counter[str] = Counter()
    apart = []
    for column in columns:
        met[column.label] += 1
        again = met[column.label]
        name = column.label if again == 1 else f"{column.label} ({again})"
        apart.append(replace(column, label=name))
    return apart


def _text_width(values: pd.Series, pinned: bool) -> int | None:
    """Pixels that a column of words needs; a pinned one leaves room for the others."""
    values = values.dropna()
    if pd.api.types.is_datetime64_any_dtype(values) and len(values):
        return DAY_WIDE
    if _sorts_by_value(values) or values.empty:
        return None
    longest = int(values.astype(str).str.len().max())
    return min(max(70, 22 + 8 * longest), PINNED_WIDEST if pinned else WORDS_WIDEST)


def _sorts_by_value(values: pd.Series) -> bool:
    kinds = pd.api.types
    return kinds.is_numeric_dtype(values) or kinds.is_datetime64_any_dtype(values)


def _writer(show: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: f.MISSING if f.missing(value) else show(value)


def _grey_if_missing(value: Any) -> str:
    return f"color: {style.colours().second}" if f.missing(value) else ""


def cases(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    name: str,
    heading: str,
    reading: str = "",
    rows: int = TABLE_ROWS,
) -> None:
    """The case rows behind a figure, with a download as a sheet; call only if `view.case_rows`."""
    section(heading, reading)
    table(frame, columns, key=f"cases_{name}", rows=rows)
    if not frame.empty:
        shown = frame[[c.field for c in columns]].set_axis([c.label for c in columns], axis=1)
        download(_("Unduh daftar (Excel)"), shown, name, key=f"cases_{name}_get")


def download(
    label: str, frame: pd.DataFrame | Callable[[], pd.DataFrame], name: str, key: str
) -> None:
    """A button that writes `frame` (or what it gives) as an Excel sheet when it is pressed."""
    st.download_button(
        label,
        data=audit.exported(frame, name),
        file_name=f"{name}.xlsx",
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key=key,
    )


def empty(title: str, hint: str = "") -> None:
    """A dotted box in place of what is not there, with what to do about it."""
    st.html(f'<div class="empty"><b>{escape(title)}</b>{escape(hint)}</div>')


def notes(*results: Result) -> None:
    """The notes of the answers used, each once, in small grey type."""
    for note in dict.fromkeys(note for result in results for note in result.notes):
        st.caption(note)
