"""What goes into the store and comes out again: load, batches, undo, nil, template, sample."""

from pathlib import Path
from typing import Annotated, Any

import typer

from cli.app import (
    Format,
    Office,
    StoreDir,
    TableFormat,
    app,
    put_rows,
)
from cli.console import Form, TableForm, note, working
from cli.stores import open_store, publish
from etl.errors import Refused
from etl.jsonlines import put_json
from etl.words import _


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
    from etl.ingest import references_first
    from etl.loads import LoadOptions
    from metrics.asking.snapshot import open_snapshot

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
    code = run.load(references_first(run.files(paths), options))
    if dry_run:
        run.close(None)
        return code
    code = max(code, publish(run.store))
    run.close(open_snapshot(run.store.folder))
    return code


@app.command()
def batches(format: TableFormat = TableForm.table, store: StoreDir = None) -> None:
    """Daftar muatan, yang terbaru lebih dulu."""
    from metrics.asking.result import plain

    frame = open_store(store).batches()
    rows = [{str(k): plain(v) for k, v in row.items()} for row in frame.to_dict("records")]
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
    put_rows(format, {"batches": rows}, rows, headings)


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
