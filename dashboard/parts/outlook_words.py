"""Days to go in words: a range, how likely a case will be late, how often such ranges held."""

from dashboard.frame.view import View
from dashboard.locale import format as f
from etl.words import _, counted
from metrics.asking.coverage import in_the_past
from metrics.outlook.forecast import DaysToGo, HitRate
from metrics.outlook.open_cases import POSSIBLY, SURELY, lateness


def range_words(found: DaysToGo) -> str:
    """ "8–17 hari", "3 hari", or why there is no range."""
    if found.low is None or found.high is None:
        return why_words(found.why)
    if found.low == found.high:
        return counted("{n} hari", found.high).format(n=f.number(found.high))
    return _("{low}–{high} hari").format(low=f.number(found.low), high=f.number(found.high))


def why_words(why: str) -> str:
    """Why no range is given, in a few words."""
    known = {
        "few": _("belum cukup berkas serupa"),
        "open": _("kebanyakan berkas serupa belum selesai"),
        "short": _("catatan kantor belum cukup panjang"),
    }
    return known.get(why, "")


def level_words(level: str | None) -> str:
    """Where the cases alike were looked for."""
    known = {
        "type": _("jenis, tahap, dan umur sama"),
        "type_any_age": _("jenis dan tahap sama"),
        "group": _("kelompok izin, tahap, dan umur sama"),
        "group_any_age": _("kelompok izin dan tahap sama"),
        "province": _("seprovinsi: jenis, tahap, dan umur sama"),
        "province_any_age": _("seprovinsi: jenis dan tahap sama"),
    }
    return known.get(level or "", "")


def late_words(share: float | None) -> str:
    """How likely a case passes its standard, in words; "" where that cannot be told."""
    if share is None:
        return ""
    if share >= SURELY:
        return _("hampir pasti")
    return _("mungkin") if share >= POSSIBLY else _("kecil kemungkinan")


def hit_words(rate: HitRate) -> str:
    """How often ranges like these held; that it cannot be told yet where it cannot."""
    if rate.rate is None:
        return _("Belum dapat dinilai seberapa sering rentang ini tepat.")
    return _(
        "Rentang seperti ini memuat hari selesainya pada {rate} dari {n} berkas "
        "({months} akhir bulan terakhir yang sudah dapat dinilai)."
    ).format(
        rate=f.percent(rate.rate, 0), n=f.number(rate.cases), months=f.number(rate.months)
    )  # fmt: skip


def lateness_words(view: View) -> str:
    """ "12 berkas akan lewat standar, 8 hampir pasti."; "" about a past period, and where no case
    can be told of."""
    if view.snapshot.is_empty:
        return ""
    if in_the_past(view.snapshot, view.scope, view.query, "applications"):
        return ""
    found = lateness(view.snapshot, view.scope, view.query)
    return _said(found.cases, found.likely, found.surely, found.unknown)


def _said(cases: int, likely: int, surely: int, unknown: int) -> str:
    if cases == 0 or unknown == cases:
        return ""
    told = (
        counted("{n} berkas yang masih dalam standar diperkirakan akan lewat, {sure} hampir pasti.",
                likely)
        if surely
        else counted("{n} berkas yang masih dalam standar diperkirakan akan lewat.", likely)
        if likely
        else _("Dari {told} berkas dalam standar yang dapat diperkirakan, tak satu pun lebih "
               "mungkin lewat daripada selesai.")
    ).format(n=f.number(likely), sure=f.number(surely), told=f.number(cases - unknown))  # fmt: skip
    if unknown:
        told += " " + counted("{n} berkas lain belum dapat diperkirakan.", unknown).format(
            n=f.number(unknown)
        )
    return told
