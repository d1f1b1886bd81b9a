"""Looks a store over: heals what is safe, says what it did, and what a person must do."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Literal

import duckdb

from etl.errors import MonevError, StoreDamaged
from etl.store import soundness
from etl.store.connection import translated
from etl.store.recaps import FOLDER as RECAPS
from etl.store.store import Store
from etl.words import _

Level = Literal["ok", "healed", "warning", "damaged"]
PARTS = ("monev-ptsp", "duckdb", "ibis-framework", "pyarrow", "pandas", "streamlit")
LEAST_FREE_MB = 500


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `level` says how it stands, `text` what it is and what to do."""

    level: Level
    about: str
    text: str

    def to_json(self) -> dict[str, Any]:
        """The three parts by name."""
        return {"level": self.level, "about": self.about, "text": self.text}


@dataclass
class Examination:
    """Everything that was found in a store."""

    findings: list[Finding] = field(default_factory=list)

    def add(self, level: Level, about: str, text: str) -> None:
        """Write down one finding."""
        self.findings.append(Finding(level, about, text))

    @property
    def state(self) -> Level:
        """The gravest level found."""
        order: tuple[Level, ...] = ("damaged", "warning", "healed", "ok")
        return next((s for s in order if any(f.level == s for f in self.findings)), "ok")

    @property
    def exit_code(self) -> int:
        """3 when something is damaged, else 0."""
        return 3 if self.state == "damaged" else 0


def examine(store: Store, publish: Callable[[Store], object]) -> Examination:
    """Examine `store`; `publish` counts again and publishes the offices that are marked.

    Raises `StoreBusy` when another process writes; damage is a finding, not an error.
    """
    said = Examination()
    _parts(said)
    if not store.folder.exists() or not store.exists:
        said.add("ok", _("penyimpanan"), _("Belum ada data; muat berkas dengan monev load."))
        return said
    _disk(store, said)
    try:
        with store.writer() as con, translated():
            _facts(con, said)
            _remake(store, con, said)
            _leftovers(store, con, said)
            _archive(store, con, said)
    except StoreDamaged as error:
        said.add("damaged", "facts.duckdb", str(error))
        return said
    _publish(store, publish, said)
    _published(store, said)
    _operations(store, said)
    return said


def _parts(said: Examination) -> None:
    found = []
    for name in PARTS:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            said.add("warning", name, _("Bagian ini tidak terpasang; jalankan make setup."))
    said.add("ok", _("bagian"), ", ".join(found))


def _disk(store: Store, said: Examination) -> None:
    free = shutil.disk_usage(store.folder).free // (1024 * 1024)
    if free < LEAST_FREE_MB:
        text = _("Ruang cakram tinggal {n} MB; kosongkan sebelum memuat data.").format(n=free)
        said.add("warning", _("cakram"), text)
    else:
        said.add("ok", _("cakram"), _("Ruang bebas {n} MB.").format(n=free))


