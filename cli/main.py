"""The command line `monev`: a contract that others script against (one function a command)."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.console import Form, TableForm, note, put_csv, put_table, working
from cli.stores import heal, open_published, open_store, publish
from etl.errors import Refused
from etl.jsonlines import put_json
from etl.words import _

app = typer.Typer(
    name="monev",
    help="Pemantauan dan evaluasi pelayanan terpadu satu pintu (PTSP).",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=False,
)
recap_app = typer.Typer(
    help="Berkas rekap: angka tanpa nama untuk provinsi.", rich_markup_mode=None
)
app.add_typer(recap_app, name="recap")

StoreDir = Annotated[
    Path | None,
    typer.Option("--store", help="Folder penyimpanan (bawaan: MONEV_STORE, lalu data/store)."),
]
Office = Annotated[str | None, typer.Option("--office", help="Kode kantor, misalnya 32.14.")]
Province = Annotated[str | None, typer.Option("--province", help="Kode provinsi, misalnya 32.")]
Format = Annotated[Form, typer.Option("--format", help="Bentuk jawaban.")]
TableFormat = Annotated[TableForm, typer.Option("--format", help="Bentuk jawaban.")]


@app.command()
def load(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Berkas atau folder.")],
    kind: Annotated[str | None, typer.Option(help="Jenis data; bawaan: dikenali sendiri.")] = None,
    mapping: Annotated[Path | None, typer.Option(help="Berkas pemetaan TOML.")] = None,
    office: Office = None,
    period: Annotated[str | None, typer.Option(help="Periode survei, misalnya 2024-S1.")] = None,
    service: Annotated[str | None, typer.Option(help="Nama layanan yang disurvei.")] = None,
    rule: Annotated[str | None, typer.Option(help="Aturan survei: 2004, 2014 atau 2017.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Ganti survei yang ada.")] = False,
    append: Annotated[bool, typer.Option("--append", help="Tambah ke survei yang ada.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Periksa saja.")] = False,
    rejects: Annotated[Path | None, typer.Option(help="Tulis baris ditolak (.xlsx).")] = None,
    format: Format = Form.table,
    store: StoreDir = None,
) -> int:
    """Muat berkas ke penyimpanan."""
    from cli.load import LoadRun
    from etl.loads import LoadOptions

    if replace and append:
        raise Refused(_("Pilih salah satu: --replace atau --append."))
    if rejects is not None and rejects.suffix.lower() != ".xlsx":
        raise Refused(
            _("Baris ditolak ditulis sebagai .xlsx; ubah nama {file}.").format(file=rejects)
        )
    options = LoadOptions(
        kind=kind,
        mapping=mapping,
        office=office,
        period=period,
        service=service,
        rule=rule,
        mode="replace" if replace else "append" if append else None,
    )
    run = LoadRun(open_store(store), options, dry_run, rejects, format is Form.json)
    code = run.load(paths)
    return code if dry_run else max(code, publish(run.store))


@app.command()
def batches(format: TableFormat = TableForm.table, store: StoreDir = None) -> None:
    """Daftar muatan, yang terbaru lebih dulu."""
    from metrics.asking.result import plain

    frame = open_store(store).batches()
    rows = [{k: plain(v) for k, v in row.items()} for row in frame.to_dict("records")]
    headings = {
        "batch": _("Muatan"),
        "loaded_at": _("Waktu"),
        "loaded_by": _("Oleh"),
        "file": _("Berkas"),
        "kind": _("Jenis"),
        "office_code": _("Kantor"),
        "period": _("Periode"),
        "state": _("Keadaan"),
        "read": _("Dibaca"),
        "accepted": _("Diterima"),
        "rejected": _("Ditolak"),
        "unchanged": _("Tak berubah"),
    }
    _put_rows(format, {"batches": rows}, rows, headings)


@app.command()
def undo(
    batch: Annotated[int, typer.Argument(metavar="BATCH", help="Nomor muatan.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> int:
    """Batalkan satu muatan; angka kembali seperti tanpa muatan itu."""
    house = open_store(store)
    done = house.undo(batch)
    code = publish(house)
    if format is Form.json:
        put_json(done.to_json())
    else:
        print(_("Muatan {batch} {file} dibatalkan.").format(batch=batch, file=done.file))
    return code


@app.command()
def nil(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="Jenis data yang nihil.")],
    office: Annotated[str, typer.Option(help="Kode kantor.")],
    period: Annotated[str, typer.Option(help="Bulan, misalnya 2024-05.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> int:
    """Laporkan nihil: kantor tidak mempunyai satu pun dalam bulan itu."""
    house = open_store(store)
    done = house.nil(kind, office, period)
    code = publish(house)
    if format is Form.json:
        put_json(done.to_json())
    else:
        said = _("Nihil {kind} kantor {office} bulan {period} dicatat sebagai muatan {batch}.")
        print(said.format(kind=kind, office=office, period=period, batch=done.batch))
        for text in done.notes:
            note(text)
    return code


@app.command()
def indicators(format: TableFormat = TableForm.table, store: StoreDir = None) -> None:
    """Daftar indikator: nama, satuan, rincian dan rumusnya."""
    from metrics.asking.registry import indicators as known

    rows = [i.describe() for i in known().values()]
    shown = [row | {"dimensions": ", ".join(row["dimensions"])} for row in rows]
    headings = {
        "indicator": _("Indikator"),
        "title": _("Judul"),
        "unit": _("Satuan"),
        "dimensions": _("Rincian"),
        "formula": _("Rumus"),
    }
    _put_rows(format, {"indicators": rows}, shown, headings)


@app.command()
def indicator(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Nama indikator.")],
    office: Office = None,
    province: Province = None,
    permit_type: Annotated[str | None, typer.Option(help="Jenis izin.")] = None,
    start: Annotated[str | None, typer.Option("--from", help="Mulai, misalnya 2024-01.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Sampai, misalnya 2024-12.")] = None,
    by: Annotated[str, typer.Option(help="Rincian, dipisah koma: office,month,…")] = "",
    as_of: Annotated[str | None, typer.Option("--as-of", help="Keadaan pada tanggal.")] = None,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Satu indikator, disaring dan dirinci."""
    from cli.ask import ask, headings_of, shown_rows

    result = ask(
        open_published(store), name, office, province, permit_type, start, end, by, _day(as_of)
    )
    answer = result.to_json()
    if format is TableForm.table:
        put_table(headings_of(result), shown_rows(result), result.indicator.label())
        for text in result.notes:
            note(text)
    else:
        _put_rows(format, answer, answer["rows"], {c: c for c in result.rows.columns})


