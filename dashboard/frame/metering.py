"""What the server counts of itself, in OpenMetrics form, for the local address alone."""

from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.frame import sockets
from dashboard.frame.guard import PROXIED
from etl.paths import default_store
from etl.words import _

LOCAL_ONLY = ("/metrics", "/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/")
REGISTRY = CollectorRegistry()
REQUESTS = Counter(
    "monev_requests", "Requests answered", ("method", "route", "status"), registry=REGISTRY
)
SECONDS = Histogram(
    "monev_request_seconds",
    "Seconds that an HTTP request took",
    ("route",),
    buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=REGISTRY,
)
PUBLISHED = Gauge(
    "monev_published_timestamp_seconds", "When figures were last published", registry=REGISTRY
)
PENDING = Gauge(
    "monev_publishing_pending", "1 while a change waits to be published", registry=REGISTRY
)


def seen(method: str, route: str, status: int, seconds: float) -> None:
    """Count one request; a websocket lasts as long as its window and has no duration to tell."""
    REQUESTS.labels(method, route, str(status)).inc()
    if method != "WEBSOCKET":
        SECONDS.labels(route).observe(seconds)


async def metrics(_request: Request) -> Response:
    """Everything counted, for a collector on this machine."""
    store: Path = default_store()
    pointer = store / "published" / "current.json"
    PUBLISHED.set(pointer.stat().st_mtime if pointer.exists() else 0)
    PENDING.set(int((store / "publish.pending").exists()))
    return Response(generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST)


class LocalOnly:
    """ASGI middleware: answers what the server tells of itself to this machine and no proxy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(LOCAL_ONLY):
            headers = Headers(scope=scope)
            client = (scope.get("client") or ["127.0.0.1"])[0]
            if not sockets.is_local(client) or any(name in headers for name in PROXIED):
                scope["refused"] = said = _("Hanya untuk mesin ini.")
                await PlainTextResponse(said + "\n", 403)(scope, receive, send)
                return
        await self.app(scope, receive, send)
