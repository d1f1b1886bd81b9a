"""Adding and subtracting all that the public door tells together gives no count of 1 to 4.

`tests/metrics/opendata/test_withholding.py` tries it on the open tables by linear programming.
Here: pages in both languages, JSON and CSV tell no count beside those tables, so that joining them
gives no further equation; and the attack would find one more number on one page.
"""

import csv
import html
import io
import re

import pytest

from metrics.asking.query import Query, Scope
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.opendata.edition import edition
from metrics.opendata.offered import OFFICES, PROVINCES, TYPES
from tests.metrics.opendata.attack import SMALL, disclosed

YEARS = re.compile(r"<td>(\d{4})</td><td class=\"num\">([^<]*)</td>")
LINKS = re.compile(r'href="(/publik/[^"#]+)')
RESPONDENTS = re.compile(r"([\d.,]+) (?:responden|respondents)[,.<]")
CASES = re.compile(r"(?:Sekitar|About) ([\d.,]+) (?:berkas|cases)")
WITHHELD = {"ditahan", "withheld"}


@pytest.fixture(scope="module")
def told(sample_store):
    """The open tables as they are attacked: {(indicator, by): rows}."""
    snapshot = open_snapshot(sample_store)
    made = edition(snapshot, frozenset(snapshot.offices()["office"]))
    return {key: result.to_json()["rows"] for key, result in made.tables.items()}


def whole(text):
    return int(re.sub(r"[.,]", "", text))


def pages_of(client, office):
    """Address → text of an office's page and of its permits', in both languages."""
    found = {}
    for language in ("", "?lang=en"):
        address = f"/publik/{office}{language}"
        found[address] = html.unescape(client.get(address).text)
        for link in {
            x for x in LINKS.findall(found[address]) if x.startswith(f"/publik/{office}/")
        }:
            found[link] = html.unescape(client.get(link).text)
    return found


def test_pages_tell_no_count_beside_the_open_tables(client, told):
    issued = {(r["office"], r["year"]): r["value"] for r in told["permits_issued", OFFICES]}
    by_type = {
        (r["office"], r["permit_type"], r["year"]): r["value"]
        for r in told["permits_issued", TYPES]
    }
    surveyed = {(r["office"], r["n"]) for r in told["ikm", OFFICES]}
    seen, hidden = 0, 0
    for office in sorted({office for office, _year in issued})[:2]:
        for address, text in pages_of(client, office).items():
            permit = address.partition("?")[0].removeprefix(f"/publik/{office}").strip("/")
            for year, shown in YEARS.findall(text):
                n = None if shown in WITHHELD else whole(shown)
                known = by_type[office, permit, year] if permit else issued[office, year]
                assert n == known, (address, year)
                assert n not in SMALL, (address, year)
                seen, hidden = seen + (n is not None), hidden + (n is None)
            assert all((office, whole(n)) in surveyed for n in RESPONDENTS.findall(text)), address
            assert all(whole(n) % 10 == 0 for n in CASES.findall(text)), address  # rounded down
    assert seen > 20
    assert hidden > 5


def figures(row, by):
    """The key of a row, and its figures as numbers whichever form gave them."""
    told = {c: row[c] for c in row if c in ("n", "value", "numerator", "denominator")}
    numbers = {c: None if v in (None, "") else float(v) for c, v in told.items()}
    return tuple(str(row[d]) for d in by), numbers


@pytest.mark.parametrize(
    ("name", "by"),
    [("permits_issued", TYPES), ("issue_rate", OFFICES), ("on_time_rate", PROVINCES)],
)
def test_every_form_and_language_tells_the_rows_that_are_attacked(client, told, name, by):
    address = f"/api/v1/indicators/{name}?by={','.join(by)}"
    wanted = [figures(row, by) for row in told[name, by]]
    for language in ("id", "en"):
        rows = client.get(f"{address}&lang={language}").json()["rows"]
        text = client.get(f"{address}&lang={language}&format=csv").text
        assert [figures(row, by) for row in rows] == wanted
        assert [figures(row, by) for row in csv.DictReader(io.StringIO(text))] == wanted


def test_one_more_number_on_one_page_would_give_a_small_count(sample_store, told):
    """The attack can fail: who is told all withheld types but one works out the last of them."""
    snapshot = open_snapshot(sample_store)
    true = get("permits_issued").read(snapshot, Scope(), Query(by=TYPES)).to_json()["rows"]
    counts = {tuple(r[d] for d in TYPES): r["value"] for r in true}
    totals = {(r["office"], r["year"]) for r in told["permits_issued", OFFICES] if r["value"]}
    held = {}
    for row in told["permits_issued", TYPES]:
        if row["value"] is None and (row["office"], row["year"]) in totals:
            held.setdefault((row["office"], row["year"]), []).append(tuple(row[d] for d in TYPES))
    key, keys = next(
        (key, keys) for key, keys in held.items() if any(counts.get(k) in SMALL for k in keys)
    )
    small = next(k for k in keys if counts.get(k) in SMALL)

    def found(known):
        tables = {
            ("permits_issued", by): [
                dict(r) for r in told["permits_issued", by] if (r["office"], r["year"]) == key
            ]
            for by in (OFFICES, TYPES)
        }
        for row in tables["permits_issued", TYPES]:
            if (own := tuple(row[d] for d in TYPES)) in known:
                row["value"] = counts.get(own, 0)
        return disclosed(tables, [key[0]], {key[0]: key[0][:2]})

    assert not any(small[1] in said for said in found(()))
    assert any(small[1] in said for said in found(set(keys) - {small}))
