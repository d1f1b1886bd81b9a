"""The application that every command registers on, and the options that several share."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.console import Form, TableForm, put_csv, put_table
from etl.errors import Refused
from etl.jsonlines import put_json
from etl.paths import default_store
from etl.store.operations import Operations, machine_user
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
PermitType = Annotated[str | None, typer.Option(help="Jenis izin.")]
Start = Annotated[str | None, typer.Option("--from", help="Mulai, misalnya 2024-01.")]
End = Annotated[str | None, typer.Option("--to", help="Sampai, misalnya 2024-12.")]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Keadaan pada tanggal.")]
Joined = Annotated[bool, typer.Option("--joined", help="Bersama pendahulunya yang berakhir.")]


def audited(folder: Path | None, action: str, **detail: Any) -> None:
    """Enter in the store's audit what was taken away or changed by hand."""
    Operations(Path(folder or default_store())).audit(machine_user(), "admin", action, **detail)


def day_of(text: str | None) -> date | None:
    """A day as it was typed; refused in words where it is none."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(
            _("Tanggal {text} tidak terbaca; tulis seperti 2024-12-31.").format(text=text)
        ) from None


def put_rows(
    format: TableForm, answer: Any, rows: list[dict[str, Any]], headings: dict[str, str]
) -> None:
    """An answer made of rows, in the form asked for."""
    if format is TableForm.json:
        put_json(answer)
    elif format is TableForm.csv:
        put_csv(rows, list(headings))
    else:
        put_table(headings, rows)
