"""Medians of many groups at once are those of each group's cases by numpy."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from metrics.asking.distribution import spread

LEVELS = [0.0, 0.5, 0.9, 1.0]


@given(st.lists(st.lists(st.integers(0, 60), min_size=1, max_size=30), max_size=8))
def test_every_group_has_the_figures_of_its_own_cases(groups):
    cells = [
        (code, day, group.count(day)) for code, group in enumerate(groups) for day in set(group)
    ]
    codes, days, counts = np.array(cells, np.int64).reshape(-1, 3)[::-1].T
    found = spread(codes, days, counts, LEVELS)
    assert found.n.tolist() == [len(g) for g in groups]
    np.testing.assert_allclose(found.mean, [np.mean(g) for g in groups], atol=1e-12)
    assert found.quantiles.shape == (len(groups), len(LEVELS))
    for row, group in zip(found.quantiles, groups, strict=True):
        np.testing.assert_allclose(row, np.quantile(group, LEVELS), atol=1e-9)
