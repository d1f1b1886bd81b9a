"""Puts computed results beside the formulas of a workbook, so that it reads right unopened.

openpyxl writes formulas without their results: a viewer that does not calculate shows nothing, and
a program that reads values finds none. Spreadsheets still calculate anew when they open the file.
"""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"  # a name, no address
Results = Mapping[str, float | str]  # cell ("B12") → what its formula gives


def put_results(book: Path, sheets: Mapping[int, Results]) -> None:
    """Write results into the formulas of an xlsx; `sheets` by position, 1 for the first.

    Raises KeyError for a formula that no result is given for: none may stay without.
    """
    with zipfile.ZipFile(book) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for number, results in sheets.items():
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = _filled(parts[name], results)
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _filled(xml: bytes, results: Results) -> bytes:
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False))
    for cell in root.iter(f"{{{MAIN}}}c"):
        formula = cell.find(f"{{{MAIN}}}f")
        if formula is None:
            continue
        result = results[str(cell.get("r"))]
        value = cell.find(f"{{{MAIN}}}v")
        if value is None:
            value = etree.SubElement(cell, f"{{{MAIN}}}v")
        if isinstance(result, str):
            cell.set("t", "str")
            value.text = result
        else:
            cell.attrib.pop("t", None)
            value.text = repr(float(result))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
