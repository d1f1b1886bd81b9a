"""Keeps the details of what nobody expected, so that people are told one plain sentence.

One JSON object a line: when, the kind of error, the places in the code. The words of an error are
kept without what stands in quotes, which may be a cell of a person's file.
"""

import contextlib
import json
import os
import re
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from etl.words import _

FILE = "errors.log"
MOST_BYTES = 2 << 20
KEPT = 3
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`")


def log_error(error: BaseException, folder: Path) -> Path:
    """Write the details of an unexpected error to `errors.log` of the store; the file."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _append(folder / FILE, error)
    except OSError:
        place = Path(tempfile.gettempdir()) / f"monev-errors-{os.getuid()}.log"
        with contextlib.suppress(OSError):
            _append(place, error)
        return place


def _append(place: Path, error: BaseException) -> Path:
    if place.exists() and place.stat().st_size > MOST_BYTES:
        _rotate(place)
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:
        file.write(json.dumps(_told(error), ensure_ascii=False) + "\n")
    return place


def _told(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    said = QUOTED.sub("'…'", str(error).splitlines()[0] if str(error) else "")
    return {
        "at": datetime.now().isoformat(timespec="seconds"),
        "error": type(error).__name__,
        "said": said[:300],
        "where": [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames[-20:]],
    }


def _rotate(place: Path) -> None:
    """Move the full log one number up; the oldest goes."""
    for number in range(KEPT - 1, 0, -1):
        older = place.with_name(f"{place.name}.{number}")
        if older.exists():
            older.replace(place.with_name(f"{place.name}.{number + 1}"))
    place.replace(place.with_name(f"{place.name}.1"))


def unexpected(error: BaseException, folder: Path) -> str:
    """The sentence for people about an error that is kept in the log of `folder`."""
    said = _("Terjadi kesalahan yang tidak terduga; kirim {file} kepada pengelola aplikasi.")
    return said.format(file=log_error(error, folder))
