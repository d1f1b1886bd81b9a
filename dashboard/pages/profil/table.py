"""Profile answers as tables: declared beside measured for one office, and the province's matrix."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from dashboard.charts import style
from dashboard.charts.reporting import dot
from dashboard.locale import format as f
from dashboard.parts.compare_words import listed
from etl.words import _, counted
from metrics.profile.institution import Line, performance

SIGNS = {"yes": "full", "partly": "half", "no": "ring", "": ""}


def state_words() -> dict[str, str]:
    """A declared state in words."""
    return {"yes": _("ya"), "partly": _("sebagian"), "no": _("belum"), "": _("belum diisi")}


def verdict_words() -> dict[str, str]:
    """Declaration against data, in words."""
    return {
        "agrees": _("● sesuai data"),
        "differs": _("▼ berbeda dari data"),
        "declared": _("hanya pernyataan"),
        "measured": _("hanya data"),
        "": f.MISSING,
    }


def lines_frame(lines: list[Line]) -> pd.DataFrame:
    """One row an indicator: number, title, declared, evidence, measured, verdict, in words; what
    differs from the data first, then what is lacking.
    """
    states, verdicts = state_words(), verdict_words()
    order = {"no": 1, "partly": 2, "": 3, "yes": 4}
    lines = sorted(lines, key=lambda x: 0 if x.verdict == "differs" else order.get(x.state, 4))
    return pd.DataFrame(
        [
            {
                "number": x.performance.number,
                "title": x.performance.label(),
                "declared": states[x.state] if x.state or not x.declared else x.declared,
                "evidence": x.evidence or None,
                "measured": x.measured or None,
                "verdict": verdicts[x.verdict],
            }
            for x in lines
        ]
    )


def office_answer(lines: list[Line]) -> str:
    """The sentence over one office's profile: how many are declared, and where data disagree."""
    full = sum(x.state == "yes" for x in lines)
    silent = [x.performance.label() for x in lines if not x.state]
    apart = [x.performance.label() for x in lines if x.verdict == "differs"]
    if len(silent) == len(lines):
        return _("**Belum ada indikator kinerja yang dinyatakan:** profil belum diisi.")
    parts = [_("**{n} dari 10 indikator kinerja dinyatakan terpenuhi.**").format(n=full)]
    if apart:
        parts.append(_(":orange[**Berbeda dari data:**] {names}.").format(names=f.sentence(apart)))
    if silent:
        parts.append(_("{n} belum diisi.").format(n=len(silent)))
    return " ".join(parts)


def province_answer(frame: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The sentence over the matrix: who has said nothing, and what most lack."""
    silent = list(frame.loc[frame["year"].isna(), "office"])
    parts = [
        _("**{n} dari {all} kantor mengisi profil.**").format(
            n=len(frame) - len(silent), all=len(frame)
        )
    ]
    lacking = {
        p.label(): int((frame[p.indicator] == "no").sum())
        for p in performance()
        if (frame[p.indicator] == "no").any()
    }
    if lacking:
        worst = max(lacking, key=lambda title: lacking[title])
        parts.append(
            counted("Paling banyak belum ada: {title} ({n} kantor).", lacking[worst]).format(
                title=worst.lower(), n=lacking[worst]
            )
        )
    if silent:
        parts.append(_("Belum mengisi: {names}.").format(names=listed(silent, names)))
    return " ".join(parts)


def matrix_html(frame: pd.DataFrame, names: Mapping[str, str]) -> str:
    """HTML table of offices × ten indicators, those that lack most first; nothing said is a dotted
    box, never "belum". A phone has the indicators by number, their names above.
    """
    palette = style.colours()
    words = state_words()
    sticky = (
        f"position:sticky;left:0;background:{palette.paper};text-align:left;font-weight:400;"
        "font-size:.88rem;white-space:nowrap;padding-right:.7rem"
    )
    small = (
        f"font-size:.76rem;font-weight:400;color:{palette.second};"
        "vertical-align:bottom;max-width:6.2rem"
    )
    heads = "".join(
        f'<th scope="col" style="{small}">{p.number}'
        f'<span class="old">. {escape(p.label())}</span></th>'
        for p in performance()
    )
    key = " · ".join(f"{p.number}. {escape(p.label())}" for p in performance())
    rows = []
    lacking = {"no": 3, "partly": 2, "": 1}
    said = [p.indicator for p in performance()]
    order = -frame[said].apply(lambda states: states.map(lacking).fillna(0)).sum(axis=1)
    frame = frame.assign(order=order).sort_values(["order", "office"])
    for row in frame.to_dict("records"):
        name = escape(names.get(row["office"], row["office"]))
        cells = "".join(_cell(name, p.label(), row[p.indicator], words) for p in performance())
        year = f.MISSING if f.missing(row["year"]) else str(int(row["year"]))
        rows.append(
            f'<tr><th scope="row" style="{sticky}">{name}</th>{cells}'
            f'<td class="old" style="font-size:.86rem;padding-left:.6rem">{year}</td></tr>'
        )
    head = (
        f'<tr><th style="{sticky}">{escape(_("Kabupaten/kota"))}</th>{heads}'
        f'<th class="old" style="{small}">{escape(_("Diisi"))}</th></tr>'
    )
    return (
        '<div class="wide matrix" role="region" tabindex="0" '
        f'aria-label="{escape(_("Profil lembaga"))}"><p class="under reading">{key}</p>'
        '<table style="border-collapse:separate;border-spacing:3px">'
        f"<thead>{head}</thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cell(name: str, title: str, state: str, words: Mapping[str, str]) -> str:
    palette = style.colours()
    border = f"border:1px dotted {palette.ordinary};" if not state else ""
    told = escape(f"{name}, {title}: {words[state]}")
    return (
        f'<td title="{told}" style="{border}text-align:center;height:1.5rem;border-radius:3px;'
        f'color:{palette.second}">{dot(SIGNS[state])}</td>'
    )


def matrix_legend() -> str:
    """The signs of the matrix in words, as one line of HTML."""
    words = state_words()
    parts = [f"{dot(SIGNS[s])} {escape(words[s])}" for s in ("yes", "partly", "no")]
    box = f"border:1px dotted {style.colours().ordinary};border-radius:3px;padding:0 .45em"
    last = f'<span style="{box}">&nbsp;</span> {escape(words[""])}'
    return f'<p class="reading">{" &nbsp; ".join([*parts, last])}</p>'
