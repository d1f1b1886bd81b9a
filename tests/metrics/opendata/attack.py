"""An attacker who has everything the open data tell, linear programming, and patience.

Cases of an office are atoms: year received, year and way they ended (or open), whether their days
are known, year they fell due and whether in time. Every figure told is a sum of atoms. A target is
disclosed where its smallest and largest possible values lie within 1 to 4; and so is any sum or
difference of two or three figures that can only be a group of cases and counts 1 to 4 of them.
"""

import itertools
from collections import defaultdict

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

WAYS = ("issued", "rejected", "withdrawn", "closed")
SMALL = range(1, 5)
WINDOW = 6


def facts_of(tables):
    """{(place, year): {count: n}} and {(office, year): {type: n or None}} of what is told.

    `tables`: {(indicator, by): rows as plain dicts}, as the API gives them.
    """
    told = defaultdict(dict)
    types = defaultdict(dict)
    columns = {
        "applications_received": {"received": "value"},
        "permits_issued": {"issued": "value"},
        "applications_rejected": {"rejected": "value"},
        "applications_withdrawn": {"withdrawn": "value"},
        "issue_rate": {"issued": "numerator", "decided": "denominator"},
        "clearance_rate": {"ended": "numerator", "received": "denominator"},
        "processing_time": {"timed": "n"},
        "on_time_rate": {"met": "numerator", "due": "denominator"},
        "complaints_received": {"complaints": "value"},
        "response_on_time": {"answered": "numerator", "answers": "denominator"},
        "ikm": {"respondents": "n"},
    }
    for (name, by), rows in tables.items():
        for row in rows:
            place, year = row[by[0]], int(row["year"])
            if "permit_type" in by:
                types[place, year][row["permit_type"]] = row["value"]
                continue
            for count, column in columns[name].items():
                if row.get(column) is not None:
                    told[place, year][count] = int(row[column])
    return told, types


class Atoms:
    """The atoms of one office over some years, and each count as a vector over them."""

    def __init__(self, years):
        made = []
        for a in years:
            ends = [(0, "", 0)]
            ends += [(b, w, t) for b in years if b >= a for w in WAYS for t in (0, 1)]
            for (b, way, timed), d in itertools.product(ends, [0, *[y for y in years if y >= a]]):
                for met in (0, 1) if d else (0,):
                    if met and not (b and b <= d and way != "withdrawn"):
                        continue
                    made.append((a, b, WAYS.index(way) + 1 if way else 0, timed, d, met))
        self.a, self.b, self.way, self.timed, self.d, self.met = np.array(made).T

    def vector(self, count, year):
        ended = self.b == year
        return {
            "received": self.a == year,
            "issued": ended & (self.way == 1),
            "rejected": ended & (self.way == 2),
            "withdrawn": ended & (self.way == 3),
            "closed": ended & (self.way == 4),
            "decided": ended & (self.way < 4),
            "ended": ended,
            "timed": ended & (self.timed == 1),
            "untimed": ended & (self.timed == 0),
            "due": self.d == year,
            "met": (self.d == year) & (self.met == 1),
            "late": (self.d == year) & (self.met == 0),
            "open": (self.a <= year) & ((self.b == 0) | (self.b > year)),
            "not issued": (self.a <= year) & ~((self.way == 1) & (self.b <= year)),
        }[count].astype(float)


TOLD = ("received", "issued", "rejected", "withdrawn", "decided", "ended", "timed", "due", "met")
TARGETS = (
    "received", "issued", "rejected", "withdrawn", "closed", "ended", "timed", "untimed", "met",
    "late", "open", "not issued",
)  # fmt: skip


def disclosed_of_office(told, years):
    """Targets of one office that its own figures disclose; `told` is {year: {count: n}}."""
    atoms = Atoms(years)
    known = [(y, c, told[y][c]) for y in years for c in TOLD if c in told.get(y, {})]
    if not known:
        return []
    matrix = np.array([atoms.vector(c, y) for y, c, _n in known])
    values = np.array([n for *_said, n in known], dtype=float)
    named = [f"{c} {y}" for y, c, _n in known]
    found = list(combined(matrix, values, named))
    sparse = csr_matrix(matrix)
    for y, count in itertools.product(years, TARGETS):
        low, high = bounds(atoms.vector(count, y), sparse, values)
        if low >= 1 and high <= 4:
            found.append(f"{count} {y}: {low:g}–{high:g}")
    return found


def bounds(target, matrix, values):
    """The smallest and the largest that a sum of unknowns can be, whole numbers."""
    ends = []
    for sign in (1, -1):
        done = linprog(sign * target, A_eq=matrix, b_eq=values, bounds=(0, None), method="highs")
        if done.status == 3:  # unbounded
            ends.append(-np.inf)
            continue
        assert done.status == 0, done.message
        ends.append(done.fun)
    return float(np.ceil(ends[0] - 1e-6)), float(np.floor(-ends[1] + 1e-6))


