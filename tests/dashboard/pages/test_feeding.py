"""Where the link after a load leads: the page of its kind, at the office and year loaded."""

import pytest

from dashboard.pages.unggah.feeding import SHOWN_ON, address


@pytest.mark.parametrize(
    ("kind", "place", "where"),
    [
        (
            "complaints",
            {"offices": ["32.14"], "first": "2024-01", "last": "2024-03"},
            "/pengaduan?office=32.14&period=2024",
        ),
        (
            "applications",
            {"offices": ["32.14"], "first": "2023-01", "last": "2024-03"},
            "/izin_terbit?office=32.14",
        ),
        ("payments", {"offices": ["32.14", "32.15"], "first": None, "last": None}, "/pembayaran"),
        (
            "survey",
            {"offices": ["32.14"], "first": "2024-01", "last": "2024-06"},
            "/ikm?office=32.14&period=2024-S1",
        ),
        (
            "survey",
            {"offices": ["32.14"], "first": "2024-04", "last": "2024-06"},
            "/ikm?office=32.14&period=2024-Q2",
        ),
        ("offices", {}, "/ringkasan"),
    ],
)
def test_the_link_opens_the_page_at_the_place_loaded(kind, place, where):
    assert address(kind, place) == where


def test_every_page_named_is_there():
    from dashboard.frame.navigation import discover

    assert set(SHOWN_ON.values()) <= {entry.slug for entry in discover()}
