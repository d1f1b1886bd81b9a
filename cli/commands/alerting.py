"""What is new since the last time it was asked, on screen or by mail."""

from typing import Annotated

import typer

from cli.app import Office, Province, StoreDir, TableFormat, app, audited, put_rows
from cli.console import TableForm, note, working
from cli.stores import open_published
from etl.errors import Refused
from etl.words import _


@app.command()
def alerts(
    office: Office = None,
    province: Province = None,
    mail: Annotated[
        bool, typer.Option("--mail", help="Kirim lewat surel, kepada tiap orang menurut haknya.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Juga yang sudah disampaikan; tidak dicatat.")
    ] = False,
    format: TableFormat = TableForm.table,
    store: StoreDir = None,
) -> int:
    """Yang baru sejak terakhir ditanyakan: terlambat, jatuh tempo, penilaian, tindak lanjut."""
    from cli.alerts import COMMAND, mail_news, news_for, without_grant
    from cli.ask import EVERYTHING, check_office, offices_of
    from metrics.asking.query import Query

    if office and province:
        raise Refused(_("Pilih salah satu: --office atau --province."))
    if mail and everything:
        raise Refused(_("Pilih salah satu: --mail atau --all."))
    snapshot = open_published(store)
    check_office(snapshot, office)
    if province:
        offices_of(snapshot, None, province)
    query = Query(office=office, province=province)
    headings = {
        "office": _("Kantor"), "count": _("Jumlah"), "since": _("Sejak"), "words": _("Hal"),
        "link": _("Tautan"),
    }  # fmt: skip
    if mail:
        with working(_("Menyusun dan mengirim surat")):
            sent = mail_news(snapshot, query)
        rows = [row for found in sent.told for row in found.rows]
        for letter in sent.letters:
            audited(store, "export", what="alerts", **letter)
        said = {"to": _("Penerima"), "lines": _("Hal baru")}
        told = {"rows": rows, "mail": sent.letters, "refused": sent.refused + sent.closed}
        put_rows(format, told, sent.letters, said)
        if sent.closed:
            note(without_grant(sent.closed))
        if sent.refused:
            note(
                _("Server surel menolak alamat {who}; periksa alamatnya di Hak akses.").format(
                    who=", ".join(sent.refused)
                )
            )
        if told["refused"]:
            return 1
        if not sent.letters:
            note(_("Tidak ada yang baru, jadi tidak ada surat yang dikirim."))
        return 0
    with working(_("Mencari yang baru")):
        found = news_for(snapshot, EVERYTHING, query, COMMAND, everything)
    put_rows(format, {"rows": found.rows}, found.rows, headings)
    if not everything:
        found.told(snapshot.store)
    if not found.rows:
        note(
            _("Tidak ada yang perlu perhatian.")
            if everything or not found.standing
            else _("Tidak ada yang baru sejak terakhir ditanyakan; --all menampilkan semuanya.")
        )
    return 0
