"""The stages of one office while they are edited: what holds now, a draft, saving it, a pointer.

A draft numbers its stages, so that one may be renamed without touching the activities in it; it
becomes rows of the kind `stage_map`, which are loaded like any other file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.frame.view import View
from dashboard.loading import uploading
from dashboard.loading.name_saving import WRITERS
from dashboard.loading.uploading import Answer
from dashboard.locale import format as f
from etl.recognising.vocabulary import headings, words
from etl.rows import rows_of
from etl.words import _
from metrics.asking.count_tables import grouped
from metrics.asking.query import Query
from metrics.counting.marks import END, REST
from metrics.flow.paths import STEPS, N, mapped
from metrics.flow.stage_suggestion import activities

FIELDS = ("office_code", "activity", "stage", "desk", "clock")
IN_REST = -1
BY_LOG = "log"
"""What the editor holds in place of a blank desk or clock, which it could not show."""
EMPTY_ROWS = 3
"""Rows without a name at the end of the stages, to write new ones in."""
LONGEST_NAME = 60
"""Letters of a stage's name: a longer one fits no graph."""
MUCH = 0.1
"""Share of the steps into "lainnya" from which a reader is sent to the page."""


@dataclass(frozen=True)
class Stage:
    """A stage of a draft; desk and clock "" mean: as the log says, event by event."""

    name: str
    desk: str = ""
    clock: str = ""


