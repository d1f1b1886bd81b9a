"""Reads XES event logs into a text table: one row an event, the case's attributes beside it."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from lxml import etree

from etl.errors import Refused
from etl.reading.controls import plain
from etl.reading.sizes import check_columns
from etl.words import _

_VALUES = {"string", "date", "int", "float", "boolean", "id"}


def read_xes(path: Path) -> pa.Table:
    """One row an event in the file's order: `_row` (events counted from 1), then text columns.

    Attributes of a trace are named `case:NAME`, those of an event NAME, as pm4py names them; a
    trace without events gives one row with no event attributes, so that no case is lost.
    """
    cases: list[dict[str, str]] = []
    events: list[dict[str, str]] = []
    owner: list[int] = []
    try:
        for case, own in _traces(path):
            for event in own or [{}]:
                events.append(event)
                owner.append(len(cases))
            cases.append(case)
    except (etree.LxmlError, ValueError, AssertionError):
        raise Refused(
            _("Berkas XES rusak atau terpotong; ekspor ulang lalu kirim berkas yang lengkap.")
        ) from None
    names = {name for case in cases for name in case}
    check_columns(len(names) + len({name for event in events for name in event}), path.name)
    case_names = dict.fromkeys(name for case in cases for name in case)
    event_names = dict.fromkeys(name for event in events for name in event)
    columns = {"_row": pa.array(range(1, len(events) + 1), pa.int64())}
    for name in case_names:
        columns[f"case:{name}"] = pa.array([cases[i].get(name) for i in owner], pa.string())
    for name in event_names:
        columns[name] = pa.array([event.get(name) for event in events], pa.string())
    return pa.table(columns)


def _traces(path: Path) -> Iterator[tuple[dict[str, str], list[dict[str, str]]]]:
    context = etree.iterparse(
        str(path), events=("end",), huge_tree=True, no_network=True, resolve_entities=False
    )
    for _event, element in context:
        if etree.QName(element).localname != "trace":
            continue
        case: dict[str, str] = {}
        events: list[dict[str, str]] = []
        for child in element:
            name = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if name == "event":
                events.append(_attributes(child))
            elif name in _VALUES:
                case[plain(child.get("key", ""))] = plain(child.get("value", ""))
        yield case, events
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _attributes(element: etree._Element) -> dict[str, str]:
    return {
        plain(child.get("key", "")): plain(child.get("value", ""))
        for child in element
        if isinstance(child.tag, str) and etree.QName(child).localname in _VALUES
    }
