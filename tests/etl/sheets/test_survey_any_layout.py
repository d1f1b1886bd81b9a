"""Property: a survey in a random layout reads back to its scores, or is refused with a reason."""

import os
import random

import pytest

from etl.errors import Refused
from tests.etl.intake import workbook
from tests.etl.sheets.test_survey_forms import NAMES
from tests.etl.sheets.test_survey_layouts import load

EXAMPLES = int(os.environ.get("MONEV_SURVEY_LAYOUTS", "200"))
BATCH = 20
WORDS = {4: "Sangat baik", 3: "Baik", 2: "Kurang baik", 1: "Tidak baik"}
WRITE = (
    lambda s: s, str, lambda s: f"{s} ", lambda s: WORDS[s], lambda s: "★" * s,
    lambda s: f"{s} - {WORDS[s]}", lambda s: f"{WORDS[s]} ({s})",
)  # fmt: skip


def laid(draw: random.Random, people: list[list[int]]) -> list[list[object]]:
    """The answers on a sheet as an office might draw it; elements by name, in any order."""
    write = draw.choice(WRITE)
    order = draw.sample(range(9), 9)
    if draw.random() < 0.25 and len(people) > 4 and write in WRITE[:2]:
        body = [[NAMES[e], *[write(own[e]) for own in people]] for e in order]
        return [["SURVEI"], ["Unsur", *range(1, len(people) + 1)], *body]
    profile = draw.random() < 0.5
    heads = ["No", *(["Jenis kelamin"] if profile else []), *[NAMES[e] for e in order]]
    rows: list[list[object]] = [["PENGOLAHAN DATA SKM"]] * draw.randint(0, 3)
    rows += [[]] * draw.randint(0, 2) + [heads]
    if draw.random() < 0.3:
        rows.append(list(range(1, len(heads) + 1)))
    for number, own in enumerate(people, 1):
        rows.append([number, *(["P"] if profile else []), *[write(own[e]) for e in order]])
    if draw.random() < 0.5:
        sums = [sum(own[e] for own in people) for e in order]
        rows += [
            ["Jumlah", *([""] if profile else []), *sums],
            [],
            ["Mengetahui,"],
            ["Kepala Dinas"],
        ]
    return rows


@pytest.mark.parametrize("seed", range(0, EXAMPLES, BATCH))
def test_scores_are_read_back_or_refused_with_the_reason(tmp_path, seed):
    slugs = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku",
             "sarana", "pengaduan"]  # fmt: skip
    reasons: list[str] = []
    for place in range(seed, min(seed + BATCH, EXAMPLES)):
        draw = random.Random(place)
        people = [[draw.randint(1, 4) for _e in range(9)] for _p in range(draw.randint(2, 12))]
        path = workbook(tmp_path, {"SKM": laid(draw, people)}, f"{place}.xlsx")
        try:
            found = load(path)
        except Refused as refusal:
            reasons.append(str(refusal))
            continue
        back = sorted([row[s] for s in slugs] for row in found.rows())
        assert (back, found.part().rejected) == (sorted(people), 0), place
    assert len(reasons) * 10 <= BATCH, reasons
    assert all(len(why) > 20 for why in reasons)
