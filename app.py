"""The web entry: `streamlit run app.py`, or any ASGI server on `app:app`."""

import sys

import streamlit as st

from dashboard.frame import sign_in
from dashboard.frame.serving import lifespan, middleware, routes
from dashboard.frame.shell import failed
from etl.errors import MonevError

try:
    secrets = sign_in.secrets()
except MonevError as refusal:
    sys.exit(str(refusal))

app = st.App(
    "dashboard/frame/script.py",
    secrets=secrets or None,
    lifespan=lifespan,
    routes=routes(),
    middleware=middleware(),
    on_script_error=failed,
)
