"""The clock of an office: WIB, WITA or WIT by the province in its code."""

import csv
from functools import cache

from etl.paths import DATA
from etl.reading.raw import literal

WEST = "Asia/Jakarta"  # WIB, also where the office is not known


@cache
def zones() -> dict[str, str]:
    """Province → time zone of those that do not keep WIB, from `data/time_zones.csv`."""
    with (DATA / "time_zones.csv").open(encoding="utf-8", newline="") as file:
        return {row["province"]: row["zone"] for row in csv.DictReader(file)}


def zone_sql(office: str | None) -> str:
    """SQL of the time zone of a row; `office`: SQL of its office's code, None where it has none."""
    if office is None:
        return literal(WEST)
    by_zone: dict[str, list[str]] = {}
    for province, zone in zones().items():
        by_zone.setdefault(zone, []).append(province)
    whens = " ".join(
        f"WHEN left({office}, 2) IN ({', '.join(map(literal, provinces))}) THEN {literal(zone)}"
        for zone, provinces in by_zone.items()
    )
    return f"CASE {whens} ELSE {literal(WEST)} END"


def zone_of(office: str | None) -> str:
    """The time zone of an office by its code; WIB where it is not known."""
    return zones().get((office or "")[:2], WEST)
