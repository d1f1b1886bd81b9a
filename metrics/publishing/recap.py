"""A regency's counts as one file: what goes to the province in place of citizens' records.

A recap is a zip of Parquet count tables and `manifest.json`: format version, definitions' version,
offices with their period, as-of days and hashes of calendar and standards, and the SHA-256 of
every part. It holds the tables of `metrics.counting.tables` only, so no application number and no
name.
"""

import hashlib
import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.errors import Refused
from etl.periods import month_text
from etl.reading.controls import IN_SQL
from etl.settings import settings
from etl.store.published import checked
from etl.words import _
from metrics.asking.snapshot import Snapshot
from metrics.counting.shape import arrow_schema, in_order
from metrics.counting.tables import TABLES
from metrics.publishing.recap_merge import merge_sets
from metrics.publishing.recap_shape import shaped
from metrics.publishing.signing import sign

__all__ = [
    "FORMAT",
    "Recap",
    "export",
    "merge_sets",
    "open_recap",
    "read_set",
    "sent_hashes",
    "standards_hash",
    "tells_stocks",
]

FORMAT = 3
ADDED = frozenset({"remaining", "pause", "complaint_backlog", "money_backlog"})
"""Tables that offices of an earlier version do not send."""
STOCKS_SINCE = 2
"""The format from which stocks are told as they were known at each month's end."""
ENDS_SINCE = 3
"""The format from which an office may say that it ended, and who carries on."""
LATER = {
    "backlog": (STOCKS_SINCE, {"stage", "due_soon"}),
    "open_case": (STOCKS_SINCE, {"overdue"}),
    "money": (STOCKS_SINCE, {"valued"}),
    "ref_office": (ENDS_SINCE, {"successor", "valid_to"}),
}
"""Columns that came into a table, and with which format."""
KIND = "monev-recap"
MANIFEST = "manifest.json"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same content is the same file, whenever it was written
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError,
    NotImplementedError, MemoryError, RecursionError,
)  # fmt: skip
"""What reading a damaged zip may raise."""
OFFICE = re.compile(r"\d{2}(\.\d{2})?")


@dataclass(frozen=True)
class Recap:
    """A recap file whose every part was verified; `number` names it on paper (8 characters)."""

    path: Path
    manifest: Mapping[str, Any]

    @property
    def number(self) -> str:
        """The first characters of the manifest's checksum: the same at sender and receiver."""
        return str(self.manifest["checksum"])[:8].upper()

    @property
    def offices(self) -> tuple[str, ...]:
        """Codes of the offices it speaks for."""
        return tuple(sorted(self.manifest["offices"]))


@dataclass(frozen=True)
class OfficeSet:
    """One office's tables on their way into a recap, with what the manifest says of them."""

    office: str
    files: Mapping[str, bytes]
    entry: Mapping[str, Any]


def write(
    sets: Iterable[OfficeSet],
    out: Path,
    definitions: str,
    sample: bool,
    keys: Path | None = None,
) -> Recap:
    """Write `sets` as a recap to `out`; the same sets give the same bytes.

    Offices whose signing key lies in the store `keys` sign what is theirs.
    """
    head = {"kind": KIND, "format": FORMAT, "definitions": definitions, "sample": sample}
    offices: dict[str, Any] = {}
    content: dict[str, bytes] = {}
    for one in sorted(sets, key=lambda s: s.office):
        parts = {}
        for name, data in sorted(one.files.items()):
            path = f"{one.office}/{name}.parquet"
            content[path] = data
            parts[name] = {"path": path, "sha256": hashlib.sha256(data).hexdigest()}
        entry = dict(one.entry) | {"parts": parts}
        offices[one.office] = sign(keys, one.office, entry, head) if keys else entry
    manifest: dict[str, Any] = head | {"offices": offices}
    manifest["checksum"] = _checksum(manifest)
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(out.name + ".part")
    with zipfile.ZipFile(draft, "w") as file:
        _put(file, MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode())
        for path, data in content.items():
            _put(file, path, data)
    draft.replace(out)
    return Recap(out, manifest)


def _put(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, EPOCH)
    info.external_attr = 0o600 << 16
    info.compress_type = zipfile.ZIP_STORED if name != MANIFEST else zipfile.ZIP_DEFLATED
    file.writestr(info, data)


