"""The week in view beside the one before it: what a head asks on Monday, counted from cases."""

import streamlit as st

from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts.components import Card, cards, empty, head, section
from etl.words import _, counted
from metrics.asking.weeks import Week, two_weeks


def show(view: View) -> None:
    """The title and sentence of the week in view, and its figures with those of the week before;
    then the heading over the months' figures that follow."""
    monday = view.period.week
    assert monday is not None
    now, before = two_weeks(view.snapshot, view.scope, view.query, monday)
    title = _("{place}: pekan {days}").format(place=view.place, days=f.week(monday))
    head(title, _answer(now))
    if now.received is None:
        empty(
            _("Pekan dihitung dari catatan berkas"),
            _("Yang melapor rekap bulanan, atau berhenti melapor, hanya punya angka bulanan."),
        )
    else:
        cards(_cards(now, before), key="week", columns=6)
        for note in _notes(view, now, before):
            st.caption(note)
    section(
        _("Angka bulanan: {months}").format(months=view.period.label()),
        _("Kartu, grafik, dan penilaian di bawah ini menghitung bulan penuh, bukan pekan."),
    )


def _answer(now: Week) -> str:
    """The week in one sentence; what needs a decision is marked."""
    if now.received is None:
        return _("Pekan ini tidak dapat dihitung: tidak ada catatan berkas yang menjangkaunya.")
    told = [
        counted("{n} permohonan masuk", now.received).format(n=f.number(now.received)),
        counted("{n} izin terbit", now.issued or 0).format(n=f.number(now.issued)),
    ]
    if now.due:
        told.append(
            _("{met} dari {due} yang jatuh tempo tepat waktu").format(
                met=f.number(now.met), due=f.number(now.due)
            )
        )
    text = _("Selama sepekan: {told}.").format(told=f.sentence(told))
    if now.missed:
        late = counted("{n} berkas baru lewat standar.", now.missed)
        text += f" :orange[**{late.format(n=f.number(now.missed))}**]"
    return text


def _cards(now: Week, before: Week) -> list[Card]:
    """A card a figure that somebody told."""
    made = [
        _card(_("Permohonan masuk"), now.received, before.received),
        _card(
            _("Izin terbit"),
            now.issued,
            before.issued,
            _("ditolak {a}, ditarik {b}").format(
                a=f.number(now.rejected), b=f.number(now.withdrawn)
            ),
        ),
        _card(
            _("Baru lewat standar"),
            now.missed,
            before.missed,
            _("dari {n} yang jatuh tempo").format(n=f.number(now.due)),
        ),
        _card(
            _("Berjalan di akhir pekan"),
            now.open,
            before.open,
            "" if now.late is None else _("lewat standar {n}").format(n=f.number(now.late)),
        ),
        _card(
            _("Pengaduan masuk"),
            now.complaints,
            before.complaints,
            "" if now.answered is None else _("dijawab {n}").format(n=f.number(now.answered)),
        ),
        _card(_("Pengaduan lewat batas jawab"), now.complaints_late, before.complaints_late),
    ]
    return [card for card in made if card is not None]


def _card(label: str, now: int | None, before: int | None, detail: str = "") -> Card | None:
    if now is None:
        return None
    earlier = _("pekan sebelumnya {n}").format(n=f.number(before))
    return Card(label, f.number(now), target=earlier, detail=detail)


def _notes(view: View, now: Week, before: Week) -> list[str]:
    told = [
        _("Dua pekan terlalu sedikit untuk dinilai; yang dinilai adalah angka bulanan."),
        _("Pekan sebelumnya: {days}.").format(days=f.week(before.monday)),
    ]
    if now.due is None:
        told.append(_("Belum ada standar pelayanan, jadi keterlambatan tidak dapat dinilai."))
    if now.day and now.day < now.sunday:
        told.append(_("Data berakhir pada {day}.").format(day=f.date(now.day)))
    lines = [" ".join(told)]
    if now.left_out:
        names = [view.office_name(code) for code in now.left_out]
        lines.append(
            _("Tanpa catatan berkas untuk dua pekan ini, jadi tidak dihitung: {names}.").format(
                names=f.sentence(names)
            )
        )
    return lines