def _facts(con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Read every block of the facts and hold current rows against history."""
    unsound = soundness.check(con)
    for text in unsound:
        said.add("damaged", "facts.duckdb", text)
    if not unsound:
        said.add("ok", "facts.duckdb", _("Terbaca seluruhnya; data kini sesuai riwayatnya."))


def _remake(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Mark offices whose published set the manifest names but the disk has not, or cannot read."""
    published = store.folder / "published"
    if not published.exists():
        con.execute(
            "INSERT INTO facts.offices_changed SELECT office_code FROM facts.current_offices "
            "WHERE office_code NOT IN (SELECT office_code FROM facts.offices_changed)"
        )
        return
    manifest = _manifest(published)
    if manifest is None:
        for pointer in published.glob("current.json"):
            pointer.replace(pointer.with_suffix(".damaged"))
        con.execute(
            "INSERT INTO facts.offices_changed SELECT office_code FROM facts.current_offices "
            "UNION SELECT office_code FROM facts.recaps"
        )
        said.add("healed", "published", _("Penunjuk terbitan rusak; semua kantor dihitung ulang."))
        return
    missing = [
        office
        for office, entry in manifest.get("offices", {}).items()
        if not _readable(published / entry["path"])
    ]
    if missing:
        con.execute("INSERT INTO facts.offices_changed SELECT unnest(?)", [missing])
        said.add(
            "healed",
            "published",
            _("Berkas terbitan {offices} hilang atau rusak; dihitung ulang.").format(
                offices=", ".join(missing)
            ),
        )


def _manifest(published: Path) -> dict[str, Any] | None:
    """The manifest in force, {} where nothing was published, None where it cannot be read."""
    pointer = published / "current.json"
    if not pointer.exists():
        return {} if not list(published.glob("manifest-*.json")) else None
    try:
        name = json.loads(pointer.read_text("utf-8"))["manifest"]
        read: dict[str, Any] = json.loads((published / name).read_text("utf-8"))
        return read if all("path" in entry for entry in read["offices"].values()) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _readable(folder: Path) -> bool:
    """Whether a published set is there and every Parquet file in it opens."""
    files = list(folder.rglob("*.parquet"))
    if not files:
        return False
    con = duckdb.connect()
    try:
        for file in files:
            con.execute("SELECT count(*) FROM parquet_metadata(?)", [str(file)])
    except duckdb.Error:
        return False
    finally:
        con.close()
    return True


def _leftovers(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Remove what killed loads left: half copies, recaps that no batch names."""
    named = {row[0] for row in con.execute("SELECT DISTINCT path FROM facts.recaps").fetchall()}
    gone = [*store.folder.glob("archive/*.part"), *store.folder.glob(f"{RECAPS}/*.part")]
    gone += [p for p in store.folder.glob(f"{RECAPS}/*.zip") if f"{RECAPS}/{p.name}" not in named]
    gone += list(store.folder.glob("facts.new*"))
    gone += list(store.folder.glob("published/*.draft"))
    for path in gone:
        path.unlink(missing_ok=True)
    if gone:
        text = _("{n} berkas sisa muatan yang terputus dihapus.").format(n=len(gone))
        said.add("healed", _("sisa"), text)
    for path in sorted(named):
        if not (store.folder / path).exists():
            text = _("Rekap {file} hilang; minta dan muat lagi dari kantornya.").format(file=path)
            said.add("damaged", "recaps", text)


def _archive(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Tell archived sources that are missing, and close those that others may read."""
    kept = {p.name[:64] for p in store.archive.folder.glob("*")}
    opened = [p for p in store.archive.folder.glob("*") if p.stat().st_mode & 0o077]
    for path in opened:
        os.chmod(path, 0o600)
    if opened:
        text = _("Izin {n} berkas arsip diperketat.").format(n=len(opened))
        said.add("healed", "archive", text)
    if not store.limits.archive:
        said.add("ok", "archive", _("Arsip dimatikan (MONEV_ARCHIVE)."))
        return
    missing = [
        f"{batch} ({file})"
        for batch, file, sha in con.execute(
            "SELECT batch, file, source FROM facts.batches "
            "WHERE state = 'live' AND source IS NOT NULL AND NOT sample ORDER BY batch"
        ).fetchall()
        if sha not in kept
    ]
    if missing:
        text = _("Berkas sumber muatan {list} tidak ada di arsip.").format(list=", ".join(missing))
        said.add("warning", "archive", text)
    else:
        said.add("ok", "archive", _("Semua berkas sumber ada."))


def _publish(store: Store, publish: Callable[[Store], object], said: Examination) -> None:
    with store.writer() as con:
        marked = [
            row[0]
            for row in con.execute(
                "SELECT DISTINCT office_code FROM facts.offices_changed"
            ).fetchall()
        ]
    pending = store.needs_publishing
    try:
        publish(store)
    except MonevError as error:
        said.add("warning", "published", str(error))
        return
    if marked or pending:
        text = _("Angka {n} kantor yang belum terbit diterbitkan.").format(n=len(marked))
        said.add("healed", "published", text)


def _published(store: Store, said: Examination) -> None:
    """Remove published sets that no manifest names; say how many offices stand."""
    published = store.folder / "published"
    manifest = _manifest(published)
    if manifest is None:
        said.add("damaged", "published", _("Terbitan tidak terbaca; hubungi pengelola aplikasi."))
        return
    named: set[str] = set()
    for path in published.glob("manifest-*.json"):
        try:
            content = json.loads(path.read_text("utf-8"))
        except ValueError:
            path.unlink()
            said.add(
                "healed", "published", _("Manifes rusak {file} dihapus.").format(file=path.name)
            )
            continue
        named |= {e["path"] for e in content["offices"].values()} | {content["store"]["path"]}
    orphans = [
        folder
        for office in published.iterdir()
        if office.is_dir()
        for folder in office.iterdir()
        if folder.is_dir() and f"{office.name}/{folder.name}" not in named
    ]
    for folder in orphans:
        shutil.rmtree(folder)
    if orphans:
        text = _("{n} terbitan yang tidak dipakai lagi dihapus.").format(n=len(orphans))
        said.add("healed", "published", text)
    offices = len(manifest.get("offices", {}))
    said.add("ok", "published", _("{n} kantor terbit.").format(n=offices))


def _operations(store: Store, said: Examination) -> None:
    if (store.folder / "audit.missed").exists():
        text = _("Sebagian catatan audit hanya ada di audit.missed; periksa operations.sqlite.")
        said.add("warning", "operations.sqlite", text)
    fault = store.operations.integrity()
    if fault:
        text = _("Berkas operations.sqlite rusak ({why}); pulihkan dari cadangan.")
        said.add("damaged", "operations.sqlite", text.format(why=fault))
    else:
        said.add("ok", "operations.sqlite", _("Utuh."))
