"""The recap: a regency's counts as one file for its province."""

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.app import (
    Format,
    Office,
    Province,
    StoreDir,
    audited,
    recap_app,
)
from cli.console import Form, working
from cli.stores import open_published, open_store
from etl.errors import Refused
from etl.jsonlines import put_json
from etl.words import _, counted

OFFICE = re.compile(r"\d{2}(\.\d{2})?")


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
    audited(store, "export", what="recap", file=out.name, offices=list(made.offices))
    _put_recap(made, format)


@recap_app.command("key")
def recap_key(
    office: Annotated[str, typer.Option(help="Kode kantor, misalnya 32.14.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> None:
    """Buat kunci tanda tangan rekap kantor; cetak paruh yang didaftarkan provinsi."""
    from metrics.publishing.signing import has_key, office_key

    _check_code(office)
    house = open_store(store)
    known = has_key(house.folder, office)
    key = office_key(house.folder, office)
    if not known:
        audited(store, "key", office=office)
    if format is Form.json:
        put_json({"office": office, "key": key})
    else:
        print(key)


@recap_app.command("trust")
def recap_trust(
    office: Annotated[str, typer.Option(help="Kode kantor, misalnya 32.14.")],
    key: Annotated[str, typer.Argument(metavar="KEY", help="Kunci dari monev recap key.")],
    format: Format = Form.table,
    store: StoreDir = None,
) -> None:
    """Daftarkan kunci kantor: rekapnya tanpa tanda tangan itu ditolak."""
    from metrics.publishing.signing import checked_key

    _check_code(office)
    checked = checked_key(key)
    open_store(store).trust(office, checked)
    if format is Form.json:
        put_json({"office": office, "key": checked})
    else:
        print(_("Kunci kantor {office} didaftarkan.").format(office=office))


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


def _put_recap(made: Any, format: Form) -> None:
    if format is Form.json:
        put_json({"file": str(made.path), "number": made.number, "offices": list(made.offices)})
    else:
        said = counted("Rekap {number} untuk {n} kantor ditulis ke {file}.", len(made.offices))
        print(said.format(number=made.number, n=len(made.offices), file=made.path))


def _check_code(office: str) -> None:
    if not OFFICE.fullmatch(office):
        raise Refused(_("Kode kantor ditulis seperti 32.14, bukan {code}.").format(code=office))
