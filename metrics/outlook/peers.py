"""The cases that lay open at each month's end, as arrays that every range is worked out from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pyarrow as pa

from etl.calendar import calendar_frame
from etl.periods import last_day
from metrics.counting.tables import AGE_BANDS

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

BANDS = tuple(AGE_BANDS)
OLDEST = len(BANDS) - 1
NAMES, MONTHS = ("office", "permit_type", "stage", "age_band"), ("month", "end_month")
NUMBERS = ("fresh", "net", "calendar", "n")
NARROW = np.int32  # rows are many: half the memory of whole words
RUNNING = 10**6
"""The month's number of an end that has not come."""


def month_number(month: np.ndarray | int) -> np.ndarray:
    """Months counted from year 0, of yyyymm."""
    return np.asarray(month) // 100 * 12 + np.asarray(month) % 100 - 1


def month_of_number(number: int) -> int:
    """yyyymm of a month's number."""
    return number // 12 * 100 + number % 12 + 1


def band_of(age: np.ndarray) -> np.ndarray:
    """The age band's number of ages in working days (indicators.md §4)."""
    return np.searchsorted([b for b in AGE_BANDS.values() if b is not None], age, side="left")


@dataclass(frozen=True)
class Cells:
    """Cases alike by place, type, stage and age at a month's end: codes, (cells,) each.

    `office`, `type`, `stage` and `band` are codes of `Peers`; `month` a month's number.
    """

    office: np.ndarray
    type: np.ndarray
    stage: np.ndarray
    band: np.ndarray
    month: np.ndarray

    def of(self, which: np.ndarray | slice) -> "Cells":
        """The cells at `which` (a mask, places or a stretch)."""
        return Cells(
            self.office[which], self.type[which], self.stage[which], self.band[which],
            self.month[which],
        )  # fmt: skip


@dataclass(frozen=True)
class Peers:
    """The counts of `remaining`, by month and office: where the cases stood, and what came of them.

    `end` is the number of the month they ended in (`RUNNING`), `net` and `calendar` the days it
    took from the month's end, `fresh` whether they are counted for the first time there.
    `told_until` (offices,) is the last day each has
    told of. `group` and `province` map codes of types and offices to those of their group and
    province (of a type that no count names, the last code, to a group of its own).
    """

    cells: Cells
    end: np.ndarray
    net: np.ndarray
    calendar: np.ndarray
    fresh: np.ndarray
    n: np.ndarray
    offices: dict[str, int]
    types: dict[str, int]
    stages: dict[str, int]
    group: np.ndarray
    province: np.ndarray
    week: np.ndarray
    first: np.ndarray

    told_until: np.ndarray

    def day(self, office: str) -> date:
        """The last day that an office has told of."""
        return date.fromordinal(int(self.told_until[self.offices[office]]) + EPOCH)

    def now(self, office: str) -> int:
        """The number of the month of that day."""
        day = self.day(office)
        return int(month_number(day.year * 100 + day.month))

    @cached_property
    def _lines(self) -> dict[int, np.ndarray]:
        """The working index of every day from the first month's end on, by working week."""
        first = last_day(month_of_number(self._first))
        latest = date.fromordinal(int(self.told_until.max()) + EPOCH)
        weeks = {int(w) for w in self.week}
        return {
            w: calendar_frame(first, max(first, latest), w)["idx"].to_numpy().astype(np.int64)
            for w in weeks
        }

    @cached_property
    def _first(self) -> int:
        return int(self.cells.month.min())

    @cached_property
    def _ends(self) -> np.ndarray:
        """The last day of every month from the first on, in days since the first one's."""
        months = range(self._first, int(self.cells.month.max()) + 1)
        days = np.array([_ordinal(last_day(month_of_number(m))) for m in months], np.int64)
        return days - days[0]

    def between(self, start: int, stop: int) -> slice:
        """The rows of the months from `start` up to `stop`, which is left out."""
        first, last = np.searchsorted(self.cells.month, (start, stop))
        return slice(int(first), int(last))

    def seen(self, office: np.ndarray, month: np.ndarray, now: int, calendar: bool) -> np.ndarray:
        """Days from the ends of `month` to the end of month `now`, working or calendar ones.

        Of a running case it is what was seen of it by then, and by the last day that its office
        has told of; its pauses are not taken off.
        """
        if not len(month):
            return np.zeros(0, dtype=np.int64)
        zero = _ordinal(last_day(month_of_number(self._first)))
        end = _ordinal(last_day(month_of_number(now))) - zero
        until = np.minimum(self.told_until - zero, end).clip(0)[office]
        begun = np.minimum(self._ends[month - self._first], until)
        if calendar:
            return until - begun
        answer = np.zeros(len(month), dtype=np.int64)
        for week, line in self._lines.items():
            mine = self.week[office] == week
            answer[mine] = line[until[mine]] - line[begun[mine]]
        return answer


