"""The routes of the public door: pages in two languages, positions, and the open data."""

import datetime as dt
import logging
import re
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.public import api, gather, render
from dashboard.public.doors import Opened, opened
from dashboard.public.links import Served
from dashboard.public.position import index_of, tidy
from dashboard.public.throttle import Throttle, address
from etl.errors import MonevError
from etl.paths import default_store
from etl.words import _, speaking
from metrics.opendata.recent import served

log = logging.getLogger(__name__)
MOST_FORM = 4096  # bytes
KEPT_PAGES = 300
ROBOTS = "User-agent: *\nAllow: /publik\nAllow: /api/v1/\nDisallow: /\n"
throttle = Throttle()
_pages: OrderedDict[tuple[Any, ...], str] = OrderedDict()
_lock = Lock()

Answer = tuple[int, str]


def routes() -> list[BaseRoute]:
    """Every public route; what none of them answers is the dashboard's."""
    return [
        Route("/robots.txt", _robots),
        Route("/publik", _page(_home)),
        Route("/publik/", _page(_home)),
        Route("/publik/cek", _check, methods=["GET", "POST"]),
        Route("/publik/cara-menghitung", _page(_method)),
        Route("/publik/{office}", _page(_office)),
        Route("/publik/{office}/{permit:path}", _page(_permit)),
        *api.routes(),
    ]


def _robots(_request: Request) -> Response:
    """What search engines may read: the public pages and nothing else."""
    return PlainTextResponse(ROBOTS, headers={"cache-control": "public, max-age=86400"})


def _html(text: str, status: int = 200, cache: str = "public, max-age=300") -> Response:
    headers = {
        "content-security-policy": render.policy(),
        "cache-control": cache if status == 200 else "no-store",
        "vary": "accept-encoding",
    }
    return HTMLResponse(text, status, headers)


def _links(request: Request) -> Served:
    language = "en" if request.query_params.get("lang") == "en" else "id"
    return Served(language, request.url.path)


def _page(
    make: Callable[[Opened, Served, dict[str, str]], Answer],
) -> Callable[[Request], Response]:
    """A page that is made once for each version of the data, the open doors and the language."""

    def answer(request: Request) -> Response:
        links = _links(request)
        with speaking(links.language):
            try:
                data = opened(default_store())
                key = (str(default_store()), data.version, data.offices, links)
                with _lock:
                    known = _pages.get(key)
                if known is None:
                    status, known = make(data, links, dict(request.path_params))
                    if status != 200:
                        return _html(known, status)
                    with _lock:
                        _pages[key] = known
                        while len(_pages) > KEPT_PAGES:
                            _pages.popitem(last=False)
                return _html(known)
            except MonevError:
                log.exception("a public page cannot be made")
                return _html(_unwell(links), 503)

    return answer


def _unwell(links: Served) -> str:
    said = _("Halaman ini sedang diperbarui; coba lagi beberapa menit lagi.")
    return _message(links, _("Sebentar"), said)


def _message(links: Served, heading: str, said: str) -> str:
    return render.page("message.html", links, office=None, sample=False, heading=heading, said=said)


def _missing(links: Served) -> Answer:
    said = _("Halaman ini tidak ada, atau kantornya belum membukanya untuk masyarakat.")
    return 404, _message(links, _("Tidak ditemukan"), said)


def _home(data: Opened, links: Served, _path: dict[str, str]) -> Answer:
    return 200, home(data, links)


def home(data: Opened, links: Any) -> str:
    """The list of offices."""
    offices = sorted(data.names.items(), key=lambda item: item[1])
    sample = data.snapshot.is_sample
    return render.page("offices.html", links, office=None, sample=sample, offices=offices)


def _method(data: Opened, links: Served, _path: dict[str, str]) -> Answer:
    return 200, method(data, links)


def method(data: Opened, links: Any) -> str:
    """How figures are made, what is withheld, and the open data."""
    sample = data.snapshot.is_sample
    tables = gather.open_tables()
    return render.page("method.html", links, office=None, sample=sample, tables=tables)


