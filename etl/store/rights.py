"""What a role may write, and for which offices: held by every load, undo and nil report, and by
`etl.store.gate` for targets, events, actions, publications and settings.

It stands where things are written, so that no page, no request made by hand and no file can go
round it. Who looks at figures is `metrics.asking.query.Scope`; this is who changes them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb

from etl.errors import Refused
from etl.loads import Prepared
from etl.reference import province_of
from etl.schema import kinds
from etl.words import _

#: Tables that speak for every office: their rows are the admin's alone.
OF_ALL = frozenset({"offices", "permit_types"})
#: What a role may load; an analyst everything that is an office's own. Roles not named: nothing.
LOADS = {
    "analyst": frozenset({*kinds(), "event_log", "recap", "nil"}) - OF_ALL,
    "province": frozenset({"recap"}),
    "office": frozenset({"institution"}),
}
#: Who writes down what beside the facts, each for a place of their own: an office's people for
#: their office, a province's for the province. The admin writes all, and alone what is for all.
WRITES = {
    "target": frozenset({"office", "analyst", "province"}),
    "event": frozenset({"office", "analyst", "province"}),
    "action": frozenset({"office", "analyst", "province"}),
    "publication": frozenset({"office", "analyst"}),
    "scenario": frozenset({"office", "analyst"}),
    "letter": frozenset({"office", "analyst", "province"}),
    "public_door": frozenset({"office", "analyst"}),
    "mapping": frozenset({"analyst"}),
    "answer_words": frozenset({"analyst"}),
    "grant": frozenset(),
}
#: What a province's people write of a regency inside it too, beside what is the regency's: an
#: action that they ask for there. It changes nothing that the regency wrote, and none of its facts.
BELOW = frozenset({"action"})


@dataclass(frozen=True)
class Rights:
    """Who writes: a role, and the offices whose rows it may change (None: all)."""

    role: str = "admin"
    offices: frozenset[str] | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is closed to this writer."""
        return self.role == "admin" and self.offices is None

    def narrowed(self, offices: frozenset[str] | None) -> frozenset[str] | None:
        """The offices that both these rights and a request allow; None: all."""
        if self.offices is None:
            return offices
        return self.offices if offices is None else self.offices & offices

    def may_write(self, what: str, place: str) -> bool:
        """Whether this role writes `what` (a key of `WRITES`) for an office or province (code);
        "" is for all."""
        if self.role == "admin":
            return self.offices is None or place in self.offices
        if self.role not in WRITES[what] or not place or not self.offices:
            return False
        own = self.offices
        if self.role == "province":
            above = frozenset(province_of(office) for office in own)
            own = above | own if what in BELOW else above
        return place in own

    @property
    def side(self) -> str:
        """Whose word an action is: "province" of a province's people, "" of an office's own."""
        return "province" if self.role == "province" else ""

    def may_change_action(self, place: str, side: str, words: bool = False) -> bool:
        """Whether this role moves an action of a place on, or with `words` says anew what it asks.

        What stands at a regency is the regency's to move, whoever asked for it; what it asks is
        worded by the side that wrote it, and a province leaves a regency's own alone.
        """
        if not self.may_write("action", place):
            return False
        inside = self.offices or frozenset()
        if self.role == "admin" or place in {province_of(office) for office in inside}:
            return True  # a province's own, which stands above its regencies
        return side == self.side or (self.side == "" and not words)

    def check_write(self, what: str, place: str) -> None:
        """Refuse what `may_write` says no to."""
        if not self.may_write(what, place):
            raise Refused(
                _("Mengubah {what} {place} di luar wewenang Anda; mintalah kepada admin.").format(
                    what=_named(what), place=place or _("semua kantor")
                )
            )

    def check_kinds(self, wanted: Iterable[str]) -> None:
        """Refuse kinds that this role does not load."""
        if self.role == "admin":
            return
        closed = sorted(set(wanted) - LOADS.get(self.role, frozenset()))
        if closed:
            raise Refused(
                _("Peran Anda tidak memuat {kinds}; mintalah kepada admin.").format(
                    kinds=", ".join(closed)
                )
            )

    def check_offices(self, wanted: Iterable[str]) -> None:
        """Refuse offices outside these rights; "" stands for all offices together."""
        if self.offices is None:
            return
        outside = sorted(set(wanted) - self.offices)
        if outside:
            raise Refused(
                _("Di luar wewenang Anda: {offices}; minta kantor itu atau provinsi.").format(
                    offices=", ".join(code or _("semua kantor") for code in outside)
                )
            )

    def check_load(self, con: duckdb.DuckDBPyConnection, items: Sequence[Prepared]) -> None:
        """Refuse a checked file that asserts anything these rights do not cover."""
        if self.everything:
            return
        for item in items:
            if item.recap is not None:
                self.check_kinds(["recap"])
                self.check_offices(item.recap.manifest.get("offices") or {})
            self.check_kinds(part.kind for part in item.parts)
            for part in item.parts:
                self.check_offices(_offices_in(con, part.table, "office_code" in part.columns))

    def check_undo(self, con: duckdb.DuckDBPyConnection, batch: int) -> None:
        """Refuse to take back a batch that brought anything these rights do not cover."""
        if self.everything:
            return
        stored = con.execute("SELECT kind FROM facts.batch_kinds WHERE batch = ?", [batch])
        self.check_kinds(kind for (kind,) in stored.fetchall())
        touched = con.execute(
            "SELECT DISTINCT coalesce(office_code, '') FROM facts.batch_offices "
            "WHERE batch = ? AND rows > 0",
            [batch],
        ).fetchall()
        self.check_offices(code for (code,) in touched)


def _named(what: str) -> str:
    return {
        "target": _("target"),
        "event": _("peristiwa"),
        "action": _("tindak lanjut"),
        "publication": _("catatan publikasi"),
        "scenario": _("skenario"),
        "letter": _("kop surat"),
        "public_door": _("pintu publik"),
        "mapping": _("pasangan kolom"),
        "answer_words": _("kata jawaban survei"),
        "grant": _("hak akses"),
    }[what]


def _offices_in(con: duckdb.DuckDBPyConnection, table: str, named: bool) -> list[str]:
    """The offices that the rows of a staged table speak for; without that column, for all."""
    if not named:
        found = con.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall()
        return [""] if found else []
    rows = con.execute(f"SELECT DISTINCT coalesce(office_code, '') FROM {table}").fetchall()
    return [code for (code,) in rows]
