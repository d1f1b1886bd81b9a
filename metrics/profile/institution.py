"""The office's profile: the ten performance indicators as declared, beside what data show."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from etl.paths import DATA
from etl.reference import permit_types
from etl.rows import rows_of
from etl.words import _, counted
from metrics.asking.query import Query, Scope
from metrics.asking.registry import get, indicators
from metrics.judging.reporting import regencies

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

GENERAL = ("form", "legal_basis", "operating_since", "services")
YES = re.compile(r"^(ya|ada|sudah|lengkap|true|yes|1)\b", re.IGNORECASE)
PARTLY = re.compile(r"^(sebagian|belum lengkap|dalam proses|partly)\b", re.IGNORECASE)
NO = re.compile(r"^(tidak|belum|no|false|0)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Performance:
    """One of the ten performance indicators; `measured_by` names the figure that answers it."""

    number: int
    indicator: str
    title: str
    question: str
    measured_by: str

    def label(self) -> str:
        """The title in the language in use."""
        return _(self.title)


@dataclass(frozen=True)
class Aspect:
    """An aspect of PEKPPP with its weight, source and how certain it is."""

    aspect: str
    weight: float
    source: str
    certainty: str


@dataclass(frozen=True)
class Zone:
    """A grade of the Ombudsman's compliance assessment, with source and certainty."""

    grade: str
    zone: str
    quality: str
    low: float
    high: float
    source: str
    certainty: str


@dataclass(frozen=True)
class Line:
    """One indicator of one office: declared and measured side by side.

    `state` is "yes", "partly", "no" or "" (not declared); `shows` what the data say ("yes", "no"
    or "" where data cannot answer or there are none); `measured` in words; `verdict` "agrees",
    "differs", "declared", "measured" or "".
    """

    performance: Performance
    declared: str
    state: str
    evidence: str
    measured: str
    shows: str

    @property
    def verdict(self) -> str:
        """Whether declaration and data agree, or which of them there is alone."""
        if not self.state:
            return "measured" if self.shows else ""
        if not self.shows:
            return "declared"
        return "agrees" if (self.state != "no") == (self.shows == "yes") else "differs"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def performance() -> tuple[Performance, ...]:
    """The ten performance indicators of the training report, in order (indicators.md §8)."""
    return tuple(
        Performance(int(r.pop("number")), **r) for r in _rows("institution_indicators.csv")
    )


@cache
def aspects() -> tuple[Aspect, ...]:
    """The six aspects of PEKPPP, for reference (Permenpan RB 29/2022 as amended)."""
    return tuple(
        Aspect(r["aspect"], float(r["weight"]), r["source"], r["certainty"])
        for r in _rows("pekppp.csv")
    )


@cache
def zones() -> tuple[Zone, ...]:
    """The Ombudsman's grades and zones, for reference."""
    return tuple(
        Zone(
            r["grade"],
            r["zone"],
            r["quality"],
            float(r["low"]),
            float(r["high"]),
            r["source"],
            r["certainty"],
        )
        for r in _rows("ombudsman.csv")
    )


def state_of(declared: Any) -> str:
    """A declaration as "yes", "partly", "no", or "" when it says none of these."""
    text = "" if declared is None or declared != declared else str(declared).strip()
    for state, words in (("partly", PARTLY), ("yes", YES), ("no", NO)):
        if words.match(text):
            return state
    return "yes" if text else ""


