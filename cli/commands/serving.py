"""The server of the dashboard: `monev serve`."""

from typing import Annotated

import typer

from cli.app import StoreDir, app
from cli.stores import heal, open_store


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Porta.")] = 8501,
    address: Annotated[str, typer.Option(help="Alamat; bawaan hanya mesin ini.")] = "127.0.0.1",
    store: StoreDir = None,
) -> int:
    """Jalankan dasbor di peramban."""
    from cli.serve import serve as run

    house = open_store(store)
    heal(house)
    return run(house.folder, address, port)
