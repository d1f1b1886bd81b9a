"""What records and desks are called on screen and in letters."""

from etl.words import _


def kind_name(kind: str) -> str:
    """A kind of record in words."""
    return {
        "applications": _("Permohonan izin"),
        "complaints": _("Pengaduan"),
        "payments": _("Pembayaran"),
        "survey": _("Survei (IKM)"),
    }.get(kind, kind)


def desk_name(desk: str) -> str:
    """A desk in words."""
    return {
        "front_office": _("front office"),
        "back_office": _("back office"),
        "technical_team": _("tim teknis"),
        "applicant": _("pemohon"),
    }.get(desk, desk)