@app.command()
def ikm(
    office: Office = None,
    period: Annotated[str | None, typer.Option(help="Periode, misalnya 2024-S1.")] = None,
    rule: Annotated[str | None, typer.Option(help="Hanya survei menurut aturan ini.")] = None,
    weight: Annotated[str, typer.Option(help="Bobot: exact, 0.11, 0.111, 0.071, …")] = "exact",
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Indeks kepuasan masyarakat tiap survei."""
    from cli.ask import EVERYTHING, check_office
    from etl.periods import months_of
    from metrics.ikm.index import ikm_rows

    if period:
        months_of(period)
    snapshot = open_published(store)
    check_office(snapshot, office)
    found = ikm_rows(snapshot, EVERYTHING, office=office, period=period, rule=rule, weight=weight)
    rows = [row.to_json() for row in found]
    headings = {
        "office": _("Kantor"),
        "period": _("Periode"),
        "service": _("Layanan"),
        "rule": _("Aturan"),
        "weight": _("Bobot"),
        "respondents": _("Responden"),
        "ikm": "IKM",
        "grade": _("Mutu"),
        "low": _("Bawah 95 %"),
        "high": _("Atas 95 %"),
    }
    _put_rows(format, {"rows": rows}, rows, headings)
    if not rows:
        note(_("Belum ada survei untuk pilihan ini."))


@recap_app.command("export")
def recap_export(
    out: Annotated[Path, typer.Option(help="Berkas rekap yang ditulis.")],
    office: Office = None,
    province: Province = None,
    format: Format = Form.table,
    store: StoreDir = None,
) -> None:
    """Tulis rekap kantor atau provinsi untuk dikirim."""
    from cli.ask import offices_of
    from metrics.publishing.recap import export

    snapshot = open_published(store)
    made = export(snapshot, offices_of(snapshot, office, province), out)
    _audit(store, "export", what="recap", file=out.name, offices=list(made.offices))
    _put_recap(made, format)


@recap_app.command("build")
def recap_build(
    facts: Annotated[Path, typer.Option(help="Folder fakta Parquet.")],
    out: Annotated[Path, typer.Option(help="Berkas rekap yang ditulis.")],
    engine: Annotated[str, typer.Option(help="Mesin: duckdb atau spark.")] = "duckdb",
    format: Format = Form.table,
    store: StoreDir = None,
) -> None:
    """Buat rekap langsung dari fakta Parquet, juga pada Spark."""
    from metrics.publishing.recap_build import build

    if engine not in ("duckdb", "spark"):
        raise Refused(_("Mesin {name} tidak ada; pilih duckdb atau spark.").format(name=engine))
    if not facts.is_dir():
        raise Refused(_("Folder fakta {folder} tidak ada; periksa namanya.").format(folder=facts))
    with working(_("Menghitung rekap")):
        made = build(facts, out, engine)
    _put_recap(made, format)


@app.command()
def report(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="monthly, annual atau ikm.")],
    office: Annotated[str, typer.Option(help="Kode kantor.")],
    period: Annotated[str, typer.Option(help="Periode laporan.")],
    out: Annotated[Path, typer.Option(help="Berkas .pdf, .docx atau .xlsx.")],
    store: StoreDir = None,
) -> None:
    """Tulis laporan yang siap ditandatangani."""
    from cli.ask import EVERYTHING, check_office, check_report

    check_report(kind, period, out)
    snapshot = open_published(store)
    check_office(snapshot, office)
    from dashboard.reports import write_report

    with working(_("Menulis laporan")):
        write_report(kind, snapshot, EVERYTHING, office, period, out)
    _audit(store, "export", what=f"report {kind}", file=out.name, office=office, period=period)
    print(_("Laporan ditulis ke {file}.").format(file=out))


@app.command()
def template(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="Jenis data.")],
    out: Annotated[Path, typer.Option(help="Berkas .xlsx yang ditulis.")],
    store: StoreDir = None,
) -> None:
    """Tulis lembar kerja kosong untuk diisi."""
    from etl.writing.templates import write_template

    print(_("Templat ditulis ke {file}.").format(file=write_template(kind, out)))


@app.command()
def sample(
    seed: Annotated[int | None, typer.Option(help="Benih; benih sama, data sama.")] = None,
    offices: Annotated[int | None, typer.Option(min=1, help="Banyaknya kantor.")] = None,
    applications: Annotated[int | None, typer.Option(min=1, help="Banyaknya berkas.")] = None,
    facts: Annotated[Path | None, typer.Option(help="Tulis juga faktanya (Parquet).")] = None,
    store: StoreDir = None,
) -> int:
    """Isi penyimpanan dengan provinsi contoh (data buatan)."""
    from etl.sampling.sample import generate, load_sample, write_facts

    given: dict[str, Any] = {"seed": seed, "offices": offices, "applications": applications}
    house = open_store(store)
    with working(_("Membuat provinsi contoh")) as tell:
        tables = generate(**{k: v for k, v in given.items() if v is not None})
        if facts is not None:
            write_facts(tables, facts)
        results = load_sample(house, tables, tell)
    code = publish(house)
    print(
        _("Provinsi contoh dimuat ke {store}: {rows} baris dalam {n} muatan.").format(
            store=house.folder, rows=sum(r.total.accepted for r in results), n=len(results)
        )
    )
    return code


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Porta.")] = 8501,
    address: Annotated[str, typer.Option(help="Alamat; bawaan hanya mesin ini.")] = "127.0.0.1",
    store: StoreDir = None,
) -> int:
    """Jalankan dasbor di peramban."""
    from cli.serve import serve as run

    house = open_store(store)
    heal(house)
    return run(house.folder, address, port)


@app.command()
def doctor(format: Format = Form.table, store: StoreDir = None) -> int:
    """Periksa penyimpanan, sembuhkan yang aman, dan katakan apa yang dilakukan."""
    from etl.store.doctor import examine

    said = examine(open_store(store), publish)
    if format is Form.json:
        put_json({"state": said.state, "findings": [f.to_json() for f in said.findings]})
    else:
        rows = [f.to_json() for f in said.findings]
        put_table({"level": _("Keadaan"), "about": _("Bagian"), "text": _("Temuan")}, rows)
    return said.exit_code


def _audit(folder: Path | None, action: str, **detail: Any) -> None:
    house = open_store(folder)
    house.operations.audit(house.by, house.role, action, **detail)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(
            _("Tanggal {text} tidak terbaca; tulis seperti 2024-12-31.").format(text=text)
        ) from None


def _put_rows(
    format: TableForm, answer: Any, rows: list[dict[str, Any]], headings: dict[str, str]
) -> None:
    if format is TableForm.json:
        put_json(answer)
    elif format is TableForm.csv:
        put_csv(rows, list(headings))
    else:
        put_table(headings, rows)


def _put_recap(made: Any, format: Form) -> None:
    if format is Form.json:
        put_json({"file": str(made.path), "number": made.number, "offices": list(made.offices)})
    else:
        said = _("Rekap {number} untuk {n} kantor ditulis ke {file}.")
        print(said.format(number=made.number, n=len(made.offices), file=made.path))


def main(arguments: list[str] | None = None) -> None:
    """Run `monev` and leave with its exit code."""
    from cli.console import run

    command: Callable[..., Any] = app
    raise SystemExit(run(command, sys.argv[1:] if arguments is None else arguments))


if __name__ == "__main__":
    main()
