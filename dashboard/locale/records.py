"""What records and desks are called on screen and in letters."""

from etl.schema import kinds
from etl.words import _


def kind_name(kind: str) -> str:
    """A kind of record in words."""
    return {
        "applications": _("Permohonan izin"),
        "complaints": _("Pengaduan"),
        "payments": _("Pembayaran"),
        "survey": _("Survei (IKM)"),
    }.get(kind, kind)


def record_name(kind: str) -> str:
    """Any kind of record that a file may be of, in words."""
    others = {"event_log": _("Log peristiwa"), "recap": _("Rekap"), "nil": _("Laporan nihil")}
    known = kinds()
    return _(known[kind].title) if kind in known else others.get(kind, kind)


def desk_name(desk: str) -> str:
    """A desk in words."""
    return {
        "front_office": _("front office"),
        "back_office": _("back office"),
        "technical_team": _("tim teknis"),
        "applicant": _("pemohon"),
    }.get(desk, desk)
