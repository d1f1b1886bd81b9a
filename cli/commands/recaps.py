"""The recap: a regency's counts as one file for its province."""

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
from cli.stores import open_published
from etl.errors import Refused
from etl.jsonlines import put_json
from etl.words import _


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
        said = _("Rekap {number} untuk {n} kantor ditulis ke {file}.")
        print(said.format(number=made.number, n=len(made.offices), file=made.path))
