"""One drawing of a page as a reader sees it: every sentence, card, list, table cell and picture's
text, in the order they stand, with the verdicts and answers that the page asked for."""

import io
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from dashboard.frame.view import View
from dashboard.parts import components, province
from metrics.asking.registry import Indicator

SIDES = ("office", "permit_type", "category")
SEEN = ("title", "markdown", "caption", "warning", "info", "error", "success")


@dataclass
class Drawn:
    """What one drawing showed. `texts`: (kind, line); `tables`: rows of heading → (value, shown),
    `printed` the same tables as a phone and paper have them; `view` is the view that the page was
    handed; `side_by_side`: answers with a row an office, permit type or category."""

    slug: str
    asked: Mapping[str, str]
    view: Any = None
    texts: list[tuple[str, str]] = field(default_factory=list)
    tables: list[list[dict[str, tuple[Any, str]]]] = field(default_factory=list)
    cards: list[components.Card] = field(default_factory=list)
    verdicts: list[Any] = field(default_factory=list)
    answers: list[Any] = field(default_factory=list)
    side_by_side: list[Any] = field(default_factory=list)
    printed: list[list[list[str]]] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Every line of text, whatever kind."""
        return [line for _kind, line in self.texts]


def _page(slug: str) -> None:
    """One page as the shell hands it its view."""
    from dashboard.frame import navigation, shell
    from dashboard.frame import snapshots as snapshot
    from etl.paths import default_store

    store = default_store()
    data = snapshot.current(store)
    view = shell.make_view(store, data, shell.find_reader(data))
    next(e for e in navigation.discover() if e.slug == slug).render(view)


@contextmanager
def _watched(made: Drawn) -> Iterator[None]:
    judged, read, html = View.verdict, View.read, components._card_html
    asked, across = Indicator.read, province.verdicts

    def verdict(view: View, name: str, **changes: Any) -> Any:
        made.view = view
        made.verdicts.append(judged(view, name, **changes))
        return made.verdicts[-1]

    def answer(view: View, name: str, *by: Any, **changes: Any) -> Any:
        made.view = view
        made.answers.append(read(view, name, *by, **changes))
        return made.answers[-1]

    def verdicts(view: View, name: str) -> Any:
        found = across(view, name)
        made.verdicts += found.values()
        return found

    def each(indicator: Indicator, snapshot: Any, scope: Any, query: Any) -> Any:
        result = asked(indicator, snapshot, scope, query)
        if len(query.by) == 1 and query.by[0] in SIDES:
            made.side_by_side.append(result)
        return result

    def card(one: components.Card) -> str:
        made.cards.append(one)
        return html(one)

    with (
        patch.object(View, "verdict", verdict),
        patch.object(View, "read", answer),
        patch.object(components, "_card_html", card),
        patch.object(Indicator, "read", each),
        patch.object(province, "verdicts", verdicts),
    ):
        yield


def drawn(store: Path, slug: str, asked: Mapping[str, str]) -> Drawn:
    """The page `slug` of `store` at the address `asked`; fails where the page does."""
    made = Drawn(slug, asked)
    with _watched(made), patch.dict(os.environ, {"MONEV_STORE": str(store)}):
        app = AppTest.from_function(_page, args=(slug,), default_timeout=120)
        for name, value in asked.items():
            app.query_params[name] = value
        app.run()
    assert not app.exception, (slug, asked, app.exception[0].value)
    for element in app.main:
        _take(made, element)
    return made


def _take(made: Drawn, element: Any) -> None:
    kind = getattr(element, "type", "")
    proto = getattr(element, "proto", None)
    if kind in SEEN:
        _say(made, kind, element.value)
    elif kind == "html" and proto.body.startswith('<div class="rows">'):
        made.printed.append(_printed(proto.body))
    elif kind == "html":
        _say(made, kind, proto.body)
    elif kind == "expander":
        _say(made, kind, element.label)
    elif kind == "page_link":
        _say(made, kind, proto.label)
    elif kind == "plotly_chart":
        _say(made, kind, getattr(proto, "alt", ""))
    elif kind == "dataframe":
        made.tables.append(_rows(proto))


def _printed(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", html, flags=re.S)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, flags=re.S) for row in rows]
    return [[unescape(re.sub(r"<[^>]+>", "", c)) for c in row] for row in cells]


def _say(made: Drawn, kind: str, text: str) -> None:
    made.texts += [(kind, line) for line in plain(text).splitlines() if line.strip()]


def plain(text: str) -> str:
    """Words without HTML and Markdown; what stands in blocks of its own on lines of its own."""
    text = re.sub(r"<(style|script).*?</\1>", "", text, flags=re.S)
    alts = re.findall(r'alt="([^"]*)"', text)
    text = re.sub(r"</(p|div|h\d|li|summary|td|b)>", "\n", text)
    text = unescape("\n".join([re.sub(r"<[^>]+>", "", text), *alts]))
    text = re.sub(r":\w+\[(.*?)\]", r"\1", text).replace("**", "")
    return re.sub(r"\\(.)", r"\1", text)


def _rows(proto: Any) -> list[dict[str, tuple[Any, str]]]:
    values, styled = _arrow(proto.arrow_data.data), proto.arrow_data.styler.display_values
    shown = _arrow(styled) if styled else values
    names = [n for n in values.column_names if not n.startswith("__index")]
    columns = [values[n].to_pylist() for n in names]
    written = [shown.column(i).to_pylist() for i in range(len(names))]
    return [
        {n: (columns[i][row], str(written[i][row])) for i, n in enumerate(names)}
        for row in range(values.num_rows)
    ]


def _arrow(data: bytes) -> pa.Table:
    return pa.ipc.open_stream(io.BytesIO(data)).read_all()