@dataclass(frozen=True)
class Draft:
    """`stages` by number, and the number of each activity's stage (IN_REST: "lainnya")."""

    stages: tuple[Stage, ...]
    of: dict[str, int]

    @property
    def stage_of(self) -> dict[str, str]:
        """Activity → the name of its stage."""
        return {a: self.stages[i].name if i >= 0 else REST for a, i in self.of.items()}

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the stages that hold an activity."""
        return tuple(dict.fromkeys(n for n in self.stage_of.values() if n != REST))

    @property
    def paused(self) -> tuple[str, ...]:
        """The names of the stages in which the clock stands still by this draft."""
        held = {self.stages[i] for i in self.of.values() if i >= 0}
        return tuple(sorted({s.name for s in held if s.clock == "applicant"}))

    def rows(self) -> dict[str, tuple[str, str, str]]:
        """Activity → stage, desk, clock; stages of one name are one, as the first of them says."""
        first = {s.name: s for s in reversed(self.stages)}
        told = {name: first.get(name, Stage(name)) for name in self.stage_of.values()}
        return {
            a: (name, told[name].desk, told[name].clock) if name != REST else (REST, "", "")
            for a, name in self.stage_of.items()
        }

    def table(self, office: str) -> pd.DataFrame:
        """The rows of the kind `stage_map` for `office`."""
        rows = [(office, a, *told) for a, told in self.rows().items()]
        return pd.DataFrame(rows, columns=list(FIELDS))

    def sheet(self, office: str) -> pd.DataFrame:
        """The same under the headings and words of a sheet, which can be loaded again."""
        frame = self.table(office)
        for trait in ("desk", "clock"):
            frame[trait] = frame[trait].map(words(trait).titles).fillna("")
        return frame.rename(columns={n: headings("stage_map")[n].title for n in FIELDS})


def draft_of(frame: pd.DataFrame, log: pd.DataFrame) -> Draft:
    """The draft of rows activity, stage, desk, clock: its stages by where in a case most of their
    events come, its activities by where their first event does.
    """
    frame = frame.merge(activities(log)[["activity", "events", "place"]], on="activity")
    frame = frame.sort_values(["place", "activity"], ignore_index=True)
    weight = (frame["place"] * frame["events"]).groupby(frame["stage"]).sum()
    place = (weight / frame.groupby("stage")["events"].sum()).round(9)
    named = frame[frame["stage"] != REST].drop_duplicates("stage")
    named = named.assign(order=named["stage"].map(place)).sort_values(["order", "stage"])
    stages = tuple(Stage(*row) for row in rows_of(named[["stage", "desk", "clock"]]))
    number = {s.name: i for i, s in enumerate(stages)}
    of = {a: number.get(s, IN_REST) for a, s in zip(frame["activity"], frame["stage"], strict=True)}
    return Draft(stages, of)


def in_force(log: pd.DataFrame, stage_map: pd.DataFrame, office: str) -> pd.DataFrame:
    """How the log's activities are folded now: activity, stage, desk, clock.

    Desk and clock are those of the stage map, "" where it says none.
    """
    frame = log.drop_duplicates("activity")[["activity", "stage"]]
    for trait in ("desk", "clock"):
        said = mapped(stage_map, office, trait)
        frame = frame.assign(**{trait: [said.get(a, "") for a in frame["activity"]]})
    return frame


def edited(
    draft: Draft,
    stage_cells: Mapping[int, Mapping[str, Any]],
    activity_cells: Mapping[int, Mapping[str, Any]],
) -> Draft:
    """The draft after edits as the data editor tells them: row → column → value.

    Rows of stages beyond the draft's are new ones. A blank name leaves the stage its name; the
    name "lainnya" gives its activities to "lainnya".
    """
    stages = [*draft.stages, *[Stage("")] * EMPTY_ROWS]
    for row, cells in stage_cells.items():
        known = {k: str(cells[k] or "").strip() for k in ("name", "desk", "clock") if k in cells}
        if "name" in known:
            known["name"] = known["name"][:LONGEST_NAME].strip()
        known = {k: "" if v == BY_LOG and k != "name" else v for k, v in known.items()}
        if known.get("name") == "":
            known.pop("name")
        stages[int(row)] = replace(stages[int(row)], **known)
    of = dict(draft.of)
    names = list(of)
    for row, cells in activity_cells.items():
        if "stage" in cells:
            of[names[int(row)]] = int(IN_REST if cells["stage"] is None else cells["stage"])
    gone = {i for i, s in enumerate(stages) if s.name in ("", REST)}
    return Draft(tuple(stages), {a: IN_REST if i in gone else i for a, i in of.items()})


def emptied(draft: Draft, stage_cells: Mapping[int, Mapping[str, Any]]) -> list[int]:
    """The stages of the draft whose name was emptied in the editor."""
    return [
        int(row)
        for row, cells in stage_cells.items()
        if int(row) < len(draft.stages) and "name" in cells and not str(cells["name"] or "").strip()
    ]


def save(view: View, office: str, draft: Draft, tell: Any = lambda _text: None) -> Answer:
    """Load the draft as a batch of the kind `stage_map`, in a process of its own."""
    rows = rows_of(draft.table(office))
    return uploading.load_rows(view, "stage_map", f"tahapan-{office}", FIELDS, rows, tell)


def undo(view: View, batch: int, tell: Any = lambda _text: None) -> Answer:
    """Take a saved map back."""
    return uploading.ask(uploading.asked_by(view, "undo", batch=batch), tell)


def rest_share(view: View) -> float:
    """Share of the stage runs of the office in view that are counted under "lainnya"."""
    if view.snapshot.is_empty or view.office is None:
        return 0.0
    query = Query(office=view.office.code)
    cells = grouped(STEPS, view.snapshot, view.scope, query, N, extra=("b",))
    runs = cells[cells["b"] != END]
    total = runs["n"].sum()
    return float(runs.loc[runs["b"] == REST, "n"].sum() / total) if total else 0.0


def pointer(view: View, least: float = MUCH) -> None:
    """A line that leads to the page Tahapan, where the reader may edit the stages of the office
    in view and more than `least` of its stage runs are counted under "lainnya".
    """
    page = st.session_state.get("pages", {}).get("tahapan")
    if page is None or not view.case_rows or view.scope.role not in WRITERS:
        return
    share = rest_share(view)
    if share <= least:
        return
    st.page_link(
        page,
        label=_("{share} tahap yang dilalui terkumpul dalam “lainnya”: atur tahapannya").format(
            share=f.percent(share, 0)
        ),
        icon=":material/account_tree:",
    )
