"""The frame of a letter: what an office set, and what is said where it set nothing."""

import base64
import binascii
import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

from dashboard.frame.access import in_force
from dashboard.reports.model import Letter, Report
from etl.errors import Refused
from etl.reading.controls import plain
from etl.reference import province_of, regions
from etl.store.gate import Gate
from etl.store.letters import Letters, LetterSettings
from etl.store.rights import Rights
from etl.words import _
from metrics.asking.query import Scope

OPEN_NUMBER = "…"
NUMBER_FORMAT = "500.16/{nomor}/DPMPTSP/{tahun}"
NUMBER_FIELDS = frozenset({"nomor", "tahun", "bulan", "edisi"})
MOST_LOGO = 512 * 1024
MOST_TEXT = 400
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NIP = re.compile(r"\d{18}")


def settings_of(store: Path, place: str, name: str = "") -> LetterSettings:
    """What the letters of `place` carry: its own settings, and a plain default for the rest."""
    own = Letters(store).of(place)
    default = _default(place, name)
    filled = {k: getattr(own, k) or getattr(default, k) for k in vars(default)}
    return LetterSettings(**filled)


def _default(place: str, name: str) -> LetterSettings:
    known = regions().get(place)
    name = known.name if known else name or place
    short = name.removeprefix("Kabupaten ").removeprefix("Kota ").removeprefix("Provinsi ")
    above = regions().get(province_of(place))
    governor = _("Gubernur {name}").format(name=above.short if above else "…")
    head = {"kabupaten": _("Bupati {name}"), "kota": _("Wali Kota {name}")}
    kind = known.region_kind if known else "kabupaten"
    chief = governor if kind == "provinsi" else head.get(kind, head["kabupaten"]).format(name=short)
    return LetterSettings(
        government=_("PEMERINTAH {name}").format(name=name.upper()),
        institution=_("DINAS PENANAMAN MODAL DAN\nPELAYANAN TERPADU SATU PINTU"),
        addressee=chief,
        addressee_place=short if kind != "provinsi" else "",
        addressee_annual=governor,
        number_format=NUMBER_FORMAT,
        place=short if kind != "provinsi" else "",
        signatory_title=_("Kepala Dinas Penanaman Modal\ndan Pelayanan Terpadu Satu Pintu,"),
    )


def letter(store: Path, place: str, name: str, kind: str, subject: str, closing: str) -> Letter:
    """The frame of a report of `kind` about `place`."""
    told = settings_of(store, place, name)
    to = told.addressee_annual if kind == "annual" else told.addressee
    where = told.addressee_place if kind != "annual" else ""
    signatory = (
        told.signatory_title,
        told.signatory_name or _("(………………………………………)"),
        told.signatory_rank,
        _("NIP {number}").format(number=told.signatory_nip or "………………………………"),
    )
    return Letter(
        government=told.government,
        institution=told.institution,
        address=told.address,
        logo=told.logo,
        number=told.number_format,
        subject=subject,
        addressee=(to, _("di {place}").format(place=where or _("tempat"))),
        place=told.place,
        signatory=signatory,
        copies=tuple(line.strip() for line in told.copies.splitlines() if line.strip()),
        closing=closing,
    )


def issued(report: Report, edition: int, day: date) -> Report:
    """The report with its edition, day and number filled in."""
    filled = {
        "nomor": OPEN_NUMBER,
        "tahun": str(day.year),
        "bulan": MONTHS[day.month - 1],
        "edisi": str(edition),
    }
    number = report.letter.number.format_map(filled) if report.letter.number else ""
    return replace(
        report,
        letter=replace(report.letter, number=number),
        edition=edition,
        day=day.isoformat(),
    )


def keep(store: Path, scope: Scope, who: str, place: str, told: Mapping[str, str]) -> None:
    """Set the letters of `place`, for who may, and write down who changed what.

    Refused for a place outside the scope, a number form with other fields, a NIP that is none and
    a logo that is no small picture.
    """
    scope = in_force(store, who, scope)
    gate = Gate(store, who, Rights(scope.role, scope.offices))
    gate.check("letter", place)
    new = LetterSettings(**{k: plain(v).strip() for k, v in told.items()})
    _check(new)
    gate.set_letter(place, new)


def _check(new: LetterSettings) -> None:
    try:
        named = {field for _text, field, _spec, _turn in Formatter().parse(new.number_format)}
    except ValueError:
        named = {"?"}
    if named - {None} - NUMBER_FIELDS:
        raise Refused(
            _("Bentuk nomor hanya boleh memuat {fields}.").format(
                fields=", ".join(f"{{{name}}}" for name in sorted(NUMBER_FIELDS))
            )
        )
    nip = re.sub(r"\s", "", new.signatory_nip)
    if nip and not NIP.fullmatch(nip):
        raise Refused(_("NIP terdiri atas 18 angka; periksa lagi."))
    if any(len(v) > MOST_TEXT for k, v in vars(new).items() if k != "logo"):
        raise Refused(_("Isian paling panjang {n} huruf; singkatkan.").format(n=MOST_TEXT))
    if new.logo:
        picture(new.logo)


def logo_text(data: bytes) -> str:
    """A picture's bytes as the settings keep them; refused where it is no small PNG or JPEG."""
    told = base64.b64encode(data).decode()
    picture(told)
    return told


def picture(logo: str) -> tuple[bytes, str]:
    """The logo's bytes and format ("png", "jpg"); refused in words where it is none."""
    from PIL import Image

    sorry = Refused(_("Logo harus gambar PNG atau JPEG, paling besar 512 KB."))
    if len(logo) > MOST_LOGO * 4 / 3 + 4:
        raise sorry
    try:
        data = base64.b64decode(logo, validate=True)
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            form = str(image.format)
            if image.width * image.height > 16_000_000:
                raise sorry
            image.verify()
    except (binascii.Error, OSError, ValueError, SyntaxError):
        raise sorry from None
    return data, {"PNG": "png", "JPEG": "jpg"}[form]
