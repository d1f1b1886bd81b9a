"""Who the offices of the made-up province are, and on purpose how they differ (data/sample)."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

import numpy as np

from etl.paths import DATA
from etl.reference import regions

FIRST_MONTH = "2021-01"
PROVINCE = "32"
#: Codes for offices beyond the real 27, in prefixes that Kemendagri has not given out.
INVENTED_PREFIXES = ("99", "98", "97", "89", "88", "87", "86", "85")


READ: dict[Any, Callable[[str], Any]] = {
    float: float,
    int: int,
    bool: lambda text: text == "1",
    str: str,
}


@dataclass(frozen=True)
class Office:
    """One office of the sample; every difference that a figure should find is a field here.

    `volume` is relative. `pace`, `inspection`, `complaint_pace` multiply durations (1 = ordinary).
    `non_cash` and `ikm…` shift on the logit and on the latent score scale (0 = ordinary).
    `returned` is the share of files sent back at the check, `complaint_rate` complaints per 1,000
    applications. `services` are the survey's services ('' = all together), `unmapped` a permit
    name that no table knows.
    """

    office: str
    volume: float
    pace: float
    inspection: float
    queue: bool
    reform: bool
    silent: bool
    tally_only: bool
    clean_up: bool
    pauses: bool
    complete_at: bool
    working_week: int
    non_cash: float
    returned: float
    complaint_rate: float
    complaint_pace: float
    ikm: float
    ikm_waktu: float
    ikm_pengaduan: float
    services: str
    unmapped: str
    story: str

    @property
    def name(self) -> str:
        """Official name; offices beyond the real ones are called examples."""
        region = regions().get(self.office)
        return region.name if region else f"Kabupaten Contoh {self.office}"

    @property
    def region_kind(self) -> str:
        """kabupaten or kota."""
        region = regions().get(self.office)
        return region.region_kind if region else "kabupaten"


@dataclass(frozen=True)
class Span:
    """The days the sample covers, and the dates its stories hang on, all relative to `until`."""

    first: date
    until: date

    @property
    def reform(self) -> date:
        """1 February two years before the last year: the one-counter reform."""
        return date(self.until.year - 2, 2, 1)

    @property
    def silence(self) -> date:
        """The last day of March on or before `until`: after it one office reports no more."""
        this_year = date(self.until.year, 3, 31)
        return this_year if this_year <= self.until else date(self.until.year - 1, 3, 31)

    @property
    def queue_from(self) -> date:
        """Some twenty months before the end: from here on one office's backlog grows."""
        return self.until - timedelta(days=610)

    @property
    def clean_up(self) -> date:
        """Some five months before the end: one office closes its old files on this one day."""
        day = self.until - timedelta(days=150)
        while day.weekday() != 2:
            day -= timedelta(days=1)
        return day


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of `data/sample`."""
    with (DATA / "sample" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _typed(row: dict[str, str]) -> Office:
    return Office(**{f.name: READ[f.type](row[f.name]) for f in fields(Office)})


def offices(count: int) -> list[Office]:
    """The first `count` offices: those that differ on purpose first, then the ordinary ones, then
    invented ones for tests of size (up to some 800)."""
    known = [_typed(row) for row in rows("offices")]
    if count < 1 or count > len(known) + 99 * len(INVENTED_PREFIXES):
        raise ValueError(f"between 1 and {len(known) + 99 * len(INVENTED_PREFIXES)} offices")
    plain = next(o for o in known if not o.story)
    extra = [
        Office(**{**plain.__dict__, "office": f"{prefix}.{i:02d}", "volume": 1.0})
        for prefix in INVENTED_PREFIXES
        for i in range(1, 100)
    ]
    return [*known, *extra][:count]


def stream(seed: int, *names: str) -> np.random.Generator:
    """A stream of its own for a part of the sample, so that no part shifts another's draws."""
    words = [seed, *(int.from_bytes(name.encode()[:16].ljust(1, b"0"), "big") for name in names)]
    return np.random.default_rng(words)
