"""Looking after the store: doctor, backup, restore, rebuild, purge."""

from datetime import datetime, time
from pathlib import Path
from typing import Annotated

import typer

from cli.app import Format, Office, StoreDir, TableFormat, app, audited, day_of, put_rows
from cli.console import Form, TableForm, put_table, working
from cli.stores import open_store, publish
from etl.jsonlines import put_json
from etl.words import _, counted


@app.command()
def doctor(format: Format = Form.table, store: StoreDir = None) -> int:
    """Periksa penyimpanan, sembuhkan yang aman, dan katakan apa yang dilakukan."""
    from etl.store.doctor import examine

    said = examine(open_store(store), publish)
    if format is Form.json:
        put_json(said.to_json())
    else:
        rows = [{"level": f.level, **f.to_json()} for f in said.findings]
        headings = {"level": _("Keadaan"), "where": _("Bagian"), "what": _("Temuan")}
        put_table(headings | {"way_out": _("Jalan keluar")}, rows)
    return said.exit_code


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Berkas cadangan yang ditulis.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> None:
    """Tulis cadangan seluruh penyimpanan, juga saat dasbor berjalan, lalu periksa isinya."""
    from etl.store.backup import take

    with working(_("Menulis dan memeriksa cadangan")):
        made = take(open_store(store), file)
    audited(store, "backup", file=file.name, batches=made.batches)
    if format is Form.json:
        put_json(made.to_json())
    else:
        said = counted(
            "Cadangan {n} muatan ditulis ke {file} dan terbukti utuh (SHA-256 {sha}).", made.batches
        )
        print(said.format(n=made.batches, file=made.file, sha=made.sha256))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Berkas cadangan.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> int:
    """Pulihkan penyimpanan dari cadangan ke folder yang kosong, hilang datanya, atau rusak."""
    from etl.store.backup import restore as put_back

    house = open_store(store)
    with working(_("Memeriksa dan memulihkan cadangan")):
        made = put_back(file, house)
    code = publish(house)
    audited(store, "restore", file=file.name, batches=made.batches)
    if format is Form.json:
        put_json(made.to_json())
    else:
        said = counted("{n} muatan dipulihkan ke {folder}.", made.batches)
        print(said.format(n=made.batches, folder=house.folder))
    return code


@app.command()
def rebuild(
    anew: Annotated[bool, typer.Option("--anew", help="Juga bila datanya masih utuh.")] = False,
    format: Format = Form.table,
    store: StoreDir = None,
) -> int:
    """Susun ulang data dari berkas sumber di arsip, muatan demi muatan."""
    from etl.store.rebuild import rebuild as build_again

    house = open_store(store)
    with working(_("Menyusun ulang dari arsip")) as tell:
        made = build_again(house, tell, anew)
    code = publish(house)
    if format is Form.json:
        put_json(made.to_json())
    else:
        said = counted(
            "{n} muatan disusun ulang, {undone} di antaranya dibatalkan lagi.", made.batches
        )
        print(said.format(n=made.batches, undone=made.undone))
    return code


@app.command()
def purge(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="archive, comments atau rejects.")],
    before: Annotated[str, typer.Option(help="Muatan sebelum tanggal ini, misalnya 2024-01-01.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> int:
    """Hapus berkas sumber, komentar, atau isian tertolak dari muatan lama; angka tetap."""
    from etl.store.purge import purge as erase
    from metrics.publishing.publish import sweep

    day = day_of(before)
    assert day is not None
    house = open_store(store)
    with working(_("Menghapus")):
        erased = erase(house, what, datetime.combine(day, time()))
    code = publish(house)
    if code == 0:
        sweep(house.folder / "published", keep=1)  # older sets still hold what was erased
    if format is Form.json:
        put_json({"what": what, "before": before, "erased": erased})
    else:
        print(_("{n} dihapus.").format(n=erased))
    return code


@app.command()
def changes(
    office: Office = None,
    since: Annotated[str | None, typer.Option(help="Sejak tanggal, misalnya 2026-01-01.")] = None,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Angka bulan lalu yang bergeser, dan oleh muatan, definisi atau kalender mana."""
    from etl.store.changes_log import ChangesLog

    found = ChangesLog(open_store(store).folder).rows(office, day_of(since))
    rows = [change.to_json() for change in found]
    headings = {
        "office": _("Kantor"),
        "indicator": _("Indikator"),
        "month": _("Bulan"),
        "old": _("Semula"),
        "new": _("Menjadi"),
        "cause": _("Sebab"),
        "batch": _("Muatan"),
        "day": _("Tanggal"),
    }
    put_rows(format, {"rows": rows}, rows, headings)
