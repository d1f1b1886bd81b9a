"""Checks one upload in its process: headings, remembered mapping, and what each row became.

Office and period are taken from the file's title, else from the place in view, where the file
names none; what it will give is counted before anything is kept.
"""

import tempfile
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from dashboard.loading.foresight import figures, unmapped_names
from dashboard.loading.told import period_named, told, year_named
from dashboard.locale.format import number
from etl.checking.row_outcomes import LARGE, outcomes
from etl.errors import Refused
from etl.jsonlines import put_json
from etl.loads import LoadOptions, Prepared
from etl.reading import here
from etl.reading.opening import Recap, open_path
from etl.reading.raw import Source
from etl.recognising.mapping import Mapping, read_mapping
from etl.recognising.outline import outline, with_mapping
from etl.schema import kinds
from etl.words import _, counted

if TYPE_CHECKING:
    from etl.store.results import LoadResult
    from etl.store.store import Store


def mapping_key(options: LoadOptions, signature: str) -> str:
    """Under what a mapping is remembered: the office in view and the file's set of headings."""
    own = options.scope_offices or frozenset()
    office = options.office or (next(iter(own)) if len(own) == 1 else "")
    return f"{office}:{signature}"


def check(
    store: "Store",
    path: Path,
    options: LoadOptions,
    tell: Callable[[str], None],
    rejects: Path | None,
    place: str = "",
) -> "list[LoadResult]":
    """A dry run that says on the way, as JSON lines, the outline and the rows of the file.

    `place` is the office in view, for a file that names none. Also said: `used` (office and period
    as taken), `figures` and `names` (`dashboard.loading.foresight`).

    `outline` carries the `key` to remember a mapping under, and `mapping`, the TOML text of the
    remembered one if it was applied. Raises what the load raises.
    """
    with tempfile.TemporaryDirectory(prefix="monev-") as folder:
        scratch = Path(folder)
        tell(_("Membuka {file}").format(file=path.name))
        opened = _opened(path, scratch)
        sources = [s for s in opened or () if isinstance(s, Source)]
        plain = opened is not None and len(sources) == len(opened)  # a recap is opened apart
        answer = partial(_tell_answer, tell=tell)
        read = here.opened(sources, answer) if plain else None
        options = told(store.folder, path, sources, options, place)
        _put_used(options)
        options = _outlined(store, sources, options, scratch)
        seen: list[bool] = []

        def look(con: duckdb.DuckDBPyConnection, items: list[Prepared]) -> None:
            seen.append(True)
            if read is None:
                answer(items)
            _put_rows(con, sources, items, scratch)
            put_json({"names": unmapped_names(con, items, store.folder)})
            put_json({"figures": figures(con, items, store.folder)})

        try:
            try:
                return store.load(path, options, tell, True, rejects, look, read)
            except Refused as refusal:
                named = period_named(path)
                if refusal.kind == "monthly_counts":  # of a report only the year is wanting
                    named = named or year_named(path)
                if options.period or not named or "period" not in refusal.needs:
                    raise
            options = replace(options, period=named)
            _put_used(options)
            return store.load(path, options, tell, True, rejects, look, read)
        except Refused:
            if not seen:
                _put_rows(None, sources, [], scratch)
            raise


def _tell_answer(items: list[Prepared], tell: Callable[[str], None]) -> None:
    """Say how the rows fared as soon as it is known: its figures are counted after it."""
    parts = [p for i in items for p in i.parts]
    if parts:
        read, rejected = sum(p.read for p in parts), sum(p.rejected for p in parts)
        said = counted("{n} baris diperiksa, {bad} ditolak; menghitung angkanya", read)
        tell(said.format(n=number(read), bad=number(rejected)))


def _put_used(options: LoadOptions) -> None:
    """Say for which office and period the file is read, as far as it does not tell itself."""
    used = {"office": options.office or "", "period": options.period or ""}
    put_json({"used": {k: v for k, v in used.items() if v}})


def _opened(path: Path, scratch: Path) -> list[Source | Recap] | None:
    """What a file holds; None of one that the load will refuse, or of a large event log."""
    if path.stat().st_size > LARGE and ".xes" in path.name.lower():
        return None
    try:
        return list(open_path(path, scratch))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # the load will say what is wrong with it, a panic of a reader too
        return None


def _outlined(
    store: "Store", sources: list[Source], options: LoadOptions, scratch: Path
) -> LoadOptions:
    """Say the outline; the options with the remembered mapping where one is to be applied."""
    known = options.kind in (None, "event_log", "recap") or options.kind in kinds()
    found = outline(sources, options) if known else None
    if found is None:
        return options
    key = mapping_key(options, found.signature)
    applied, text = _read(options.mapping), ""
    if options.mapping is None:
        kept = store.operations.mapping_for(key)
        if kept and options.kind in (None, kept[0]):
            place = scratch / "pemetaan.toml"
            place.write_text(kept[1], encoding="utf-8")
            applied = _read(place)
            if applied is not None:
                text, options = kept[1], replace(options, mapping=place)
    if applied is not None and applied.kind != "event_log":
        found = with_mapping(found, applied)
    put_json({"outline": asdict(found) | {"key": key, "mapping": text}})
    return options


def _read(mapping: Path | None) -> Mapping | None:
    """A mapping; None where there is none or the load will say what is wrong with it."""
    try:
        return read_mapping(mapping) if mapping else None
    except Refused:
        return None


def _put_rows(
    con: duckdb.DuckDBPyConnection | None,
    sources: list[Source],
    items: list[Prepared],
    scratch: Path,
) -> None:
    put_json({"rows": [vars(row) for row in outcomes(con, sources, items, scratch)]})
