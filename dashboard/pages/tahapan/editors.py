"""The two tables of the page Tahapan: the stages, and the activities that belong to them."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.locale import format as f
from dashboard.parts import stage_mapping as mapping
from dashboard.parts.components import box, section
from dashboard.parts.stage_mapping import Draft
from etl.recognising.vocabulary import words
from etl.words import _
from metrics.counting.marks import REST
from metrics.flow.stage_suggestion import activities

ACTIVITY_ROWS = 14


def stages_editor(log: pd.DataFrame, start: Draft, draft: Draft, key: str) -> None:
    """The editor of the stages; what it shows beside the names follows both editors."""
    number = log["activity"].map(draft.of)
    cases = log.groupby(number)["application_no"].nunique() / log["application_no"].nunique()
    events = number.value_counts(normalize=True)
    kinds = pd.Series(draft.of).value_counts()
    rows = range(len(start.stages) + mapping.EMPTY_ROWS)
    base = [*start.stages, *[mapping.Stage("")] * mapping.EMPTY_ROWS]
    frame = pd.DataFrame(
        {
            "name": [s.name or None for s in base],
            "desk": [s.desk or mapping.BY_LOG for s in base],
            "clock": [s.clock or mapping.BY_LOG for s in base],
            "kinds": [int(kinds.get(i, 0)) for i in rows],
            "events": [float(events.get(i, 0)) for i in rows],
            "cases": [float(cases.get(i, 0)) for i in rows],
        }
    )
    with box():
        section(
            _("Tahap"),
            _(
                "Ketik di sel untuk mengganti nama; nama yang sama menggabungkan dua tahap. Baris "
                "kosong di bawah untuk tahap baru. Jam “pemohon” berhenti selama tahap itu."
            ),
        )
        st.data_editor(
            frame.style.format({"events": f.percent, "cases": f.percent, "kinds": f.number}),
            hide_index=True,
            height=35 * (len(frame) + 1) + 3,
            column_config={
                "name": st.column_config.TextColumn(
                    _("Tahap"), width=210, max_chars=mapping.LONGEST_NAME
                ),
                "desk": _choice(_("Meja"), "desk", 130),
                "clock": _choice(_("Jam"), "clock", 115),
                "kinds": st.column_config.NumberColumn(_("Kegiatan"), width=80),
                "events": st.column_config.NumberColumn(_("Kejadian"), width=85),
                "cases": st.column_config.NumberColumn(
                    _("Berkas"), help=_("Bagian berkas yang melalui tahap ini"), width=85
                ),
            },
            disabled=["kinds", "events", "cases"],
            placeholder=_("tahap baru"),
            key=key,
        )


def _choice(label: str, trait: str, width: int) -> Any:
    titles = {mapping.BY_LOG: _("menurut log"), **{k: _(v) for k, v in words(trait).titles.items()}}
    return st.column_config.SelectboxColumn(
        label,
        options=list(titles),
        format_func=lambda value: titles.get(str(value), str(value)),
        width=width,
        required=True,
    )


def activities_editor(log: pd.DataFrame, start: Draft, draft: Draft, key: str) -> None:
    """The editor of the activities: which stage each belongs to."""
    names = {
        **{i: s.name for i, s in enumerate(draft.stages) if s.name not in ("", REST)},
        mapping.IN_REST: REST,
    }
    known = activities(log).set_index("activity").loc[list(start.of)]
    frame = pd.DataFrame(
        {
            "activity": list(start.of),
            "stage": list(start.of.values()),
            "events": known["events"].to_numpy(),
            "cases": known["cases"].to_numpy(),
            "place": known["place"].to_numpy(),
        }
    )
    with box():
        section(
            _("Kegiatan"),
            _(
                "Menurut letaknya yang biasa: 0 % awal berkas, 100 % akhirnya. Klik sel Tahap "
                "untuk memindahkan; kaca pembesar di sudut tabel mencari kegiatan."
            ),
        )
        st.data_editor(
            frame.style.format({"events": f.number, "cases": f.number, "place": _place}),
            hide_index=True,
            height=35 * (min(len(frame), ACTIVITY_ROWS) + 1) + 3,
            column_config={
                "activity": st.column_config.TextColumn(_("Kegiatan"), width=210),
                "stage": st.column_config.SelectboxColumn(
                    _("Tahap"),
                    options=list(names),
                    format_func=lambda i: names.get(int(i), REST),
                    width=210,
                    required=True,
                ),
                "events": st.column_config.NumberColumn(_("Kejadian"), width=85),
                "cases": st.column_config.NumberColumn(_("Berkas"), width=80),
                "place": st.column_config.NumberColumn(_("Letak"), width=75),
            },
            disabled=["activity", "events", "cases", "place"],
            key=key,
        )


def _place(value: Any) -> str:
    return f.percent(float(value), 0)
