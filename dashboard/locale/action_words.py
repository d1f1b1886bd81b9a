"""A follow-up in words: its state, its day and its effect, the same on pages and in reports."""

from datetime import date

from dashboard.locale import format as f
from etl.store.follow_ups import Action
from etl.words import _
from metrics.asking.registry import indicators
from metrics.judging.effects import Effect, Progress

SIGNS = {"better": "▲", "worse": "▼", "": "●"}


def state_name(state: str) -> str:
    """A state in words."""
    return {
        "planned": _("direncanakan"),
        "running": _("berjalan"),
        "done": _("selesai"),
        "dropped": _("dibatalkan"),
    }[state]


def due_words(action: Action, day: date) -> str:
    """Where an action stands against its day, as of `day`."""
    if action.state == "done":
        return _("selesai {day}").format(day=f.date(action.finished or action.due))
    if action.state == "dropped":
        return _("dibatalkan")
    if action.overdue(day):
        return _("lewat tenggat {day}").format(day=f.date(action.due))
    return _("tenggat {day}").format(day=f.date(action.due))


def figure_name(action: Action) -> str:
    """The figure that an action is about, with its permit type; its name where nobody knows it."""
    known = indicators().get(action.indicator)
    told = known.label() if known else action.indicator
    return f"{told}, {action.permit_type}" if action.permit_type else told


def effect_words(effect: Effect, short: bool = False) -> str:
    """What an action did: "▲ +7,6 poin (selang 95 % 5,5 sampai 9,8)", and from what to what.

    No word where the interval does not leave out "no change"; why, where there is no figure.
    """
    if effect.change is None:
        return effect.lacks
    change = _change(effect, effect.change)
    if effect.low is None or effect.high is None:
        told = f"{change} ({effect.lacks})"
    else:
        form = (
            _("{change} (95{nbsp}%: {low} s.d. {high})")
            if short
            else _("{change} (selang 95{nbsp}% {low} sampai {high})")
        )
        told = form.format(
            change=change, nbsp=f.NBSP, low=_change(effect, effect.low, False),
            high=_change(effect, effect.high, False),
        )  # fmt: skip
    told = f"{SIGNS[effect.direction]}{f.NBSP}{told}"
    if not effect.clear:
        told += _(", masih dalam naik-turun biasa")
    return told if short else f"{told}: {_spans(effect)}"


def _spans(effect: Effect) -> str:
    a, b = (_figure(effect, v) for v in (effect.before, effect.after))
    if effect.indicator.shape == "index":
        return _("survei {a} menjadi {b}").format(a=a, b=b)
    what = _("rata-rata bulanan ") if effect.indicator.shape != "rate" else ""
    return _("{what}{a} pada {n} bulan sebelumnya, {b} pada {m} bulan sesudahnya").format(
        what=what, a=a, b=b, n=len(effect.before_months), m=len(effect.after_months)
    )


def _figure(effect: Effect, value: float | None) -> str:
    shape = effect.indicator.shape
    if shape == "days":
        return f.days(value, 1)
    if shape in ("rate", "ratio"):
        return f.percent(value)
    if shape == "index":
        return f.number(value, 2)
    return f.rupiah(value) if shape == "amount" else f.number(value, 1)


def _change(effect: Effect, value: float, unit: bool = True) -> str:
    shape = effect.indicator.shape
    if shape in ("rate", "ratio"):
        return f.points(value) if unit else f.signed(value * 100, 1)
    if shape == "days":
        told = f.signed(value, 1)
        return f"{told}{f.NBSP}{_('hari')}" if unit else told
    if shape == "amount":
        return ("+" if value > 0 else "") + f.rupiah(value)
    return f.signed(value, 2 if shape == "index" else 1)


def progress_words(made: Progress, overdue: bool = True) -> str:
    """How far a plan is: "2 dari 3 selesai (66,7 %), median lama penyelesaian 3,5 bulan"."""
    if not made.total:
        return _("Belum ada tindak lanjut yang direncanakan.")
    told = _("{done} dari {all} selesai ({share})").format(
        done=f.number(made.done), all=f.number(made.total), share=f.percent(made.share)
    )
    if made.months is not None:
        told += _(", median lama penyelesaian {months} bulan").format(
            months=f.number(made.months, 1)
        )
    if overdue and made.overdue:
        told += _("; {n} lewat tenggat").format(n=f.number(made.overdue))
    return told + "."
