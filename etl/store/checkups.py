"""What the doctor looks at, one function a thing; each writes down what it finds and mends."""

import hashlib
import json
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from etl import clock as clocks
from etl.errors import PublishedDamaged, StoreDamaged
from etl.paths import FACTS
from etl.store import soundness
from etl.store.connection import way_out
from etl.store.findings import Examination
from etl.store.journal import standing
from etl.store.marking import mark_faults, mark_where_unreadable
from etl.store.published import BOOK, FOLDER, faults, read_manifest
from etl.store.recaps import FOLDER as RECAPS
from etl.store.store import Store
from etl.words import _, counted

LEAST_FREE_MB = 500
SECRET = ("archive", RECAPS, "keys")


def disk(store: Store, said: Examination) -> None:
    """Free space where the store lies."""
    free = shutil.disk_usage(store.folder).free // (1024 * 1024)
    if free < LEAST_FREE_MB:
        text = _("Ruang cakram tinggal {n} MB.").format(n=free)
        said.add("warning", _("cakram"), text, _("kosongkan cakram sebelum memuat data"))
    else:
        said.add("ok", _("cakram"), _("Ruang bebas {n} MB.").format(n=free))


def writable(store: Store, said: Examination) -> bool:
    """Whether the folder takes a file; also tightens folders that others may read."""
    probe = store.folder / "doctor.probe"
    try:
        probe.touch()
        probe.unlink()
        _close_folders(store, said)
    except OSError as error:
        said.add(
            "damaged",
            str(store.folder),
            _("Folder penyimpanan tidak dapat ditulis ({why}).").format(why=error.strerror),
            _("kosongkan cakram, atau perbaiki izin folder dan pasang cakramnya untuk ditulis"),
        )
        return False
    return True


def _close_folders(store: Store, said: Examination) -> None:
    opened = [
        folder
        for folder in (store.folder, *(store.folder / name for name in SECRET))
        if folder.exists() and folder.stat().st_mode & 0o077
    ]
    for folder in opened:
        os.chmod(folder, 0o700)
    if opened:
        said.healed(
            _("izin"), counted("Izin {n} folder diperketat.", len(opened)).format(n=len(opened))
        )


