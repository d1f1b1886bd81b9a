"""A stock of a month is the stock as of its last day: by office, type and stage, at any month.

Each run takes some months; `MONEV_EVERY_MONTH=1` takes them all.
"""

import os
import random
from collections.abc import Sequence

import pytest

from metrics.asking.snapshot import open_snapshot
from tests.soundness.stocks import differences, told_months

MONTHS = 4


def chosen(months: Sequence[int]) -> list[int]:
    """All months, or the last one and some others."""
    if os.environ.get("MONEV_EVERY_MONTH"):
        return list(months)
    return sorted({months[-1], *random.Random(len(months)).sample(list(months), MONTHS - 1)})


@pytest.mark.timeout(3600)
def test_stocks_of_the_sample_are_those_of_the_last_day(sample_store):
    snapshot = open_snapshot(sample_store)
    months = told_months(snapshot)
    assert len(months) > 60
    assert [d for month in chosen(months) for d in differences(snapshot, month)] == []