def _checksum(manifest: Mapping[str, Any]) -> str:
    bare = {k: v for k, v in manifest.items() if k != "checksum"}
    return hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()


def export(snapshot: Snapshot, offices: Iterable[str], out: Path) -> Recap:
    """Write the published sets of `offices` as a recap to `out`.

    Of several offices those that reported nothing are left out. Raises `Refused` for an office
    that is not known and when nothing is left.
    """
    entries = snapshot.manifest.get("offices", {})
    sets = []
    for office in sorted(set(offices)):
        if office not in entries:
            raise _nothing(office)
        files = {n: _bytes_of(snapshot.store, entries[office], n, office) for n in TABLES}
        period = period_of(pq.read_table(io.BytesIO(files["reporting"])))
        if period is None:
            continue
        told = {k: entries[office].get(k) for k in ("source", "as_of", "calendar", "standards")}
        sets.append(OfficeSet(office, files, told | {"period": period}))
    if not sets:
        raise _nothing(", ".join(sorted(set(offices))))
    definitions = str(snapshot.manifest.get("definitions", ""))
    return write(sets, out, definitions, snapshot.is_sample, snapshot.store)


def _bytes_of(store: Path, entry: Mapping[str, Any], table: str, office: str) -> bytes:
    """A published count table; one that a set of another version lacks is empty."""
    path = checked(store, entry, f"{table}.parquet", office)
    if path is None:
        return parquet_bytes(arrow_schema(table).empty_table())
    return path.read_bytes()


def _nothing(offices: str) -> Refused:
    return Refused(
        _("Kantor {office} belum punya data; muat datanya sebelum membuat rekap.").format(
            office=offices
        )
    )


def period_of(reporting: pa.Table) -> list[str] | None:
    """First and last month that the tables speak for, as ["2024-01", "2026-10"]."""
    ends = pc.min_max(reporting["month"]).as_py()
    if ends["min"] is None:
        return None
    return [month_text(ends["min"]), month_text(ends["max"])]


def parquet_bytes(table: pa.Table) -> bytes:
    """A count table as the bytes of its part."""
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def standards_hash(standards: pa.Table) -> str:
    """What the manifest says of the standards that on-time figures were held against."""
    rows = json.dumps(standards.to_pylist(), default=str)
    return hashlib.sha256(rows.encode()).hexdigest()[:16]


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest of a recap, its format and own checksum verified; parts are not read yet.

    Raises `Refused` when the file is no recap, is of a newer format or was changed.
    """
    try:
        with zipfile.ZipFile(path) as file:
            if file.getinfo(MANIFEST).file_size > 64 * 1024 * 1024:
                raise ValueError("manifest too large")
            manifest = json.loads(file.read(MANIFEST))
        if manifest["kind"] != KIND:
            raise ValueError("not a recap")
        version = manifest["format"]
        if type(version) is not int or version <= FORMAT:  # a newer one may have another form
            shaped(manifest)
    except (*UNREADABLE, KeyError, ValueError, TypeError) as error:
        raise Refused(
            _("{file} bukan berkas rekap yang utuh; minta kantor mengirim ulang.").format(
                file=path.name
            )
        ) from error
    if version > FORMAT:
        raise Refused(
            _(
                "{file} dibuat oleh aplikasi yang lebih baru (format {theirs}, di sini {ours}); "
                "perbarui aplikasi ini lalu muat lagi."
            ).format(file=path.name, theirs=version, ours=FORMAT)
        )
    if manifest.get("checksum") != _checksum(manifest):
        raise _tampered(path, MANIFEST)
    return manifest


def open_recap(path: Path) -> Recap:
    """The recap at `path` with every part verified: names, sizes, hashes, columns and office.

    Raises `Refused` in words when anything is missing, added, changed or of a newer format.
    """
    manifest = read_manifest(path)
    try:
        with zipfile.ZipFile(path) as file:
            _check_names(path, file, manifest)
            for office, entry in manifest["offices"].items():
                if not OFFICE.fullmatch(office) or not _parts_known(entry["parts"]):
                    raise _tampered(path, office)
                for name in entry["parts"]:
                    _part(path, file, manifest, office, name)
    except (*UNREADABLE, KeyError, ValueError, TypeError, AttributeError) as error:
        raise _tampered(path, MANIFEST) from error
    return Recap(path, manifest)


def read_set(path: Path, office: str) -> dict[str, pa.Table]:
    """The verified count tables of one office, by name."""
    manifest = read_manifest(path)
    with zipfile.ZipFile(path) as file:
        parts = manifest["offices"][office]["parts"]
        return {
            name: _part(path, file, manifest, office, name)
            if name in parts
            else arrow_schema(name).empty_table()
            for name in TABLES
        }


def tells_stocks(path: Path) -> bool:
    """Whether a recap tells stocks as known at each month's end; earlier formats do not."""
    return int(read_manifest(path)["format"]) >= STOCKS_SINCE


