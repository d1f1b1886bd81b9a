"""Says in words what SQLite says of the operational records: damaged, closed to writing, busy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.errors import StoreBusy, StoreDamaged
from etl.words import _

CLOSED = ("readonly", "is full", "unable to open", "disk i/o")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises over the file at `path` into `StoreDamaged` or `StoreBusy`."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        why = str(error).lower()
        if "locked" in why:
            said = _("Catatan operasional sedang ditulis proses lain; ulangi sebentar lagi.")
            raise StoreBusy(said) from error
        if any(word in why for word in CLOSED):
            said = _(
                "Catatan operasional {file} tidak dapat ditulis ({why}); periksa izin folder dan "
                "ruang cakramnya."
            )
        else:
            said = _(
                "Catatan operasional {file} rusak ({why}); pulihkan dari cadangan dengan monev "
                "restore. Angka tidak terpengaruh."
            )
        raise StoreDamaged(said.format(file=path.name, why=error)) from error


def gone(path: Path) -> StoreDamaged:
    """The records are not there, though the store has published figures."""
    return StoreDamaged(
        _(
            "Catatan operasional {file} hilang; pulihkan dari cadangan dengan monev restore. Angka "
            "tidak terpengaruh."
        ).format(file=path.name)
    )
