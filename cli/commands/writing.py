"""Papers: reports as files, and the list of those that were issued."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.app import Office, Province, StoreDir, TableFormat, app, audited, put_rows
from cli.console import TableForm, note, working
from cli.stores import open_published, open_store
from etl.errors import Refused
from etl.words import _, counted

if TYPE_CHECKING:
    from etl.store.editions import Edition


@app.command()
def report(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="monthly, annual, ikm, province atau meeting.")
    ],
    out: Annotated[Path, typer.Option(help="Berkas .pdf, .docx atau .xlsx.")],
    office: Office = None,
    province: Province = None,
    period: Annotated[str | None, typer.Option(help="Periode laporan.")] = None,
    edition: Annotated[
        int | None, typer.Option(help="Cetak lagi edisi bernomor ini, seperti semula.")
    ] = None,
    store: StoreDir = None,
) -> None:
    """Tulis laporan yang siap ditandatangani, atau cetak lagi yang sudah terbit."""
    if edition is not None:
        _again(edition, kind, office or province, period, out, store)
        return
    from cli.ask import EVERYTHING, check_office, check_report, offices_of

    if period is None:
        raise Refused(_("--period belum diisi, misalnya 2026-09; lihat monev report --help."))
    check_report(kind, period, out)
    place = _place(kind, office, province)
    snapshot = open_published(store)
    if kind == "province":
        offices_of(snapshot, None, place)
    else:
        check_office(snapshot, place)
    from dashboard.reports.issuing import issue, write

    with working(_("Menulis laporan")) as tell:
        tell(_("Menghitung dan menilai"))
        made = issue(kind, snapshot, EVERYTHING, place, period)
        tell(_("Menyusun halaman"))
        write(made, snapshot, EVERYTHING, out)
    told = made.edition
    audited(
        store, "export", what=f"report {kind}", file=out.name, place=place, period=period,
        edition=told.edition,
    )  # fmt: skip
    print(_("Laporan edisi {n} ditulis ke {file}.").format(n=told.edition, file=out))


def _place(kind: str, office: str | None, province: str | None) -> str:
    """The place that a report of `kind` is of; refused where it is not named, or wrongly."""
    wanted, given = (province, office) if kind == "province" else (office, province)
    if wanted and not given:
        return wanted
    name = "--province" if kind == "province" else "--office"
    raise Refused(_("Laporan {kind} dibuat untuk satu {name}.").format(kind=kind, name=name))


def _again(
    number: int, kind: str, place: str | None, period: str | None, out: Path, store: Path | None
) -> None:
    from cli.ask import EVERYTHING, check_suffix
    from dashboard.reports.issuing import moved_since, reprint, write

    check_suffix(out)
    house = open_store(store)
    made = reprint(house.folder, EVERYTHING, number)
    told = made.edition
    asked = (kind, place or told.place, period or told.period)
    if asked != (told.kind, told.place, told.period):
        said = _("Edisi {n} adalah laporan {kind} {place} periode {period}, bukan yang diminta.")
        raise Refused(said.format(n=number, kind=told.kind, place=told.place, period=told.period))
    with working(_("Menulis laporan")):
        write(made, None, EVERYTHING, out)
    audited(
        store, "export", what=f"report {kind}", file=out.name, place=told.place,
        period=told.period, edition=number, reprint=True,
    )  # fmt: skip
    print(_("Laporan edisi {n} ditulis ke {file}.").format(n=number, file=out))
    moved = moved_since(house.folder, told)
    if moved:
        said = counted(
            "{n} angka bulan-bulan itu bergeser sejak edisi ini: monev changes --since {day}.",
            len(moved),
        )
        note(said.format(n=len(moved), day=told.day.isoformat()))


@app.command()
def editions(
    office: Office = None,
    province: Province = None,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Laporan yang sudah terbit: nomor, jenis, tempat, periode, tanggal, versi angka."""
    from etl.store.editions import Editions

    if office and province:
        raise Refused(_("Pilih salah satu: --office atau --province."))
    found = Editions(open_store(store).folder).rows(office or province)
    rows = [e.to_json() for e in found]
    headings = {
        "edition": _("Edisi"),
        "kind": _("Jenis"),
        "place": _("Tempat"),
        "period": _("Periode"),
        "day": _("Tanggal"),
        "version": _("Versi angka"),
    }
    shown = [_shown(e) for e in found]
    put_rows(format, {"rows": rows}, shown, headings)


def _shown(edition: "Edition") -> dict[str, Any]:
    return edition.to_json() | {"place": edition.place}
