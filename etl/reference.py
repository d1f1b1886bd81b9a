"""Typed access to the shipped reference tables, so that no module reads those CSV files itself."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from etl.paths import DATA

DEFAULT_COMPLAINT_DAYS = 10


@dataclass(frozen=True)
class Region:
    """A province, regency or city by its Kemendagri code; `province` is '' for a province."""

    code: str
    name: str
    short: str
    region_kind: str
    province: str


@dataclass(frozen=True)
class PermitType:
    """A permit type. `core`: one of the five main permits of the 2010 training report, or its heir.

    `successor` is the type that took its place ('' for none), `last_month` the last month
    ('YYYY-MM') in which it was applied for in the ordinary way ('' while it still is).
    """

    permit_type: str
    name: str
    group: str
    successor: str
    core: bool
    last_month: str
    note: str


@dataclass(frozen=True)
class Standard:
    """A service standard: working days and fee (rupiah) from `valid_from` on.

    `stage` '' means the whole service. `office` is an office's code or its province's.
    `working_days` and `fee` are None where nothing is promised (a levy worked out case by case).
    """

    office: str
    permit_type: str
    stage: str
    valid_from: date
    working_days: int | None
    fee: Decimal | None
    requirements: str
    signatory: str
    legal_basis: str


@dataclass(frozen=True)
class ComplaintStandard:
    """Working days within which a complaint of `category` ('' = any other) is to be answered."""

    category: str
    working_days: int
    source: str


@dataclass(frozen=True)
class Target:
    """A target of an office or province, for a permit type or all of them ('')."""

    indicator: str
    office: str
    permit_type: str
    valid_from: date
    value: Decimal


@dataclass(frozen=True)
class Tile:
    """The place of an office on the tile-grid map; rows and columns count from 1, north-west."""

    office: str
    row: int
    column: int
    short: str


@dataclass(frozen=True)
class StageName:
    """A milestone of the office's process with its usual order, desk and clock."""

    stage: str
    order: int
    desk: str
    clock: str
    about: str


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def regions() -> dict[str, Region]:
    """Every known region by code: 38 provinces, and the 27 regencies and cities of Jawa Barat."""
    return {row["code"]: Region(**row) for row in _rows("regions")}


def province_of(code: str) -> str:
    """The province code an office's code belongs to: '32.14' → '32', '32' → '32'."""
    return code.split(".", 1)[0]


def short_name(code: str) -> str:
    """The name people use for a region; the code itself where it is not known."""
    region = regions().get(code)
    return region.short if region else code


@cache
def permit_types() -> dict[str, PermitType]:
    """Every shipped permit type by its code, in the table's order."""
    return {
        row["permit_type"]: PermitType(
            row["permit_type"],
            row["name"],
            row["group"],
            row["successor"],
            row["core"] == "ya",
            row["last_month"],
            row["note"],
        )
        for row in _rows("permit_types")
    }


def current_type(permit_type: str) -> str:
    """The type that serves the same need today: follows `successor` to its end."""
    types, seen = permit_types(), {permit_type}
    while (known := types.get(permit_type)) and known.successor and known.successor not in seen:
        permit_type = known.successor
        seen.add(permit_type)
    return permit_type


@cache
def standards() -> tuple[Standard, ...]:
    """Every shipped standard, stages in the order in which a file passes them."""
    return tuple(
        Standard(
            row["office"],
            row["permit_type"],
            row["stage"],
            date.fromisoformat(row["valid_from"]),
            int(row["working_days"]) if row["working_days"] else None,
            Decimal(row["fee"]) if row["fee"] else None,
            row["requirements"],
            row["signatory"],
            row["legal_basis"],
        )
        for row in _rows("standards")
    )


def standard(office: str, permit_type: str, day: date, stage: str = "") -> Standard | None:
    """The standard valid on `day`: the office's own, else its province's, else None (§3)."""
    for owner in dict.fromkeys((office, province_of(office))):
        valid = [
            s
            for s in standards()
            if (s.office, s.permit_type, s.stage) == (owner, permit_type, stage)
            and s.valid_from <= day
        ]
        if valid:
            return max(valid, key=lambda s: s.valid_from)
    return None


@cache
def complaint_standards() -> dict[str, ComplaintStandard]:
    """Answering times by category; the key '' holds the general rule."""
    return {
        row["category"]: ComplaintStandard(row["category"], int(row["working_days"]), row["source"])
        for row in _rows("complaint_standards")
    }


def complaint_days(category: str | None) -> int:
    """Working days within which a complaint is to be answered (10 where nothing else is set)."""
    table = complaint_standards()
    found = table.get(category or "") or table.get("")
    return found.working_days if found else DEFAULT_COMPLAINT_DAYS


@cache
def targets() -> tuple[Target, ...]:
    """Every shipped target."""
    return tuple(
        Target(
            row["indicator"],
            row["office"],
            row["permit_type"],
            date.fromisoformat(row["valid_from"]),
            Decimal(row["value"]),
        )
        for row in _rows("targets")
    )


@cache
def share_indicators() -> tuple[str, ...]:
    """Indicators whose target is a share, a fraction from 0 to 1."""
    return tuple(row["indicator"] for row in _rows("share_indicators"))


@cache
def tiles() -> dict[str, Tile]:
    """The tile-grid map by office."""
    return {
        row["office"]: Tile(row["office"], int(row["row"]), int(row["column"]), row["short"])
        for row in _rows("tiles")
    }


@cache
def stage_names() -> dict[str, StageName]:
    """The milestones by name, in their usual order."""
    return {
        row["stage"]: StageName(
            row["stage"], int(row["order"]), row["desk"], row["clock"], row["about"]
        )
        for row in _rows("stage_names")
    }


@cache
def stage_actions() -> dict[tuple[str, str, str], str]:
    """What to do about a case that lies still, by (office, stage, desk); "" stands for any.

    From `data/stage_actions.csv`, which offices may edit: a row with an office's code comes before
    the general one.
    """
    rows = _rows("stage_actions")
    return {(r["office"], r["stage"].lower(), r["desk"]): r["action"] for r in rows}


def stage_action(office: str, stage: str, desk: str) -> str:
    """The action for a case at a stage and desk: the office's own, else the general one; by the
    stage's name, else by the desk.

    >>> stage_action("32.14", "Tanda tangan", "back_office")
    'Naikkan ke meja kepala dinas'
    """
    known = stage_actions()
    for key in ((stage.lower(), desk), (stage.lower(), ""), ("", desk), ("", "")):
        for place in (office, ""):
            if (place, *key) in known:
                return known[place, *key]
    return ""


@dataclass(frozen=True)
class FigureSource:
    """Where the figures of one section come from, and where they depart from it."""

    section: str
    title: str
    source: str
    deviation: str


@cache
def figure_sources() -> dict[str, FigureSource]:
    """The sources of the figures by section ("§3"), as docs/deviations.md has them."""
    return {row["section"]: FigureSource(**row) for row in _rows("figure_sources")}
