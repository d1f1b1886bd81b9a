"""Saves which common type an office's own permit names stand for, as a load like any other."""

import csv
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.uploading import Answer, Request, ask
from dashboard.view import View

WRITERS = frozenset({"admin", "analyst"})


def save_names(view: View, office: str, chosen: Mapping[str, str]) -> Answer:
    """Load `chosen` (own name → permit type) for `office`, in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"nama-izin-{office}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(["office_code", "own_name", "permit_type"])
            out.writerows([office, name, kind] for name, kind in chosen.items())
        scope = view.scope.offices
        return ask(
            Request(
                "load",
                str(view.store),
                view.who,
                view.scope.role,
                view.language,
                None if scope is None else tuple(sorted(scope)),
                str(path),
                details={"kind": "permit_names"},
            )
        )
