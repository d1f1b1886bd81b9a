"""Why: forms begun and not sent, or turned down, are told from answers by the export's marks."""

import re
from collections.abc import Mapping, Sequence

from etl.reading.book import Cell, Rows
from etl.reading.grid import text
from etl.recognising.vocabulary import normal
from etl.sheets.survey_heading import Columns
from etl.words import _

LIME = frozenset({"lastpage", "last page", "startlanguage", "start language", "seed"})
SENT = re.compile(r"^(?:submit ?date|date submitted|tanggal dikirim|tanggal kirim)\b")
REVIEWED = re.compile(r"(?:validation status|review ?state|status validasi)$")
STATE = re.compile(r"^(?:status|status pengisian|status jawaban|finished|selesai|completed?)$")
TURNED_DOWN = re.compile(r"not approved|rejected|ditolak|has ?issues")
OPEN = frozenset({"incomplete", "partial", "in progress", "draft", "belum selesai", "tidak selesai",
                  "belum lengkap", "false", "n", "no", "tidak", "belum"})  # fmt: skip
DONE = frozenset({"complete", "completed", "selesai", "lengkap", "true", "y", "yes", "ya", "sudah",
                  "submitted"})  # fmt: skip


def unfinished(rows: Rows, columns: Columns) -> dict[int, str]:
    """Place of a row (from 0) → why its answers do not count; {} where the export marks none.

    LimeSurvey leaves the date of sending blank, Kobo and ODK keep a review state, others a column
    of states (selesai, draft). A blank end beside a filled start is a form left open.
    """
    labels = {c: normal(label) for c, label in columns.labels.items()}
    body = list(enumerate(rows))[columns.first :]
    found: dict[int, str] = {}
    sent = next((c for c, words in labels.items() if SENT.match(words)), None)
    if sent is not None and any(w in LIME or w.split(" ")[0] in LIME for w in labels.values()):
        found |= {i: _("belum dikirim") for i, row in body if not _cell(row, sent)}
    start, end = (_named(labels, name) for name in ("start", "end"))
    if start is not None and end is not None:
        found |= {
            i: _("belum selesai") for i, row in body if _cell(row, start) and not _cell(row, end)
        }
    for column, words in labels.items():
        if REVIEWED.search(words):
            found |= {
                i: _("ditolak saat pemeriksaan")
                for i, row in body
                if TURNED_DOWN.search(normal(_cell(row, column)))
            }
        elif STATE.match(words) and column not in columns.asked:
            found |= _by_state(body, column)
    return found


def _by_state(body: Sequence[tuple[int, tuple[Cell, ...]]], column: int) -> Mapping[int, str]:
    """The rows whose state is an open one, where the column holds nothing but states."""
    states = {i: normal(_cell(row, column)) for i, row in body}
    if not {s for s in states.values() if s} <= OPEN | DONE:
        return {}
    return {i: _("belum selesai") for i, state in states.items() if state in OPEN}


def _named(labels: Mapping[int, str], name: str) -> int | None:
    return next((c for c, words in labels.items() if words == name), None)


def _cell(row: tuple[Cell, ...], column: int) -> str:
    return text(row[column]).strip() if column < len(row) else ""
