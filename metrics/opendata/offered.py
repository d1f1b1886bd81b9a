"""Which tables are open to anybody: a short list, so that what they tell together can be checked.

Every other cut of the same records (by month, by channel, by stage, at another day) would be one
more equation about the same cases; a reader's question therefore chooses rows of these tables and
never has anything counted anew.
"""

from typing import Final

OFFICES: Final = ("office", "year")
PROVINCES: Final = ("province", "year")
TYPES: Final = ("office", "permit_type", "year")

OFFERED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "applications_received": (OFFICES, PROVINCES),
    "permits_issued": (OFFICES, PROVINCES, TYPES),
    "applications_rejected": (OFFICES, PROVINCES),
    "applications_withdrawn": (OFFICES, PROVINCES),
    "issue_rate": (OFFICES, PROVINCES),
    "clearance_rate": (OFFICES, PROVINCES),
    "processing_time": (OFFICES, PROVINCES),
    "on_time_rate": (OFFICES, PROVINCES),
    "complaints_received": (OFFICES, PROVINCES),
    "response_on_time": (OFFICES, PROVINCES),
    "ikm": (OFFICES,),
}
"""Indicator → the breakdowns that are published of it, the first one by default."""
