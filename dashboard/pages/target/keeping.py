"""Checks a target as people type it, and writes it through the gate."""

from datetime import date

from etl.errors import Refused
from etl.store.gate import Gate
from etl.words import _
from metrics.asking.registry import Indicator, get
from metrics.judging.targets import Target

MOST = 10**12


def unit_of(indicator: Indicator) -> str:
    """The unit that a target is typed in."""
    return {
        "rate": _("persen"),
        "ratio": _("persen"),
        "days": _("hari kerja"),
        "index": _("25–100"),
        "amount": _("rupiah"),
    }.get(indicator.shape, _("jumlah"))


def typed(indicator: Indicator, text: str) -> float:
    """The figure that somebody typed in the indicator's unit; shares become fractions.

    Refused in words where it is no number or cannot be one of this indicator.
    """
    told = text.strip().removesuffix("%").strip().replace("Rp", "").strip()
    if "," in told:
        told = told.replace(".", "").replace(",", ".")
    elif indicator.shape in ("amount", "count"):  # a dot parts thousands
        told = told.replace(".", "")
    try:
        value = float(told)
    except ValueError:
        raise Refused(_("Tulis nilainya sebagai angka, misalnya 90 atau 87,5.")) from None
    shape = "rate" if indicator.unit == "rate" else indicator.shape  # a share of money too
    low, high = {"rate": (0, 100), "index": (25, 100)}.get(shape, (0, MOST))
    if not low <= value <= high:
        raise Refused(
            _("Nilainya antara {low} dan {high} {unit}.").format(
                low=low, high=high, unit=unit_of(indicator)
            )
        )
    return round(value / 100, 6) if indicator.shape in ("rate", "ratio") else value


def set_year(gate: Gate, name: str, place: str, permit_type: str, year: int, text: str) -> float:
    """Set the target of a year from its first day on; gives the figure as it is kept."""
    indicator = get(name)
    if indicator.better is None:
        raise Refused(_("Indikator ini tidak dinilai, jadi tidak bertarget."))
    if permit_type and "permit_type" not in indicator.dims:
        raise Refused(_("Indikator ini tidak dirinci menurut jenis izin."))
    value = typed(indicator, text)
    gate.set_target(name, place, date(year, 1, 1), str(value), permit_type)
    return value


def take_back(gate: Gate, target: Target) -> None:
    """Take a target back, set on the page or loaded; what held before it holds again."""
    gate.set_target(target.indicator, target.office, target.valid_from, None, target.permit_type)
