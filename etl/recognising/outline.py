"""Says which heading of a file is taken for which field, so that a person can correct it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.errors import Refused
from etl.loads import LoadOptions
from etl.reading.raw import Source
from etl.recognising.choosing import Job, choose
from etl.recognising.headings import match
from etl.recognising.mapping import Mapping as MappingFile
from etl.recognising.vocabulary import headings, normal, personal
from etl.schema import element_slugs, elements, kinds
from etl.sheets.survey_sheet import SurveySheet

OF_THE_SHEET = ("sheet", "rule")  # fields of a survey that no column is asked for


@dataclass(frozen=True)
class Outline:
    """The headings of one file and their reading; `kind` is "" where it was not recognised.

    `headings`: as written, each once, personal matter left out. `read_as`: field → headings.
    `fields`: (field, title) that may be mapped, in order. `drawn`: a survey worksheet, in which a
    field may stand under another heading on each sheet. `signature` is the same for every file
    with these headings.
    """

    kind: str
    headings: tuple[str, ...]
    read_as: dict[str, tuple[str, ...]]
    fields: tuple[tuple[str, str], ...]
    signature: str
    drawn: bool = False


def outline(sources: Sequence[Source], options: LoadOptions) -> Outline | None:
    """The outline of a file read without a mapping; None where columns are no matter to map.

    That is a file of several kinds, a zip of several files, an event log, a tally, a recap.
    """
    if len(sources) != 1 or not sources[0].heads or options.kind in ("event_log", "recap"):
        return None
    source = sources[0]
    try:
        jobs = choose(source, options, None)
    except Refused:
        return _guess(source, options)
    if len(jobs) != 1:
        return None
    job = jobs[0]
    if isinstance(job.layout, SurveySheet):
        return _drawn(job, job.layout, options)
    if job.layout is not None:
        return _guess(source, options) if job.layout.name == "survey_other_scale" else None
    seen = _once(c for t in job.tables for c in t.head.columns)
    read = {f: (c,) for t in reversed(job.tables) for f, c in t.columns.items()}
    return _made(job.kind, seen, read, "")


def with_mapping(found: Outline, mapping: MappingFile) -> Outline:
    """The same outline as a mapping has it read."""
    fields = dict(found.fields) or dict(_fields(mapping.kind, mapping.constants.get("rule", "")))
    read = {f: columns for f, columns in mapping.fields.items() if f in fields}
    return Outline(
        mapping.kind, found.headings, read, tuple(fields.items()), found.signature, found.drawn
    )


def to_toml(
    kind: str,
    fields: Mapping[str, Sequence[str]],
    parts: Mapping[str, Mapping[str, str | int]] | None = None,
) -> str:
    """A mapping file: fields (one with several columns lists them), then `parts` by their names."""
    lines = [f"kind = {_quoted(kind)}", "", "[fields]"]
    for field, columns in fields.items():
        written = [_quoted(c) for c in columns]
        listed = ", ".join(written)
        lines.append(f"{field} = {listed}" if len(written) == 1 else f"{field} = [{listed}]")
    for part, table in (parts or {}).items():
        lines += ["", f"[{part}]"] if table else []
        lines += [
            f"{_quoted(key)} = {value if isinstance(value, int) else _quoted(value)}"
            for key, value in table.items()
        ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """A TOML basic string."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")


def _guess(source: Source, options: LoadOptions) -> Outline:
    """The outline of a file that is not recognised: what its headings would be of the kind."""
    head = max(source.heads, key=lambda h: (not h.hidden, len(h.columns)))
    kind = options.kind or ""
    read = {f: (c,) for f, c in match(head, kinds()[kind]).columns.items()} if kind else {}
    return _made(kind, head.columns, read, options.rule or "", kind == "survey")


def _drawn(job: Job, layout: SurveySheet, options: LoadOptions) -> Outline:
    found = layout.columns(job.source.book, options) if job.source.book else []
    read: dict[str, tuple[str, ...]] = {}
    for columns in found:
        for place, field in (*columns.elements.items(), *columns.fields.items()):
            read[field] = _once((*read.get(field, ()), columns.labels[place]))
    seen = _once(x for columns in found for x in columns.labels.values())
    return _made(job.kind, seen, read, found[0].rule.code if found else "", True)


def _made(
    kind: str,
    seen: Sequence[str],
    read: Mapping[str, tuple[str, ...]],
    rule: str,
    drawn: bool = False,
) -> Outline:
    taken = {c for columns in read.values() for c in columns}
    open_ = tuple(c for c in seen if c.strip() and (c in taken or not personal(c)))
    fields = _fields(kind, rule)
    allowed = dict(fields)
    its = {f: columns for f, columns in read.items() if f in allowed}
    return Outline(kind, open_, its, fields, _signature(seen), drawn)


def _fields(kind: str, rule: str) -> tuple[tuple[str, str], ...]:
    """(field, title) of a kind; of a survey the elements of its rule, numbered, come first."""
    if not kind:
        return ()
    titles = {f: h.title for f, h in headings(kind).items()}
    if kind != "survey":
        return tuple(titles.items())
    own = [e for e in elements() if e.rule == (rule or "2017")]
    numbered = [(e.slug, f"U{e.order} {e.short}") for e in own]
    hidden = {*element_slugs(), *OF_THE_SHEET}
    return (*numbered, *((f, t) for f, t in titles.items() if f not in hidden))


def _once(words: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))  # type: ignore[call-overload]


def _signature(seen: Sequence[str]) -> str:
    words = sorted({normal(c) for c in seen if c.strip()})
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:32]
