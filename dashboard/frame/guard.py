"""Who may knock at all: without sign-in this machine alone, on the socket that really listens.

ASGI middleware around the whole application, for HTTP and websocket. Without sign-in it refuses
while the process listens beyond this machine, whatever started it, and takes only requests that
name this machine (`Host`), come from a page of its own (`Origin`) and passed no proxy: so a web
page elsewhere cannot speak to it under a name that it lets point here (DNS rebinding). With
sign-in the names allowed are that of the provider's redirect address and `MONEV_HOSTS`.
"""

import logging
import time
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.frame import sign_in, sockets
from etl.errors import MonevError
from etl.settings import settings
from etl.words import _

log = logging.getLogger(__name__)
REMEMBERED = 1.0  # seconds that an answer about the sockets holds
PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
POLICY_CLOSE = 1008


class Guard:
    """The middleware: passes a request on, or answers 403 (a websocket: closes) and says why."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._asked, self._wide = 0.0, [""]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        try:
            why = self.refusal(scope)
        except MonevError as error:
            why = str(error)
        if not why:
            await self.app(scope, receive, send)
            return
        scope["refused"] = why
        if scope["type"] == "http":
            await PlainTextResponse(why + "\n", 403)(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": POLICY_CLOSE, "reason": ""})

    def refusal(self, scope: Scope) -> str:
        """Why this request is not let in, in a sentence; "" for one that is."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        name = hostname(host)
        if origin is not None and urlsplit(origin).netloc.lower() != host.lower():
            return _("Permintaan dari halaman lain ditolak; buka aplikasi ini langsung.")
        if sign_in.configured():
            known = {sign_in.host(), *settings().host_names}
            if name not in known and not sockets.is_local(name):
                return _(
                    "Nama {host} bukan nama aplikasi ini; buka dengan alamat resminya."
                ).format(host=name[:80] or "?")
            return ""
        if wide := self.wide(scope):
            return too_wide(wide)
        if not sockets.is_local(name):
            return _("Tanpa masuk akun, aplikasi hanya melayani 127.0.0.1 dan localhost.")
        if any(header in headers for header in PROXIED):
            return _("Tanpa masuk akun, aplikasi tidak melayani perantara; siapkan [auth] dulu.")
        return ""

    def wide(self, scope: Scope) -> list[str]:
        """The addresses beyond this machine that the process listens on."""
        now = time.monotonic()
        if now - self._asked > REMEMBERED:
            found = sockets.listening() | {str((scope.get("server") or ["127.0.0.1"])[0])}
            self._wide, self._asked = sockets.beyond(found), now
        return self._wide


def no_page() -> str:
    """Why no page is drawn, in a sentence; "" where it may be.

    Asked at each run too: Streamlit serving the script by itself has no middleware around it.
    """
    wide = [] if sign_in.configured() else sockets.beyond(sockets.listening())
    return too_wide(wide) if wide else ""


def too_wide(addresses: list[str]) -> str:
    """The sentence for a process that listens beyond this machine while nobody signs in."""
    return _(
        "Tanpa masuk akun, aplikasi hanya boleh mendengarkan di 127.0.0.1, bukan {addresses}; "
        "siapkan [auth] di secrets.toml atau pakai --address 127.0.0.1."
    ).format(addresses=", ".join(addresses))


def hostname(host: str) -> str:
    """The name in a `Host` header, lower case and without its port; "" for one that is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""
