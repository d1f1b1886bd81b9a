"""An alert in words, and the address of the page that shows it: the same for screen and mail."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from dashboard.locale import format as f
from dashboard.locale import verdict_words
from dashboard.locale.records import desk_name, kind_name
from etl.settings import settings
from etl.words import _, counted
from metrics.asking.query import Scope
from metrics.judging import signals as s
from metrics.judging.signals import Signal

PAGES = {  # page of a figure by the kind of record it is made of
    "applications": "waktu_proses",
    "payments": "pembayaran",
    "complaints": "pengaduan",
    "survey": "ikm",
}


KNOWN_ON = (s.LATE, s.COMPLAINTS, s.DUE)  # what stands on a day, not over a period


def alert_words(signal: Signal, office: str, dated: bool = True) -> str:
    """One sentence: at which office, what, how many, since when, where it lies; `office` "" where
    place and period stand above it already, not `dated` where the day it is known on does.
    """
    if not office:
        said = _said(signal, dated)
        return said[:1].upper() + said[1:]
    if signal.verdict is not None:
        query = signal.verdict.query
        office = f"{office}, {f.months(str(query.start), str(query.end))}"
    return f"{office}: {_said(signal, dated)}"


def _said(signal: Signal, dated: bool) -> str:
    told = _SAY[signal.what](signal)
    if signal.what not in KNOWN_ON:
        return told
    return told + (_known_on(signal) if dated else ".")


def lying(desk: str, there: int, since: str, total: int) -> str:
    """In brackets after a number of late cases: desk and since when; "" where neither is known.

    `there` of the `total` cases lie at the desk.
    """
    parts = []
    if desk:
        at = _("terbanyak di {desk}: {n}")
        if there == total:
            at = _("di {desk}") if total == 1 else _("semuanya di {desk}")
        elif there == 1:  # no desk has more than one of them
            at = _("di meja yang berlainan")
        parts.append(at.format(desk=desk_name(desk), n=f.number(there)))
    if since:
        parts.append(_("yang terlama jatuh tempo {day}").format(day=since))
    return f" ({'; '.join(parts)})" if parts else ""


def _late(signal: Signal) -> str:
    text = counted("{n} permohonan lewat standar", signal.total).format(n=_how_many(signal))
    if signal.there:
        return text + lying(signal.desk, signal.there, f.date(signal.since), signal.total)
    text += _(", yang terlama jatuh tempo {day}").format(day=f.date(signal.since))
    if signal.stage:
        text += _("; paling banyak terakhir sampai tahap {stage}").format(stage=_at(signal))
    return text


def _due(signal: Signal) -> str:
    text = counted("{n} permohonan jatuh tempo dalam {days} hari kerja", signal.total).format(
        n=_how_many(signal), days=signal.within
    )
    text += _(", yang pertama {day}").format(day=f.date(signal.since))
    return text


def _complaints(signal: Signal) -> str:
    text = counted("{n} pengaduan lewat batas jawab", signal.total).format(n=_how_many(signal))
    text += _(", yang terlama diterima {day}").format(day=f.date(signal.since))
    return text


def _verdict(signal: Signal) -> str:
    assert signal.verdict is not None
    return verdict_words.words(signal.verdict)


def _action(signal: Signal) -> str:
    action = signal.action
    assert action is not None
    return _("tindak lanjut “{what}” lewat batas {day}, dikerjakan {who}.").format(
        what=action.what, day=f.date(action.due), who=action.who
    )


def _silent(signal: Signal) -> str:
    """The kinds of report that are wanting, each since its own month."""
    by_month: dict[str, list[str]] = {}
    for kind in signal.kinds:
        for key in signal.parts:
            if f":{kind}:" in key:
                by_month.setdefault(signal.days.get(key, signal.since), []).append(kind)
    told = [
        _("{kinds} sejak {month}").format(
            kinds=f.sentence([kind_name(k).lower() for k in kinds]), month=f.month(month)
        )
        for month, kinds in sorted(by_month.items())
    ]
    return _("belum ada laporan {told}.").format(told="; ".join(told))


_SAY: dict[str, Callable[[Signal], str]] = {
    s.LATE: _late,
    s.COMPLAINTS: _complaints,
    s.VERDICT: _verdict,
    s.ACTION: _action,
    s.SILENT: _silent,
    s.DUE: _due,
}


def _how_many(signal: Signal) -> str:
    """The number; that it is the new ones of so many where some were told before."""
    if signal.count == signal.total:
        return f.number(signal.count)
    return _("{n} lagi (seluruhnya {total})").format(
        n=f.number(signal.count), total=f.number(signal.total)
    )


def _at(signal: Signal) -> str:
    if not signal.desk:
        return signal.stage
    return f"{signal.stage} ({desk_name(signal.desk)})"


def _known_on(signal: Signal) -> str:
    return _(" (keadaan {day}).").format(day=f.date(signal.as_of))


def alert_page(signal: Signal) -> tuple[str, dict[str, str]]:
    """The page that shows it and the choices in its address; "" is the first page."""
    where = {"office": signal.office} if "." in signal.office else {}
    if signal.what in (s.LATE, s.DUE):
        return "berkas", where
    if signal.what == s.SILENT:
        return "pelaporan", {}
    if signal.what == s.COMPLAINTS:
        return "pengaduan", where
    if signal.what == s.ACTION and signal.action is not None:
        return "tindak_lanjut", where | {"aksi": str(signal.action.id)}
    if signal.what == s.VERDICT and signal.verdict is not None:
        return PAGES.get(signal.verdict.indicator.kind, ""), where
    return "", where


def open_page(signal: Signal, scope: Scope) -> tuple[str, dict[str, str]]:
    """The page that shows it, or the nearest that a reader of this scope may open."""
    page, choices = alert_page(signal)
    where = {"office": signal.office} if "." in signal.office else {}
    if page == "berkas" and not scope.case_rows:
        return "waktu_proses", choices
    if page == "pelaporan" and scope.role in ("office", "analyst"):
        return "mutu_data", choices | where
    return page, choices


def alert_link(signal: Signal, scope: Scope) -> str:
    """The whole address, under the web address of the settings (`MONEV_URL`)."""
    page, choices = open_page(signal, scope)
    asked = f"?{urlencode(choices)}" if choices else ""
    return f"{settings().url.rstrip('/')}/{page}{asked}"


def alert_row(signal: Signal, office: str, scope: Scope) -> dict[str, Any]:
    """The row of `monev alerts`, for a reader of this scope."""
    return {
        "what": signal.what,
        "office": signal.office,
        "count": signal.count,
        "since": signal.since or None,
        "desk": signal.desk or None,
        "words": alert_words(signal, office),
        "link": alert_link(signal, scope),
    }
