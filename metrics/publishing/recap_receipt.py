"""What a province tells an office that sent a recap: accepted, its number, what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.periods import month_text
from etl.rows import rows_of
from etl.words import _, counted
from metrics.asking.snapshot import Snapshot
from metrics.publishing.recap import Recap, open_recap, read_set

MEASURES = ("received", "issued", "rejected", "withdrawn", "revoked")
NAMED = 6


@dataclass(frozen=True)
class Receipt:
    """For one office: the recap's number, its period, and sentences on what changed since."""

    office: str
    name: str
    number: str
    period: tuple[str, str] | None
    as_of: Mapping[str, str]
    changes: tuple[str, ...]

    def text(self) -> str:
        """The receipt as text to copy into a reply."""
        lines = [
            _("Tanda terima rekap {number}: {name} ({office})").format(
                number=self.number, name=self.name, office=self.office
            ),
        ]
        if self.period:
            lines.append(
                _("Periode {first} sampai {last}.").format(
                    first=self.period[0], last=self.period[1]
                )
            )
        lines += [f"- {change}" for change in self.changes]
        return "\n".join(lines)


def receipts(path: Path, before: Snapshot) -> list[Receipt]:
    """A receipt for each office of the recap at `path`, against what `before` has published.

    Ask before the recap is published: afterwards nothing has changed. Raises `Refused` as
    `open_recap` does.
    """
    recap = open_recap(path)
    return [_receipt(recap, office, before) for office in recap.offices]


def _receipt(recap: Recap, office: str, before: Snapshot) -> Receipt:
    entry = recap.manifest["offices"][office]
    sent = {name: table.to_pandas() for name, table in read_set(recap.path, office).items()}
    known = office in before.manifest.get("offices", {})
    names = sent["ref_office"].set_index("office")["name"]
    changes = _changes(before, office, sent) if known else []
    if not _spoke(before, office):
        changes = [_("Rekap pertama dari kantor ini.")]
    elif not changes:
        changes = [_("Tidak ada angka yang berubah sejak rekap sebelumnya.")]
    period = entry.get("period")
    return Receipt(
        office,
        str(names.get(office, office)),
        recap.number,
        (period[0], period[1]) if period else None,
        entry.get("as_of", {}),
        tuple(changes),
    )


def _spoke(before: Snapshot, office: str) -> bool:
    if office not in before.manifest.get("offices", {}):
        return False
    table = before.table("reporting")
    return bool((table["office"] == office).any())


def _changes(before: Snapshot, office: str, sent: Mapping[str, pd.DataFrame]) -> list[str]:
    had = before.table("reporting")
    had = had[had["office"] == office]
    new = sent["reporting"]
    lines = []
    for kind, name in kind_words().items():
        a = set(had.loc[had["kind"] == kind, "month"])
        b = set(new.loc[new["kind"] == kind, "month"])
        if added := b - a:
            lines.append(_("{kind}: bulan baru {months}.").format(kind=name, months=_listed(added)))
        if gone := a - b:
            lines.append(
                _("{kind}: bulan {months} tidak ada lagi.").format(kind=name, months=_listed(gone))
            )
    flow = before.table("flow")
    return lines + _figures(flow[flow["office"] == office], sent["flow"])


def _figures(a: pd.DataFrame, b: pd.DataFrame) -> list[str]:
    """Monthly figures told before that are told otherwise now."""

    def by_month(frame: pd.DataFrame) -> pd.Series:
        kept = frame[frame["measure"].isin(MEASURES)]
        return kept.groupby(["month", "measure"])["n"].sum()

    old, new = by_month(a), by_month(b)
    both = pd.concat({"old": old, "new": new}, axis=1).reset_index()
    months = set(a["month"]) & set(b["month"])
    both = both[both["month"].isin(months)].fillna({"old": 0, "new": 0})
    both = both[both["old"] != both["new"]].sort_values(["month", "measure"])
    words = measure_words()
    lines = [
        _("{measure} {month}: {old} menjadi {new}.").format(
            measure=words[row.measure],
            month=month_text(row.month),
            old=int(row.old),
            new=int(row.new),
        )
        for row in rows_of(both.head(NAMED))
    ]
    if len(both) > NAMED:
        more = len(both) - NAMED
        lines.append(counted("dan {n} angka bulanan lain berubah.", more).format(n=more))
    return lines


def _listed(months: set[int]) -> str:
    ordered = sorted(months)
    if len(ordered) > NAMED:
        return _("{first} sampai {last}").format(
            first=month_text(ordered[0]), last=month_text(ordered[-1])
        )
    return ", ".join(month_text(m) for m in ordered)


def kind_words() -> dict[str, str]:
    """Record kinds of the reporting table in words."""
    return {
        "applications": _("permohonan"),
        "complaints": _("pengaduan"),
        "payments": _("pembayaran"),
        "survey": _("survei"),
    }


def measure_words() -> dict[str, str]:
    """Measures of the flow table in words."""
    return {
        "received": _("diterima"),
        "issued": _("terbit"),
        "rejected": _("ditolak"),
        "withdrawn": _("ditarik"),
        "revoked": _("dicabut"),
    }
