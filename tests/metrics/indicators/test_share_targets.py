"""A target of a share that cannot be is rejected; the list of shares knows them all."""

import json

from etl import reference
from metrics.asking.registry import indicators


def test_the_list_of_shares_is_that_of_the_registry() -> None:
    assert set(reference.share_indicators()) == {
        n for n, i in indicators().items() if i.unit == "rate"
    }


def test_a_share_above_one_is_rejected_and_other_targets_are_not(monev, store_dir, tmp_path):
    offices = tmp_path / "kantor.csv"
    offices.write_text("office_code,name,region_kind\n32.14,Purwakarta,kabupaten\n")
    file = tmp_path / "target.csv"
    lines = ["on_time_rate,32.14,2024-01-01,500", "processing_time,32.14,2024-01-01,5"]
    lines.append("on_time_rate,32.14,2025-01-01,0.85")
    file.write_text("indicator,office,valid_from,value\n" + "\n".join(lines) + "\n")
    assert monev("load", offices, "--store", store_dir).returncode == 0
    done = monev("load", file, "--store", store_dir, "--format", "json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["accepted"], told["rejected"]) == (1, 2, 1)
    assert "0 sampai 1" in told["rejects"][0]["reason"]