def declared(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """What offices in view declared, one row an office and year, latest year first."""
    table = snapshot.store_table("institution")
    if table.empty:
        return table
    own = table[table["office_code"].isin(regencies(snapshot, scope, query))]
    return own.sort_values(["office_code", "year"], ascending=[True, False], ignore_index=True)


def profile(
    snapshot: "Snapshot", scope: Scope, office: str, year: int, query: Query
) -> tuple[dict[str, str], list[Line]]:
    """General indicators of `office` in `year` (or the last year before it), and the ten lines.

    `query` gives the period that is measured.
    """
    asked = query.change(office=office)
    table = declared(snapshot, scope, asked)
    rows = table[table["year"] <= year] if len(table) else table
    said: Mapping[Any, Any] = rows.iloc[0].to_dict() if len(rows) else {}
    general = {name: _text(said.get(name)) for name in GENERAL}
    general["year"] = _text(said.get("year"))
    found = measured(snapshot, scope, asked)
    own = found[found["office"] == office].set_index("indicator") if len(found) else found
    lines = []
    for item in performance():
        value = _text(said.get(item.indicator))
        known = item.indicator in own.index
        lines.append(
            Line(
                item,
                value,
                state_of(value),
                _text(said.get(f"{item.indicator}_evidence")),
                str(own.loc[item.indicator, "words"]) if known else "",
                str(own.loc[item.indicator, "shows"]) if known else "",
            )
        )
    return general, lines


def matrix(snapshot: "Snapshot", scope: Scope, query: Query, year: int) -> pd.DataFrame:
    """Every office in view × the ten indicators: office, year declared, and a state for each.

    A cell is "yes", "partly", "no" or "" (nothing declared up to `year`), never "no" for silence.
    """
    table = declared(snapshot, scope, query)
    names = [p.indicator for p in performance()]
    offices = pd.DataFrame({"office": regencies(snapshot, scope, query)})
    if table.empty:
        return offices.assign(year=None, **dict.fromkeys(names, ""))
    latest = table[table["year"] <= year].drop_duplicates("office_code")
    frame = offices.merge(latest, left_on="office", right_on="office_code", how="left")
    for name in names:
        frame[name] = [state_of(v) for v in frame[name]]
    return frame[["office", "year", *names]]


def measured(snapshot: "Snapshot", scope: Scope, query: Query) -> pd.DataFrame:
    """What the data answer, by office: office, indicator, shows ("yes"/"no"), words.

    Indicators 1, 3, 4, 5, 7 and 8 (indicators.md §8); an office without data has no row.
    """
    found: list[dict[str, str]] = []
    for item in performance():
        if item.measured_by not in indicators():
            continue
        for row in _figures(snapshot, scope, query, item):
            found.append({"indicator": item.indicator} | row)
    return pd.DataFrame(found, columns=["office", "indicator", "shows", "words"])


def _figures(
    snapshot: "Snapshot", scope: Scope, query: Query, item: Performance
) -> list[dict[str, str]]:
    asked = query.change(by=("office",))
    if item.indicator == "core_permits":
        return _core(snapshot, scope, query)
    read = get(item.measured_by).read(snapshot, scope, asked).rows
    rows = read[read["value"].notna()] if len(read) else read
    made = []
    for row in rows.to_dict("records"):
        value = float(row["value"])
        made.append(
            {
                "office": str(row["office"]),
                "shows": "yes" if value > 0 else "no",
                "words": _words(item.indicator, value, row),
            }
        )
    return made


def _words(indicator: str, value: float, row: Mapping[Any, Any]) -> str:
    n = int(row.get("n") or 0)
    return {
        "parallel_permits": _("{p} % permohonan dalam satu berkas bersama").format(
            p=_one(value * 100)
        ),
        "payment_ways": _("{p} % pembayaran lewat bank, VA atau QRIS").format(p=_one(value * 100)),
        "complaint_mechanism": counted("{n} pengaduan tercatat", int(value)).format(n=int(value)),
        "permit_database": counted("{n} permohonan tercatat", int(value)).format(n=int(value)),
        "survey_held": _("IKM {value} dari {n} responden").format(
            value=f"{value:.2f}".replace(".", ","), n=n
        ),
    }[indicator]


def _one(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _core(snapshot: "Snapshot", scope: Scope, query: Query) -> list[dict[str, str]]:
    """Core permits issued in the period, by office, named with their numbers."""
    core = [code for code, kind in permit_types().items() if kind.core]
    asked = query.change(by=("office", "permit_type"))
    read = get("permits_issued").read(snapshot, scope, asked).rows
    if read.empty:
        return []
    rows = read[read["permit_type"].isin(core) & read["value"].notna()]
    made = []
    for office, own in rows.groupby("office"):
        total = own["value"].sum()
        listed = ", ".join(
            f"{r.permit_type} {int(r.value)}"
            for r in rows_of(own.sort_values("value", ascending=False))
            if r.value > 0
        )
        made.append(
            {
                "office": str(office),
                "shows": "yes" if total > 0 else "no",
                "words": _("terbit: {listed}").format(listed=listed) if listed else _("tidak ada"),
            }
        )
    return made


def _text(value: Any) -> str:
    if value is None or value != value or value is pd.NA:
        return ""
    return str(value).strip()
