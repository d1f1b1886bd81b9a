"""One door for every file: read, recognised, mapped, checked, and staged for a load."""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from etl.checking.assemble import stage_layout, stage_log, stage_tables
from etl.checking.remarks import named_lines
from etl.doors import at_page, called, nil_report
from etl.errors import Refused
from etl.loads import Known, LoadOptions, Part, Prepared, RecapFile
from etl.reading.opening import Recap, headed, open_path
from etl.reading.raw import Source
from etl.recognising.basis import basis
from etl.recognising.choosing import Job, choose
from etl.recognising.headings import kind_title
from etl.recognising.mapping import Mapping, read_mapping
from etl.schema import kinds
from etl.words import _

__all__ = ["Known", "LoadOptions", "Part", "Prepared", "RecapFile", "prepare"]


def prepare(
    con: duckdb.DuckDBPyConnection,
    path: Path,
    options: LoadOptions,
    known: Known,
    already: Sequence[Source | Recap] | None = None,
) -> list[Prepared]:
    """The file, or each file of a zip and each kind of a workbook, checked and staged in `con`.

    `already`: what `open_path` gave of it, where it is open. References come before facts, so that
    a zip may bring its own offices. Nothing but TEMP tables is made. Raises `Refused` with
    one sentence, for the whole file, when any of it is refused.
    """
    mapping = read_mapping(options.mapping) if options.mapping else None
    options = _checked(options, mapping)
    prepared = []
    with tempfile.TemporaryDirectory(prefix="monev-") as scratch:
        wanted = mapping.columns if mapping else frozenset()
        if already is None:
            opened = list(open_path(path, Path(scratch), wanted))
        else:
            opened = [headed(o, wanted) for o in already]
        for recap in (o for o in opened if isinstance(o, Recap)):
            prepared.append(_recap(recap, options))
        jobs = [
            job for o in opened if not isinstance(o, Recap) for job in choose(o, options, mapping)
        ]
        order = list(kinds())
        jobs.sort(key=lambda j: order.index(j.kind) if j.kind in order else len(order))
        for job in jobs:
            fingerprint = _fingerprint(job.source.sha256, job.kind, options, mapping, known)
            item = Prepared(
                job.source.file,
                job.source.sha256,
                fingerprint,
                job.kind,
                (),
                mapping=mapping.name if mapping else None,
            )
            if fingerprint not in known.fingerprints:
                item = _run(con, job, item, options, known, mapping)
                known = _learnt(con, known, item.parts)
            prepared.append(item)
    return prepared


REFERENCES_UP_TO = 2 * 1024 * 1024  # bytes; a list of offices or standards is a small file


def references_first(paths: Sequence[Path], options: LoadOptions) -> list[Path]:
    """The files of one load with lists of offices and other references before what needs them."""
    if len(paths) < 2 or options.kind or options.mapping:
        return list(paths)
    order = list(kinds())

    def rank(path: Path) -> int:
        first = _first_kind(path, options)
        return order.index(first) if first in order and kinds()[first].reference else len(order)

    return sorted(paths, key=rank)


def _first_kind(path: Path, options: LoadOptions) -> str:
    """The kind of a small file that is one table; "" where it is large or not told."""
    try:
        if path.stat().st_size > REFERENCES_UP_TO:
            return ""
        with tempfile.TemporaryDirectory(prefix="monev-") as scratch:
            found = [o for o in open_path(path, Path(scratch)) if isinstance(o, Source)]
            jobs = [job for source in found for job in choose(source, options, None)]
    except (Refused, OSError):
        return ""
    return jobs[0].kind if len(jobs) == 1 else ""


def _checked(options: LoadOptions, mapping: Mapping | None) -> LoadOptions:
    """The options with their kind settled; refused when they contradict each other."""
    if options.kind and options.kind not in (*kinds(), "event_log", "recap"):
        raise Refused(
            _("Jenis data {kind} tidak ada; pilih salah satu dari {kinds}.").format(
                kind=options.kind, kinds=", ".join([*kinds(), "event_log", "recap"])
            )
        )
    if mapping and options.kind and options.kind != mapping.kind:
        raise Refused(
            _("Pemetaan {file} untuk {own}, bukan {kind}; samakan {option}.").format(
                file=mapping.name, own=mapping.kind, kind=options.kind, option=called("kind")
            ),
            needs=("kind", "mapping"),
        )
    if options.kind == "event_log" and not mapping:
        raise Refused(
            _("Log peristiwa perlu pemetaan; beri {mapping}{example}.").format(
                mapping=called("mapping"),
                example="" if at_page() else _(", contohnya di data/mappings"),
            ),
            needs=("mapping",),
            kind="event_log",
        )
    if mapping:
        return replace(options, kind=mapping.kind)
    return options


