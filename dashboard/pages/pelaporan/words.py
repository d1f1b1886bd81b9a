"""What the reporting page says in words: who is silent or late, by what, since when."""

from collections.abc import Mapping

import pandas as pd

from dashboard.locale import format as f
from dashboard.locale.records import kind_name
from dashboard.parts.compare_words import listed
from etl.rows import rows_of
from etl.words import _, counted
from metrics.judging.reporting import rules


def kinds() -> list[str]:
    """The kinds that are to be reported, in the order of their rules."""
    return list(rules())


def last_words(month: float) -> str:
    """A month (yyyymm) in words; "–" for never."""
    if f.missing(month):
        return f.MISSING
    return f.month(f"{int(month) // 100}-{int(month) % 100:02d}", short=True)


def answer(told: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The page's sentence, about permits first: how many are in time, late, silent."""
    permits = told[told["kind"] == "applications"]
    late = permits[permits["days_late"] > 0].sort_values("days_late", ascending=False)
    silent = list(permits.loc[permits["last_month"].isna(), "office"])
    tally = list(permits.loc[permits["tally_only"], "office"])
    good = len(permits) - len(late) - len(silent)
    parts = [counted("**{n} kantor melaporkan izin tepat waktu.**", good).format(n=good)]
    if len(late):
        parts.append(
            _(":orange[**{n} terlambat**] ({names}).").format(
                n=len(late), names=listed(list(late["office"]), names)
            )
        )
    if silent:
        parts.append(
            _(":orange[**{n} belum pernah melapor**] ({names}).").format(
                n=len(silent), names=listed(silent, names)
            )
        )
    if tally:
        parts.append(_("{names} hanya mengirim rekap bulanan.").format(names=listed(tally, names)))
    return " ".join(parts)


def standing_rows(told: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The standing of each office and kind for the table: the silent and the latest first."""
    frame = told.assign(
        name=told["office"].map(lambda o: names.get(o, o)),
        what=told["kind"].map(kind_name),
        source=[_source(row) for row in rows_of(told)],
    )
    return latest_first(frame.sort_values("name"))


def latest_first(told: pd.DataFrame) -> pd.DataFrame:
    """The rows with the never reported first, then the latest; the rest keep their order."""
    order = told["days_late"].where(told["last_month"].notna(), float("inf"))
    rows = told.assign(order=-order).sort_values("order", kind="stable", ignore_index=True)
    return rows.drop(columns="order")


def _source(row: object) -> str:
    if f.missing(row.last_month):  # type: ignore[attr-defined]
        return _("belum lapor")
    if row.tally_only:  # type: ignore[attr-defined]
        return _("rekap bulanan saja")
    return _("nihil saja") if row.nil_only else _("data rinci")  # type: ignore[attr-defined]