EPOCH = date(1970, 1, 1).toordinal()


def _ordinal(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH


def read_peers(snapshot: "Snapshot") -> Peers:
    """The arrays of a snapshot, read once and kept; with no cell where nothing lay open."""
    return snapshot.kept("remaining", lambda: _read(snapshot))


def _read(snapshot: "Snapshot") -> Peers:
    told, names = _columns(snapshot.parts("remaining"))
    order = np.lexsort((told["office"], told["month"]))
    for name in told:
        told[name] = told[name][order]
    band = np.array([BANDS.index(b) for b in names["age_band"]], dtype=NARROW)
    offices, types = names["office"], names["permit_type"]
    known = snapshot.offices().set_index("office")
    of_type = snapshot.permit_types().set_index("permit_type")["group"].to_dict()
    groups = {g: i for i, g in enumerate(sorted({str(of_type.get(t) or "") for t in types}))}
    provinces = {p: i for i, p in enumerate(sorted({_province(known, o) for o in offices}))}
    first = np.full(len(offices), RUNNING)
    np.minimum.at(first, told["office"], told["month"])
    cells = Cells(
        told["office"], told["permit_type"], told["stage"], band[told["age_band"]], told["month"]
    )
    return Peers(
        cells=cells, end=told["end_month"], net=told["net"], calendar=told["calendar"],
        fresh=told["fresh"], n=told["n"], offices=offices, types=types, stages=names["stage"],
        group=np.array(
            [*(groups[str(of_type.get(t) or "")] for t in types), len(types)], dtype=np.int64
        ),
        province=np.array([provinces[_province(known, o)] for o in offices], dtype=np.int64),
        week=np.array([_week(known, o) for o in offices], dtype=np.int64),
        first=first, told_until=_told_until(snapshot, offices),
    )  # fmt: skip


def _columns(
    parts: Iterable[pa.Table],
) -> tuple[dict[str, np.ndarray], dict[str, dict[str, int]]]:
    """The columns of all parts, (rows,) each: names as codes, months by number; and the codes."""
    names: dict[str, dict[str, int]] = {c: {} for c in NAMES}
    found: dict[str, list[np.ndarray]] = {c: [] for c in (*NAMES, *MONTHS, *NUMBERS)}
    for part in parts:
        for column, known in names.items():
            coded = part[column].combine_chunks().dictionary_encode()
            each = [known.setdefault(str(n), len(known)) for n in coded.dictionary.to_pylist()]
            codes = coded.indices.to_numpy(zero_copy_only=False)
            found[column].append(np.array(each, dtype=NARROW)[codes])
        for column in (*MONTHS, *NUMBERS):
            found[column].append(part[column].fill_null(0).to_numpy().astype(NARROW))
    told = {c: np.concatenate(v) if v else np.zeros(0, NARROW) for c, v in found.items()}
    running = told["end_month"] == 0
    for column in MONTHS:
        told[column] = month_number(told[column]).astype(NARROW)
    told["end_month"][running] = RUNNING
    return told, names


def _province(known: pd.DataFrame, office: str) -> str:
    return str(known["province"].get(office) or office[:2])


def _week(known: pd.DataFrame, office: str) -> int:
    week = known["working_week"].get(office)
    return 5 if week is None or pd.isna(week) else int(week)


def _told_until(snapshot: "Snapshot", offices: dict[str, int]) -> np.ndarray:
    """(offices,) the last day that each has told of, in days since 1970-01-01."""
    codes, days = snapshot.last_days("applications")
    known = {str(o): int(d.astype(int)) for o, d in zip(codes, days, strict=True) if d == d}
    return np.array([known.get(office, 0) for office in offices], dtype=np.int64)
