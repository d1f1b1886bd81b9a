"""The public pages and the open data as files, for a web host that can only serve files."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.public import api, gather, routes
from dashboard.public.doors import Opened
from dashboard.public.links import Files, office_file, permit_file
from etl.errors import Refused
from etl.words import LANGUAGES, _, speaking
from metrics.opendata.offered import OFFERED, OFFICES

MARK = "data/indicators.json"
"""A folder that holds this file is a site that was written before, and may be written again."""


def write_site(data: Opened, out: Path, tell: Callable[[str], None]) -> int:
    """Write every page in both languages and every indicator's rows; how many files there are.

    Files of an earlier site that are no longer part of it are removed. Raises `Refused` where
    `out` holds anything else, and where no office's door is open.
    """
    if not data.names:
        raise Refused(
            _("Belum ada kantor yang membuka pintu publiknya; atur di halaman Pintu publik.")
        )
    if out.exists() and not out.is_dir():
        raise Refused(_("{out} bukan folder; sebut folder lain.").format(out=out))
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).exists():
        raise Refused(
            _("Folder {out} sudah berisi berkas lain; sebut folder baru.").format(out=out)
        )
    before = {p for p in out.rglob("*") if p.is_file() and p.suffix in (".html", ".json", ".csv")}
    written = set()
    tell(_("Menulis data terbuka"))
    for name, text in _data(data):
        written.add(_put(out / name, text))
    for language in LANGUAGES:
        with speaking(language):
            for name, text in _pages(data, language, tell):
                folder = out / "en" if language == "en" else out
                written.add(_put(folder / name, text))
    for old in before - written:
        old.unlink()
    return len(written)


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
    return path


def _data(data: Opened) -> Iterator[tuple[str, str]]:
    """Name and text of every file of data: rows of office and year, as the API gives them."""
    for name in OFFERED:
        result = api.chosen(data, name, {"by": ",".join(OFFICES)})
        yield f"data/{name}.json", json.dumps(api.answer(result), ensure_ascii=False)
        yield f"data/{name}.csv", api.as_csv(result)
    yield MARK, json.dumps(api.listed(), ensure_ascii=False)


def _pages(data: Opened, language: str, tell: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    """Name within the language and HTML of every page."""

    def links(path: str) -> Files:
        return Files(language, path)

    yield "index.html", routes.home(data, links("index.html"))
    yield "cara-menghitung.html", routes.method(data, links("cara-menghitung.html"))
    for code in sorted(data.names):
        tell(data.names[code])
        found = gather.office_page(data, code)
        yield office_file(code), routes.office(links(office_file(code)), found)
        for permit in found.permits:
            name = permit_file(code, permit.code)
            yield name, routes.permit(data, links(name), found, permit.code)
