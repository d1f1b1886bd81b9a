"""Papers that went back to the applicant: how often, why, and what it costs."""

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Column, section, table
from etl.words import _, counted


def returned_papers(view: View) -> None:
    """A sentence and the reasons, the most costly first; nothing where no stage is the
    applicant's."""
    reasons = _reasons(view)
    if reasons.empty:
        return
    section(_("Berkas di pemohon"), _sentence(view))
    table(
        reasons,
        [
            Column("stage", _("Tahap"), pinned=True),
            Column("days", _("Hari kerja"), f.number),
            Column("n", _("Kali"), f.number),
            Column("each", _("Median sekali"), f.days),
        ],
        key="returns",
    )


def _reasons(view: View) -> pd.DataFrame:
    spent = view.read("return_days", by=("stage",)).rows
    if spent.empty:
        return spent
    took = view.read("stage_time", by=("stage",)).rows.set_index("stage")["value"]
    found = spent.assign(each=spent["stage"].map(took), days=spent["value"])
    return found.sort_values("days", ascending=False, ignore_index=True)


def _sentence(view: View) -> str:
    right = view.read("first_time_right").first
    late = view.read("late_pause_share").first
    parts = []
    if right.get("value") is not None and right["n"]:
        parts.append(
            counted("{share} dari {n} permohonan lengkap sejak awal.", int(right["n"])).format(
                share=f.percent(right["value"]), n=f.number(right["n"])
            )
        )
    if late.get("value") is not None and late["n"]:
        parts.append(
            counted(
                "{share} dari {n} jeda mulai pada hari jatuh tempo atau 3 hari kerja sebelumnya.",
                int(late["n"]),
            ).format(share=f.percent(late["value"]), n=f.number(late["n"]))
        )
    return " ".join(parts)
