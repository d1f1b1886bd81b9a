"""Open data: the offered tables as JSON and CSV, under the addresses that the OpenAPI page lists.

A question chooses rows of a table that is fixed for the version of the data; nothing is counted
for it.
"""

import csv
import io
import json
import logging
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from dashboard.public.doors import Opened, opened
from dashboard.public.openapi import document
from etl.errors import MonevError, Refused
from etl.paths import default_store
from etl.words import _, speaking
from metrics.asking.registry import get
from metrics.asking.result import Result
from metrics.opendata.edition import edition
from metrics.opendata.offered import OFFERED

log = logging.getLogger(__name__)
PARAMETERS = ("office", "province", "by", "from", "to", "format", "lang")
FORMATS = ("json", "csv")
LANGUAGES = ("id", "en")
YEAR = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
READ = ("GET", "HEAD")
OTHERS = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY")


class NotThere(Refused):
    """What is asked for does not exist, though its parts may be asked: an office without open data,
    a table by other words, years of which the first is after the last."""


def routes() -> list[BaseRoute]:
    """The addresses of the open data."""
    return [
        Route("/api/v1/openapi.json", _answered(_document)),
        Route("/api/v1/indicators", _answered(_list)),
        Route("/api/v1/indicators/{name}", _answered(_indicator)),
        Route("/api/v1/{rest:path}", _only_read, methods=OTHERS),
        Route("/api/v1/{rest:path}", _nothing),
    ]


def _answered(make: Callable[[Request, Opened], Response]) -> Callable[[Request], Response]:
    def said(request: Request) -> Response:
        with speaking("en" if request.query_params.get("lang") == "en" else "id"):
            try:
                _check_named_once(request)
                return make(request, opened(default_store()))
            except NotThere as refusal:
                return _error(str(refusal), 404)
            except Refused as refusal:
                return _error(str(refusal), 400)
            except MonevError:
                log.exception("open data cannot be given")
                return _error(_("Data sedang diperbarui; coba lagi beberapa menit lagi."), 503)

    return said


def _check_named_once(request: Request) -> None:
    """Refuse a parameter that is said twice, and a language that there is none of."""
    asked = request.query_params
    if twice := [k for k in asked if len(asked.getlist(k)) > 1]:
        names = ", ".join(sorted(set(twice)))[:200]
        raise Refused(_("Sebut {names} sekali saja.").format(names=names))
    if asked.get("lang", "id") not in LANGUAGES:
        raise Refused(_("Bahasa yang ada: id dan en."))


def _only_read(_request: Request) -> Response:
    said = _error(_("Data terbuka hanya dibaca: pakai GET."), 405)
    said.headers["allow"] = ", ".join(READ)
    return said


def _nothing(_request: Request) -> Response:
    return _error(_("Alamat ini tidak ada; lihat /api/v1/openapi.json."), 404)


def _document(request: Request, _data: Opened) -> Response:
    _check_known(request.query_params, ("lang",))
    return _json(document())


def _list(request: Request, _data: Opened) -> Response:
    _check_known(request.query_params, ("lang",))
    return _json(listed())


def _check_known(asked: Iterable[str], known: Sequence[str]) -> None:
    """Refuse a parameter that the address does not know."""
    if unknown := [k for k in asked if k not in known]:
        raise Refused(
            _("Parameter {names} tidak dikenal; pilihannya: {known}.").format(
                names=", ".join(unknown)[:200], known=", ".join(known)
            )
        )


def _json(content: Any, status: int = 200) -> Response:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False)
    cache = "public, max-age=300" if status == 200 else "no-store"
    return Response(text, status, {"cache-control": cache}, "application/json")


def _error(said: str, status: int) -> Response:
    return _json({"error": said}, status)


def listed() -> dict[str, Any]:
    """The indicators that are open, as the registry describes them, and by what they are given."""
    return {
        "indicators": [
            get(name).describe() | {"by": [",".join(by) for by in tables]}
            for name, tables in OFFERED.items()
        ]
    }


def _indicator(request: Request, data: Opened) -> Response:
    name = request.path_params["name"]
    if name not in OFFERED:
        return _error(
            _("Indikator {name} tidak dibuka; lihat /api/v1/indicators.").format(name=name[:80]),
            404,
        )
    asked = request.query_params
    result = chosen(data, name, dict(asked))
    if asked.get("format", "json") == "csv":
        headers = {
            "cache-control": "public, max-age=300",
            "content-disposition": f'attachment; filename="{name}.csv"',
        }
        return Response(as_csv(result), 200, headers, "text/csv")
    return _json(answer(result))


def answer(result: Result) -> dict[str, Any]:
    """The command line's object, the notes of its rows in the language in use."""
    said = result.to_json()
    said["rows"] = [r | {"note": _(r["note"])} if r.get("note") else r for r in said["rows"]]
    return said


def chosen(data: Opened, name: str, asked: Mapping[str, str]) -> Result:
    """The rows of a table that a question asks for; `Refused` for one that it cannot answer."""
    _check_known(asked, PARAMETERS)
    if asked.get("format", "json") not in FORMATS:
        raise Refused(_("Bentuk yang ada: json dan csv."))
    tables = OFFERED[name]
    by = tuple(d.strip() for d in asked.get("by", ",".join(tables[0])).split(",") if d.strip())
    table = next((t for t in tables if set(t) == set(by) and len(t) == len(by)), None)
    if table is None:
        raise Refused(
            _("{name} dibuka menurut {tables}.").format(
                name=name, tables=_(" atau ").join(",".join(t) for t in tables)
            )
        )
    made = edition(data.snapshot, data.offices).table(name, table)
    rows, query = made.rows, made.query
    for place in ("office", "province"):
        if place not in asked:
            continue
        if place not in table:
            raise NotThere(
                _("Saringan {place} hanya untuk rincian menurut {place}.").format(place=place)
            )
        if place == "office" and asked[place] not in data.names:
            raise NotThere(_("Kantor itu tidak ada, atau belum membuka datanya."))
        rows = rows[rows[place] == asked[place]]
        query = query.change(**{place: asked[place]})
    first = _year(asked.get("from", "0000"), "01")
    last = _year(asked.get("to", "9999"), "12")
    if first > last:
        said = _("Awal periode ({start}) sesudah akhirnya ({end}); tukar keduanya.")
        raise NotThere(said.format(start=first, end=last))
    if "from" in asked:
        rows = rows[rows["year"].astype(str) >= first]
        query = query.change(start=asked["from"])
    if "to" in asked:
        rows = rows[rows["year"].astype(str) <= last]
        query = query.change(end=asked["to"])
    return replace(made, rows=rows.reset_index(drop=True), query=query)


def _year(text: str, month: str) -> str:
    found = YEAR.fullmatch(text)
    if found is None or found[2] not in (None, month):
        raise Refused(_("Data dibuka menurut tahun; tulis from=2024&to=2025."))
    return found[1]


def as_csv(result: Result) -> str:
    """The rows with a heading; text that a sheet would take for a formula is marked as text."""
    rows = answer(result)["rows"]
    names = list(result.rows.columns)
    if "note" not in names:
        names.append("note")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return f"'{value}"
    return value
