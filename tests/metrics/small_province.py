"""A small made-up province as rows of every record kind, and stores loaded from them."""

import atexit
import csv
import random
import shutil
import tempfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

from etl.loads import LoadOptions
from etl.schema import elements
from etl.store.store import Store
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.publishing.publish import publish
from metrics.publishing.recap_check import check_recap

OFFICES = ("32.01", "32.14", "32.71")
TYPES = ("SIUP", "IMB", "REKLAME")
TODAY = date(2026, 1, 31)
Rows = list[dict[str, object]]
ELEMENTS = tuple(e.slug for e in elements() if e.rule == "2017")


def reference() -> dict[str, Rows]:
    """Offices, permit types, standards and targets that every store of the province holds."""
    names = {"32.01": "Kabupaten Bogor", "32.14": "Kabupaten Purwakarta", "32.71": "Kota Bogor"}
    return {
        "offices": [
            {"office_code": "32", "name": "Provinsi Jawa Barat", "region_kind": "provinsi"},
            *(
                {"office_code": c, "name": n, "region_kind": "kabupaten", "province_code": "32"}
                for c, n in names.items()
            ),
        ],
        "permit_types": [{"permit_type": t, "name": f"Izin {t}"} for t in TYPES],
        "standards": [
            {"office_code": "32", "permit_type": t, "valid_from": "2020-01-01", "working_days": d}
            for t, d in zip(TYPES, (3, 15, 7), strict=True)
        ],
        "targets": [
            {"indicator": "on_time_rate", "office_code": "32", "valid_from": "2020-01-01"}
            | {"value": 0.9}
        ],
    }


def records(seed: int, office: str, cases: int = 60) -> dict[str, Rows]:
    """Applications, stages, payments, complaints and a survey of one office."""
    draw = random.Random(f"{seed}-{office}")
    made: dict[str, Rows] = {k: [] for k in ("applications", "stages", "payments", "complaints")}
    for n in range(cases):
        start = datetime(2025, 1, 2, 8) + timedelta(
            days=draw.randrange(300), hours=draw.randrange(8)
        )
        took = draw.randrange(0, 40)
        end = start + timedelta(days=took)
        decision = draw.choices(["issued", "rejected", "withdrawn", ""], [8, 1, 1, 2])[0]
        no = f"REG-{office}-{n:05d}"
        made["applications"].append(
            {
                "office_code": office,
                "application_no": no,
                "permit_type": draw.choice(TYPES),
                "channel": draw.choice(["loket", "online"]),
                "business_scale": draw.choice(["mikro", "kecil", ""]),
                "bundle_no": f"PKT-{n // 2}" if draw.random() < 0.2 else "",
                "submitted_at": start,
                "decision": decision,
                "decided_at": end if decision else "",
                "issued_at": end if decision == "issued" else "",
            }
        )
        at = start
        for seq, (stage, desk, clock) in enumerate(
            (
                ("pemeriksaan berkas", "front_office", "office"),
                ("perbaikan berkas", "applicant", "applicant"),
                ("penetapan", "back_office", "office"),
            )
        ):
            if desk == "applicant" and draw.random() < 0.6:
                continue
            until = min(end, at + timedelta(days=draw.randrange(0, 9)))
            made["stages"].append(
                {
                    "office_code": office,
                    "application_no": no,
                    "stage": stage,
                    "run_no": 1,
                    "started_at": at,
                    "finished_at": until,
                    "seq": seq,  # else the file's order would tell what came first on one day
                    "desk": desk,
                    "clock": clock,
                }
            )
            at = until
        if draw.random() < 0.5:
            made["payments"].append(
                {
                    "office_code": office,
                    "receipt_no": f"SKRD-{office}-{n:05d}",
                    "application_no": no,
                    "billed_amount": draw.choice([50000, 125000.5, 2000000]),
                    "billed_at": end,
                    "paid_amount": draw.choice([50000, ""]),
                    "method": draw.choice(["tunai", "bank", "qris"]),
                }
            )
            paid = made["payments"][-1]
            paid["paid_at"] = end + timedelta(days=3) if paid["paid_amount"] else ""
        if draw.random() < 0.4:
            answered = start + timedelta(days=draw.randrange(1, 25))
            made["complaints"].append(
                {
                    "office_code": office,
                    "complaint_no": f"ADU-{office}-{n:05d}",
                    "category": draw.choice(["waktu", "biaya", "petugas"]),
                    "channel": draw.choice(["loket", "online"]),
                    "received_at": start,
                    "responded_at": answered if draw.random() < 0.8 else "",
                    "resolved_at": answered + timedelta(days=2) if draw.random() < 0.5 else "",
                }
            )
            if not made["complaints"][-1]["responded_at"]:
                made["complaints"][-1]["resolved_at"] = ""
    made["survey"] = [
        {
            "office_code": office,
            "period": "2025-S1",
            "rule": "2017",
            "respondent_no": n + 1,
            "sex": draw.choice(["L", "P"]),
            "comment": "Pak Budi ramah" if n == 0 else "",
        }
        | {slug: draw.randint(2, 4) for slug in ELEMENTS}
        for n in range(25)
    ]
    return made


def write(rows: Rows, path: Path) -> Path:
    """`rows` as a CSV file."""
    names = list(dict.fromkeys(k for row in rows for k in row))
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, names)
        out.writeheader()
        out.writerows(rows)
    return path


def load(store: Store, kind: str, rows: Rows, name: str) -> int:
    """Load `rows` as one file; the batch's number."""
    path = write(rows, store.folder.parent / f"{store.folder.name}-{name}-{kind}.csv")
    options = LoadOptions(kind=kind, today=TODAY)
    batch = store.load(path, options)[0].batch
    assert batch is not None
    return batch


def new_store(folder: Path) -> Store:
    """A store that holds the references and can take recaps."""
    return _copied(folder, (), _referenced)


def filled(folder: Path, offices: Iterable[str], seed: int = 1) -> Store:
    """A store with the records of `offices`, published."""
    codes = tuple(offices)
    return _copied(folder, (*codes, str(seed)), lambda made: _filled(made, codes, seed))


def _referenced(store: Store) -> None:
    for kind, rows in reference().items():
        load(store, kind, rows, "rujukan")


def _filled(store: Store, offices: Iterable[str], seed: int) -> None:
    _referenced(store)
    for office in offices:
        for kind, rows in records(seed, office).items():
            load(store, kind, rows, office)
    publish(store)


_MADE: dict[tuple[str, ...], Path] = {}


def _copied(folder: Path, key: tuple[str, ...], fill: Callable[[Store], None]) -> Store:
    """The store made once a process and copied for each that asks: making takes seconds."""
    if key not in _MADE:
        home = Path(tempfile.mkdtemp(prefix="monev-province-"))
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        fill(Store(home / "store", by="tes", check_recap=check_recap))
        _MADE[key] = home / "store"
    shutil.copytree(_MADE[key], folder, dirs_exist_ok=True)
    return Store(folder, by="tes", check_recap=check_recap)


def snapshot(store: Store) -> Snapshot:
    """What the store has published."""
    return open_snapshot(store.folder)
