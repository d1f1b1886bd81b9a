"""The one gate of what people write down on pages: targets, events, follow-ups, publications.

Whoever writes is asked here whether the place is theirs, and every writing and every refusal goes
to the audit table.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from dashboard.frame import audit
from dashboard.frame.access import OF_AN_OFFICE
from dashboard.frame.view import View
from etl.errors import Refused
from etl.reference import province_of
from etl.store.operations import Operations
from etl.words import _
from metrics.asking.query import Scope

LONGEST = 300
CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Pen:
    """In whose name and within which scope the records of a store are written."""

    store: Path
    scope: Scope
    who: str

    def may(self, place: str) -> bool:
        """Whether what concerns an office or a province (code) may be written by this reader.

        An office's people write of their office; a province's monitor of the province and of its
        offices; an admin of all; the public of none.
        """
        if self.scope.role == "admin":
            return bool(place)
        if self.scope.role in OF_AN_OFFICE:
            return "." in place and self.scope.allows(place)
        if self.scope.role != "province" or not self.scope.offices:
            return False
        mine = {province_of(office) for office in self.scope.offices}
        return place in mine or ("." in place and self.scope.allows(place))

    def check(self, place: str, page: str) -> None:
        """Refuse, and write down, a place that is not this reader's."""
        if not self.may(place):
            Operations(self.store).audit(
                self.who, self.scope.role, "refusal", page=page, place=place
            )
            raise Refused(_("Wilayah {place} di luar wewenang Anda.").format(place=place))

    def note(self, what: str, place: str, **detail: object) -> None:
        """Write down what was changed: codes, numbers and dates, no words of people."""
        Operations(self.store).audit(
            self.who, self.scope.role, "settings", what=what, place=place, **detail
        )


def pen_of(view: View) -> Pen:
    """The pen of whoever looks at a page, as long as the grant that it was drawn under stands."""
    audit.still_granted(audit.witness(), "settings")
    return Pen(view.store, view.scope, view.who)


def tidied(text: str, label: str, needed: bool = True) -> str:
    """What somebody typed, on one line; refused where it is wanting or too long."""
    told = " ".join(CONTROL.sub(" ", text).split())
    if needed and not told:
        raise Refused(_("Isi {label}.").format(label=label))
    if len(told) > LONGEST:
        raise Refused(
            _("{label} paling panjang {n} huruf; singkatkan.").format(label=label, n=LONGEST)
        )
    return told


def places(view: View) -> dict[str, str]:
    """The offices in view, and the province, that the reader may write of: code → name.

    The place in view comes first.
    """
    pen = Pen(view.store, view.scope, view.who)
    codes = sorted(view.offices, key=view.office_name)
    found = {code: view.office_name(code) for code in codes}
    for code in sorted({o.province for o in view.offices.values() if o.province}):
        found[code] = view.province_name if view.query.province == code else province_name(code)
    allowed = {code: name for code, name in found.items() if pen.may(code)}
    first = view.query.office or view.query.province
    order = sorted(allowed, key=lambda code: (code != first, "." in code))
    return {code: allowed[code] for code in order}


def province_name(code: str) -> str:
    """A province in words; its code where unknown."""
    from etl.reference import regions

    known = regions().get(code)
    return known.name if known else code
