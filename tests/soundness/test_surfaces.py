"""Whatever shows a figure shows the same figure, day and words: pages, reports, command line.

Nothing here names a page or an indicator. Every page is drawn for places, periods and permit types
drawn by chance; whatever it judges or puts on a card is asked again at the command line, and every
sentence that says how a figure goes is held against the one verdict of that place and period.
"""

import random
import re
from types import SimpleNamespace

import pytest

from dashboard.frame import navigation
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.locale import verdict_words as words
from dashboard.parts import process_chart
from dashboard.reports.issuing import gathered
from dashboard.reports.model import Items
from metrics.asking.query import EVERYTHING
from metrics.asking.registry import get, indicators
from metrics.asking.snapshot import open_snapshot
from tests.conftest import monev_json
from tests.soundness.drawn import drawn
from tests.soundness.sentences import cells
from tests.soundness.told import Told, filters, side_by_side

SLUGS = [e.slug for e in navigation.discover()]
DIRECTIONS = {"membaik": "better", "memburuk": "worse", "tetap": "same"}
WORDS = {direction: word for word, direction in DIRECTIONS.items()}
MONTHLY = ("monthly", "meeting")
PERIODS = ("2024", "2025", "2025-S1", "2026-Q2", "2026-05")
TYPES = ("", "", "PBG", "NIB")


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
        self.names = []
        headed, worded = process_chart.heading, words.words

        def heading(verdict, name):
            self.names.append((name, verdict))
            return headed(verdict, name)

        def sentence(verdict, name=""):
            self.names.append((name or verdict.indicator.label(), verdict))
            return worded(verdict, name)

        with monkeypatch.context() as patch:
            patch.setattr(process_chart, "heading", heading)
            patch.setattr(words, "words", sentence)
            self.made = drawn(store, slug, query)
        self.verdicts, self.cards, self.texts = self.made.verdicts, self.made.cards, self.made.lines


@pytest.fixture(scope="module")
def asked(sample_store):
    """The command line with its answers kept: `asked("verdict", name, query)` → what it prints."""
    known = {}

    def of(*key):
        if key not in known:
            known[key] = monev_json(*key, "--store", sample_store)
        return known[key]

    def ask(command, name, query):
        return of(command, name, *filters(query))

    ask.of = of
    return ask


@pytest.mark.parametrize("slug", SLUGS)
def test_a_page_says_what_the_command_line_says(sample_store, slug, asked, monkeypatch):
    for query in choices(sample_store, slug):
        shown = Shown(sample_store, slug, query, monkeypatch)
        _verdicts_are_the_command_lines(shown.verdicts, asked, (slug, query))
        for card in shown.cards:
            _card_is_the_verdicts(card, shown, asked, (slug, query, card.label))
        for line in shown.texts:
            _sentence_is_a_verdicts(line, shown, (slug, query))
        if (
            shown.made.view is not None and not query
        ):  # each cell of a table beside the row's own figures
            told = side_by_side(Told(asked.of), shown.made)
            loose = [one.text for one in cells(shown.made, told) if not one.by]
            assert not loose, (slug, query)


@pytest.mark.parametrize("kind", ["monthly", "annual", "meeting", "ikm", "province"])
def test_a_report_says_what_the_command_line_says(sample_store, kind, asked, monkeypatch):
    """A place and period by chance: its verdicts, the figure and word of each row that judges one,
    and every sentence with a word of direction."""
    chance, judged, verdicts = random.Random(kind), View.verdict, []
    snapshot = open_snapshot(sample_store)
    offices = snapshot.offices()
    codes = sorted(offices.loc[offices["region_kind"] != "provinsi", "office"])
    place = "32" if kind == "province" else chance.choice(codes)
    period = chance.choice(("2025-06", "2026-05") if kind in MONTHLY else ("2024", "2025"))

    def verdict(view, name, **changes):
        verdicts.append(judged(view, name, **changes))
        return verdicts[-1]

    monkeypatch.setattr(View, "verdict", verdict)
    report = gathered(kind, snapshot, EVERYTHING, place, period)
    assert len(verdicts) > 3 or kind == "ikm", "a report that judges nothing"
    _verdicts_are_the_command_lines(verdicts, asked, (kind, place, period))
    rows = 0
    for row in (r for t in report.tables() if t.heads[3:4] == ("Target",) for r in t.rows):
        own = [v for v in verdicts if words.label(v) == row[0].text]
        told = asked("verdict", own[0].indicator.name, own[0].query)
        assert row[1].value == pytest.approx(told["value"]), (kind, place, period, row[0].text)
        assert (row[3].value is None) == (told["target"] is None)
        if told["direction"] and not own[0].lacks:
            assert WORDS[told["direction"]] in row[5].text, row[0].text
        rows += 1
    assert rows or kind == "ikm"
    shown = SimpleNamespace(verdicts=verdicts, names=[(words.label(v), v) for v in verdicts])
    for line in _prose(report):
        _sentence_is_a_verdicts(line, shown, (kind, place, period))


def _prose(report):
    """Each sentence of a report by itself."""
    for part in (p for s in report.sections for p in s.parts):
        lines = part.items if isinstance(part, Items) else [getattr(part, "text", "")]
        yield from (s for line in lines for s in re.split(r"(?<=\.) (?=[A-Z])", line))


def _verdicts_are_the_command_lines(verdicts, asked, place):
    """Figure, day and words of each, and two verdicts on one figure never stand on one paper."""
    said = {}
    for verdict in verdicts:
        now = (verdict.value, verdict.direction, verdict.since, verdict.met)
        key = (verdict.indicator.name, verdict.query)
        assert said.setdefault(key, now) == now, (place, key)
        told = asked("verdict", verdict.indicator.name, verdict.query)
        where = (*place, verdict.indicator.name)
        assert words.words(verdict) == told["words"], where
        assert verdict.value == told["value"], where
        assert verdict.result.as_of == told["as_of"], where
        assert (verdict.met, verdict.direction) == (told["met"], told["direction"]), where


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
