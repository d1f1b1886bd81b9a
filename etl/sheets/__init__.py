"""Layouts people really keep; every module here that has a `LAYOUT` takes part by itself."""

import importlib
import pkgutil
from functools import cache

from etl.sheets.base import Layout


@cache
def layouts() -> tuple[Layout, ...]:
    """All worksheet layouts, in the order of their module names."""
    modules = sorted(m.name for m in pkgutil.iter_modules(__path__))
    found = (importlib.import_module(f"{__name__}.{name}") for name in modules)
    return tuple(m.LAYOUT for m in found if hasattr(m, "LAYOUT"))
