"""The pages there are: each `dashboard/pages/<page>/page.py` with a `PAGE` and a `render(view)`.

A new page is one folder with this file in it:

    PAGE = Page(group="Kinerja", title="Ringkasan", icon="dashboard", order=10)

    def render(view: View) -> None: ...
"""

import importlib
import logging
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)
OFFICIALS = frozenset({"office", "province", "analyst", "admin"})
GROUPS = ("Kinerja", "Provinsi", "Data", "Publik", "Pengaturan")


@dataclass(frozen=True)
class Page:
    """A page's place in the navigation.

    `group` and `title` are Indonesian and translated when shown; `icon` a Material symbol's
    name; `order` sorts within all pages; `roles` who sees it; `needs_data` False for pages
    that work on an empty store (upload); `slug` the address, else the file's name; `hidden`
    for drill-down pages reached by a link only.
    """

    group: str
    title: str
    icon: str
    order: int
    roles: frozenset[str] = OFFICIALS
    needs_data: bool = True
    slug: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Entry:
    """A page and the function that draws it."""

    slug: str
    page: Page
    render: Callable


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
            entries.append(Entry(module.PAGE.slug or found.name, module.PAGE, module.render))
    return sorted(entries, key=lambda e: (e.page.order, e.slug))


def visible(entries: list[Entry], role: str) -> list[Entry]:
    """The pages that `role` may open."""
    return [e for e in entries if role in e.page.roles]
