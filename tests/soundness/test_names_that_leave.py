"""Hostile names as office, permit type, stage, service and comment: whatever leaves the house holds
them as text. Nothing runs, links, turns about or breaks, in any format."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote
from xml.etree import ElementTree

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from cli.alerts import letter, news_for, subject
from dashboard.public import routes
from dashboard.public.doors import decide
from dashboard.reports import ikm_publication, ikm_worksheet, issuing
from etl.loads import LoadOptions
from etl.reading.controls import plain
from etl.store.store import Store
from metrics.asking.query import EVERYTHING, Query
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.opendata.offered import OFFERED
from metrics.publishing.publish import publish
from metrics.publishing.recap import export, read_set
from tests.conftest import monev_here
from tests.etl.store_files import write

NAMES = {
    "markdown": "![x](http://jahat.example/p.png) [k](javascript:alert(1)) **b** <http://jahat.example>",
    "html": "<script>alert(1)</script><img src=//jahat.example onerror=x>]]>&lt;",
    "formula": "=cmd|' /C calc'!A1",
    "sum": "@SUM(1+1)*cmd",
    "turned": "izin \u202egnp.exe\u2066 \u200f",
    "controls": "a\x01b\x07c\x1b[31md\x9be\x85f\u2028g\x7fh",
    "typst": '#read("/etc/passwd") $x^2 @ref *b* _i_ `r` #image("x") \\frac \\u{41}',
    "template": "{{ 7*7 }} {% raw %} ${7*7} <%= 7 %>",
    "foreign": "许可证 😀 رخصة A\u0301",
    "long": "P" * 10000,
}  # fmt: skip
SILENT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
FOREIGN = re.compile(r"cmd|alert|jahat|7\*7|1\+1")
OFFICE, PROVINCE, PERIOD = "99.01", "99", "2026-06"
ALL = "Dinas " + " ".join(n for key, n in NAMES.items() if key != "long")


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@dataclass(frozen=True)
class House:
    store: Path
    snapshot: Snapshot


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("nama")
    store = Store(folder / "store")
    tables: dict[str, list[str]] = {
        "office_code,name,region_kind,province_code,working_week": [
            f"{PROVINCE},{quoted(ALL)},provinsi,,5",
            f"{OFFICE},{quoted(ALL)},kabupaten,{PROVINCE},5",
            f"99.02,B,kabupaten,{PROVINCE},5",
        ]
    }
    heads = (
        "office_code,application_no,permit_type,submitted_at,issued_at",
        "office_code,application_no,stage,started_at,finished_at",
        "office_code,complaint_no,received_at,category,resolved_at",
        "office_code,period,service,respondent_no,survey_date,persyaratan,prosedur,waktu,biaya,"
        "produk,kompetensi,perilaku,pengaduan,sarana,comment",
    )
    cases, stages, complaints, answers = (tables.setdefault(head, []) for head in heads)
    for key, name in NAMES.items():
        told, scores = quoted(name), ",".join("234"[i % 3] for i in range(9))
        for n in range(8):
            done = f"2026-{1 + n:02d}-{12 + n}" if n else ""
            cases.append(f"{OFFICE},{key}{n},{told},2026-{1 + n:02d}-02,{done}")
            stages.append(f"{OFFICE},{key}{n},{told},2026-{1 + n:02d}-02,{done}")
            complaints.append(f"{OFFICE},{key}{n},2026-{1 + n:02d}-03,{told},{done}")
            service = quoted(name[:300])
            day = f"2026-0{1 + n % 6}-05"
            answers.append(f"{OFFICE},2026-S1,{service},{key}{n},{day},{scores},{told}")
    for number, (head, rows) in enumerate(tables.items()):
        path = write(folder / f"{number}.csv", "\n".join([head, *rows]) + "\n")
        store.load(path, LoadOptions(rule="2017" if "respondent" in head else None))
    publish(store)
    decide(store.folder, EVERYTHING, "uji", OFFICE, True)
    return House(store.folder, open_snapshot(store.folder))


def as_text(said: str) -> None:
    """Nothing in it breaks a sheet, a terminal or the order of reading."""
    assert not SILENT.search(said), SILENT.findall(said)[:5]


def office_file(data: bytes) -> str:
    """A docx or xlsx: sound XML, its own formulas alone, no way out of the house; its words."""
    words = []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                text = file.read(name).decode()
                as_text(text)
                root = ElementTree.fromstring(text)
                for node in root.iter():
                    assert node.get("TargetMode") != "External", (name, node.attrib)
                    if node.tag.endswith("}f") and "chart" not in name:
                        assert not FOREIGN.search(node.text or ""), node.text
                words.append("".join(root.itertext()))
    return "\n".join(words)


REPORTS = (("monthly", PERIOD), ("ikm", "2026-S1"), ("meeting", PERIOD))


@pytest.mark.parametrize(("kind", "period"), REPORTS)
def test_a_report(house: House, tmp_path: Path, kind: str, period: str) -> None:
    made = issuing.issue(kind, house.snapshot, EVERYTHING, OFFICE, period, date(2026, 9, 1))
    files = {
        suffix: issuing.bytes_of(made, house.snapshot, EVERYTHING, suffix)
        for suffix in (".docx", ".xlsx", ".pdf")
    }
    for suffix in (".docx", ".xlsx"):
        said = office_file(files[suffix])
        assert "#read(" in said
        assert "{{ 7*7 }}" in said
    data = files[".pdf"]
    assert b"/URI" not in data
    assert b"/JavaScript" not in data
    if tool := shutil.which("pdftotext"):
        (tmp_path / "r.pdf").write_bytes(data)
        run = subprocess.run([tool, tmp_path / "r.pdf", "-"], capture_output=True, check=True)
        said = run.stdout.decode()
        as_text(said.replace("\f", ""))
        assert "#read(" in said
        assert "root:" not in said


def test_the_papers_of_a_survey(house: House, tmp_path: Path) -> None:
    asked = (house.snapshot, EVERYTHING, OFFICE, "2026-S1")
    ikm_worksheet.write_worksheet(*asked, tmp_path / "k.xlsx")
    office_file((tmp_path / "k.xlsx").read_bytes())
    ikm_publication.write_publication(*asked, tmp_path / "p.pdf")
    assert b"/URI" not in (tmp_path / "p.pdf").read_bytes()
    ikm_publication.write_publication(*asked, tmp_path / "p.png")


def test_a_download_of_rows(house: House) -> None:
    from dashboard.parts.sheet import workbook

    frame = house.snapshot.cases(EVERYTHING, "applications", [OFFICE])
    raw = frame.head(len(NAMES)).assign(permit_type=list(NAMES.values()), **{"=1+1": "x"})
    for rows in (frame, raw):
        data = workbook(rows, "[daftar]/*?:")
        office_file(data)
        sheet: Any = openpyxl.load_workbook(io.BytesIO(data)).active
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds


def test_the_monday_mail(house: House) -> None:
    with patch("etl.clock.today", lambda: date(2026, 9, 1)):
        found = news_for(house.snapshot, EVERYTHING, Query(), "a@b.example", everything=True)
    assert found.rows
    said = subject(found) + letter(found)
    as_text(said)
    assert "\n" not in subject(found)
    lines = letter(found).splitlines()
    assert sum(line.startswith("- ") for line in lines) == len(found.rows)
    assert "jahat.example" in said
    assert not re.search(r"https?://jahat|javascript:\w", said)
    assert max(map(len, lines)) < 1000  # no line that a mail server would have to break


class Page(HTMLParser):
    """What a page runs, fetches or leads to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.active: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on"):
                self.active.append(f"{tag} {name}")
            if name in ("href", "src", "action") and not re.match(r"(/(?!/)|#)", value or "#"):
                self.active.append(f"{tag} {name}={value}")
        if tag in ("script", "iframe", "object", "embed"):
            self.active.append(tag)


