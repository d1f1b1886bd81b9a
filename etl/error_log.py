"""Keeps the details of what nobody expected, so that people are told one plain sentence."""

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from etl.words import _


def log_error(error: BaseException, folder: Path) -> Path:
    """Write the details of an unexpected error to `errors.log` of the store; the file."""
    place = folder / "errors.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with place.open("a", encoding="utf-8") as file:
            file.write(f"--- {datetime.now().isoformat(timespec='seconds')}\n")
            file.writelines(traceback.format_exception(error))
    except OSError:
        place = Path(tempfile.gettempdir()) / "monev-errors.log"
        place.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    return place


def unexpected(error: BaseException, folder: Path) -> str:
    """The sentence for people about an error that is kept in the log of `folder`."""
    said = _("Terjadi kesalahan yang tidak terduga; kirim {file} kepada pengelola aplikasi.")
    return said.format(file=log_error(error, folder))
