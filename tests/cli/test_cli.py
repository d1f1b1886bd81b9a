"""The command line to the letter of its contract: what is printed, where, and the exit code."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import cli.main as cli
from tests.etl.store_files import applications, offices, write


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        (line,) = self.out.splitlines()
        return json.loads(line)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run `monev …` in this process on the test's own store (`MONEV_STORE`)."""

    def run(*arguments: object) -> Answer:
        with pytest.raises(SystemExit) as left:
            cli.main([str(a) for a in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Answer(int(left.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published store of three offices and three applications, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.raises(SystemExit) as left:
        cli.main(
            ["load", str(offices(folder)), str(applications(folder)), "--store", f"{folder}/store"]
        )
    assert left.value.code == 0
    return folder / "store"


@pytest.fixture
def filled(call: Call, made: Path, store_dir: Path) -> Call:
    shutil.copytree(made, store_dir)
    return call


def bad(folder: Path) -> Path:
    head = "office_code,application_no,submitted_at"
    return write(folder / "cacat.csv", f"{head}\n32.14,1,2024-05-02\n32.14,2,31/02/2024\n")


def test_help_is_quick_and_names_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cli", "--help"],
        cwd=Path(cli.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    commands = {
        command.name or command.callback.__name__
        for command in cli.app.registered_commands
        if command.callback
    }
    contract = {
        "load", "batches", "undo", "nil", "indicators", "indicator", "verdict", "ikm", "report",
        "template", "sample", "serve", "doctor",
    }  # fmt: skip
    assert contract <= commands
    for name in (*commands, "recap"):
        assert name in done.stdout
    for heavy in ("duckdb", "pandas", "ibis", "streamlit", "pyarrow"):
        assert f"| {heavy}\n" not in done.stderr.replace("|   ", "| ")


def test_load_prints_one_object_and_nothing_else(call: Call, tmp_path: Path) -> None:
    call("load", offices(tmp_path))
    answer = call("load", bad(tmp_path), "--format", "json")
    assert answer.code == 1
    said = answer.json
    assert {k: said[k] for k in ("batch", "kind", "read", "accepted", "rejected", "unchanged")} == {
        "batch": 2,
        "kind": "applications",
        "read": 2,
        "accepted": 1,
        "rejected": 1,
        "unchanged": 0,
    }
    (reject,) = said["rejects"]
    assert list(reject) == ["sheet", "row", "column", "value", "reason"]
    assert (reject["row"], reject["column"], reject["value"]) == (3, "submitted_at", "31/02/2024")


def test_an_event_log_counts_applications_and_stages_apart(call: Call, tmp_path: Path) -> None:
    call("load", offices(tmp_path))
    log = write(
        tmp_path / "log.csv",
        "kasus,kegiatan,selesai,masuk\n"
        "K1,periksa,2024-05-03 10:00:00,2024-05-02 08:00:00\n"
        "K1,terbit,2024-05-04 10:00:00,2024-05-02 08:00:00\n"
        "K2,periksa,2024-05-05 10:00:00,2024-05-02 08:00:00\n",
    )
    mapping = write(
        tmp_path / "log.toml",
        'kind = "event_log"\n[fields]\napplication_no = "kasus"\nstage = "kegiatan"\n'
        'finished_at = "selesai"\nsubmitted_at = "masuk"\n[constants]\noffice_code = "32.14"\n',
    )
    said = call("load", log, "--mapping", mapping, "--format", "json").json
    zero = {"rejected": 0, "unchanged": 0}
    assert said["kind"] == "event_log"
    assert said["applications"] == {"read": 2, "accepted": 2, **zero}
    assert said["stages"] == {"read": 3, "accepted": 3, **zero}


def test_several_files_print_a_line_each_and_the_gravest_code(call: Call, tmp_path: Path) -> None:
    stranger = write(
        tmp_path / "asing.csv", "office_code,application_no,submitted_at\n99.99,1,2024-01-02\n"
    )
    answer = call("load", offices(tmp_path), stranger, bad(tmp_path), "--format", "json")
    assert answer.code == 2
    kinds = sorted(line.get("kind", "error") for line in answer.lines)
    assert kinds == ["applications", "error", "offices"]


def test_offices_may_come_after_what_needs_them(call: Call, tmp_path: Path) -> None:
    answer = call("load", applications(tmp_path), offices(tmp_path), "--format", "json")
    assert (answer.code, [line["batch"] for line in answer.lines]) == (0, [1, 2])


def test_a_folder_stands_for_its_files(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "kiriman"
    offices(folder)
    applications(folder / "mei")
    write(folder / ".sembunyi.csv", "x")
    assert [line["kind"] for line in call("load", folder, "--format", "json").lines] == [
        "offices",
        "applications",
    ]
    (tmp_path / "kosong").mkdir()
    assert call("load", tmp_path / "kosong").code == 2


def test_a_dry_run_has_no_batch(filled: Call, tmp_path: Path) -> None:
    said = filled(
        "load", applications(tmp_path, "x.csv", a1="IMB"), "--dry-run", "--format", "json"
    )
    assert (said.json["batch"], said.json["unchanged"]) == (None, 2)
    assert len(filled("batches", "--format", "json").json["batches"]) == 2


def test_rejected_rows_are_written_for_mending(filled: Call, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    assert filled("load", bad(tmp_path), "--rejects", tmp_path / "tolak.xlsx").code == 1
    cells = [
        str(cell.value)
        for sheet in load_workbook(tmp_path / "tolak.xlsx")
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert "31/02/2024" in cells
    assert "2024-05-02" not in cells
    assert filled("load", bad(tmp_path), "--rejects", "tolak.csv").code == 2


def test_a_refusal_is_an_object_for_scripts_and_a_sentence_for_people(
    call: Call, tmp_path: Path
) -> None:
    empty = write(tmp_path / "kosong.csv", "")
    answer = call("load", empty, "--format", "json")
    assert (answer.code, list(answer.json)) == (2, ["error"])
    plain = call("load", empty)
    assert (plain.code, plain.out) == (2, "")
    assert plain.err.strip().count("\n") == 0


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "terbang",
        "load",
        "load --replace --append x.csv",
        "load tidak-ada.csv",
        "load x.csv --kind pesawat",
        "batches --format xml",
        "batches --lain",
        "undo satu",
        "undo 99",
        "nil payments --office 32.14",
        "nil payments --office 99.99 --period 2024-05",
        "nil payments --office 32.14 --period 2024",
        "nil pesawat --office 32.14 --period 2024-05",
        "indicator tidak_ada",
        "indicator permits_issued --office 99.99",
        "indicator permits_issued --province 99",
        "indicator permits_issued --office 32.14 --province 32",
        "indicator permits_issued --from 2024-13",
        "indicator permits_issued --from mei",
        "indicator permits_issued --from 2025 --to 2024",
        "indicator permits_issued --by warna",
        "indicator permits_issued --permit-type Terbang",
        "indicator permits_issued --as-of kemarin",
        "ikm --office 99.99",
        "ikm --rule 2010",
        "ikm --weight berat",
        "ikm --period 24",
        "recap",
        "recap export --out x.zip",
        "recap export --office 99.99 --out x.zip",
        "recap build --facts tidak-ada --out x.zip",
        "report mingguan --office 32.14 --period 2024 --out x.pdf",
        "report monthly --office 32.14 --period 2024 --out x.pdf",
        "report annual --office 32.14 --period 2024 --out x.odt",
        "report annual --office 99.99 --period 2024 --out x.pdf",
        "template pesawat --out x.xlsx",
        "template applications --out x.csv",
        "sample --offices nol",
        "serve --address 0.0.0.0",
        "serve --port 0",
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_code_2(filled: Call, arguments: str) -> None:
    answer = filled(*arguments.split())
    assert answer.code == 2
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1
    assert len(answer.err) > 20


def test_wrong_arguments_are_an_object_for_scripts(call: Call) -> None:
    answer = call("undo", "satu", "--format", "json")
    assert (answer.code, list(answer.json)) == (2, ["error"])


def test_undo_takes_the_figures_back(filled: Call) -> None:
    def issued() -> Any:
        return filled("indicator", "permits_issued", "--format", "json").json["rows"][0]["value"]

    assert issued() == 2
    undone = filled("undo", 2, "--format", "json")
    assert (undone.code, undone.json["batch"]) == (0, 2)
    assert not issued()
    states = [b["state"] for b in filled("batches", "--format", "json").json["batches"]]
    assert states == ["undone", "live"]


def test_nil_is_a_batch(filled: Call) -> None:
    said = filled(
        "nil", "payments", "--office", "32.14", "--period", "2024-05", "--format", "json"
    ).json
    assert (said["batch"], said["kind"], said["accepted"]) == (3, "nil", 1)
    assert filled("undo", 3).code == 0


def test_an_indicator_answers_with_its_contract(filled: Call) -> None:
    said = filled(
        "indicator", "permits_issued", "--by", "office,month", "--from", "2024-01", "--to", "2024",
        "--format", "json",
    ).json  # fmt: skip
    assert set(said) >= {"indicator", "unit", "as_of", "filters", "rows"}
    assert (said["indicator"], said["filters"]) == (
        "permits_issued",
        {"from": "2024-01", "to": "2024"},
    )
    rows = {(r["office"], r["month"]): r["value"] for r in said["rows"]}
    assert rows[("32.14", "2024-05")] == 1
    assert rows[("32.04", "2024-06")] == 1


def test_csv_has_a_heading_and_the_rows(filled: Call) -> None:
    answer = filled("indicator", "permits_issued", "--by", "office", "--format", "csv")
    head, *rows = answer.out.splitlines()
    assert head.split(",")[0] == "office"
    assert any(row.startswith("32.14,") for row in rows)


def test_every_registered_name_is_listed(call: Call) -> None:
    known = {i["indicator"] for i in call("indicators", "--format", "json").json["indicators"]}
    assert {"permits_issued", "applications_received", "ikm"} <= known


def test_a_table_for_people_speaks_indonesian(filled: Call) -> None:
    assert "Muatan" in filled("batches").out
    assert "Kantor" in filled("indicator", "permits_issued", "--by", "office").out


def test_a_template_is_written(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "permohonan.xlsx"
    assert call("template", "applications", "--out", out).code == 0
    assert out.exists()


def test_a_recap_goes_from_one_store_to_another(filled: Call, tmp_path: Path) -> None:
    out, other = tmp_path / "rekap.zip", tmp_path / "provinsi"
    made = filled("recap", "export", "--office", "32.14", "--out", out, "--format", "json").json
    assert made["offices"] == ["32.14"]
    loaded = filled("load", out, "--store", other, "--format", "json")
    assert (loaded.code, loaded.json["kind"]) == (0, "recap")
    answer = filled(
        "indicator", "permits_issued", "--office", "32.14", "--store", other, "--format", "json"
    )
    assert answer.json["rows"][0]["value"] == 1
    assert filled("load", out, "--store", other, "--format", "json").json["unchanged"] == 1
    out.write_bytes(out.read_bytes()[:-200])
    assert filled("load", out, "--store", other).code == 2


def test_damage_is_code_3_everywhere(filled: Call, store_dir: Path, tmp_path: Path) -> None:
    facts = store_dir / "facts.duckdb"
    facts.write_bytes(b"x" * facts.stat().st_size)
    for arguments in (["batches"], ["load", bad(tmp_path)], ["undo", 2], ["doctor"]):
        assert filled(*arguments).code == 3


def test_an_unexpected_error_is_a_sentence_and_a_log(
    filled: Call, store_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("etl.store.store.Store.batches", lambda _self: 1 / 0)
    answer = filled("batches", "--format", "json")
    assert (answer.code, list(answer.json)) == (3, ["error"])
    assert "ZeroDivisionError" in (store_dir / "errors.log").read_text(encoding="utf-8")


def test_figures_left_unpublished_are_mended_by_the_next_question(
    filled: Call, tmp_path: Path, store_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("metrics.publishing.publish.publish", lambda *_a: 1 / 0)
        more = write(
            tmp_path / "lagi.csv",
            "office_code,application_no,submitted_at,issued_at\n32.14,Z,2024-05-02,2024-05-03\n",
        )
        answer = filled("load", more, "--format", "json")
        assert (answer.code, answer.json["accepted"]) == (3, 1)
        assert "belum diperbarui" in answer.err
    said = filled("indicator", "permits_issued", "--format", "json")
    assert said.json["rows"][0]["value"] == 3


def test_serving_names_the_store_and_stays_at_home(
    call: Call, store_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: dict[str, Any] = {}

    def run(command: list[str], environment: dict[str, str]) -> int:
        started.update(command=command, env=environment)
        return 0

    monkeypatch.setattr("cli.serve._run", run)
    assert call("serve", "--port", 8600).code == 0
    assert "--server.address=127.0.0.1" in started["command"]
    assert "--server.port=8600" in started["command"]
    assert started["env"]["MONEV_STORE"] == str(store_dir.resolve())


def test_an_export_is_audited(filled: Call, tmp_path: Path, store_dir: Path) -> None:
    from etl.store.operations import Operations

    filled("recap", "export", "--office", "32.14", "--out", tmp_path / "r.zip")
    assert Operations(store_dir).audited(action="export")[0].detail["offices"] == ["32.14"]
