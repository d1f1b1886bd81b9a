"""The shape of a recap's manifest, held strictly: what is not in this form was not written here."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class _Told(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow", allow_inf_nan=False)


class _Part(_Told):
    path: str
    sha256: str


class _Office(_Told):
    parts: dict[str, _Part]
    as_of: dict[str, str | None] | None = None
    period: list[str] | None = Field(default=None, min_length=2, max_length=2)
    source: str | None = None
    calendar: str | None = None
    standards: str | None = None
    signature: str | None = None


class _Manifest(_Told):
    kind: str
    format: int
    offices: dict[str, _Office]
    checksum: str
    definitions: str | None = None
    sample: bool | None = None


def shaped(manifest: Mapping[str, Any]) -> None:
    """Raise ValueError where a manifest, or an entry in it, is not of its form."""
    try:
        _Manifest.model_validate(manifest)
    except (ValidationError, RecursionError) as error:
        raise ValueError("not the form of a manifest") from error
