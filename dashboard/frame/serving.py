"""What stands around the Streamlit application: plain routes, middleware, start and stop."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from dashboard.frame import sign_in, snapshots, sockets, weblog
from dashboard.frame.guard import Guard, too_wide
from dashboard.frame.headers import SecurityHeaders
from dashboard.frame.health import health
from dashboard.frame.metering import LocalOnly, metrics
from dashboard.public.ready import keep_ready
from dashboard.public.routes import routes as public_routes
from etl.paths import default_store

LOOKS, PAUSE = 100, 0.1  # how often, and after how many seconds, the sockets are looked at


def routes() -> list[BaseRoute]:
    """The routes that are no Streamlit pages."""
    return [Route("/health", health), Route("/metrics", metrics), *public_routes()]


def middleware() -> list[Middleware]:
    """What every request passes, outermost first."""
    return [
        Middleware(weblog.AccessLog),
        Middleware(SecurityHeaders),
        Middleware(Guard),
        Middleware(LocalOnly),
    ]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Start the logs, and stop the server again where it listens wider than sign-in allows."""
    weblog.start(default_store())
    snapshots.keep_warm()
    tasks = [asyncio.create_task(_stop_if_too_wide()), asyncio.create_task(keep_ready())]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()


async def _stop_if_too_wide() -> None:
    """An ASGI server opens its sockets before or after this starts: look until they are there."""
    for _turn in range(LOOKS):
        if found := sockets.listening():
            wide = sockets.beyond(found)
            if wide and not sign_in.configured():
                print(too_wide(wide), file=sys.stderr, flush=True)
                os.kill(os.getpid(), signal.SIGTERM)
            return
        await asyncio.sleep(PAUSE)
