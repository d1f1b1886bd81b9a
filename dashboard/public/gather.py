"""What the public pages say, as plain values for their templates."""

from dataclasses import dataclass
from typing import Any

from dashboard.locale.format import figure, months, number, period
from dashboard.public.doors import Opened
from etl.words import _, speaking
from metrics.asking.registry import get
from metrics.opendata.edition import Edition, edition
from metrics.opendata.offered import OFFERED, OFFICES, TYPES
from metrics.opendata.recent import (
    Standard,
    Step,
    Thirds,
    last_day_of,
    served,
    standards,
    steps,
    thirds,
)

SHOWN_YEARS = 5
LISTED = frozenset({"permits_issued"})


@dataclass(frozen=True)
class Bar:
    """One line of "how long": its share in words, the days, and its width in percent."""

    share: str
    days: int
    width: int


@dataclass(frozen=True)
class Permit:
    """A permit type as its page and its line in the list show it."""

    code: str
    name: str
    standard: Standard
    thirds: Thirds | None
    issued: tuple[tuple[str, str], ...]

    @property
    def span(self) -> str:
        """The months that the days are of, in words."""
        return months(self.thirds.start, self.thirds.end) if self.thirds else ""

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The days by thirds, drawn against the longest of them and the standard."""
        if self.thirds is None:
            return ()
        whole = max(*self.thirds.days, self.standard.days or 0, 1)
        shares = (_("Sepertiga selesai dalam"), _("Dua pertiga selesai dalam"),
                  _("Sembilan dari sepuluh selesai dalam"))  # fmt: skip
        return tuple(
            Bar(share, days, round(days / whole * 90))
            for share, days in zip(shares, self.thirds.days, strict=True)
        )

    @property
    def tick(self) -> int | None:
        """Where the standard stands among the bars, in percent."""
        if self.thirds is None or self.standard.days is None:
            return None
        return round(self.standard.days / max(*self.thirds.days, self.standard.days, 1) * 90)


@dataclass(frozen=True)
class Survey:
    """The satisfaction index of the last survey of a closed year, in words."""

    value: str
    grade: str
    respondents: str
    period: str


@dataclass(frozen=True)
class OfficePage:
    """Everything the pages of one office say."""

    code: str
    name: str
    as_of: Any
    permits: tuple[Permit, ...]
    issued: tuple[tuple[str, str], ...]
    survey: Survey | None
    channels: str
    answers: tuple[str, str] | None
    sample: bool

    def permit(self, code: str) -> Permit | None:
        """The permit type of that code, None where the office has none such."""
        return next((p for p in self.permits if p.code == code), None)


def office_page(data: Opened, code: str) -> OfficePage:
    """The pages of one office whose door is open; worked out once a version, a set of doors and a
    language."""
    found: OfficePage = data.snapshot.remembered(
        ("public office", data.offices, code), lambda: _office_page(data, code)
    )
    return found


def _office_page(data: Opened, code: str) -> OfficePage:
    snapshot = data.snapshot
    made = edition(snapshot, data.offices)
    types = snapshot.permit_types()
    names = dict(zip(types["permit_type"], types["name"].fillna(types["permit_type"]), strict=True))
    of_standard, of_late = standards(snapshot, code), thirds(snapshot, code)
    by_type = _issued_by_type(made, code)
    permits = [
        Permit(
            name,
            str(names.get(name, name)),
            of_standard.get(name, Standard()),
            of_late.get(name),
            by_type.get(name, ()),
        )
        for name in sorted(
            served(snapshot, code) - {""}, key=lambda c: str(names.get(c, c)).lower()
        )
    ]
    return OfficePage(
        code,
        data.names[code],
        last_day_of(snapshot, code),
        tuple(permits),
        _years(made, "permits_issued", code),
        _survey(made, code),
        _channels(data, code),
        _answers(made, code),
        snapshot.is_sample,
    )


def usual_steps(data: Opened, office: str, permit_type: str) -> tuple[Step, ...]:
    """The steps of a permit; worked out once a version."""
    with speaking("id"):  # there are no words in it: one answer for both languages
        found: tuple[Step, ...] = data.snapshot.remembered(
            ("public steps", office, permit_type),
            lambda: steps(data.snapshot, office, permit_type),
        )
    return found


def _rows(made: Edition, indicator: str, office: str) -> list[dict[str, Any]]:
    rows = made.table(indicator, OFFICES).to_json()["rows"]
    return [row for row in rows if row["office"] == office]


def _years(made: Edition, indicator: str, office: str) -> tuple[tuple[str, str], ...]:
    """Year and figure in words, the newest first, of the years that are told."""
    shape = get(indicator).shape
    told = [
        (str(row["year"]), figure(row["value"], shape, get(indicator).decimals))
        for row in _rows(made, indicator, office)
        if row["value"] is not None
    ]
    return tuple(told[::-1][:SHOWN_YEARS])


def _issued_by_type(made: Edition, office: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Permit type → year and number issued, the newest first; a withheld number is "di bawah 5"."""
    found: dict[str, list[tuple[str, str]]] = {}
    closed = _last_closed(made, office)
    for row in made.table("permits_issued", TYPES).to_json()["rows"]:
        if row["office"] != office:
            continue
        years = found.setdefault(str(row["permit_type"]), [])
        value = row["value"]
        if value is not None:
            years.append((str(row["year"]), number(value)))
        elif row["year"] <= closed:
            years.append((str(row["year"]), _("ditahan")))
    return {name: tuple(years[::-1][:SHOWN_YEARS]) for name, years in found.items()}


def _last_closed(made: Edition, office: str) -> str:
    years = [r["year"] for r in _rows(made, "permits_issued", office) if r["value"] is not None]
    return max(years, default="")


def _survey(made: Edition, office: str) -> Survey | None:
    told = [row for row in _rows(made, "ikm", office) if row["value"] is not None]
    if not told:
        return None
    row = told[-1]
    grade = str(row.get("grade") or "")
    return Survey(
        number(row["value"], 2), grade, number(row["n"]), period(str(row.get("period") or ""))
    )


def _answers(made: Edition, office: str) -> tuple[str, str] | None:
    """Year and share of complaints answered in time, of the last year that is told."""
    years = _years(made, "response_on_time", office)
    return years[0] if years else None


def _channels(data: Opened, office: str) -> str:
    """How to complain, as the office declared it in its profile."""
    table = data.snapshot.store_table("institution")
    if table.empty or "complaint_mechanism_evidence" not in table:
        return ""
    own = table[(table["office_code"] == office) & table["complaint_mechanism_evidence"].notna()]
    if own.empty:
        return ""
    return str(own.sort_values("year")["complaint_mechanism_evidence"].iloc[-1]).strip()


def open_tables() -> list[tuple[str, str, str]]:
    """Name, title and formula of each indicator that is open."""
    return [(name, get(name).label(), get(name).explain()) for name in OFFERED]
