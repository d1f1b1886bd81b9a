"""The record kind of an office's profile: the ten indicators of an institution, with evidence."""

from etl.fields import Field, Kind, office_field

INSTITUTION_INDICATORS = (
    "core_permits", "service_standard", "parallel_permits", "payment_ways",
    "complaint_mechanism", "staff_development", "permit_database",
    "survey_held", "front_back_office", "innovations",
)  # fmt: skip


def institution() -> Kind:
    """What an office declares of itself, one record a year."""
    declared = [
        Field(f"{name}{suffix}", "text")
        for name in INSTITUTION_INDICATORS
        for suffix in ("", "_evidence")
    ]
    return Kind(
        "institution",
        "Profil lembaga",
        (
            office_field(),
            Field("year", "integer", key=True, required=True, low=1990, high=2100),
            Field("form", "enum", enum="institution_form"),
            Field("legal_basis", "text"),
            Field("operating_since", "text"),
            Field("services", "text"),
            *declared,
        ),
        reference=True,
    )
