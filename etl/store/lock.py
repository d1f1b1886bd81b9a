"""One writer at a time: the file lock that every opening of the facts goes through."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from etl.disk_words import disk_words
from etl.errors import StoreBusy, StoreDamaged
from etl.words import _


@contextmanager
def write_lock(folder: Path, seconds: float) -> Iterator[None]:
    """Hold the store's lock within the block; raises `StoreBusy` after waiting `seconds`.

    The operating system drops the lock with the process that held it, so a killed load
    never leaves the store locked.
    """
    lock = FileLock(folder / "writer.lock", timeout=seconds, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout:
        raise StoreBusy(
            _("Penyimpanan data sedang ditulis proses lain; tunggu sampai selesai lalu coba lagi.")
        ) from None
    except OSError as error:
        raise StoreDamaged(disk_words(error, folder)) from error
    try:
        yield
    finally:
        lock.release()
