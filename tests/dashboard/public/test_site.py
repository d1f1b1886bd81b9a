"""`monev site`: the same pages and data as files, every link leading to one of them."""

import csv
import json
import re

import pytest

from metrics.opendata.offered import OFFERED
from tests.conftest import run_monev
from tests.dashboard.public.test_pages import Read, numbers_of


@pytest.fixture(scope="module")
def site(sample_store, tmp_path_factory):
    out = tmp_path_factory.mktemp("site") / "out"
    done = run_monev("site", "--out", out, "--store", sample_store)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return out


def test_every_link_leads_to_a_file_and_no_page_holds_a_form_or_a_number(site, sample_store):
    known = numbers_of(sample_store)
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    assert (site / "index.html").exists()
    assert (site / "en" / "index.html").exists()
    for page in pages:
        text = page.read_text("utf-8")
        read = Read(text)
        assert not {"form", "script", "input"} & set(read.tags)
        assert "/publik" not in text
        assert not known & set(re.findall(r"[\w./-]+", text))
        for link in read.links:
            target, _hash, anchor = link.partition("#")
            if link.startswith("#"):
                continue
            file = (page.parent / target).resolve()
            assert file.is_file(), (page, link)
            assert not anchor or f'id="{anchor}"' in file.read_text("utf-8")


def test_data_are_rows_of_office_and_year_as_the_api_gives_them(site, client):
    for name in OFFERED:
        told = json.loads((site / "data" / f"{name}.json").read_text("utf-8"))
        assert told == client.get(f"/api/v1/indicators/{name}").json()
        with (site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(told["rows"])
        assert {"office", "year", "value"} <= set(rows[0])


def test_a_folder_of_something_else_is_left_alone(sample_store, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    done = run_monev("site", "--out", tmp_path, "--store", sample_store)
    assert done.returncode == 2
    assert "sudah berisi" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