def facts(con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Read every block of the facts and hold current rows against history."""
    unsound = soundness.check(con)
    for text in unsound:
        said.add("damaged", FACTS, text, way_out())
    if not unsound:
        said.add("ok", FACTS, _("Terbaca seluruhnya; data kini sesuai riwayatnya."))


def clock(con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Whether this machine's clock lies before the last load."""
    row = con.execute("SELECT max(greatest(loaded_at, undone_at)) FROM facts.batches").fetchone()
    last = row[0] if row else None
    if last is not None and datetime.now() < last - timedelta(days=1):
        said.add(
            "warning",
            _("jam"),
            _("Jam mesin ({now}) lebih awal daripada muatan terakhir ({last}).").format(
                now=f"{datetime.now():%Y-%m-%d %H:%M}", last=f"{last:%Y-%m-%d %H:%M}"
            ),
            _("betulkan jam mesin; tanggal sesudah hari ini ditolak saat memuat"),
        )


def clock_can_be_right(said: Examination) -> bool:
    """Whether the clock shows a day that this program can live on."""
    try:
        clocks.check()
    except StoreDamaged as error:
        said.add("damaged", _("jam"), str(error), _("betulkan jam mesin (misalnya dengan NTP)"))
        return False
    return True


def remake(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Mark offices whose published files are not what the manifest says."""
    if mark_where_unreadable(store.folder, con):
        said.healed(FOLDER, _("Penunjuk terbitan rusak; semua kantor dihitung ulang."))
        return
    found = mark_faults(store.folder, con)
    if found:
        names = [_("daftar muatan") if owner == BOOK else owner for owner in found]
        said.healed(
            FOLDER,
            _("Berkas terbitan {offices} hilang atau berubah; dihitung ulang.").format(
                offices=", ".join(names)
            ),
        )


def leftovers(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Remove what killed loads left: half copies, recaps that no batch names."""
    named = {row[0] for row in con.execute("SELECT DISTINCT path FROM facts.recaps").fetchall()}
    gone = [
        p for place in ("archive", RECAPS, "keys") for p in store.folder.glob(f"{place}/*.part")
    ]
    gone += [p for p in store.folder.glob(f"{RECAPS}/*.zip") if f"{RECAPS}/{p.name}" not in named]
    gone += [*store.folder.glob("facts.new*"), *store.folder.glob(f"{FOLDER}/*.draft")]
    gone += [*store.folder.glob(f"{FOLDER}/*.damaged")]
    for path in gone:
        path.unlink(missing_ok=True)
    if gone:
        said.healed(
            _("sisa"),
            counted("{n} berkas sisa muatan yang terputus dihapus.", len(gone)).format(n=len(gone)),
        )


def recap_files(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Recaps in effect that are missing or not what was sent."""
    rows = con.execute("SELECT DISTINCT path FROM facts.recaps ORDER BY path").fetchall()
    for (path,) in rows:
        if not _named_by_hash(store.folder / path):
            said.add(
                "damaged",
                path,
                _("Rekap ini hilang atau berubah."),
                _("minta dan muat lagi dari kantornya, atau pulihkan dari cadangan"),
            )


def sources(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Archived sources that are missing or altered; closes those that others may read."""
    files = list(store.archive.folder.glob("*"))
    opened = [p for p in files if p.stat().st_mode & 0o077]
    for path in opened:
        os.chmod(path, 0o600)
    if opened:
        said.healed(
            "archive",
            counted("Izin {n} berkas arsip diperketat.", len(opened)).format(n=len(opened)),
        )
    sound = {p.name[:64] for p in files if _named_by_hash(p)}
    wanted = con.execute(
        "SELECT batch, file, source FROM facts.batches WHERE source IS NOT NULL ORDER BY batch"
    ).fetchall()
    missing = [f"{batch} ({file})" for batch, file, sha in wanted if sha not in sound]
    if missing:
        said.add(
            "damaged",
            "archive",
            _("Berkas sumber muatan {list} hilang atau berubah.").format(list=", ".join(missing)),
            _("pulihkan folder archive dari cadangan; angka tidak terpengaruh"),
        )
    elif store.limits.archive:
        said.add("ok", "archive", _("Semua berkas sumber ada."))
    else:
        said.add("ok", "archive", _("Arsip dimatikan (MONEV_ARCHIVE)."))


def _named_by_hash(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == path.name[:64]
    except OSError:
        return False


def journal(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Whether the journal tells of every load whose source is kept, as it was written."""
    if not store.limits.archive:
        return
    way = _("pulihkan berkas itu dari cadangan; angka tidak terpengaruh")
    try:
        lines = standing(store.journal.lines())
    except (StoreDamaged, IndexError) as error:
        said.add("damaged", store.journal.path.name, str(error), way)
        return
    told = {batch for line in lines for batch in line.get("batches", ())}
    rows = con.execute("SELECT batch FROM facts.batches WHERE source IS NOT NULL").fetchall()
    missing = sorted(batch for (batch,) in rows if batch not in told)
    if missing:
        said.add(
            "warning",
            store.journal.path.name,
            _("Jurnal tidak memuat muatan {list}; monev rebuild tidak dapat mengulangnya.").format(
                list=", ".join(map(str, missing[:10]))
            ),
            way,
        )


def keys(store: Store, con: duckdb.DuckDBPyConnection, said: Examination) -> None:
    """Signing keys that are open to others or cannot be a key."""
    for path in sorted(store.folder.glob("keys/*.key")):
        if path.stat().st_mode & 0o077:
            os.chmod(path, 0o600)
            said.healed("keys", _("Izin {file} diperketat.").format(file=path.name))
        text = path.read_bytes()
        begin = b"-----BEGIN PRIVATE KEY-----"  # pragma: allowlist secret
        if not (text.startswith(begin) and text.rstrip().endswith(b"-")):
            said.add(
                "damaged",
                f"keys/{path.name}",
                _("Kunci tanda tangan ini rusak."),
                _("pulihkan dari cadangan, atau hapus lalu buat yang baru: monev recap key"),
            )


def published(store: Store, said: Examination) -> None:
    """Hold every published file against the manifest; remove sets that no manifest names."""
    root = store.folder / FOLDER
    try:
        manifest = read_manifest(store.folder)
        bad = faults(store.folder, manifest) if manifest else []
    except PublishedDamaged as error:
        said.add("damaged", FOLDER, str(error), way_out())
        return
    if bad:
        said.add(
            "damaged",
            FOLDER,
            _("Berkas terbitan {offices} hilang atau berubah.").format(offices=", ".join(bad)),
            way_out(),
        )
        return
    if manifest is None:
        return
    _sweep(root, said)
    said.add(
        "ok",
        FOLDER,
        counted("{n} kantor terbit.", len(manifest["offices"])).format(n=len(manifest["offices"])),
    )


def _sweep(root: Path, said: Examination) -> None:
    named: set[str] = set()
    for path in root.glob("manifest-*.json"):
        try:
            content = json.loads(path.read_text("utf-8"))
            named |= {e["path"] for e in content["offices"].values()} | {content["store"]["path"]}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            path.unlink()
            said.healed(FOLDER, _("Manifes rusak {file} dihapus.").format(file=path.name))
    orphans = [
        p for p in root.glob("*/*") if p.is_dir() and f"{p.parent.name}/{p.name}" not in named
    ]
    for folder in orphans:
        shutil.rmtree(folder)
    if orphans:
        said.healed(
            FOLDER,
            counted("{n} terbitan yang tidak dipakai lagi dihapus.", len(orphans)).format(
                n=len(orphans)
            ),
        )


def operations(store: Store, said: Examination) -> None:
    """Whether the operational records can be read, and whether all of the audit is in them."""
    if (store.folder / "audit.missed").exists():
        said.add(
            "warning",
            "audit.missed",
            _("Sebagian catatan audit hanya ada di berkas ini."),
            _("simpan berkas ini bersama catatan audit, lalu pindahkan"),
        )
    name = store.operations.path.name
    fault = store.operations.integrity()
    if not fault and store.exists and not store.operations.audited(limit=1):
        fault = _("catatan auditnya hilang")
    if fault:
        said.add(
            "damaged",
            name,
            _("Catatan operasional tidak terbaca ({why}).").format(why=fault),
            _("pulihkan dari cadangan; angka tidak terpengaruh, catatan audit terputus"),
        )
    else:
        said.add("ok", name, _("Utuh."))
