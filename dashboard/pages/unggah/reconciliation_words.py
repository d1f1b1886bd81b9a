"""Says in sentences how the figures printed in a file stand against its own cells."""

from collections.abc import Iterator
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.locale import format as f
from dashboard.parts.components import Column, table
from etl.recognising.vocabulary import words
from etl.schema import elements
from etl.words import _, counted

SHOWN = 100


def reconciliation(found: dict[str, Any] | None, key: str) -> None:
    """The comparison of a file's sheets, in words, with a table of the cells that differ."""
    if not found:
        return
    with st.expander(_("Pencocokan dengan angka di berkas"), icon=":material/balance:"):
        for number, sheet in enumerate(found.get("sheets", [found])):
            for line in sentences(sheet):
                st.markdown(line)
            cells = differing(sheet)
            if not cells.empty:
                table(
                    cells.head(SHOWN),
                    [
                        Column("cell", _("Sel")),
                        Column("what", _("Apa")),
                        Column("printed", _("Tertulis")),
                        Column("computed", _("Seharusnya")),
                    ],
                    key=f"{key}_{number}",
                )


def sentences(sheet: dict[str, Any]) -> list[str]:
    """What was found on one sheet; Markdown."""
    return list(_survey(sheet) if "ikm" in sheet else _tally(sheet))


def _survey(sheet: dict[str, Any]) -> Iterator[str]:
    yield counted("**{sheet}** · aturan {rule}, {n} responden.", sheet["respondents"]).format(
        sheet=sheet["sheet"] or _("Lembar"), rule=sheet["rule"], n=f.number(sheet["respondents"])
    )
    said = [
        _("{value} dengan {weight}").format(value=f.number(value, 2), weight=_weight(weight))
        for weight, value in sheet["ikm"].items()
        if value is not None
    ]
    if said:
        yield _("IKM dari jawabannya: {values}.").format(values="; ".join(said))
    yield sheet["summary"]
    if sheet["printed_rows"]:
        yield _("Baris jumlah yang dikenali: {rows}.").format(
            rows="; ".join(
                _("baris {row} “{label}”").format(**printed) for printed in sheet["printed_rows"]
            )
        )


def _weight(weight: str) -> str:
    if weight == "exact":
        return _("bobot tepat")
    return _("bobot {weight}").format(weight=weight.replace(".", ","))


def _tally(sheet: dict[str, Any]) -> Iterator[str]:
    yield counted(
        "**{sheet}** · tahun {year}, {n} jenis izin.", sheet.get("permit_types") or 0
    ).format(
        sheet=sheet.get("sheet") or _("Lembar"),
        year=sheet.get("year", f.MISSING),
        n=f.number(sheet.get("permit_types")),
    )
    measures = words("measure").titles
    for block in sheet.get("blocks", ()):
        title = block["title"] or _("tanpa judul")
        if block["measure"] is None:
            yield _("Blok {title} ({columns}) tidak dibaca: {why}.").format(
                title=title, columns=block["columns"], why=block["left_out"]
            )
        else:
            yield _("Blok {title} ({columns}) dibaca sebagai {measure}: {n} seluruhnya.").format(
                title=title,
                columns=block["columns"],
                measure=_(measures.get(block["measure"], block["measure"])).lower(),
                n=f.number(block["total"]),
            )
    checked = len(sheet.get("footer", ())) + sheet.get("rows_checked", 0)
    wrong = len(differing(sheet))
    if checked and not wrong:
        yield counted("{n} jumlah yang tertulis cocok dengan isinya.", checked).format(
            n=f.number(checked)
        )
    elif checked:
        yield _("{wrong} dari {n} jumlah yang tertulis tidak cocok dengan isinya.").format(
            wrong=f.number(wrong), n=f.number(checked)
        )
    for stray in sheet.get("strays", ()):
        beside = _(" (sama dengan {what})").format(what=stray["equals"]) if stray["equals"] else ""
        yield _("Angka {value} di {cell} berada di luar tabel dan tidak dibaca{beside}.").format(
            value=f.number(stray["value"]), cell=stray["cell"], beside=beside
        )


def differing(sheet: dict[str, Any]) -> pd.DataFrame:
    """Printed cells that do not follow from the others: cell, what, printed, computed (text)."""
    names = {e.slug: _(e.short) for e in elements()}
    lines = [
        {
            "cell": line["cell"],
            "what": f"{line['label']} · {names.get(line['element'], line['element'])}",
            "printed": str(line["printed"]).replace(".", ","),
            "computed": _figure(line["computed"]),
        }
        for line in sheet.get("differences", ())
    ]
    lines += [
        {
            "cell": line["cell"],
            "what": _("Jumlah {block}").format(block=line["block"] or _("tanpa judul")),
            "printed": _figure(line["printed"]),
            "computed": _figure(line["computed"]),
        }
        for line in (*sheet.get("footer", ()), *sheet.get("rows_differ", ()))
        if not line["agrees"]
    ]
    return pd.DataFrame(lines, columns=["cell", "what", "printed", "computed"])


def _figure(value: float) -> str:
    whole = float(value).is_integer()
    return f.number(value) if whole else f.number(value, 4).rstrip("0")
