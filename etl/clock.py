"""Whether this machine's clock can be right: dates are judged and files stamped by it."""

from datetime import date

from etl.errors import StoreDamaged
from etl.words import _

RELEASED = date(2026, 1, 1)
"""No right clock shows a day before this version of the program was made."""


def today() -> date:
    """The day by this machine's clock."""
    return date.today()


def check() -> None:
    """Raise `StoreDamaged` with a plain sentence where the clock cannot be right."""
    if today() < RELEASED:
        raise StoreDamaged(
            _(
                "Jam mesin menunjuk {day}, sebelum aplikasi ini dibuat; betulkan jam lalu ulangi."
            ).format(day=today().isoformat())
        )
