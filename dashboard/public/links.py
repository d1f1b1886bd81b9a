"""Addresses of the public pages: as the server gives them, and as files beside each other."""

import re
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote


class Links(Protocol):
    """What a template needs to know of addresses; `check` is "" where there is no form."""

    @property
    def language(self) -> str: ...
    def home(self) -> str: ...
    def office(self, code: str) -> str: ...
    def permit(self, code: str, permit_type: str) -> str: ...
    def check(self, code: str = "") -> str: ...
    def method(self) -> str: ...
    def data(self, indicator: str, form: str) -> str: ...
    def other_language(self) -> str: ...


@dataclass(frozen=True)
class Served:
    """Addresses on the server; `path` is the page's own, for the link to the other language."""

    language: str
    path: str

    def _to(self, path: str) -> str:
        return quote(path) + ("?lang=en" if self.language == "en" else "")

    def home(self) -> str:
        return self._to("/publik")

    def office(self, code: str) -> str:
        return self._to(f"/publik/{code}")

    def permit(self, code: str, permit_type: str) -> str:
        return self._to(f"/publik/{code}/{permit_type}")

    def check(self, code: str = "") -> str:
        here = self._to("/publik/cek")
        return here + (f"{'&' if '?' in here else '?'}kantor={quote(code)}" if code else "")

    def method(self) -> str:
        return self._to("/publik/cara-menghitung")

    def data(self, indicator: str, form: str) -> str:
        return f"/api/v1/indicators/{indicator}?format={form}"

    def other_language(self) -> str:
        return quote(self.path) + ("" if self.language == "en" else "?lang=en")


@dataclass(frozen=True)
class Files:
    """Addresses from one file to another; `path` is the page's own within its language."""

    language: str
    path: str

    def _up(self, language: str) -> str:
        deep = self.path.count("/") + (self.language == "en")
        return "../" * deep + ("en/" if language == "en" else "")

    def home(self) -> str:
        return self._up(self.language) + "index.html"

    def office(self, code: str) -> str:
        return self._up(self.language) + office_file(code)

    def permit(self, code: str, permit_type: str) -> str:
        return self._up(self.language) + permit_file(code, permit_type)

    def check(self, code: str = "") -> str:
        return ""

    def method(self) -> str:
        return self._up(self.language) + "cara-menghitung.html"

    def data(self, indicator: str, form: str) -> str:
        return self._up("id") + f"data/{indicator}.{form}"

    def other_language(self) -> str:
        return self._up("id" if self.language == "en" else "en") + self.path


def office_file(code: str) -> str:
    """Where the page of an office lies within its language."""
    return f"{code}/index.html"


def permit_file(code: str, permit_type: str) -> str:
    """Where the page of a permit lies: a name that every web host takes, and no two share."""
    plain = re.sub(r"[^a-z0-9]+", "-", permit_type.lower()).strip("-")[:60]
    mark = sum(ord(c) * 31**i for i, c in enumerate(permit_type)) % 0xFFFFFF
    return f"{code}/{plain}-{mark:06x}.html"
