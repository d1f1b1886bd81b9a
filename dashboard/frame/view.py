"""What a page is handed: the data, the reader's scope, and the place and period in view."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.frame.period import Period
from etl.errors import Refused
from etl.rows import rows_of
from etl.words import _
from metrics.asking.query import Query, Scope
from metrics.asking.registry import get
from metrics.judging.growth import growth
from metrics.judging.verdict import judge

if TYPE_CHECKING:
    from metrics.asking.result import Result
    from metrics.asking.snapshot import Snapshot
    from metrics.judging.growth import Growth
    from metrics.judging.verdict import Verdict


@dataclass(frozen=True)
class Office:
    """An office in words: its code, full name, short name, province code and working week."""

    code: str
    name: str
    short: str
    province: str


def offices_of(
    snapshot: "Snapshot", scope: Scope, province: str | None = None
) -> dict[str, Office]:
    """The offices that `scope` may see, by code; of one province alone where it is named."""
    return {
        row.office: Office(row.office, row.name, row.short or row.name, row.province or "")
        for row in rows_of(snapshot.offices())
        if scope.allows(row.office) and (province is None or row.province == province)
    }


@dataclass(frozen=True)
class View:
    """Everything a page needs, made anew at each run by the shell.

    `query` carries office/province/permit_type/start/end of the bar; `offices` the offices
    that the reader may see in the province in view, by code; `permit_types` names by code;
    `snapshot` is an empty one while nothing is loaded; `store` the store's directory (for upload
    and reports); `who` the name for the audit log.

    >>> view.read("on_time_rate").value                      # doctest: +SKIP
    0.874
    >>> view.read("on_time_rate", by=("month",), start="2025-01").rows   # doctest: +SKIP
    """

    snapshot: "Snapshot"
    scope: Scope
    query: Query
    period: Period
    language: str
    store: Path
    offices: dict[str, Office]
    permit_types: dict[str, str]
    province_name: str = ""
    who: str = ""

    @property
    def office(self) -> Office | None:
        """The office in view; None when a whole province is."""
        return self.offices.get(self.query.office or "")

    @property
    def place(self) -> str:
        """The place in words: "DPMPTSP Kabupaten Purwakarta" or "Provinsi Jawa Barat"."""
        if self.office:
            return self.office.name
        return self.province_name or _("Semua kantor")

    @property
    def case_rows(self) -> bool:
        """Whether case rows may be listed: the reader may, and one office is in view."""
        return self.scope.case_rows and self.office is not None

    def read(self, name: str, by: tuple[str, ...] = (), **changes: Any) -> "Result":
        """The indicator `name` for this view; `changes` replace fields of the query.

        An indicator that knows no permit types is read over all of them.
        """
        if self.snapshot.is_empty:
            raise Refused(_("Belum ada data; muat berkas pertama di halaman Unggah data."))
        if self.query.permit_type and "permit_type" not in get(name).dims:
            changes = {"permit_type": None} | changes
        return get(name).read(self.snapshot, self.scope, self.query.change(by=by, **changes))

    def verdict(self, name: str, **changes: Any) -> "Verdict":
        """The one judgement of the indicator `name` for this view (`metrics.judging.verdict`)."""
        return judge(self.snapshot, self.scope, name, self.query.change(**changes))

    def growth(self, name: str, **changes: Any) -> "Growth | None":
        """A count of this view against the same offices and months of the year before."""
        return growth(self.snapshot, self.scope, get(name), self.query.change(**changes))

    def before(self, name: str, by: tuple[str, ...] = (), **changes: Any) -> "Result":
        """The same figure for the same months of the year before."""
        past = self.period.before()
        return self.read(name, by, **({"start": past.start, "end": past.end} | changes))

    def trend(
        self, name: str, by: tuple[str, ...] = ("month",), months: int = 24, **changes: Any
    ) -> "Result":
        """The figure month by month over the `months` months up to the period's end."""
        span = self.period.trend(months)
        return self.read(name, by, **({"start": span.start, "end": span.end} | changes))

    def all_permit_types(self) -> "View":
        """The same view without the permit type, for figures that know none."""
        return replace(self, query=self.query.change(permit_type=None))

    def permit_name(self, code: str) -> str:
        """A permit type in words; its own code where it is not mapped."""
        return self.permit_types.get(code, code)

    def permit_short(self, code: str) -> str:
        """The name people use for a permit type: its abbreviation ("PBG"), else its name."""
        name = self.permit_name(code)
        found = re.search(r"\(([^()]{2,12})\)", name)
        return found[1] if found else name.split(",")[0]

    def office_name(self, code: str) -> str:
        """An office's short name; its code where unknown."""
        return self.offices[code].short if code in self.offices else code