def combined(matrix, values, named):
    """Sums and differences of up to three figures that are groups of cases, 1 to 4 of them."""
    size = len(values)
    signed = [(1, i) for i in range(size)] + [(-1, i) for i in range(size)]
    pairs = [
        (p, q) for p, q in itertools.combinations(signed, 2) if p[1] != q[1] and (p[0] + q[0]) > -2
    ]
    for chosen in [*[((1, i),) for i in range(size)], *pairs]:
        vector = sum(s * matrix[i] for s, i in chosen)
        value = sum(s * values[i] for s, i in chosen)
        if int(value) in SMALL and vector.min() >= 0 and vector.max() <= 1:
            yield " ".join(f"{'+-'[s < 0]}{named[i]}" for s, i in chosen) + f" = {value:g}"
        if len(chosen) < 2 or chosen[1][1] < chosen[0][1]:
            continue
        for s in (1, -1):
            rest = range(chosen[-1][1] + 1, size)
            near = [k for k in rest if int(value + s * values[k]) in SMALL]
            for k in near:
                third = vector + s * matrix[k]
                if third.min() >= 0 and third.max() <= 1:
                    yield f"{chosen} {s}{named[k]} = {value + s * values[k]:g}"


def disclosed_of_places(told, types, offices, province):
    """Counts of offices and of their permit types that the sums of provinces disclose."""
    found = []
    for year in sorted({y for _place, y in told}):
        for code in sorted(set(province.values())):
            mine = [o for o in offices if province[o] == code and (o, year) in told]
            mine += [o for o in offices if province[o] == code and (o, year) in types]
            mine = sorted(set(mine) | {o for o in offices if province[o] == code})
            found += [f"{code} {year} {t}" for t in _sums(told, types, mine, code, year)]
    return found


PARTS = {
    "received": ("received",),
    "issued": ("issued",),
    "rejected": ("rejected",),
    "withdrawn": ("withdrawn",),
    "decided": ("issued", "rejected", "withdrawn"),
    "ended": ("issued", "rejected", "withdrawn", "closed"),
    "due": ("met", "late"),
    "met": ("met",),
    "complaints": ("complaints",),
    "answers": ("answered", "unanswered"),
    "answered": ("answered",),
    "respondents": ("respondents",),
}
BASE = sorted({part for parts in PARTS.values() for part in parts})


def _sums(told, types, offices, province, year):
    index = {}
    for office in offices:
        for part in BASE:
            index[office, part] = len(index)
        for name in types.get((office, year), {}):
            index[office, "type", name] = len(index)
    rows, values = [], []

    def say(unknowns, value):
        row = np.zeros(len(index))
        for unknown, sign in unknowns:
            row[index[unknown]] += sign
        rows.append(row)
        values.append(float(value))

    for office in offices:
        for count, n in told.get((office, year), {}).items():
            if count in PARTS:
                say([((office, p), 1) for p in PARTS[count]], n)
        own = types.get((office, year), {})
        if own:
            all_types = [((office, "type", name), 1) for name in own]
            say([*all_types, ((office, "issued"), -1)], 0)
        for name, n in own.items():
            if n is not None:
                say([((office, "type", name), 1)], n)
    for count, n in told.get((province, year), {}).items():
        if count in PARTS and province not in offices:
            say([((o, p), 1) for o in offices for p in PARTS[count]], n)
    if not rows:
        return
    matrix, given = csr_matrix(np.array(rows)), np.array(values)
    free = [u for u in index if not any(r[index[u]] and (r != 0).sum() == 1 for r in rows)]
    targets = [(str(u), [u]) for u in free]
    for count, parts in PARTS.items():  # what is withheld of a sum, taken together
        hidden = [(o, p) for o in offices for p in parts if count not in told.get((o, year), {})]
        targets.append((f"rest of {count}", hidden))
    for office in offices:
        own = types.get((office, year), {})
        hidden = [(office, "type", t) for t, n in own.items() if n is None]
        targets.append((f"{office} rest of types", hidden))
    for named, unknowns in targets:
        if not unknowns:
            continue
        target = np.zeros(len(index))
        target[[index[u] for u in unknowns]] = 1
        low, high = bounds(target, matrix, given)
        if low >= 1 and high <= 4:
            yield f"{named}: {low:g}–{high:g}"


def disclosed(tables, offices, province):
    """Everything that the tables disclose; [] where they keep what they must."""
    told, types = facts_of(tables)
    found = []
    for office in offices:
        own = {y: counts for (place, y), counts in told.items() if place == office}
        years = sorted(own)
        spans = {tuple(years[:WINDOW]), tuple(years[-WINDOW:])} if years else set()
        for span in sorted(spans):
            found += [f"{office} {said}" for said in disclosed_of_office(own, list(span))]
    return found + disclosed_of_places(told, types, offices, province)
