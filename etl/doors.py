"""What a detail of a load is called at the door where it is asked for: an option or a field."""

from contextvars import ContextVar
from typing import Literal

from etl.words import _

Door = Literal["command", "page"]
_door: ContextVar[Door] = ContextVar("door", default="command")

_OPTIONS = {
    "kind": "--kind",
    "mapping": "--mapping",
    "office": "--office",
    "period": "--period",
    "service": "--service",
    "rule": "--rule",
    "replace": "--replace",
    "append": "--append",
}


def stand_at(door: Door) -> None:
    """Speak to people at this door from here on in this context."""
    _door.set(door)


def at_page() -> bool:
    """Whether a page asks, not the command line."""
    return _door.get() == "page"


def called(detail: str, value: str = "") -> str:
    """A detail as it is called at the door, with an example of its value where one helps.

    >>> called("period", "2024-S1")
    '--period 2024-S1'
    """
    if not at_page():
        return f"{_OPTIONS[detail]} {value}".strip()
    field = {
        "kind": _("Jenis data"),
        "mapping": _("Berkas pemetaan"),
        "office": _("Kantor"),
        "period": _("Periode"),
        "service": _("Layanan"),
        "rule": _("Aturan survei"),
        "replace": _("Ganti"),
        "append": _("Tambah"),
    }[detail]
    return f"“{field}” ({value})" if value else f"“{field}”"


def template(kind: str) -> str:
    """Where an empty workbook of a kind is had."""
    if at_page():
        return _("templat {kind} di halaman Unggah").format(kind=kind)
    return f"monev template {kind}".strip()


def nil_report(kind: str = "") -> str:
    """Where it is reported that there was nothing (of a kind)."""
    return _("“Laporan nihil” di bawah") if at_page() else f"monev nil {kind}".strip()
