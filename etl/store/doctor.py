"""Looks a store over: heals what is safe, says what it did, and what a person must do."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import duckdb

from etl.errors import MonevError, StoreBusy, StoreDamaged
from etl.paths import FACTS
from etl.store import checkups
from etl.store.connection import lost, translated, way_out
from etl.store.findings import Examination
from etl.store.store import Store
from etl.words import _, counted

PARTS = ("monev-ptsp", "duckdb", "ibis-framework", "pyarrow", "pandas", "streamlit")


def examine(store: Store, publish: Callable[[Store], object]) -> Examination:
    """Examine `store`; `publish` counts again and publishes the offices that are marked.

    Raises `StoreBusy` when another process writes; damage is a finding, not an error.
    """
    said = Examination()
    _parts(said)
    if not store.folder.exists() or not (store.exists or lost(store.folder)):
        said.add("ok", _("penyimpanan"), _("Belum ada data; muat berkas dengan monev load."))
        return said
    checkups.disk(store, said)
    if not checkups.clock_can_be_right(said):
        return said
    if not checkups.writable(store, said):
        checkups.published(store, said)
        checkups.operations(store, said)
        return said
    if lost(store.folder):
        said.add("damaged", FACTS, _("Hilang, padahal data pernah dimuat di sini."), way_out())
    else:
        _with_facts(store, publish, said)
    checkups.published(store, said)
    checkups.operations(store, said)
    return said


def _parts(said: Examination) -> None:
    found = []
    for name in PARTS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            said.add("warning", name, _("Bagian ini tidak terpasang."), _("jalankan make setup"))
    said.add("ok", _("bagian"), ", ".join(found))


def _with_facts(store: Store, publish: Callable[[Store], object], said: Examination) -> None:
    """What can be looked at while the facts are open, then publishing of what is marked."""
    try:
        with store.writer() as con, translated():
            checkups.facts(con, said)
            checkups.clock(con, said)
            checkups.remake(store, con, said)
            checkups.leftovers(store, con, said)
            checkups.recap_files(store, con, said)
            checkups.sources(store, con, said)
            checkups.keys(store, con, said)
            checkups.journal(store, con, said)
            marked = _marked(con)
    except StoreBusy:
        raise
    except (StoreDamaged, duckdb.Error) as error:
        said.add("damaged", FACTS, str(error).splitlines()[0], way_out())
        return
    pending = store.needs_publishing
    try:
        publish(store)
    except MonevError as error:
        said.add("damaged", "published", str(error), _("jalankan monev doctor sekali lagi"))
        return
    if marked or pending:
        said.healed(
            "published",
            counted("Angka {n} kantor yang belum terbit diterbitkan.", marked).format(n=marked),
        )


def _marked(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("SELECT count(DISTINCT office_code) FROM facts.offices_changed").fetchone()
    return int(row[0]) if row else 0
