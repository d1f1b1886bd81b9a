"""The pages there are: each `dashboard/pages/<page>/page.py` with a `PAGE` and a `render(view)`.

A new page is one folder with this file in it:

    PAGE = Page(group="Layanan", title="Waktu proses", icon="timer", order=20)

    def render(view: View) -> None: ...

`group` is the section of the navigation on top ("" stands in it by itself). Pages of one group
with `tab=True` show a row of tabs, each an address of its own; a function
`waiting(view: View) -> int` beside `PAGE` says how much is open there, and its tab calls for
attention only then. `old` are addresses that the page had before; they lead to it.
"""

import importlib
import logging
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)
OFFICIALS = frozenset({"office", "province", "analyst", "admin"})
GROUPS = ("", "Layanan", "Provinsi", "Laporan", "Data", "Pengaturan")


@dataclass(frozen=True)
class Page:
    """A page's place in the navigation.

    `group` and `title` are Indonesian and translated when shown; `icon` a Material symbol's
    name; `order` sorts within all pages; `roles` who sees it; `needs_data` False for pages
    that work on an empty store (upload); `slug` the address, else the file's name; `hidden`
    for drill-down pages reached by a link only; `tab` whether it stands in its group's tab row;
    `old` the addresses it had before; `weeks` whether it shows a week that was chosen.
    """

    group: str
    title: str
    icon: str
    order: int
    roles: frozenset[str] = OFFICIALS
    needs_data: bool = True
    slug: str = ""
    hidden: bool = False
    tab: bool = False
    old: tuple[str, ...] = ()
    weeks: bool = False


@dataclass(frozen=True)
class Entry:
    """A page and the function that draws it."""

    slug: str
    page: Page
    render: Callable
    waiting: Callable | None = None


def discover() -> list[Entry]:
    """Every page of `dashboard/pages/`, in order; one that cannot be imported is logged and left
    out, so that it does not take the others with it (a test holds that there is none).
    """
    import dashboard.pages as home

    entries = []
    for found in pkgutil.iter_modules(home.__path__):
        try:
            module = importlib.import_module(f"{home.__name__}.{found.name}.page")
        except ImportError:
            log.exception("page %s cannot be imported", found.name)
            continue
        if hasattr(module, "PAGE"):
            entries.append(
                Entry(
                    module.PAGE.slug or found.name,
                    module.PAGE,
                    module.render,
                    getattr(module, "waiting", None),
                )
            )
    return sorted(entries, key=lambda e: (e.page.order, e.slug))


def visible(entries: list[Entry], role: str) -> list[Entry]:
    """The pages that `role` may open."""
    return [e for e in entries if role in e.page.roles]


def sections(entries: list[Entry]) -> dict[str, list[Entry]]:
    """The entries by section, in the order of `GROUPS`; a section of one page is that page."""
    found: dict[str, list[Entry]] = {group: [] for group in GROUPS}
    for entry in entries:
        found.setdefault(entry.page.group, []).append(entry)
    alone = [g for g, shown in found.items() if g and sum(not e.page.hidden for e in shown) == 1]
    for group in alone:
        found[""] += found.pop(group)
    return {group: shown for group, shown in found.items() if shown}


def tabs(entry: Entry, entries: list[Entry]) -> list[Entry]:
    """The pages of the entry's tab row, itself among them; [] where it has none."""
    if not entry.page.tab:
        return []
    row = [e for e in entries if e.page.tab and e.page.group == entry.page.group]
    return row if len(row) > 1 else []
