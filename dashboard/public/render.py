"""Turns what a page says into HTML: Jinja templates that escape every value by themselves."""

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from dashboard.locale import format as written
from dashboard.public import words
from dashboard.public.links import Links
from etl.words import _, language

HERE = Path(__file__).parent / "templates"


@lru_cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "_": _,
        "desk": words.desk,
        "outcome": words.outcome,
        "days": words.days,
        "fee": words.fee,
        "date": written.date,
        "number": written.number,
        "style": style(),
    }
    return made


@lru_cache
def style() -> str:
    """The one sheet of styles, written into each page: a phone asks once."""
    text = (HERE / "style.css").read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@lru_cache
def policy() -> str:
    """The content policy of public pages: their own style and nothing else, no script at all."""
    digest = hashlib.sha256(style().encode()).digest()
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{base64.b64encode(digest).decode()}'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def page(template: str, links: Links, **values: Any) -> str:
    """The HTML of a page in the language in use."""
    made = _environment().get_template(template)
    return made.render(links=links, language=language(), **values)
