"""The record kinds: fields, types, units and keys; the only list of them, for store and screens."""

from functools import cache

from etl.fields import SQL_TYPES, Field, Kind, office_field
from etl.profile_kind import INSTITUTION_INDICATORS, institution
from etl.survey_kinds import Element, element_slugs, elements, survey, survey_counts

__all__ = [
    "COMPOSITE",
    "INSTITUTION_INDICATORS",
    "SQL_TYPES",
    "Element",
    "Field",
    "Kind",
    "columns_sql",
    "element_slugs",
    "elements",
    "kinds",
]


@cache
def kinds() -> dict[str, Kind]:
    """Every stored record kind by name, in the order in which references come before facts."""
    office, permit = office_field(), Field("permit_type", "text", key=True, required=True)
    anywhere = office_field(required=False, about="blank: every office")
    valid_from = Field("valid_from", "date", key=True, required=True)
    all_kinds = (
        Kind(
            "offices",
            "Daftar kantor",
            (
                office,
                Field("name", "text", required=True),
                Field("region_kind", "enum", enum="region_kind", unknown="reject"),
                Field("province_code", "office"),
                Field("working_week", "integer", low=5, high=6, unit="hari"),
                Field("successor", "text", about="who carries on after `valid_to`: codes by comma"),
                Field("valid_to", "date", about="last day of an office that was split or merged"),
            ),
            reference=True,
        ),
        Kind(
            "permit_types",
            "Daftar jenis izin",
            (
                permit,
                Field("name", "text"),
                Field("group", "enum", enum="permit_group"),
                Field("successor", "text"),
            ),
            reference=True,
        ),
        Kind(
            "permit_names",
            "Nama izin setempat",
            (
                anywhere,
                Field("own_name", "text", key=True, required=True),
                Field("permit_type", "text", required=True),
            ),
            reference=True,
        ),
        Kind(
            "stage_map",
            "Peta tahapan",
            (
                anywhere,
                Field("activity", "text", key=True, required=True),
                Field("stage", "text", required=True),
                Field("desk", "enum", enum="desk"),
                Field("clock", "enum", enum="clock", unknown="reject"),
            ),
            reference=True,
        ),
        Kind(
            "closures",
            "Hari tutup kantor",
            (office, Field("date", "date", key=True, required=True), Field("reason", "text")),
            reference=True,
        ),
        Kind(
            "targets",
            "Target",
            (
                Field("indicator", "code", key=True, required=True),
                office_field(about="an office or a province"),
                Field("permit_type", "text", key=True, about="blank: all types"),
                valid_from,
                Field("value", "value", required=True),
            ),
            reference=True,
        ),
        Kind(
            "populations",
            "Jumlah penerima layanan",
            (
                office,
                Field("period", "period", key=True, required=True),
                Field("service", "text", key=True, about="blank: all services together"),
                Field("persons", "integer", required=True, low=0, high=300_000_000, unit="orang"),
            ),
            reference=True,
        ),
        Kind(
            "standards",
            "Standar pelayanan",
            (
                office_field(about="an office or a province"),
                permit,
                Field("stage", "text", key=True, about="blank: the whole service"),
                valid_from,
                Field("working_days", "integer", low=0, high=3650, unit="hari kerja"),
                Field("fee", "amount", unit="Rp"),
                Field("requirements", "text"),
                Field("signatory", "text"),
                Field("legal_basis", "text"),
            ),
            reference=True,
        ),
        Kind(
            "applications",
            "Permohonan izin",
            (
                office,
                Field("application_no", "code", key=True, required=True),
                Field("permit_type", "text"),
                Field("parts", "list"),
                Field("business_scale", "enum", enum="business_scale"),
                Field("risk_level", "enum", enum="risk_level"),
                Field("kbli", "code", about="five digits of the business classification"),
                Field("channel", "enum", enum="channel"),
                Field("bundle_no", "code"),
                Field("submitted_at", "time", required=True),
                Field("complete_at", "time"),
                Field("decision", "enum", enum="decision", unknown="blank"),
                Field("decided_at", "time"),
                Field("issued_at", "time"),
                Field("permit_no", "code"),
                Field("signatory", "text"),
                Field("collected_at", "time"),
                Field("tracking_code", "code", about="what the receipt prints for cek posisi"),
                Field("return_reason", "text", about="why the papers went back to the applicant"),
            ),
            order=(
                ("submitted_at", "complete_at"),
                ("submitted_at", "decided_at"),
                ("submitted_at", "issued_at"),
                ("complete_at", "decided_at"),
                ("complete_at", "issued_at"),
                ("issued_at", "collected_at"),
            ),
        ),
        Kind(
            "stages",
            "Tahapan proses",
            (
                office,
                Field("application_no", "code", key=True, required=True),
                Field("stage", "text", key=True, required=True),
                Field("run_no", "integer", key=True, low=1),
                Field("started_at", "time"),
                Field("finished_at", "time"),
                Field("seq", "integer", low=0),
                Field("desk", "enum", enum="desk"),
                Field("clock", "enum", enum="clock", unknown="reject"),
            ),
            order=(("started_at", "finished_at"),),
        ),
        Kind(
            "payments",
            "Pembayaran retribusi",
            (
                office,
                Field("receipt_no", "code", key=True, required=True),
                Field("bill_no", "code"),
                Field("application_no", "code"),
                Field("billed_amount", "amount", unit="Rp"),
                Field("billed_at", "time"),
                Field("paid_amount", "amount", unit="Rp", refunds=True),
                Field("paid_at", "time"),
                Field("method", "enum", enum="method"),
                Field("account_code", "code"),
                Field("status", "enum", enum="payment_status"),
            ),
            order=(("billed_at", "paid_at"),),
        ),
        Kind(
            "complaints",
            "Pengaduan",
            (
                office,
                Field("complaint_no", "code", key=True, required=True),
                Field("application_no", "code"),
                Field("category", "text"),
                Field("channel", "enum", enum="complaint_channel"),
                Field("received_at", "time", required=True),
                Field("responded_at", "time"),
                Field("resolved_at", "time"),
                Field("status", "enum", enum="complaint_status", unknown="blank"),
                Field("outcome", "text"),
            ),
            order=(("received_at", "responded_at"), ("received_at", "resolved_at")),
        ),
        survey(),
        survey_counts(),
        Kind(
            "monthly_counts",
            "Rekap bulanan",
            (
                office,
                permit,
                Field("month", "month", key=True, required=True),
                Field("measure", "enum", key=True, required=True, enum="measure", unknown="reject"),
                Field("count", "integer", required=True, low=0, high=10_000_000, unit="permohonan"),
            ),
        ),
        institution(),
        Kind(
            "nil",
            "Laporan nihil",
            (
                office,
                Field("kind", "code", key=True, required=True),
                Field("month", "month", key=True, required=True),
            ),
        ),
    )
    return {kind.name: kind for kind in all_kinds}


#: Kinds a file may be loaded as that are stored under other kinds.
COMPOSITE = {"event_log": ("applications", "stages"), "recap": ()}


def columns_sql(kind: str) -> str:
    """Column definitions of a kind for CREATE TABLE, every name quoted."""
    return ", ".join(f'"{f.name}" {f.sql_type}' for f in kinds()[kind].fields)
