"""Days to go: which open cases will be late, and how often such ranges held."""

from typing import Annotated, Any

import typer

from cli.app import AsOf, End, Office, Start, StoreDir, TableFormat, app, day_of, put_rows
from cli.console import TableForm, note
from cli.stores import open_published
from etl.errors import Refused
from etl.periods import months_of
from etl.words import _, counted


@app.command()
def outlook(
    office: Office = None,
    as_of: AsOf = None,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Seberapa sering rentang dahulu tepat.")
    ] = False,
    start: Start = None,
    end: End = None,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Perkiraan sisa hari tiap berkas berjalan, dan seberapa sering rentangnya tepat."""
    from cli.ask import EVERYTHING, check_office
    from metrics.outlook.open_cases import outlook as rows_of_outlook
    from metrics.publishing.as_of import seen_on

    if not backtest and (start or end):
        raise Refused(_("--from dan --to hanya dipakai bersama --backtest."))
    snapshot = open_published(store)
    check_office(snapshot, office)
    day = day_of(as_of)
    if day is not None:
        snapshot = seen_on(snapshot, day)
    if backtest:
        _looked_back(snapshot, office, start, end, format)
        return
    rows = rows_of_outlook(snapshot, EVERYTHING, office, day)
    headings = {
        "office": _("Kantor"),
        "number": _("Nomor"),
        "permit_type": _("Jenis izin"),
        "stage": _("Tahap"),
        "age": _("Umur"),
        "low": _("Paling cepat"),
        "high": _("Paling lama"),
        "from": _("Dari"),
        "to": _("Sampai"),
        "n": _("Berkas serupa"),
        "level": _("Tingkat"),
        "late_likely": _("Peluang lewat standar"),
    }
    put_rows(format, {"as_of": as_of, "rows": rows}, rows, headings)
    if format is TableForm.table:
        if not rows:
            note(_("Tidak ada berkas berjalan yang dapat diperkirakan untuk pilihan ini."))
        without = sum(row["low"] is None for row in rows)
        if without:
            note(
                counted("{n} berkas tanpa rentang: belum cukup berkas serupa.", without).format(
                    n=without
                )
            )


def _looked_back(
    snapshot: Any, office: str | None, start: str | None, end: str | None, format: TableForm
) -> None:
    from cli.ask import EVERYTHING
    from metrics.outlook.backtest import backtest

    if not (start and end):
        raise Refused(_("Sebutkan rentang bulannya: --from 2024-01 --to 2024-12."))
    first, last = months_of(start)[0], months_of(end)[1]
    if first > last:
        raise Refused(
            _("Bulan awal {start} sesudah bulan akhir {end}.").format(start=start, end=end)
        )
    answer = backtest(snapshot, EVERYTHING, first, last, office).to_json()
    headings = {
        "month_ends": _("Akhir bulan"),
        "cases": _("Berkas berjalan"),
        "answered": _("Diberi rentang"),
        "coverage": _("Selesai dalam rentang"),
        "mae": _("Selisih rata-rata (hari kalender)"),
    }
    put_rows(format, answer, [answer], headings)
    if format is TableForm.table and answer["coverage"] is None:
        note(_("Belum ada rentang yang dapat dibandingkan dengan kenyataan pada bulan itu."))
