"""The open data of the real files: no count of 1 to 4 can be worked out from them."""

import pytest

from metrics.asking.snapshot import open_snapshot
from tests.metrics.opendata.attack import disclosed
from tests.metrics.opendata.test_withholding import opened


@pytest.mark.timeout(600)
def test_real_data_disclose_no_small_count(real_store):
    tables, offices, province = opened(open_snapshot(real_store))
    told = [r for r in tables["permits_issued", ("office", "year")] if r["value"] is not None]
    assert len(told) > 20
    assert disclosed(tables, offices, province) == []