def _office(data: Opened, links: Served, path: dict[str, str]) -> Answer:
    if path["office"] not in data.names:
        return _missing(links)
    return 200, office(links, gather.office_page(data, path["office"]))


def office(links: Any, found: gather.OfficePage) -> str:
    """The page of one office."""
    return render.page("office.html", links, office=found, sample=found.sample)


def _permit(data: Opened, links: Served, path: dict[str, str]) -> Answer:
    code, kind = path["office"], path["permit"]
    if code not in data.names or kind not in served(data.snapshot, code):
        return _missing(links)
    return 200, permit(data, links, gather.office_page(data, code), kind)


def permit(data: Opened, links: Any, found: gather.OfficePage, code: str) -> str:
    """The page of one permit type of an office."""
    return render.page(
        "permit.html",
        links,
        office=found,
        sample=found.sample,
        permit=found.permit(code),
        steps=gather.usual_steps(data, found.code, code),
    )


async def _check(request: Request) -> Response:
    if request.method != "POST":
        code = request.query_params.get("kantor", "")
        return await run_in_threadpool(_checked, request, {"kantor": code}, False)
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_FORM:
            break
    fields = parse_qs(body[:MOST_FORM].decode("utf-8", "replace"), keep_blank_values=True)
    asked = {name: values[0][:200] for name, values in fields.items()}
    return await run_in_threadpool(_checked, request, asked, True)


def _checked(request: Request, asked: dict[str, str], tried: bool) -> Response:
    """The form, or where the application stands; a wrong pair and an unknown one are one answer."""
    links = _links(request)
    with speaking(links.language):
        try:
            data = opened(default_store())
            return _position(request, data, links, asked, tried)
        except MonevError:
            log.exception("a position cannot be told")
            return _html(_unwell(links), 503)


def _position(
    request: Request, data: Opened, links: Served, asked: dict[str, str], tried: bool
) -> Response:
    code = asked.get("kantor", "")
    names = data.names
    if len(names) == 1 and not code:
        code = next(iter(names))
    values: dict[str, Any] = {
        "office": Named(code, names[code]) if code in names else None,
        "offices": sorted(names.items(), key=lambda item: item[1]),
        "sample": data.snapshot.is_sample,
        "said": "",
        "place": None,
        "permit_name": "",
    }

    def form(said: str, status: int) -> Response:
        text = render.page("cek.html", links, **(values | {"said": said}))
        answer = _html(text, status, "no-store")
        if status == 429:
            answer.headers["retry-after"] = str(int(throttle.seconds))
        return answer

    if not tried:
        return form("", 200)
    number, day = asked.get("nomor", ""), day_of(asked.get("tanggal", ""))
    if not throttle.allows(("address", address(request)), ("number", code, tidy(number))):
        return form(_("Terlalu banyak percobaan. Coba lagi sepuluh menit lagi."), 429)
    if code not in names:
        return form(_("Pilih dahulu kantornya."), 400)
    if not number.strip():
        return form(_("Isi nomor permohonan."), 400)
    if day is None and asked.get("tanggal", "").strip():
        return form(_("Tulis tanggal seperti 19-10-2026."), 400)
    place = index_of(data, code).find(number, day)
    if place is None:
        return form(
            _("Nomor dan tanggal itu tidak cocok dengan permohonan mana pun. Periksa keduanya."),
            404,
        )
    types = data.snapshot.permit_types().set_index("permit_type")["name"]
    name = str(types.get(place.permit_type) or place.permit_type)
    values |= {"place": place, "permit_name": name}
    return _html(render.page("cek.html", links, **values), 200, "no-store")


class Named:
    """An office by code and name, for the head of a page."""

    as_of = None

    def __init__(self, code: str, name: str) -> None:
        self.code, self.name = code, name


def day_of(text: str) -> dt.date | None:
    """A day as browsers send it or as people write it: 2026-10-19, 19-10-2026, 19/10/2026."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        day, month, year = found.groups()
        text = f"{year}-{month:0>2}-{day:0>2}"
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
