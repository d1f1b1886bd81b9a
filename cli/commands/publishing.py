"""What anybody may read: the public pages and open data as files."""

from pathlib import Path
from typing import Annotated

import typer

from cli.app import StoreDir, app, audited
from cli.console import working
from cli.stores import open_published
from etl.words import _, counted


@app.command()
def site(
    out: Annotated[Path, typer.Option(help="Folder yang ditulis: baru, atau situs yang lama.")],
    store: StoreDir = None,
) -> None:
    """Tulis halaman publik dan data terbuka sebagai berkas, untuk hos web biasa."""
    from dashboard.public.doors import opened_of
    from dashboard.public.site import write_site

    snapshot = open_published(store)
    data = opened_of(snapshot.store, snapshot, str(snapshot.version))
    with working(_("Menulis situs")) as tell:
        n = write_site(data, out, tell)
    audited(store, "export", what="site", files=n, offices=len(data.names))
    print(counted("{n} berkas ditulis ke {out}.", n).format(n=n, out=out))
