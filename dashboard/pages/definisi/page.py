"""Definisi: every figure of the app in words, read from the registry that computes it."""

import importlib
import pkgutil
from contextlib import AbstractContextManager
from functools import cache
from html import escape
from itertools import groupby

import pandas as pd
import streamlit as st

from dashboard.frame.navigation import Page
from dashboard.frame.view import View
from dashboard.locale import format as f
from dashboard.parts import days_to_go
from dashboard.parts.components import download, empty, head
from dashboard.parts.fold import fold
from etl.errors import Refused
from etl.reference import figure_sources
from etl.words import _, counted
from metrics.asking.registry import Indicator, indicators

PAGE = Page(
    group="Laporan", title="Definisi", icon="menu_book", order=120, needs_data=False, hidden=True
)


def render(view: View) -> None:
    """The entries, by subject; a figure in the address (`?figure=`) stands alone."""
    known = indicators()
    one = str(st.query_params.get("figure", ""))
    head(
        _("Definisi angka"),
        _("**{n} indikator**, dihitung dengan satu cara di kartu, grafik, laporan, dan perintah.")
        .format(n=f.number(len(known))),
    )  # fmt: skip
    asked = st.text_input(
        _("Cari"), placeholder=_("misalnya: tepat waktu, retribusi, responden"), key="figure_search"
    )
    if one in known and not asked:
        found = {one: known[one]}
        st.button(_("Tampilkan semua angka"), key="all_figures", on_click=_all)
    else:
        found = {n: i for n, i in known.items() if _matches(i, asked)}
    if not found:
        empty(_("Tidak ada yang cocok"), _("Tidak ada angka yang memuat kata itu."))
    whole = len(found) == len(known)
    for section, own in groupby(found.values(), key=lambda i: i.section):
        entries, subject = list(own), _subject(section)
        with _part(whole, subject, entries):
            st.html(f'<h2 class="subject">{escape(subject)}</h2>')
            for indicator in entries:
                st.html(_entry(view, indicator))
    if not asked and one not in known:
        st.html(days_to_go.definition(view))
    download(_("Unduh definisi (Excel)"), _frame, "definisi", key="definitions_get")


def _part(whole: bool, subject: str, entries: list[Indicator]) -> AbstractContextManager[object]:
    """A subject's entries; on a phone folded under its name while all subjects are shown."""
    if not whole:
        return st.container()
    label = counted("{subject} · {n} angka", len(entries))
    return fold(label.format(subject=subject, n=f.number(len(entries))), entries[0].name)


def _all() -> None:
    st.query_params.pop("figure", None)


def _matches(indicator: Indicator, asked: str) -> bool:
    said = (indicator.label(), indicator.explain(), indicator.name, _subject(indicator.section))
    text = " ".join(said).lower()
    return all(word in text for word in asked.lower().split())


def _subject(section: str) -> str:
    source = figure_sources().get(section)
    return _(source.title) if source else _("Lainnya")


def _unit(indicator: Indicator) -> str:
    units = {
        "rate": _("persen"),
        "ratio": _("perbandingan, dalam persen"),
        "days": counted("hari kerja", 2),
        "count": _("banyaknya"),
        "amount": _("rupiah"),
        "index": _("indeks 25–100"),
    }
    return units.get(indicator.shape, _(indicator.unit))


def _better(indicator: Indicator) -> str:
    return {"up": _("makin tinggi makin baik"), "down": _("makin rendah makin baik")}.get(
        indicator.better or "", _("naik atau turunnya tidak dinilai")
    )


def _dims(indicator: Indicator) -> str:
    names = {
        "office": _("kantor"),
        "province": _("provinsi"),
        "permit_type": _("jenis izin"),
        "group": _("kelompok izin"),
        "year": _("tahun"),
        "quarter": _("triwulan"),
        "month": _("bulan"),
        "channel": _("saluran"),
        "stage": _("tahap"),
        "desk": _("meja"),
        "category": _("soal pengaduan"),
        "method": _("cara bayar"),
        "scale": _("skala usaha"),
        "business_scale": _("skala usaha"),
        "age": _("umur"),
        "element": _("unsur"),
    }
    return f.sentence([names.get(d, d.replace("_", " ")) for d in indicator.dims])


def _example(view: View, indicator: Indicator) -> str:
    """The figure of the place and period in view, worked out; "" where there is none."""
    if view.snapshot.is_empty:
        return ""
    try:
        result = view.read(indicator.name)
    except Refused:
        return ""
    row = result.first
    if row.get("value") is None or f.missing(row["value"]):
        return _("{place}: belum ada datanya pada periode ini.").format(place=view.place)
    shown = f.figure(row["value"], indicator.shape, indicator.decimals)
    show = f.rupiah if indicator.shape == "amount" or indicator.unit == "Rp" else f.number
    if row.get("denominator") is not None and indicator.shape in ("rate", "ratio"):
        shown = _("{a} dari {b} = {value}").format(
            a=show(row["numerator"]), b=show(row["denominator"]), value=shown
        )
    elif row.get("n") is not None and indicator.shape in ("days", "index"):
        shown = _("{value} (n = {n})").format(value=shown, n=f.number(row["n"]))
    return f"{view.place}, {view.period.label()}: {shown}"


def _entry(view: View, indicator: Indicator) -> str:
    source = figure_sources().get(indicator.section)
    lines = {
        _("Contoh"): _example(view, indicator),
        _("Satuan"): f"{_unit(indicator)}; {_better(indicator)}",
        _("Dapat dirinci menurut"): _dims(indicator),
        _("Sumber"): _(source.source) if source else "",
        _("Yang berbeda dari aturan atau kebiasaan"): _(source.deviation) if source else "",
        _("Dipakai di"): f.sentence(used_on(indicator.name)),
        _("Nama pada perintah"): f"monev indicator {indicator.name}",
    }
    rows = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in lines.items() if text
    )
    return (
        f'<article class="entry" id="{escape(indicator.name)}"><h3>{escape(indicator.label())}</h3>'
        f"<p>{escape(indicator.explain())}</p><dl>{rows}</dl></article>"
    )


@cache
def _named() -> dict[str, tuple[str, ...]]:
    """Page title → the figures that its module names, in the order of the navigation."""
    import dashboard.pages as home

    found = {}
    for each in pkgutil.iter_modules(home.__path__):
        if each.name == "definisi":
            continue
        module = importlib.import_module(f"{home.__name__}.{each.name}.page")
        lists = [v for v in vars(module).values() if isinstance(v, tuple | list)]
        names = {x for one in lists for x in one if isinstance(x, str)}
        if hasattr(module, "PAGE"):
            found[module.PAGE.title] = tuple(names)
    return found


def used_on(name: str) -> list[str]:
    """Pages and reports that the figure stands on."""
    pages = [_(title) for title, names in _named().items() if name in names]
    reports = {p.report for p in indicators()[name].reports}
    told = {"office": _("laporan kantor"), "monthly": _("laporan bulanan")}
    if "office" in indicators()[name].dims and _("Banding daerah") not in pages:
        pages.append(_("Banding daerah"))
    return [*pages, *(told.get(r, _("laporan")) for r in sorted(reports))]


def _frame() -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Indikator"): i.label(),
                _("Cara hitung"): i.explain(),
                _("Satuan"): _unit(i),
                _("Arah"): _better(i),
                _("Rincian"): _dims(i),
                _("Nama perintah"): name,
            }
            for name, i in indicators().items()
        ]
    )