def test_public_pages(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONEV_STORE", str(house.store))
    with TestClient(Starlette(routes=routes.routes())) as client:
        for name in ("", *(plain(n).strip() for n in NAMES.values())):
            path = f"/publik/{OFFICE}/{quote(name, safe='')}" if name else f"/publik/{OFFICE}"
            answer = client.get(path.rstrip("/"))
            assert answer.status_code == 200, (name[:40], answer.status_code)
            as_text(answer.text)
            assert Page(answer.text).active == []
            assert "{{ 7*7 }}" in answer.text


def test_open_data(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONEV_STORE", str(house.store))
    seen = ""
    with TestClient(Starlette(routes=routes.routes())) as client:
        for name, tables in OFFERED.items():
            for by in tables:
                answer = client.get(
                    f"/api/v1/indicators/{name}", params={"by": ",".join(by), "format": "csv"}
                )
                assert answer.status_code == 200, answer.text
                as_text(answer.text)
                for row in csv.reader(io.StringIO(answer.text)):
                    assert not any(re.match(r"[=+@\t\r]|-\D", cell) for cell in row), row
                seen += answer.text
    assert "'@SUM" in seen


def told(*words: object) -> Callable[[House], str]:
    def ask(house: House) -> str:
        done = monev_here(*words, "--store", house.store)
        assert done.returncode == 0, done.stdout + done.stderr
        return str(done.stdout + done.stderr)

    return ask


ASKED = ("indicator", "permits_issued", "--by", "office,permit_type")


@pytest.mark.parametrize(
    "words",
    [
        ASKED, (*ASKED, "--format", "csv"), ("alerts", "--all"), ("ikm", "--office", OFFICE),
        ("cases", "open", "--office", OFFICE),
        ("cases", "open", "--office", OFFICE, "--format", "csv"),
    ],
    ids=lambda words: " ".join(words[:2]) + words[-1],
)  # fmt: skip
def test_the_command_line(house: House, words: tuple[str, ...]) -> None:
    said = told(*words)(house)
    as_text(said)
    if words[-1] == "csv":
        cells = [cell for row in csv.reader(io.StringIO(said)) for cell in row]
        assert not any(re.match(r"[=+@]", cell) for cell in cells)


def test_a_recap_brings_them_as_text(house: House, tmp_path: Path) -> None:
    export(house.snapshot, [OFFICE], tmp_path / "r.zip")
    tables = read_set(tmp_path / "r.zip", OFFICE)
    assert tables
    for table in tables.values():
        for column in table.columns:
            if str(column.type) == "string":
                as_text("".join(v for v in column.to_pylist() if v))
