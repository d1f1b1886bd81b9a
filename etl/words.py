"""One door for every word people read: Indonesian is the source, catalogues translate it."""

import gettext
import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache

from etl.paths import ROOT

LOCALES = ROOT / "dashboard" / "locale"
LANGUAGES = ("id", "en")
_language: ContextVar[str] = ContextVar("language", default="id")


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language: the `.po` files of its folder, read as they are."""
    files = sorted((LOCALES / language).glob("*.po"))
    if not files:
        return gettext.translation("monev", LOCALES, [language], fallback=True)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    found = gettext.NullTranslations()
    for file in files:
        with file.open("rb") as text, io.BytesIO() as made:
            write_mo(made, read_po(text, locale=language))
            made.seek(0)
            one = gettext.GNUTranslations(made)
        one.add_fallback(found)
        found = one
    return found


def language() -> str:
    """The language in use in this context: "id" or "en"."""
    return _language.get()


def use(code: str) -> None:
    """Speak `code` from here on in this context; unknown codes mean Indonesian."""
    _language.set(code if code in LANGUAGES else "id")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` within the block only."""
    token = _language.set(code if code in LANGUAGES else "id")
    try:
        yield
    finally:
        _language.reset(token)


def _(message: str) -> str:
    """`message` in the language in use; the Indonesian text itself where none is known."""
    return _catalogue(_language.get()).gettext(message) if message else ""


def ngettext(one: str, many: str, n: float) -> str:
    """The singular or plural form for `n`, translated."""
    return _catalogue(_language.get()).ngettext(one, many, 1 if n == 1 else 2)


def counted(message: str, n: float) -> str:
    """`message` in the form that goes with `n`; Indonesian has one form, English two."""
    return ngettext(message, message, n)


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it
    """`message` itself, noted for the catalogue; whoever shows it translates it with `_()`."""
    return message


def number_words(number: int) -> str:
    """A whole number as people write it: 3431 → "3.431", in English "3,431"."""
    text = f"{number:,}"
    return text if language() == "en" else text.replace(",", ".")


def day_words(day: str) -> str:
    """A day in ISO form as people write it: `2026-01-05` → "5 Januari 2026"."""
    from babel.dates import format_date  # slow to import, and most commands name no day

    return format_date(
        date.fromisoformat(day[:10]), "d MMMM y", "en_GB" if language() == "en" else "id_ID"
    )


def month_words(month: str) -> str:
    """A month in ISO form as people write it: `2026-01` → "Januari 2026"."""
    from babel.dates import format_date  # as above

    named = "en_GB" if language() == "en" else "id_ID"
    return format_date(date.fromisoformat(f"{month[:7]}-01"), "MMMM y", named)
