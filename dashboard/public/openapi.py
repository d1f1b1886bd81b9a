"""The OpenAPI description of the open data, made from the list of what is offered."""

from typing import Any

from metrics.asking.registry import get
from metrics.opendata.offered import OFFERED

NUMBER = {"type": ["number", "null"]}
WHOLE = {"type": ["integer", "null"], "not": {"enum": [1, 2, 3, 4]}}
EXTRA: dict[str, dict[str, Any]] = {
    "count": {},
    "rate": {"numerator": WHOLE, "denominator": WHOLE, "low": NUMBER, "high": NUMBER},
    "ratio": {"numerator": WHOLE, "denominator": WHOLE, "low": NUMBER, "high": NUMBER},
    "days": {"median": NUMBER, "mean": NUMBER, "p90": NUMBER},
    "index": {
        "low": NUMBER,
        "high": NUMBER,
        "grade": {"type": ["string", "null"]},
        "rule_used": {"type": ["string", "null"]},
        "period": {"type": ["string", "null"]},
    },
}
DIMENSIONS: dict[str, dict[str, Any]] = {
    "office": {"type": "string", "pattern": r"^[0-9]{2}(\.[0-9]{2})?$"},
    "province": {"type": "string", "pattern": r"^[0-9]{2}$"},
    "permit_type": {"type": "string"},
    "year": {"type": "string", "pattern": r"^[0-9]{4}$"},
}
ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {"error": {"type": "string"}},
    "additionalProperties": False,
}


def row_schema(name: str) -> dict[str, Any]:
    """The schema of the rows of one indicator, whichever breakdown was asked for."""
    shape = get(name).shape
    figure = WHOLE if shape == "count" else NUMBER
    extra = EXTRA[shape]
    common: dict[str, Any] = {"n": WHOLE, "value": figure, **extra}
    kinds = []
    for by in OFFERED[name]:
        dims = {d: DIMENSIONS[d] for d in by}
        kinds.append(
            {
                "type": "object",
                "required": [*by, *common],
                "properties": {**dims, **common, "note": {"type": "string"}},
                "additionalProperties": False,
            }
        )
    return {"oneOf": kinds}


def answer_schema(name: str) -> dict[str, Any]:
    """The schema of an indicator's answer."""
    return {
        "type": "object",
        "required": ["indicator", "unit", "as_of", "filters", "rows"],
        "properties": {
            "indicator": {"const": name},
            "unit": {"type": "string"},
            "as_of": {"type": ["string", "null"]},
            "filters": {"type": "object", "additionalProperties": {"type": "string"}},
            "rows": {"type": "array", "items": row_schema(name)},
            "notes": {"type": "array", "items": {"type": "string"}},
        },
        "additionalProperties": False,
    }


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document."""
    refused = _refusal("Refused, in a sentence")
    busy = _refusal("The data are being renewed; try again in some minutes")
    not_read = _refusal("Open data are read alone") | {
        "headers": {"Allow": {"required": True, "schema": {"const": "GET, HEAD"}}}
    }
    indicator = {
        "type": "object",
        "required": [
            "indicator", "title", "unit", "better", "dimensions", "formula", "definition", "by",
        ],
        "properties": {
            "indicator": {"enum": list(OFFERED)},
            "title": {"type": "string"},
            "unit": {"type": "string"},
            "better": {"type": ["string", "null"]},
            "dimensions": {"type": "array", "items": {"type": "string"}},
            "formula": {"type": "string"},
            "definition": {"type": "string"},
            "by": {"type": "array", "items": {"type": "string"}},
        },
        "additionalProperties": False,
    }  # fmt: skip
    listed = {
        "type": "object",
        "required": ["indicators"],
        "properties": {"indicators": {"type": "array", "items": {"$ref": _ref("indicator")}}},
        "additionalProperties": False,
    }
    paths: dict[str, Any] = {
        "/api/v1/indicators": {
            "get": {
                "operationId": "indicators",
                "summary": "The indicators that are open",
                "parameters": [_language()],
                "responses": {
                    "200": {"description": "All of them", "content": _content(listed)},
                    "400": refused,
                    "405": not_read,
                    "503": busy,
                },
            }
        }
    }
    for name in OFFERED:
        paths[f"/api/v1/indicators/{name}"] = {
            "get": {
                "operationId": name,
                "summary": get(name).title,
                "description": get(name).formula,
                "parameters": _parameters(name),
                "responses": {
                    "200": {
                        "description": "Rows; a withheld one has null figures and a note",
                        "content": {
                            **_content({"$ref": _ref(name)}),
                            "text/csv": {"schema": {"type": "string"}},
                        },
                    },
                    "400": refused,
                    "404": _refusal("No such office among the open ones, or no such table"),
                    "405": not_read,
                    "503": busy,
                },
            }
        }
    schemas = {name: answer_schema(name) for name in OFFERED}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Monev PTSP: open data",
            "version": "1",
            "description": (
                "Figures of permit offices by closed year. Counts under 5 are withheld, and so is "
                "what would let them be worked out."
            ),
        },
        "paths": paths,
        "components": {"schemas": {**schemas, "indicator": indicator, "error": ERROR}},
    }


def _ref(name: str) -> str:
    return f"#/components/schemas/{name}"


def _refusal(about: str) -> dict[str, Any]:
    return {"description": about, "content": _content({"$ref": _ref("error")})}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _language() -> dict[str, Any]:
    return _parameter("lang", {"enum": ["id", "en"], "default": "id"}, "language of the words")


def _parameter(name: str, schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": about}


def _parameters(name: str) -> list[dict[str, Any]]:
    tables = [",".join(by) for by in OFFERED[name]]
    year = {"type": "string", "pattern": r"^[0-9]{4}$"}
    asked = [
        _parameter("by", {"enum": tables, "default": tables[0]}, "which table"),
        _parameter("office", {"type": "string"}, "rows of this office (code)"),
        _parameter("from", year, "first year"),
        _parameter("to", year, "last year"),
        _parameter("format", {"enum": ["json", "csv"], "default": "json"}, "form of the answer"),
        _language(),
    ]
    if any("province" in by for by in OFFERED[name]):
        asked.insert(2, _parameter("province", {"type": "string"}, "rows of this province (code)"))
    return asked
