"""The web entry: `streamlit run app.py`, or any ASGI server on `app:app`."""

import sys

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard.frame import access
from dashboard.frame import snapshots as snapshot
from dashboard.frame.shell import failed, signed_in_app
from etl.errors import Refused
from etl.paths import default_store


async def health(_request: Request) -> JSONResponse:
    """Alive, and which version of the data is served."""
    return JSONResponse({"status": "ok", "manifest": snapshot.version(default_store()) or None})


try:
    access.check_address(st.get_option("server.address"), signed_in_app())
except Refused as refusal:
    sys.exit(str(refusal))

app = st.App(
    "dashboard/frame/script.py",
    routes=[Route("/health", health)],
    on_script_error=failed,
)
