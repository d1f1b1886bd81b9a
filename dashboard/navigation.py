"""The pages there are: each file in `dashboard/pages/` that holds a `PAGE` and a `render(view)`.

A new page is one file:

    PAGE = Page(group="Kinerja", title="Ringkasan", icon="dashboard", order=10)

    def render(view: View) -> None: ...
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

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
    """Every page of `dashboard/pages/`, in order."""
    import dashboard.pages as home

    modules = [importlib.import_module(f"{home.__name__}.{name}") for name in _names(home)]
    entries = [
        Entry(m.PAGE.slug or m.__name__.rpartition(".")[2], m.PAGE, m.render)
        for m in modules
        if hasattr(m, "PAGE")
    ]
    return sorted(entries, key=lambda e: (e.page.order, e.slug))


def _names(package: ModuleType) -> list[str]:
    return [m.name for m in pkgutil.iter_modules(package.__path__)]


def visible(entries: list[Entry], role: str) -> list[Entry]:
    """The pages that `role` may open."""
    return [e for e in entries if role in e.page.roles]
