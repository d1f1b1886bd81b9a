"""Opens a store whose recaps are checked, and publishes it so that a failure is said, not lost."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from etl.error_log import log_error
from etl.errors import MonevError
from etl.paths import default_store
from etl.words import _

if TYPE_CHECKING:
    from etl.store.recaps import RecapsHere
    from etl.store.store import Store


def open_store(
    folder: Path | str | None,
    by: str | None = None,
    role: str = "admin",
    offices: frozenset[str] | None = None,
) -> "Store":
    """The store in `folder`, or where the environment says; `by` and `role` go into its audit.

    `role` and `offices` limit what may be changed in it.
    """
    from etl.store.store import Store

    house = folder or default_store()
    return Store(house, by, role, check_recap=_check_recap, offices=offices, apart=True)


def _check_recap(path: Path, here: "RecapsHere | None") -> list[str]:
    from metrics.publishing.recap_check import (
        check_recap,  # slow to import, and few files are recaps
    )

    return check_recap(path, here)


def publish_or_say(store: "Store", tell: Callable[[str], None]) -> str:
    """Publish what changed, and note which past figures moved.

    A sentence where it failed: the facts are safe and stay marked.
    """
    from etl.store.compacting import compact_where_wasteful
    from metrics.publishing.changes import note_changes
    from metrics.publishing.publish import publish

    try:
        publish(store, tell)
        note_changes(store.folder)
        compact_where_wasteful(store)
    except MonevError as error:
        return str(error)
    except Exception as error:
        said = _("Data tersimpan, tetapi angka belum diperbarui; rinciannya di {file}.")
        return said.format(file=log_error(error, store.folder))
    return ""
