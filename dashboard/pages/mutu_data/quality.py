"""What the data page shows: offices with their last reports, loads, and rows turned away."""

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from etl.words import _, counted
from metrics.asking.untold import undated_decisions

DAYS_BEHIND = 31


def kind_words() -> dict[str, str]:
    """The kinds an office reports, in the words of the page."""
    return {
        "applications": _("Permohonan"),
        "payments": _("Pembayaran"),
        "complaints": _("Pengaduan"),
        "survey": _("Survei"),
    }


def _sources() -> dict[str, str]:
    return {
        "records": _("berkas"),
        "tally": _("rekap bulanan"),
        "recap": _("berkas rekap"),
    }


def offices(view: View) -> pd.DataFrame:
    """One row an office in view: last day of each kind, rows read and rejected, unmapped,
    decisions without a date."""
    columns = [
        "name", *kind_words(), "source", "read", "rejected", "share", "unmapped", "undated",
        "valid_to",
    ]  # fmt: skip
    if view.snapshot.is_empty:
        return pd.DataFrame(columns=columns)
    known = view.snapshot.offices()
    codes = [view.office.code] if view.office else list(view.offices)
    known = known[known["office"].isin(codes)]
    meta = view.snapshot.table("meta")
    days = meta.pivot_table(index="office", columns="kind", values="last_day", aggfunc="max")
    sums = meta.groupby("office")[["read", "rejected", "unmapped"]].sum(min_count=1)
    rows = known.assign(source=known["source"].map(_sources())).set_index("office")
    rows = rows.join(days).join(sums)
    rows = rows.join(undated_decisions(view.snapshot).set_index("office"))
    for kind in kind_words():
        if kind not in rows:
            rows[kind] = None
    rows["share"] = rows["rejected"] / rows["read"]
    worst = rows.sort_values(["applications", "rejected"], ascending=[True, False])
    return worst.reset_index()[columns]


def answer(found: pd.DataFrame) -> str:
    """How many offices are up to date, who is behind, and how many rows were turned away."""
    last = pd.to_datetime(found["applications"])
    if not len(found) or last.isna().all():
        return _("Belum ada data permohonan yang dilaporkan.")
    newest = last.max()
    ended = pd.to_datetime(found["valid_to"])  # an office that ended owes nothing afterwards
    owed = ended.where(ended < newest, newest)
    behind = found[(owed - last).dt.days >= DAYS_BEHIND]["name"].tolist()
    silent = found[last.isna()]["name"].tolist()
    parts = [
        _("**{n} dari {all} kantor** melaporkan permohonan sampai {month}").format(
            n=len(found) - len(behind) - len(silent),
            all=len(found),
            month=f.month(f"{newest:%Y-%m}"),
        )
    ]
    if behind:
        parts.append(_("tertinggal: {names}").format(names=", ".join(behind)))
    if silent:
        parts.append(_("belum melaporkan permohonan: {names}").format(names=", ".join(silent)))
    turned = found["rejected"].sum()
    parts.append(counted("{n} baris ditolak", int(turned)).format(n=f.number(int(turned))))
    return "; ".join(parts) + "."


def batches(view: View) -> pd.DataFrame:
    """Loads with their counts, newest first; a reader of some offices sees theirs alone."""
    columns = ["batch", "day", "file", "kind", "read", "accepted", "rejected", "unchanged", "state"]
    if view.snapshot.is_empty or (loads := view.snapshot.batches()).empty:
        return pd.DataFrame(columns=columns)
    if view.scope.offices is not None:
        told = view.snapshot.store_table("batch_offices")
        theirs = told.groupby("batch")["office_code"].agg(
            lambda codes: all(view.scope.allows(c) for c in codes)
        )
        loads = loads[loads["batch"].map(theirs).fillna(False).astype(bool)]
    counts = view.snapshot.store_table("batch_kinds").groupby("batch")
    sums = counts[["read", "accepted", "rejected", "unchanged"]].sum()
    loads = loads.merge(sums, left_on="batch", right_index=True, how="left")
    states = {"live": _("berlaku"), "undone": _("dibatalkan")}
    return loads.assign(
        day=[f.date(d) for d in loads["loaded_at"]], state=loads["state"].map(states)
    )[columns].reset_index(drop=True)


def rejects(view: View, batch: int) -> pd.DataFrame:
    """The rows one load turned away: sheet, row, column, value, reason."""
    columns = ["sheet", "row", "column", "value", "reason"]
    if view.snapshot.is_empty or (found := view.snapshot.store_table("rejects")).empty:
        return pd.DataFrame(columns=columns)
    return found[found["batch"] == batch][columns].reset_index(drop=True)