def _parts_known(parts: Iterable[str]) -> bool:
    """Whether a recap has every table; those of `ADDED` it may have been made without."""
    return set(TABLES) - ADDED <= set(parts) <= set(TABLES)


def sent_hashes(
    path: Path, office: str, held: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """The hashes of calendar and standards that an office counted by, and a note on each that
    is not the one `held` here ("" where none is): such figures stand on another footing."""
    entry = read_manifest(path)["offices"][office]
    sent = {name: str(entry.get(name) or "") for name in ("calendar", "standards")}
    words = {"calendar": _("kalender kerja"), "standards": _("standar pelayanan")}
    notes = [
        _("{office}: rekap dihitung dengan {what} yang berbeda dari yang ada di sini.").format(
            office=office, what=words[name]
        )
        for name, value in held.items()
        if value and sent[name] and value != sent[name]
    ]
    return sent, notes


def _check_names(path: Path, file: zipfile.ZipFile, manifest: Mapping[str, Any]) -> None:
    wanted = {MANIFEST} | {
        part["path"] for entry in manifest["offices"].values() for part in entry["parts"].values()
    }
    names = file.namelist()
    if len(names) != len(set(names)) or set(names) != wanted:
        raise _tampered(path, ", ".join(sorted(set(names) ^ wanted)[:3]) or MANIFEST)
    if sum(i.file_size for i in file.infolist()) > settings().max_unpacked_mb * 1024 * 1024:
        raise Refused(_("{file} terlalu besar untuk dibuka.").format(file=path.name))


def _part(
    path: Path, file: zipfile.ZipFile, manifest: Mapping[str, Any], office: str, name: str
) -> pa.Table:
    part = manifest["offices"][office]["parts"][name]
    if part["path"] != f"{office}/{name}.parquet":
        raise _tampered(path, part["path"])
    data = file.read(part["path"])
    if hashlib.sha256(data).hexdigest() != part["sha256"]:
        raise _tampered(path, part["path"])
    try:
        table = pq.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        raise _tampered(path, part["path"]) from error
    if not table.schema.equals(arrow_schema(name)):
        since, later = LATER.get(name, (0, set()))
        lacking = later if manifest["format"] < since else set()
        if not lacking or set(table.schema.names) != set(arrow_schema(name).names) - lacking:
            raise _tampered(path, part["path"])
        table = _of_earlier_format(table, name)
    others = "office" in table.schema.names and not name.startswith("ref_")
    if others and not pc.all(pc.equal(table["office"], office), min_count=0).as_py():
        raise _tampered(path, part["path"])
    return in_order(_plain(table), name)


def _of_earlier_format(table: pa.Table, name: str) -> pa.Table:
    """A table of the earlier format in today's columns: what they did not tell is null; a backlog
    judged by what was learnt later is not told at all.
    """
    schema = arrow_schema(name)
    if name == "backlog":
        return schema.empty_table()
    nothing = {c: pa.nulls(len(table), schema.field(c).type) for c in LATER[name][1]}
    for column, values in nothing.items():
        table = table.append_column(column, values)
    return table.select(schema.names).cast(schema)


def _plain(table: pa.Table) -> pa.Table:
    """The table without control characters in its words: sheets and papers cannot hold them."""
    for at, field in enumerate(table.schema):
        if not pa.types.is_string(field.type):
            continue
        if pc.any(pc.match_substring_regex(table[at], IN_SQL), min_count=0).as_py():
            clean = pc.replace_substring_regex(table[at], IN_SQL, "")
            table = table.set_column(at, field, clean)
    return table


def _tampered(path: Path, part: str) -> Refused:
    return Refused(
        _(
            "Isi {file} tidak sama dengan yang dibuat kantor pengirim (bagian {part}); "
            "minta kantor mengirim ulang rekapnya."
        ).format(file=path.name, part=part)
    )
