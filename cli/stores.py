"""Opens the store and its published figures for the command line, mending what was left undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from cli.console import note, working
from etl.errors import StoreBusy
from etl.paths import default_store
from etl.words import _
from metrics.publishing.opening import open_store, publish_or_say

if TYPE_CHECKING:
    from etl.store.store import Store
    from metrics.asking.snapshot import Snapshot

__all__ = ["heal", "open_published", "open_store", "publish"]


def open_published(folder: Path | None) -> "Snapshot":
    """What is published, after mending what an interrupted load left behind."""
    from metrics.asking.snapshot import open_snapshot
    from metrics.publishing.freshness import needs_publishing

    place = Path(folder or default_store())
    if needs_publishing(place):
        heal(open_store(place))
    return open_snapshot(place)


def heal(house: "Store") -> None:
    """Publish what is marked unless another process writes: the reader then waits for nothing."""
    from metrics.publishing.freshness import needs_publishing
    from metrics.publishing.publish import heal as publish_marked

    if not needs_publishing(house.folder):
        return
    try:
        with working(_("Memperbarui angka")), house.writer(seconds=0):
            publish_marked(house)
    except StoreBusy:
        note(_("Data sedang ditulis proses lain; angka berikut belum memuat perubahan terakhir."))


def publish(house: "Store") -> int:
    """Publish what changed; 3 with a note when it failed: the facts are safe and stay marked."""
    with working(_("Memperbarui angka")) as tell:
        said = publish_or_say(house, tell)
    if said:
        note(said)
    return 3 if said else 0
