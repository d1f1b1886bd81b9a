"""Saves which common type an office's own permit names stand for, as a load like any other."""

from collections.abc import Mapping

from dashboard.frame.view import View
from dashboard.loading.uploading import Answer, load_rows

WRITERS = frozenset({"admin", "analyst"})


def save_names(view: View, office: str, chosen: Mapping[str, str]) -> Answer:
    """Load `chosen` (own name → permit type) for `office`, in a process of its own."""
    return load_rows(
        view,
        "permit_names",
        f"nama-izin-{office}",
        ["office_code", "own_name", "permit_type"],
        [[office, name, kind] for name, kind in chosen.items()],
    )
