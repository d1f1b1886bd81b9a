"""Adding and subtracting all that the public door tells together gives no count of 1 to 4.

The attacker has every page in both languages, the JSON and the CSV of every table, and joins what
any of them tells: a number withheld in one place and told in another is known.
"""

import csv
import html
import io
import re

from metrics.asking.query import Query, Scope
from metrics.asking.registry import get
from metrics.asking.snapshot import open_snapshot
from metrics.opendata.offered import OFFERED, OFFICES, TYPES
from tests.dashboard.public.test_pages import every_page
from tests.metrics.opendata.attack import SMALL, disclosed

YEARS = re.compile(r"<td>(\d{4})</td><td class=\"num\">([^<]*)</td>")
ADDRESS = re.compile(r"/publik/(?P<office>[\d.]+)(?:/(?P<permit>[^?]+))?(?:\?.*)?$")
RESPONDENTS = re.compile(r"(?P<n>[\d.,]+) (?:responden|respondents)[,.<]")
CASES = re.compile(r"(?:Sekitar|About) (?P<n>[\d.,]+) (?:berkas|cases)")
WITHHELD = {"ditahan", "withheld"}


def whole(text):
    return int(re.sub(r"[.,]", "", text))


def told_on_pages(client):
    """{(office, permit or None): {(year, number or None)}}, respondents, and rounded cases."""
    issued, respondents, cases = {}, {}, []
    for address, answer in every_page(client).items():
        place = ADDRESS.fullmatch(address)
        text = html.unescape(answer.text)
        cases += [whole(m["n"]) for m in CASES.finditer(text)]
        if place is None or place["office"] == "cek":
            continue
        own = issued.setdefault((place["office"], place["permit"]), set())
        own |= {(y, None if n in WITHHELD else whole(n)) for y, n in YEARS.findall(text)}
        for found in RESPONDENTS.finditer(text):
            respondents.setdefault(place["office"], set()).add(whole(found["n"]))
    return issued, respondents, cases


def rows_of(client, name, by):
    return client.get(f"/api/v1/indicators/{name}?by={','.join(by)}").json()["rows"]


def tables_of(client):
    """Every open table by its JSON, which its CSV and its English must repeat to the figure."""
    tables = {}
    for name, breakdowns in OFFERED.items():
        for by in breakdowns:
            address = f"/api/v1/indicators/{name}?by={','.join(by)}"
            rows = tables[name, by] = rows_of(client, name, by)
            english = client.get(f"{address}&lang=en").json()["rows"]
            texts = [client.get(f"{address}&format=csv{more}").text for more in ("", "&lang=en")]
            for other in [english, *(list(csv.DictReader(io.StringIO(t))) for t in texts)]:
                assert [figures(row, by) for row in other] == [figures(row, by) for row in rows]
    return tables


def figures(row, by):
    """The key of a row, and its figures as numbers whichever form gave them."""
    keys = tuple(str(row[d]) for d in by)
    told = {c: row[c] for c in row if c in ("n", "value", "numerator", "denominator")}
    return keys, {c: None if v in (None, "") else float(v) for c, v in told.items()}


def test_pages_and_open_data_together_give_no_small_count(client, sample_store):
    tables = tables_of(client)
    issued, respondents, cases = told_on_pages(client)
    by_office = {(r["office"], r["year"]): r for r in tables["permits_issued", OFFICES]}
    by_type = {
        (r["office"], r["permit_type"], r["year"]): r for r in tables["permits_issued", TYPES]
    }
    seen = hidden = 0
    for (office, permit), years in issued.items():
        for year, n in years:
            key = (office, year) if permit is None else (office, permit, year)
            row = (by_office if permit is None else by_type)[key]
            assert row["value"] in (n, None), key
            row["value"] = n  # what only a page would tell goes into the attack
            assert n not in SMALL, key
            seen, hidden = seen + (n is not None), hidden + (n is None)
    assert seen > 50
    assert hidden > 5
    surveyed = {(r["office"], r["n"]) for r in tables["ikm", OFFICES] if r["n"] is not None}
    assert {(o, n) for o, own in respondents.items() for n in own} <= surveyed
    assert cases
    assert all(n >= 10 and n % 10 == 0 for n in cases)  # rounded, so that none is subtracted

    known = open_snapshot(sample_store).offices()
    province = dict(zip(known["office"], known["province"], strict=True))
    assert disclosed(tables, sorted(known["office"]), province) == []


def test_one_more_number_on_one_page_would_give_a_small_count(client, sample_store):
    """The attack can fail: where two types are withheld, a page that told one tells the other."""
    snapshot = open_snapshot(sample_store)
    types = rows_of(client, "permits_issued", TYPES)
    true = get("permits_issued").read(snapshot, Scope(), Query(by=TYPES)).to_json()["rows"]
    counts = {tuple(r[d] for d in TYPES): r["value"] for r in true}
    held = {}
    for row in types:
        if row["value"] is None and counts.get(tuple(row[d] for d in TYPES)):
            held.setdefault((row["office"], row["year"]), []).append(row)
    totals = rows_of(client, "permits_issued", OFFICES)
    whole_ones = {(r["office"], r["year"]) for r in totals if r["value"] is not None}
    (office, year), (one, other) = next(
        (key, sorted(rows, key=lambda r: -counts[tuple(r[d] for d in TYPES)]))
        for key, rows in held.items()
        if len(rows) == 2 and key in whole_ones
    )
    tables = {
        ("permits_issued", OFFICES): [
            r for r in totals if (r["office"], r["year"]) == (office, year)
        ],
        ("permits_issued", TYPES): [r for r in types if (r["office"], r["year"]) == (office, year)],
    }
    assert disclosed(tables, [office], {office: office[:2]}) == []
    one["value"] = counts[tuple(one[d] for d in TYPES)]
    said = disclosed(tables, [office], {office: office[:2]})
    assert any(other["permit_type"] in line for line in said)