def _fingerprint(
    sha: str, kind: str, options: LoadOptions, mapping: Mapping | None, known: Known | None = None
) -> str:
    said: list[object] = [
        sha,
        kind,
        mapping.text if mapping else None,
        options.office,
        options.period,
        options.service,
        options.rule,
    ]
    if kind == "survey" and known is not None and known.answer_words:
        said.append(sorted(known.answer_words.items()))
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _recap(recap: Recap, options: LoadOptions) -> Prepared:
    if options.kind not in (None, "recap"):
        raise Refused(
            _("Berkas ini rekap, bukan {kind}; hapus {option}.").format(
                kind=options.kind, option=called("kind")
            ),
            kind="recap",
        )
    offices = set(recap.manifest["offices"])
    if options.scope_offices is not None and not offices <= options.scope_offices:
        raise Refused(
            _("Rekap ini memuat kantor di luar wewenang Anda: {offices}.").format(
                offices=", ".join(sorted(offices - options.scope_offices))
            )
        )
    return Prepared(
        recap.file,
        recap.sha256,
        _fingerprint(recap.sha256, "recap", options, None),
        "recap",
        (),
        recap=RecapFile(recap.path, recap.manifest),
    )


def _run(
    con: duckdb.DuckDBPyConnection,
    job: Job,
    item: Prepared,
    options: LoadOptions,
    known: Known,
    mapping: Mapping | None,
) -> Prepared:
    if job.layout is not None:
        item = stage_layout(con, job, item, options, known, mapping)
    elif job.kind == "event_log" and mapping is not None:
        item = stage_log(con, job, item, options, known, mapping)
    else:
        item = stage_tables(con, job, item, options, known, mapping)
    _refuse_nothing(con, item)
    left = (*job.left_out, *item.left_out)
    said = (*job.source.notes, *job.notes, *item.notes, *named_lines(left))
    return replace(item, notes=tuple(dict.fromkeys(said)), left_out=left, basis=basis(job))


def _refuse_nothing(con: duckdb.DuckDBPyConnection, item: Prepared) -> None:
    """Refuse a file of headings alone, and one whose every row is rejected."""
    read = sum(p.read for p in item.parts)
    if not read:
        raise Refused(
            _(
                "{file} terbaca sebagai {kind}, tetapi di bawah judulnya tidak ada baris; bila "
                "memang tidak ada kejadian, laporkan nihil dengan {nil}."
            ).format(file=item.file, kind=kind_title(item.kind), nil=nil_report()),
            kind=item.kind,
        )
    if read > sum(p.rejected for p in item.parts):
        return
    for part in item.parts:
        first = con.execute(
            f'SELECT sheet, row, "column", value, reason FROM {part.rejects} '
            "ORDER BY sheet, row LIMIT 1"
        ).fetchall()
        if first:
            sheet, row, column, value, reason = first[0]
            raise Refused(
                _(
                    "Semua {n} baris {file} (terbaca sebagai {kind}) ditolak; mulai dari baris "
                    "{row}, kolom {column}{value}: {why}"
                ).format(
                    n=part.read,
                    file=item.file,
                    kind=kind_title(part.kind),
                    row=row,
                    column=column,
                    value=f" ({value})" if value else "",
                    why=reason,
                ),
                kind=part.kind,
                sheet=sheet or "",
                row=row,
                column=column or "",
            )


def _learnt(con: duckdb.DuckDBPyConnection, known: Known, parts: Sequence[Part]) -> Known:
    """What is known after references of this same file: its offices, permit types and stages."""

    def column(part: Part, name: str) -> frozenset[str]:
        rows = con.execute(f"SELECT DISTINCT {name} FROM {part.table}").fetchall()
        return frozenset(r[0] for r in rows if r[0])

    for part in parts:
        if part.kind == "offices":
            known = replace(known, offices=known.offices | column(part, "office_code"))
        elif part.kind == "permit_types":
            known = replace(known, permit_types=known.permit_types | column(part, "permit_type"))
        elif part.kind == "permit_names":
            known = replace(known, permit_types=known.permit_types | column(part, "own_name"))
        elif part.kind == "stage_map":
            both = column(part, "activity") | column(part, "stage")
            known = replace(known, stages=known.stages | both)
    return known
