"""Looking after the store: `monev doctor`."""

from cli.app import Format, StoreDir, app
from cli.console import Form, put_table
from cli.stores import open_store, publish
from etl.jsonlines import put_json
from etl.words import _


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
