"""The tables of the province's report: the partition, every regency, who has not reported."""

from typing import Any

from dashboard.locale import format as f
from dashboard.locale.records import kind_name
from dashboard.pages.pelaporan.words import last_words
from dashboard.reports.model import Cell, Items, Para, Part, Table, figure_cell, text
from dashboard.reports.narrative import judgement
from dashboard.reports.regencies import MAIN, Regencies
from dashboard.reports.tables import n_cell
from etl.words import _, counted
from metrics.asking.registry import get
from metrics.asking.result import plain
from metrics.judging.compare import STATES, comparable, state_words

ACROSS = (MAIN, "response_on_time", "resolution_rate", "collection_rate", "bank_share", "ikm")


def groups(there: Regencies) -> list[tuple[str, list[str]]]:
    """The parts that every regency is in exactly one of: (title, codes)."""
    rows = there.made.rows
    same = rows[(rows["state"] == "") & (rows["verdict"] == "")].sort_values("value")
    found = [
        (_("Nyata lebih rendah dari rata-rata provinsi"), there.worse),
        (_("Tidak berbeda nyata"), [str(o) for o in same["office"]]),
        (_("Nyata lebih tinggi dari rata-rata provinsi"), there.better),
    ]
    for state in STATES:
        if state:
            codes = [str(o) for o in rows.loc[rows["state"] == state, "office"]]
            found.append((_("Tidak dinilai: {why}").format(why=state_words(state)), codes))
    return found


def partition(there: Regencies) -> Table:
    """Every regency named once, in the part that it is in, with its figure and n."""
    rows = []
    tones = ["worse", "", "better"]
    for place, (title, codes) in enumerate(groups(there)):
        if not codes and place > 2:
            continue
        tone = tones[place] if place < len(tones) and codes else ""
        rows.append(
            (
                text(title, tone),
                Cell(f.number(len(codes)), len(codes), "#,##0", True),
                text("; ".join(_told(there, code) for code in codes) or f.MISSING),
            )
        )
    rows.append((text(_("Jumlah")), _sum(len(there.names)), text("")))
    return Table(
        (_("Kelompok"), _("Daerah"), _("Nama, angka, dan n")), tuple(rows), (), (0, 2, 2, 2)
    )


def _told(there: Regencies, code: str) -> str:
    figure = there.figure(code)
    name = there.names[code]
    return name if figure == f.MISSING else f"{name} {figure}"


def _sum(value: int) -> Cell:
    return Cell(f.number(value), float(value), "#,##0", True, total=True)


def each(there: Regencies) -> Table:
    """One row a regency: the figure with n and interval, its own direction, the last report."""
    issued = _values(there, "permits_issued")
    ikm = _values(there, "ikm")
    heads = (
        _("Daerah"), _("Tepat waktu"), "n", _("Selang 95 %"), _("Terbit"), "IKM",
        _("Arah 24 bulan"), _("Lapor terakhir"),
    )  # fmt: skip
    rows = []
    for code, name in there.names.items():
        row = there.rows[code]
        rate = plain(row["value"])
        rows.append(
            (
                text(name),
                figure_cell(rate, "rate", 1, plain(row["numerator"]), plain(row["denominator"])),
                n_cell(row["n"] if rate is not None else None),
                Cell(_interval(row), numeric=True),
                figure_cell(issued.get(code), "count"),
                figure_cell(ikm.get(code), "index", 2),
                _direction(there, code),
                text(last_words(row["last_month"])),
            )
        )
    return Table(heads, tuple(rows), (), (0, 6, 6))


def _direction(there: Regencies, code: str) -> Cell:
    """What the regency's own chart says; the target stands in its own report."""
    told = judgement(there.verdicts[code])
    return text(told.text.split(";")[0], told.tone)


def _interval(row: dict[str, Any]) -> str:
    low, high = plain(row["low"]), plain(row["high"])
    if low is None or high is None:
        return f.MISSING
    return f"{f.percent(low).removesuffix('%').strip()}–{f.percent(high)}"


def _values(there: Regencies, name: str) -> dict[str, float]:
    rows = there.asked.view.read(name, by=("office",)).rows
    if rows.empty:
        return {}
    rows = rows.dropna(subset=["value"])
    return {str(o): float(v) for o, v in zip(rows["office"], rows["value"], strict=True)}


def across(there: Regencies) -> Table:
    """Of each comparable indicator: the province's figure, who truly differs, how many are not
    judged.
    """
    rows = []
    for name in (n for n in ACROSS if n in comparable()):
        made, its = there.compared(name), get(name)
        judged = made.judged
        worse, better = (
            [there.names[str(o)] for o in judged.loc[judged["verdict"] == v, "office"]]
            for v in ("worse", "better")
        )
        missing = len(made.rows) - len(judged)
        rows.append(
            (
                text(its.label()),
                figure_cell(made.centre, its.shape, its.decimals),
                text(", ".join(worse) or _none(judged), "worse" if worse else ""),
                text(", ".join(better) or _none(judged), "better" if better else ""),
                n_cell(missing),
            )
        )
    heads = (
        _("Indikator"), _("Provinsi"), _("Nyata lebih buruk"), _("Nyata lebih baik"),
        _("Tidak dinilai"),
    )  # fmt: skip
    return Table(heads, tuple(rows), (), (0, 2, 3))


def _none(judged: Any) -> str:
    return _("tidak ada") if len(judged) else _("belum cukup data")


def reporting(there: Regencies) -> list[Part]:
    """Whose reports are late, silent, or a tally alone, kind by kind."""
    told = there.standing
    late = told[(told["days_late"] > 0) | told["last_month"].isna()]
    rows = []
    for kind, own in late.groupby("kind", sort=False):
        silent = own[own["last_month"].isna()]
        behind = own[own["last_month"].notna()].sort_values("days_late", ascending=False)
        names = [
            counted("{name} (terakhir {month}, terlambat {n} hari)", r["days_late"]).format(
                name=there.names[str(r["office"])],
                month=last_words(r["last_month"]),
                n=f.number(r["days_late"]),
            )
            for r in behind.to_dict("records")
        ]
        never = [there.names[str(o)] for o in silent["office"]]
        rows.append(
            (
                text(kind_name(str(kind))),
                text("; ".join(names) or f.MISSING),
                text(", ".join(never) or f.MISSING),
            )
        )
    parts: list[Part] = []
    if rows:
        heads = (_("Jenis data"), _("Terlambat"), _("Belum pernah melapor"))
        parts.append(Table(heads, tuple(rows), (), (0, 1, 1, 1, 2)))
    else:
        parts.append(Para(_("Semua daerah melaporkan semua jenis data tepat waktu.")))
    tally = told[(told["kind"] == "applications") & told["tally_only"]]
    if len(tally):
        names = [there.names[str(o)] for o in tally["office"]]
        said = _("Hanya mengirim rekap bulanan izin, jadi waktunya tidak dapat dinilai: {names}.")
        parts.append(Items((said.format(names=f.sentence(names)),)))
    return parts
