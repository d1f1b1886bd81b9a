"""Proposes the common permit type for an office's own name; a person decides."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from etl.paths import DATA
from etl.reference import permit_types

#: Below this a proposal would mislead more often than help (0 to 100).
LIKELY = 72.0
TOLD = 80.0
#: Words that nearly every permit's name has; they say nothing about which permit it is.
COMMON = frozenset(
    (
        *("izin", "ijin", "surat", "tanda", "daftar", "keterangan", "persetujuan", "rekomendasi"),
        *("penerbitan", "pendirian", "dan", "untuk", "usaha", "atau", "baru", "perpanjangan"),
    )
)
SPELLINGS = {"ijin": "izin", "praktek": "praktik", "perijinan": "perizinan", "bangun": "bangunan"}


@dataclass(frozen=True)
class Proposal:
    """A permit type proposed for an own name, with how alike they are (0 to 100)."""

    own_name: str
    permit_type: str
    likeness: float


def plain(name: str) -> str:
    """A name as compared: lower case, single spaces, common spellings, brackets kept as words.

    >>> plain("IJIN  PRAKTEK Dokter (Umum)")
    'izin praktik dokter umum'
    """
    words = re.sub(r"[^\w]+", " ", name.lower()).split()
    return " ".join(SPELLINGS.get(word, word) for word in words)


def core(name: str) -> str:
    """The words of a name that tell permits apart; all of them when none is left."""
    words = plain(name).split()
    telling = [word for word in words if word not in COMMON]
    return " ".join(telling or words)


def _abbreviations(name: str) -> set[str]:
    """Abbreviations in brackets and the initials of a name: SIUP, IMB."""
    found = {a.upper() for a in re.findall(r"\(([A-Za-z]{2,8})\)", name)}
    words = [
        w for w in plain(re.sub(r"\([^()]*\)", " ", name)).split() if w not in ("dan", "untuk")
    ]
    if len(words) > 2:
        found.add("".join(w[0] for w in words).upper())
    return found


@cache
def common_list() -> dict[str, str]:
    """The shipped common list: permit type → name."""
    return {code: kind.name for code, kind in permit_types().items()}


@cache
def telling_words() -> dict[str, str]:
    """Words that point to one permit type of the common list, from `data/permit_words.csv`."""
    with (DATA / "permit_words.csv").open(encoding="utf-8", newline="") as file:
        return {
            word: row["permit_type"]
            for row in csv.DictReader(file)
            for word in row["words"].split("|")
        }


def propose(
    own_names: Iterable[str], known: Mapping[str, str] | None = None, most: int = 3
) -> dict[str, tuple[Proposal, ...]]:
    """Up to `most` permit types for each own name, likeliest first; none where none is likely.

    `known` maps permit types to their names (default: the shipped list). The same spelling, or a
    short name that is an abbreviation, is 100; a telling word of `data/permit_words.csv` is 80.
    Otherwise the likeness is the mean of rapidfuzz's token-sort and token-set ratios of the words
    that tell permits apart.
    """
    types = dict(known if known is not None else common_list())
    cores = {code: core(name) for code, name in types.items()}
    short = {a: code for code, name in types.items() for a in {code.upper(), *_abbreviations(name)}}
    exact = {plain(name): code for code, name in types.items()} | {plain(c): c for c in types}
    answer: dict[str, tuple[Proposal, ...]] = {}
    for own in dict.fromkeys(own_names):
        found: dict[str, float] = {}
        for _name, likeness, code in process.extract(
            core(own), cores, scorer=_likeness, score_cutoff=LIKELY, limit=most
        ):
            found[code] = round(float(likeness), 1)
        for word, code in telling_words().items():
            if code in types and f" {word} " in f" {plain(own)} ":
                found[code] = max(found.get(code, 0.0), TOLD)
        if sure := exact.get(plain(own)) or _abbreviated(own, short):
            found[sure] = 100.0
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:most]
        answer[own] = tuple(Proposal(own, code, likeness) for code, likeness in ordered)
    return answer


def _abbreviated(own: str, short: Mapping[str, str]) -> str | None:
    """The one type whose abbreviation stands in a name of three words at most."""
    words = {w.upper() for w in plain(own).split()} - {c.upper() for c in COMMON}
    codes = {short[w] for w in words if w in short}
    return codes.pop() if len(codes) == 1 and len(plain(own).split()) <= 3 else None


def _likeness(a: str, b: str, score_cutoff: float | None = None, **_ignored: object) -> float:
    if not a or not b:
        return 0.0
    whole = fuzz.token_sort_ratio(a, b)
    part = fuzz.token_set_ratio(a, b)
    likeness = 0.5 * whole + 0.5 * part
    return likeness if score_cutoff is None or likeness >= score_cutoff else 0.0
