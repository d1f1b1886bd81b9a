"""Papers: reports as files."""

from pathlib import Path
from typing import Annotated

import typer

from cli.app import (
    StoreDir,
    app,
    audited,
)
from cli.console import working
from cli.stores import open_published
from etl.words import _


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
    audited(store, "export", what=f"report {kind}", file=out.name, office=office, period=period)
    print(_("Laporan ditulis ke {file}.").format(file=out))
