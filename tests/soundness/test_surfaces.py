"""Whatever shows a figure shows the same figure, day and words: pages and the command line.

Nothing here names a page or an indicator. Every page is drawn for places, periods and permit types
drawn by chance; whatever it judges or puts on a card is asked again at the command line, and every
sentence that says how a figure goes is held against the one verdict of that place and period.
"""

import random
import re
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.frame import navigation
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale import verdict_words as words
from dashboard.parts import components, process_chart
from metrics.asking.registry import get, indicators
from metrics.asking.snapshot import open_snapshot
from tests.conftest import monev_json

SLUGS = [e.slug for e in navigation.discover()]
DIRECTIONS = {"membaik": "better", "memburuk": "worse", "tetap": "same"}
PERIODS = ("2024", "2025", "2025-S1", "2026-Q2", "2026-05")
TYPES = ("", "", "PBG", "NIB")


def draw(slug):
    """One page as the shell hands it its view."""
    from dashboard.frame import navigation, shell
    from dashboard.frame import snapshots as snapshot
    from etl.paths import default_store

    store = default_store()
    data = snapshot.current(store)
    view = shell.make_view(store, data, shell.find_reader(data))
    next(e for e in navigation.discover() if e.slug == slug).render(view)


def choices(store, slug, many=1):
    """Addresses for a page: the province as it opens, and `many` by chance."""
    offices = open_snapshot(store).offices()
    codes = sorted(offices.loc[offices["region_kind"] != "provinsi", "office"])
    chance = random.Random(slug)
    yield {}
    for _n in range(many):
        asked = {"office": chance.choice(codes), "period": chance.choice(PERIODS)}
        permit = chance.choice(TYPES)
        yield asked | ({"permit": permit} if permit else {})


class Shown:
    """What one drawing of a page judged, put on cards, and wrote."""

    def __init__(self, store, slug, query, monkeypatch):
        self.verdicts, self.cards, self.names = [], [], []
        judged, html = View.verdict, components._card_html
        headed, worded = process_chart.heading, words.words

        def verdict(view, name, **changes):
            made = judged(view, name, **changes)
            self.verdicts.append(made)
            return made

        def card(one):
            self.cards.append(one)
            return html(one)

        def heading(verdict, name):
            self.names.append((name, verdict))
            return headed(verdict, name)

        def sentence(verdict, name=""):
            self.names.append((name or verdict.indicator.label(), verdict))
            return worded(verdict, name)

        with monkeypatch.context() as patch:
            patch.setattr(process_chart, "heading", heading)
            patch.setattr(words, "words", sentence)
            patch.setenv("MONEV_STORE", str(store))
            patch.setattr(View, "verdict", verdict)
            patch.setattr(components, "_card_html", card)
            app = AppTest.from_function(draw, args=(slug,), default_timeout=90)
            for name, value in query.items():
                app.query_params[name] = value
            app.run()
        assert not app.exception, (slug, query, app.exception[0].value)
        pieces = [e.value for kind in (app.title, app.markdown, app.caption) for e in kind]
        pieces += [e.proto.body for e in app.get("html")]
        self.texts = [_plain(p) for p in pieces]


def _plain(text):
    text = re.sub(r"<style.*?</style>", "", text, flags=re.S)
    text = re.sub(r"</(p|div|h\d|li|summary|td)>", "\n", text)
    text = unescape(re.sub(r"<[^>]+>", "", text))
    return re.sub(r":\w+\[(.*?)\]", r"\1", text).replace("**", "")


def filters(query):
    """The command line's arguments for what was asked."""
    given = {
        "--office": query.office,
        "--province": query.province,
        "--permit-type": query.permit_type,
        "--from": query.start,
        "--to": query.end,
        "--as-of": query.as_of,
    }
    return [str(x) for name, value in given.items() if value for x in (name, value)]


@pytest.fixture(scope="module")
def asked(sample_store):
    """The command line with its answers kept: `asked("verdict", name, query)` → what it prints."""
    known = {}

    def ask(command, name, query):
        key = (command, name, *filters(query))
        if key not in known:
            known[key] = monev_json(*key, "--store", sample_store)
        return known[key]

    return ask


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_what_the_command_line_says(sample_store, slug, asked, monkeypatch):
    for query in choices(sample_store, slug):
        shown = Shown(sample_store, slug, query, monkeypatch)
        said = {}  # two verdicts on one figure never stand on one page
        for verdict in shown.verdicts:
            now = (verdict.value, verdict.direction, verdict.since, verdict.met)
            key = (verdict.indicator.name, verdict.query)
            assert said.setdefault(key, now) == now, (slug, query, key)
            told = asked("verdict", verdict.indicator.name, verdict.query)
            place = (slug, query, verdict.indicator.name)
            assert words.words(verdict) == told["words"], place
            assert verdict.value == told["value"], place
            assert verdict.result.as_of == told["as_of"], place
            assert (verdict.met, verdict.direction) == (told["met"], told["direction"]), place
        for card in shown.cards:
            _card_is_the_verdicts(card, shown, asked, (slug, query, card.label))
        for text in shown.texts:
            for line in text.splitlines():
                _sentence_is_a_verdicts(line, shown, (slug, query))


def _card_is_the_verdicts(card, shown, asked, place):
    """A card shows the command line's figure and day, and its word where it has one."""
    if card.result is None:
        return
    own = [v for v in shown.verdicts if v.result is card.result]
    if not own:  # a figure without a judgement: its value alone
        first, query = card.result.first, card.result.query
        rows = asked("indicator", card.result.indicator.name, query.change(by=()))["rows"]
        assert not card.change or not card.change.direction, place
        if first.get("value") is not None and not query.by:
            assert first["value"] == pytest.approx(rows[0]["value"]), place
        return
    told = asked("verdict", own[0].indicator.name, own[0].query)
    indicator = get(told["indicator"])
    if told["value"] is not None:
        number = f.figure(told["value"], indicator.shape, indicator.decimals)
        target = told["target"] is not None and indicator.shape in ("rate", "ratio")
        begin = number.split(",")[0] if target else number  # finer digits tell it from its target
        assert card.value.startswith(begin), place
    if card.change is not None and card.change.direction:
        assert card.change.direction == told["direction"], place
        if told["since"]:
            assert f.month(told["since"], short=True) in card.change.text, place


def _sentence_is_a_verdicts(line, shown, place):
    """A sentence with a figure's name and a word of direction has that word from its verdict."""
    found = re.search(r"\b(membaik|memburuk|tetap)\b(?: sejak (\w+ \d{4}))?", line)
    if not found:
        return
    labels = [(v.indicator.label(), v) for v in shown.verdicts]
    named = [v for name, v in (*shown.names, *labels) if line.startswith(name)]
    if not named:
        return
    word = DIRECTIONS[found[1]]
    assert any(v.direction == word for v in named), (*place, line)
    if found[2]:
        since = {f.month(v.since) for v in named if v.since}
        since |= {f.month(v.since, short=True) for v in named if v.since}
        assert found[2] in since, (*place, line)


def test_what_is_shown_was_drawn_from_the_registry(sample_store, monkeypatch):
    """The pages together judge most of what is registered, so that the tests above see it."""
    lacking = {n for n, i in indicators().items() if i.card}
    for slug in SLUGS:
        shown = Shown(sample_store, slug, {}, monkeypatch)
        lacking -= {v.indicator.name for v in shown.verdicts}
        if not lacking:
            return
    assert not lacking
