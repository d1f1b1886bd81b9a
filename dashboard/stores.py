"""Opens the store and its published figures for the command line, mending what was left undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.console import log_error, note, working
from etl.errors import MonevError, StoreBusy
from etl.paths import default_store
from etl.words import _

if TYPE_CHECKING:
    from etl.store import Store
    from metrics.engine import Snapshot


def open_store(folder: Path | None) -> "Store":
    """The store in `folder`, or where the environment says."""
    from etl.store import Store

    return Store(folder or default_store(), check_recap=_check_recap)


def _check_recap(path: Path) -> None:
    from metrics.recap import check_recap

    check_recap(path)


def open_published(folder: Path | None) -> "Snapshot":
    """What is published, after mending what an interrupted load left behind."""
    from metrics.engine import open_snapshot

    house = open_store(folder)
    heal(house)
    return open_snapshot(house.folder)


def heal(house: "Store") -> None:
    """Publish what is marked unless another process writes: the reader then waits for nothing."""
    from metrics.publish import heal as publish_marked
    from metrics.publish import needs_publishing

    if not needs_publishing(house):
        return

    try:
        with working(_("Memperbarui angka")), house.writer(seconds=0):
            publish_marked(house)
    except StoreBusy:
        note(_("Data sedang ditulis proses lain; angka berikut belum memuat perubahan terakhir."))


def publish(house: "Store") -> int:
    """Publish what changed; 3 with a note when it failed: the facts are safe and stay marked."""
    from metrics.publish import publish as publish_changed

    try:
        with working(_("Memperbarui angka")) as tell:
            publish_changed(house, tell)
    except MonevError as error:
        note(str(error))
    except Exception as error:
        place = log_error(error, house.folder)
        note(
            _("Data tersimpan, tetapi angka belum diperbarui; rinciannya di {file}.").format(
                file=place
            )
        )
    else:
        return 0
    return 3
