"""A line of the audit trail in words: what was done, and to what, without keys or codes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dashboard.frame.access import ROLES, role_name
from dashboard.locale import format as f
from dashboard.locale.records import record_name
from etl.words import _
from metrics.asking.registry import indicators

LATER = ("repeated", "unchanged")
"""Told only where they are not nought."""


def deed(action: str) -> str:
    """An action of the audit table in words."""
    return {
        "sign_in": _("Masuk"),
        "sign_out": _("Keluar"),
        "load": _("Muat"),
        "undo": _("Batalkan"),
        "nil": _("Nihil"),
        "export": _("Unduh"),
        "refusal": _("Ditolak"),
        "grant": _("Hak akses"),
        "settings": _("Pengaturan"),
        "action": _("Tindak lanjut"),
        "publication": _("Publikasi IKM"),
        "scenario": _("Skenario"),
        "scenario_dropped": _("Hapus skenario"),
        "public_door": _("Pintu publik"),
        "rebuild": _("Susun ulang"),
        "backup": _("Cadangan"),
        "purge": _("Hapus sumber"),
        "report": _("Laporan"),
    }.get(action, action)


def role(code: str) -> str:
    """A role in few words; as written where there is none of that code."""
    return role_name(code).partition(" (")[0] if code in ROLES else code


def moment(at: str) -> str:
    """When, in words: "26 Nov 2026 13.15.25"."""
    when = datetime.fromisoformat(at)
    return f"{f.date_short(when)} {when:%H.%M.%S}"


def told(detail: Mapping[str, Any], offices: Mapping[str, str]) -> str:
    """What an entry says beside who and when: "Muatan 16; Berkas contoh.csv; Dibaca 105"."""
    parts = []
    for key, value in detail.items():
        if value in (None, "", [], {}) or (key in LATER and not value):
            continue
        parts.append(f"{_names().get(key, key)} {_value(key, value, offices)}")
    return "; ".join(parts)


def _names() -> dict[str, str]:
    return {
        "batch": _("Muatan"),
        "file": _("Nama berkas"),
        "kind": _("Jenis"),
        "repeated": _("Sudah pernah dimuat"),
        "read": _("Dibaca"),
        "accepted": _("Diterima"),
        "rejected": _("Ditolak"),
        "unchanged": _("Tidak berubah"),
        "why": _("Sebab"),
        "said": _("Sebab"),
        "what": _("Tentang"),
        "list": _("Daftar"),
        "rows": _("Baris"),
        "page": _("Halaman"),
        "place": _("Tempat"),
        "office": _("Kantor"),
        "offices": _("Kantor"),
        "region": _("Wilayah"),
        "month": _("Bulan"),
        "period": _("Periode"),
        "indicator": _("Indikator"),
        "number": _("Nomor"),
        "due": _("Batas"),
        "day": _("Tanggal"),
        "state": _("Keadaan"),
        "edited": _("Diubah"),
        "dropped": _("Dicabut"),
        "changed": _("Diubah"),
        "valid_from": _("Berlaku sejak"),
        "email": _("Alamat"),
        "given": _("Peran"),
        "before": _("Semula"),
        "allowed": _("Diizinkan"),
        "open": _("Terbuka"),
        "words": _("Kata"),
        "form": _("Bentuk"),
        "edition": _("Edisi"),
        "value": _("Nilai"),
        "permit_type": _("Jenis izin"),
    }


def _matters() -> dict[str, str]:
    return {
        "target": _("target"),
        "event": _("kejadian"),
        "event edited": _("kejadian diubah"),
        "event dropped": _("kejadian dicabut"),
        "mapping": _("pemetaan kolom"),
        "mapping dropped": _("pemetaan kolom dicabut"),
        "answer_words": _("kata jawaban survei"),
        "letter": _("kop surat"),
        "action": _("tindak lanjut"),
        "recap": _("rekap"),
    }


def _value(key: str, value: Any, offices: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, list | tuple):
        return f.sentence([_value(key, v, offices) for v in value])
    if isinstance(value, int) and key not in ("batch", "number"):
        return f.number(value)
    text = str(value)
    if key == "what":
        return _matters().get(text, text)
    if key == "kind":
        return record_name(text)
    if key == "indicator" and text in indicators():
        return indicators()[text].label()
    if key in ("given", "before"):
        return role(text)
    if key in ("due", "day", "valid_from") and len(text) >= 10 and text[4] == "-":
        return f.date_short(text)
    return offices.get(text, text)
