"""What the cells of an xlsx do not tell by their values: formulas never computed, rows hidden."""

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from etl.words import _, counted

MOST = 96 * 1024 * 1024  # bytes of one sheet's XML looked at
SHOWN = 5  # cells named in a note
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNCOMPUTED = re.compile(
    rb'<c r="([A-Z]+\d+)"[^>]*>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_HIDDEN = re.compile(rb'<row [^>]*\bhidden="(?:1|true)"')


@dataclass(frozen=True)
class Drawn:
    """Of one sheet: the cells whose formula has no value, and how many rows are hidden."""

    sheet: str
    uncomputed: tuple[str, ...]
    hidden: int
    filtered: bool


def notes(
    path: Path, visible: frozenset[str], marked: frozenset[str] | None = None
) -> tuple[str, ...]:
    """The sentences about the visible sheets of a workbook; none for what is no xlsx.

    `marked`: the only parts that may have something to tell (None: look at all).
    """
    said = []
    for one in drawn(path, marked) if marked != frozenset() else ():
        if one.sheet not in visible:
            continue
        if one.uncomputed:
            cells = ", ".join(one.uncomputed[:SHOWN])
            more = ", …" if len(one.uncomputed) > SHOWN else ""
            said.append(
                _(
                    "Lembar {sheet}: {n} sel berisi rumus tanpa nilai ({cells}{more}) dan dibaca "
                    "kosong; buka di Excel, simpan, lalu kirim ulang."
                ).format(sheet=one.sheet, n=len(one.uncomputed), cells=cells, more=more)
            )
        if one.hidden:
            text = (
                counted("Lembar {sheet}: {n} baris yang tersaring ikut dimuat.", one.hidden)
                if one.filtered
                else counted("Lembar {sheet}: {n} baris tersembunyi ikut dimuat.", one.hidden)
            )
            said.append(text.format(sheet=one.sheet, n=one.hidden))
    return tuple(said)


def drawn(path: Path, marked: frozenset[str] | None = None) -> tuple[Drawn, ...]:
    """What each sheet of an xlsx hides; () for another format or an unusual package."""
    if not zipfile.is_zipfile(path):
        return ()
    found = []
    try:
        with zipfile.ZipFile(path) as archive:
            for name, part in _parts(archive).items():
                if marked is not None and part not in marked:
                    continue
                if archive.getinfo(part).file_size <= MOST:
                    found.append(_of(name, archive.read(part)))
    except (KeyError, etree.LxmlError, zipfile.BadZipFile, RuntimeError, OSError):
        return ()
    return tuple(found)


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name → its part within the package."""
    if "xl/workbook.xml" not in archive.namelist():
        return {}
    targets = {}
    for relation in _tree(archive, "xl/_rels/workbook.xml.rels"):
        target = relation.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        targets[relation.get("Id")] = whole
    book = _tree(archive, "xl/workbook.xml")
    sheets = [e for e in book.iter() if str(e.tag).endswith("}sheet")]
    return {
        e.get("name", ""): targets[e.get(_RELATION)]
        for e in sheets
        if "worksheets/" in targets.get(e.get(_RELATION), "")
    }


def _tree(archive: zipfile.ZipFile, part: str) -> etree._Element:
    """A part of the package as a tree; entities stay closed, nothing is fetched."""
    plain = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(part), plain)


def _of(sheet: str, xml: bytes) -> Drawn:
    cells = [m.decode() for m in _UNCOMPUTED.findall(xml)] if b"<f" in xml else []
    hidden = len(_HIDDEN.findall(xml)) if b"hidden=" in xml else 0
    return Drawn(sheet, tuple(cells), hidden, b"<autoFilter" in xml)
