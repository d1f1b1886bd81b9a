"""Questions: the registry, a figure, its verdict, the IKM."""

from typing import Annotated

import typer

from cli.app import (
    AsOf,
    End,
    Format,
    Joined,
    Office,
    PermitType,
    Province,
    Start,
    StoreDir,
    TableFormat,
    app,
    day_of,
    put_rows,
)
from cli.console import Form, TableForm, note, put_table
from cli.stores import open_published
from etl.jsonlines import put_json
from etl.words import _


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
    put_rows(format, {"indicators": rows}, shown, headings)


@app.command()
def indicator(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Nama indikator.")],
    office: Office = None,
    province: Province = None,
    permit_type: PermitType = None,
    start: Start = None,
    end: End = None,
    by: Annotated[str, typer.Option(help="Rincian, dipisah koma: office,month,…")] = "",
    as_of: AsOf = None,
    joined: Joined = False,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Satu indikator, disaring dan dirinci."""
    from cli.ask import ask, headings_of, shown_rows

    result = ask(
        open_published(store), name, office, province, permit_type, start, end, by,
        day_of(as_of), joined,
    )  # fmt: skip
    answer = result.to_json()
    if format is TableForm.table:
        put_table(headings_of(result), shown_rows(result), result.indicator.label())
        for text in result.notes:
            note(text)
    else:
        put_rows(format, answer, answer["rows"], {c: c for c in result.rows.columns})


@app.command()
def verdict(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Nama indikator.")],
    office: Office = None,
    province: Province = None,
    permit_type: PermitType = None,
    start: Start = None,
    end: End = None,
    as_of: AsOf = None,
    joined: Joined = False,
    format: Format = Form.table,
    store: StoreDir = None,
) -> None:
    """Penilaian atas satu angka: terhadap target, arah, dan sejak kapan."""
    from cli.ask import EVERYTHING, question
    from dashboard.locale.verdict_words import words
    from metrics.judging.verdict import judge

    snapshot = open_published(store)
    query = question(
        snapshot, name, office, province, permit_type, start, end, "", day_of(as_of), joined
    )
    found = judge(snapshot, EVERYTHING, name, query)
    if format is Form.json:
        put_json(found.to_json(words(found)))
    else:
        print(words(found))
        for text in found.result.notes:
            note(text)


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
    put_rows(format, {"rows": rows}, rows, headings)
    if not rows:
        note(_("Belum ada survei untuk pilihan ini."))


@app.command()
def cases(
    name: Annotated[
        str,
        typer.Argument(
            metavar="LIST",
            help="overdue, due-soon, open, complaints-overdue, complaints-open, unpaid.",
        ),
    ],
    office: Office = None,
    permit_type: PermitType = None,
    end: End = None,
    as_of: AsOf = None,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> None:
    """Berkas di balik satu jumlah: sebanyak angkanya, seperti diketahui pada harinya."""
    from cli.ask import EVERYTHING, question
    from metrics.asking.registry import get
    from metrics.asking.stock_cases import listed, stock_cases, stock_list

    wanted = stock_list(name)
    snapshot = open_published(store)
    query = question(
        snapshot, wanted.indicator, office, None, permit_type, None, end, "", day_of(as_of)
    )
    rows = listed(stock_cases(snapshot, EVERYTHING, name, query), wanted)
    figure = get(wanted.indicator).read(snapshot, EVERYTHING, query)
    why = figure.first.get("note")
    answer = {"list": name, "as_of": figure.as_of, "rows": rows}
    headings = {
        "number": _("Nomor"),
        "permit_type": _("Jenis izin"),
        "stage": _("Tahap"),
        "desk": _("Meja"),
        "started": _("Mulai"),
        "due": _("Jatuh tempo"),
        "days": _("Hari kerja"),
        "days_over": _("Lewat"),
    }
    put_rows(format, answer | ({"note": why} if why else {}), rows, headings)
    if why and format is TableForm.table:
        note(str(why))
