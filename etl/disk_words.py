"""Says in plain words what the disk or the file system refused."""

import errno
from pathlib import Path

from etl.words import _

FULL = (errno.ENOSPC, errno.EDQUOT)
SHUT = (errno.EROFS, errno.EACCES, errno.EPERM)


def known(error: OSError) -> bool:
    """Whether it is the disk's fault and not the program's."""
    return error.errno in (*FULL, *SHUT, errno.EIO, errno.EMFILE, errno.ENFILE)


def disk_words(error: OSError, folder: Path) -> str:
    """The sentence for people about what the disk refused."""
    if error.errno in FULL:
        return _("Ruang cakram habis dan tidak ada yang berubah; kosongkan cakram lalu ulangi.")
    place = error.filename or folder
    if error.errno in SHUT:
        return _(
            "{place} tidak dapat ditulis atau dibaca ({why}); perbaiki izinnya atau pasang "
            "cakramnya untuk ditulis, lalu ulangi."
        ).format(place=place, why=error.strerror)
    return _("Cakram tidak menjawab dengan baik ({why}); periksa cakram, lalu ulangi.").format(
        why=error.strerror or error
    )
