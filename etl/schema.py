"""The record kinds: fields, types, units and keys; the only list of them, for store and screens."""

import csv
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from etl.paths import DATA

SQL_TYPES = {
    "text": "VARCHAR",
    "code": "VARCHAR",  # kept as written: 007 stays 007
    "office": "VARCHAR",  # region code such as 32.14; 32.1 from a number cell becomes 32.10
    "list": "VARCHAR",  # names joined with commas
    "enum": "VARCHAR",
    "month": "VARCHAR",  # 2024-05
    "period": "VARCHAR",  # 2024, 2024-05, 2024-Q3, 2024-S1
    "time": "TIMESTAMP",  # local date and time of the office
    "date": "DATE",
    "amount": "DECIMAL(18,2)",  # rupiah
    "value": "DECIMAL(18,4)",  # a target: a share as 0.875, or rupiah
    "integer": "INTEGER",
    "score": "INTEGER",  # 1..4
}


@dataclass(frozen=True)
class Field:
    """One field of a record kind.

    `required`: a row without it is rejected. `key`: part of the row's identity; a key field that
    is not required is stored as '' when blank, never null. `enum` names the list of
    `data/values.csv` that its values come from (`rule` and `element`: those of the survey rules);
    `unknown`: what a value outside that list does, kept as written or left blank with a note, or
    the row rejected. `low`, `high`: bounds of a whole number.
    """

    name: str
    type: str
    key: bool = False
    required: bool = False
    unit: str = ""
    enum: str = ""
    unknown: Literal["keep", "blank", "reject"] = "keep"
    low: int | None = None
    high: int | None = None
    about: str = ""

    @property
    def sql_type(self) -> str:
        """DuckDB type of the stored column."""
        return SQL_TYPES[self.type]


@dataclass(frozen=True)
class Kind:
    """A record kind: its fields in stored order, and pairs (earlier, later) that must not cross."""

    name: str
    title: str
    fields: tuple[Field, ...]
    order: tuple[tuple[str, str], ...] = ()
    reference: bool = False
    by_name: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {f.name: f for f in self.fields})

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the key fields, in order."""
        return tuple(f.name for f in self.fields if f.key)

    def missing(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Required fields that a file with `columns` lacks: it can only add to rows that exist."""
        return tuple(name for name in self.required if name not in columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the fields without which a row is rejected."""
        return tuple(f.name for f in self.fields if f.required)


@dataclass(frozen=True)
class Element:
    """One element of a satisfaction survey under a rule, from `data/elements.csv`."""

    rule: str
    order: int
    slug: str
    name: str
    short: str
    synonyms: tuple[str, ...]


@cache
def elements() -> tuple[Element, ...]:
    """Every element of every rule, in the rule's order."""
    with (DATA / "elements.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Element(
                row["rule"],
                int(row["order"]),
                row["element"],
                row["name"],
                row["short"],
                tuple(s for s in row["synonyms"].split("|") if s),
            )
            for row in csv.DictReader(file)
        )


@cache
def element_slugs() -> tuple[str, ...]:
    """The slugs of all elements, each once: the score columns of the survey table."""
    return tuple(dict.fromkeys(e.slug for e in elements()))


def _office(required: bool = True, key: bool = True, about: str = "") -> Field:
    return Field("office_code", "office", key=key, required=required, about=about)


def _survey() -> Kind:
    return Kind(
        "survey",
        "Jawaban survei kepuasan (SKM/IKM)",
        (
            _office(),
            Field("period", "period", key=True, required=True),
            Field("service", "text", key=True, about="blank: all services together"),
            Field("rule", "enum", key=True, required=True, enum="rule", unknown="reject"),
            Field("sheet", "text", key=True),
            Field("respondent_no", "code", key=True, required=True),
            Field("survey_date", "date"),
            Field("sex", "enum", enum="sex"),
            Field("age", "text", about="years or an age band, as written"),
            Field("education", "enum", enum="education"),
            Field("occupation", "enum", enum="occupation"),
            *(Field(slug, "score", low=1, high=4, unit="1–4") for slug in element_slugs()),
            Field("further", "text", about="more answers to an element: waktu=3;waktu=2"),
            Field("comment", "text"),
        ),
    )


INSTITUTION_INDICATORS = (
    "core_permits", "service_standard", "parallel_permits", "payment_ways",
    "complaint_mechanism", "staff_development", "permit_database",
    "survey_held", "front_back_office", "innovations",
)  # fmt: skip


def _institution() -> Kind:
    declared = [
        Field(f"{name}{suffix}", "text")
        for name in INSTITUTION_INDICATORS
        for suffix in ("", "_evidence")
    ]
    return Kind(
        "institution",
        "Profil lembaga",
        (
            _office(),
            Field("year", "integer", key=True, required=True, low=1990, high=2100),
            Field("form", "enum", enum="institution_form"),
            Field("legal_basis", "text"),
            Field("operating_since", "text"),
            Field("services", "text"),
            *declared,
        ),
        reference=True,
    )


@cache
def kinds() -> dict[str, Kind]:
    """Every stored record kind by name, in the order in which references come before facts."""
    office, permit = _office(), Field("permit_type", "text", key=True, required=True)
    anywhere = _office(required=False, about="blank: every office")
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
                _office(about="an office or a province"),
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
                Field("persons", "integer", required=True, low=0, unit="orang"),
            ),
            reference=True,
        ),
        Kind(
            "standards",
            "Standar pelayanan",
            (
                _office(about="an office or a province"),
                permit,
                Field("stage", "text", key=True, about="blank: the whole service"),
                valid_from,
                Field("working_days", "integer", low=0, unit="hari kerja"),
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
                Field("application_no", "code"),
                Field("billed_amount", "amount", unit="Rp"),
                Field("billed_at", "time"),
                Field("paid_amount", "amount", unit="Rp"),
                Field("paid_at", "time"),
                Field("method", "enum", enum="method"),
                Field("account_code", "code"),
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
                Field("outcome", "text"),
            ),
            order=(("received_at", "responded_at"), ("received_at", "resolved_at")),
        ),
        _survey(),
        Kind(
            "survey_counts",
            "Rekap jawaban survei",
            (
                office,
                Field("period", "period", key=True, required=True),
                Field("service", "text", key=True, about="blank: all services together"),
                Field("element", "enum", key=True, required=True, enum="element", unknown="reject"),
                Field("score", "score", key=True, required=True, low=1, high=4, unit="1–4"),
                Field("rule", "enum", required=True, enum="rule", unknown="reject"),
                Field("count", "integer", required=True, low=0, unit="jawaban"),
            ),
        ),
        Kind(
            "monthly_counts",
            "Rekap bulanan",
            (
                office,
                permit,
                Field("month", "month", key=True, required=True),
                Field("measure", "enum", key=True, required=True, enum="measure", unknown="reject"),
                Field("count", "integer", required=True, low=0, unit="permohonan"),
            ),
        ),
        _institution(),
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
