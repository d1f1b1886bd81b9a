"""From a mark of a graph to the cases behind it: what a mark carries, and their list below it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import case_lists
from dashboard.parts import side_by_side as frames
from dashboard.parts.case_lists import LIMIT
from dashboard.parts.components import Column, box, download, section, table
from etl.words import _, counted
from metrics.asking import cases_behind as behind
from metrics.asking.cases_behind import Mark, cases_behind
from metrics.counting.marks import END, START

OF_RUNS = (behind.STAGE, behind.VISIT, behind.STEP)
NAMES = {
    behind.ENDED: "selesai",
    behind.DUE: "jatuh-tempo",
    behind.STARTED: "mulai",
    behind.OPEN: "berjalan",
    behind.OPEN_STAGE: "berjalan-di-tahap",
    behind.STAGE: "tahap",
    behind.VISIT: "tahap",
    behind.STEP: "langkah",
    behind.PATH: "jalur",
}


def place(view: View) -> str | None:
    """What a graph's choice is kept under: the office, permit type and period; None where the
    reader may see no case rows, so that nothing can be picked."""
    if not view.case_rows:
        return None
    query = view.query
    return "|".join(map(str, (query.office, query.permit_type, query.start, query.end)))


def hint(view: View) -> str:
    """How to come to the cases, to be said with a graph; "" where there is no way."""
    return " " + _("Klik satu tanda: berkasnya tampil di bawah.") if view.case_rows else ""


def behind_marks(view: View, *picked: Sequence[Any] | None) -> None:
    """The cases behind each mark that was picked, under the graphs it was picked on."""
    if not view.case_rows or view.snapshot.is_empty:
        return
    for carried in picked:
        if not carried:
            continue
        mark = Mark.from_list(carried)
        rows = cases_behind(view.snapshot, view.scope, view.query, mark)
        with box():
            section(_heading(view, mark, rows), _reading(rows))
            shown = _columns(view, mark)
            key = "_".join(map(str, carried))
            table(rows.head(LIMIT), shown, key=f"behind_{key}", rows=10)
            if len(rows):
                sheet = rows[[c.field for c in shown]].set_axis([c.label for c in shown], axis=1)
                download(
                    _("Unduh daftar (Excel)"), sheet, f"berkas-{NAMES[mark.kind]}", f"get_{key}"
                )


def described(view: View, mark: Mark) -> str:
    """What a mark stands for, in words."""
    values = [frames.stage_label(str(v)) for v in mark.values]
    if mark.kind == behind.ENDED:
        text = _ended_words(mark)
    elif mark.kind == behind.DUE:
        text = _("Jatuh tempo")
    elif mark.kind == behind.STARTED:
        text = _("Mulai dihitung")
    elif mark.kind == behind.OPEN:
        text = _("Berjalan, umur {band} hari").format(band=frames.band_words(mark.values[0]))
    elif mark.kind == behind.OPEN_STAGE:
        text = _("Berjalan, sampai tahap {stage}").format(stage=values[0])
    elif mark.kind == behind.STEP:
        a, b = (_ends_named(v) for v in mark.values)
        text = _("Dari {a} ke {b}").format(a=a, b=b)
    elif mark.kind == behind.PATH:
        text = _("Jalur {path}").format(path=mark.values[0])
    elif mark.kind == behind.VISIT:
        text = _("Tahap {stage} pada berkas yang selesai").format(stage=values[0])
    else:
        text = _("Tahap {stage} yang selesai pada periode ini").format(stage=values[0])
    if mark.permit_type:
        text += ", " + view.permit_short(mark.permit_type)
    return text + (", " + f.period(mark.period) if mark.period else "")


def _ended_words(mark: Mark) -> str:
    if not mark.values:
        return _("Selesai")
    low, high = mark.values
    if high is None:
        return _("Selesai dalam {a} atau lebih").format(a=f.days(low))
    if low == high:
        return _("Selesai dalam {a}").format(a=f.days(low))
    return _("Selesai dalam {a}–{b}").format(a=f.number(low), b=f.days(high))


def _ends_named(stage: str) -> str:
    return {START: _("mulai"), END: _("selesai")}.get(stage) or frames.stage_label(stage)


def _heading(view: View, mark: Mark, rows: pd.DataFrame) -> str:
    cases = rows["application_no"].nunique() if len(rows) else 0
    words = counted("{what}: {n} berkas", cases).format(
        what=described(view, mark), n=f.number(cases)
    )
    if mark.kind in OF_RUNS and len(rows) != cases:
        words += " " + counted("({n} kali)", len(rows)).format(n=f.number(len(rows)))
    return words


def _reading(rows: pd.DataFrame) -> str:
    late = int((rows["days_over"] > 0).sum()) if len(rows) else 0
    text = _("{n} lewat standar. ").format(n=f.number(late)) if late else ""
    if len(rows) > LIMIT:
        text += _("Tampil {n} yang pertama, semuanya ada di unduhan. ").format(n=f.number(LIMIT))
    return text + _("Klik tandanya sekali lagi untuk menutup.")


def _columns(view: View, mark: Mark) -> Sequence[Column]:
    if mark.kind in OF_RUNS:
        fields = ["begun_day", "finished_day", "stage_days", "waited"]
    else:
        fields = ["start_day", "end_day", "due_day", "stage_reached"]
    if mark.kind == behind.OPEN:
        fields.append("age")
    return case_lists.columns_of(view, *fields, *case_lists.JUDGED)
