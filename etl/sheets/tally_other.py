"""Tells a report that counts something else than permits (targets, money, visitors) by its title.

The words are rows of `data/other_counts.csv`: what is counted, the words that say so, and the words
in the title or over the figures (`unless_…`) that say that permits are counted after all.
"""

import csv
import re
from collections.abc import Iterable
from functools import cache

from etl.errors import Refused
from etl.loads import LeftOut
from etl.paths import DATA
from etl.sheets.tally_heading import plain
from etl.words import _


@cache
def _others() -> tuple[tuple[str, re.Pattern[str], str, str], ...]:
    with (DATA / "other_counts.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            (row["what"], re.compile(rf"\b({row['words']})\b"), row["unless_title"],
             row["unless_blocks"])
            for row in csv.DictReader(file)
        )  # fmt: skip


def other_count(titles: str, blocks: Iterable[str] = ()) -> str:
    """What a report counts in place of permits, by its title; "" where it counts permits.

    `blocks`: what stands over its figures.

    >>> other_count("TARGET PENERBITAN IZIN TAHUN 2024"), other_count("REKAP IZIN TERBIT")
    ('target', '')
    """
    title, over = plain(titles), plain(" ".join(blocks))
    for what, words, unless_title, unless_blocks in _others():
        said = (unless_title, title), (unless_blocks, over)
        if words.search(title) and not any(u and re.search(u, text) for u, text in said):
            return what
    return ""


def no_permits(sheet: str, what: str) -> LeftOut:
    """A sheet that counts something else, named as left out."""
    return LeftOut(
        sheet or None, None, _("menghitung {what}, bukan izin per bulan").format(what=_(what))
    )


def refusal(file: str, left: Iterable[LeftOut]) -> Refused | None:
    """The refusal of a file whose every report counts something else; None where none does."""
    whole = [line for line in left if line.row is None]
    if not whole:
        return None
    return Refused(
        _(
            "{file} menurut judulnya {why}, jadi tidak dihitung. Bila isinya memang izin per "
            "bulan, tulis di judulnya, misalnya Rekap izin terbit tahun 2024."
        ).format(file=file, why=whole[0].why),
        kind="monthly_counts",
        sheet=whole[0].sheet or "",
    )
