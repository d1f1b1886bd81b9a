"""The open data answer as their OpenAPI document says, and as the command line does."""

import csv
import io
import itertools

import jsonschema
import pytest

from metrics.opendata.offered import OFFERED
from tests.conftest import monev_json


@pytest.fixture
def described(client):
    return client.get("/api/v1/openapi.json").json()


def schema_of(described, name):
    return {"$ref": f"#/components/schemas/{name}", "components": described["components"]}


def combinations(described, name):
    """Every combination of the parameters' values that the document lists, and years."""
    known = {
        p["name"]: p["schema"]
        for p in described["paths"][f"/api/v1/indicators/{name}"]["get"]["parameters"]
    }
    choices = {k: [None, *v["enum"]] for k, v in known.items() if "enum" in v}
    choices |= {k: [None, "2023", "2025"] for k in ("from", "to") if k in known}
    for values in itertools.product(*choices.values()):
        yield {k: v for k, v in zip(choices, values, strict=True) if v is not None}


def test_the_document_is_one(described):
    assert described["openapi"] == "3.1.0"
    for schema in described["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_the_list_is_as_described(client, described):
    path = described["paths"]["/api/v1/indicators"]["get"]
    schema = path["responses"]["200"]["content"]["application/json"]["schema"]
    answer = client.get("/api/v1/indicators").json()
    jsonschema.validate(answer, schema | {"components": described["components"]})
    assert [i["indicator"] for i in answer["indicators"]] == list(OFFERED)


@pytest.mark.parametrize("name", OFFERED)
def test_every_answer_is_as_described(client, described, name):
    answered = 0
    for asked in combinations(described, name):
        answer = client.get(f"/api/v1/indicators/{name}", params=asked)
        if answer.status_code in (400, 404):
            jsonschema.validate(answer.json(), schema_of(described, "error"))
            continue
        assert answer.status_code == 200, asked
        answered += 1
        if asked.get("format") == "csv":
            assert answer.headers["content-type"].startswith("text/csv")
            continue
        jsonschema.validate(answer.json(), schema_of(described, name))
    assert answered > 10


@pytest.mark.parametrize("name", OFFERED)
def test_figures_are_those_of_the_command_line(client, sample_store, name):
    for by in OFFERED[name]:
        asked = {"by": ",".join(by), "from": "2022", "to": "2024"}
        told = client.get(f"/api/v1/indicators/{name}", params=asked).json()
        same = monev_json(
            "indicator", name, "--by", asked["by"], "--from", 2022, "--to", 2024,
            "--store", sample_store,
        )  # fmt: skip
        whole = {tuple(row[d] for d in by): row for row in same["rows"]}
        assert len(told["rows"]) == len(whole)
        assert told["filters"] == same["filters"]
        for row in told["rows"]:
            if row["value"] is None:
                assert row["note"]
                assert {row[k] for k in row if k not in (*by, "note")} == {None}
            else:
                assert row == whole[tuple(row[d] for d in by)]


def test_csv_holds_the_same_rows(client):
    told = client.get("/api/v1/indicators/on_time_rate").json()["rows"]
    text = client.get("/api/v1/indicators/on_time_rate?format=csv").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(told)
    for a, b in zip(rows, told, strict=True):
        assert {k: v for k, v in a.items() if v} == {
            k: str(v) for k, v in b.items() if v is not None
        }


@pytest.mark.parametrize(
    "asked",
    [
        "by=office,month", "by=channel", "by=office", "by=", "from=2024-05", "to=2024-06",
        "from=x", "format=xlsx", "as_of=2024-01-01", "permit_type=PBG", "lang=fr",
        "from=2024&from=2023", "from=%D9%A2%D9%A0%D9%A2%D9%A4", "lang=id&lang=en",
    ],
)  # fmt: skip
def test_what_would_have_to_be_counted_anew_is_refused_in_a_sentence(client, asked):
    answer = client.get(f"/api/v1/indicators/permits_issued?{asked}")
    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize("path", ["indicators", "openapi.json"])
def test_a_parameter_that_the_list_does_not_know_is_refused(client, described, path):
    assert client.get(f"/api/v1/{path}?lang=en").status_code == 200
    answer = client.get(f"/api/v1/{path}?year=2024")
    assert answer.status_code == 400
    assert "year" in answer.json()["error"]
    jsonschema.validate(answer.json(), schema_of(described, "error"))


@pytest.mark.parametrize(
    "path",
    [
        "indicators/open_applications", "indicators/nope", "x", "",
        "indicators/permits_issued?office=99.99", "indicators/permits_issued?office=%27%3B--",
        "indicators/permits_issued?by=province,year&office=32.14",
        "indicators/permits_issued?from=2025&to=2024",
    ],
)  # fmt: skip
def test_what_is_not_open_is_not_there(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize("path", ["indicators", "indicators/permits_issued", "openapi.json", "x"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"])
def test_open_data_is_only_read(client, described, method, path):
    answer = client.request(method, f"/api/v1/{path}")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    jsonschema.validate(answer.json(), schema_of(described, "error"))
    assert client.head("/api/v1/indicators").status_code == 200
