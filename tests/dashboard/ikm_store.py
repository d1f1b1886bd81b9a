"""A small store of surveys made from workbooks, for the IKM page, its papers and the browser."""

from pathlib import Path

import numpy as np
from openpyxl import Workbook

from etl.loads import LoadOptions
from etl.store.store import Store
from metrics.asking.snapshot import Snapshot, open_snapshot
from metrics.publishing.publish import publish

OFFICE = "61.09"
U9 = [f"U{i}" for i in range(1, 10)]
HEADS = ["No", "Jenis kelamin", "Pendidikan", *U9, "Saran"]


def people(n: int, mean: float, seed: int) -> list[list[object]]:
    """Respondents whose answers hang together, with a blank now and then."""
    draw = np.random.default_rng(seed)
    mood = draw.normal(mean, 0.5, size=(n, 1))
    scores = np.clip(np.rint(mood + draw.normal(0, 0.6, size=(n, 9))), 1, 4).astype(int)
    rows: list[list[object]] = []
    for i, own in enumerate(scores, 1):
        answers: list[object] = [int(s) for s in own]
        if i % 11 == 0:
            answers[i % 9] = None
        rows.append([i, "LP"[i % 2], ("SMA", "S1", "Diploma")[i % 3], *answers, f"antre {i} jam"])
    return rows


def survey_file(path: Path, rows: list[list[object]]) -> Path:
    """A worksheet of respondents."""
    book = Workbook()
    for row in [HEADS, *rows]:
        book.active.append(row)
    book.save(path)
    return path


def offices_file(path: Path) -> Path:
    """The list of offices: one."""
    path.write_text("office_code,name,region_kind\n61.09,DPMPTSP Kabupaten Sekadau,kabupaten\n")
    return path


def survey_store(folder: Path) -> Snapshot:
    """A store with two periods, the second of two services, published."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store(folder / "store")
    store.load(offices_file(folder / "kantor.csv"), LoadOptions(kind="offices"))
    surveys = [("2019-S1", "", 49, 2.9), ("2019-S2", "IMB", 60, 3.2), ("2019-S2", "SIUP", 40, 3.4)]
    for seed, (period, service, n, mean) in enumerate(surveys):
        path = survey_file(folder / f"skm{seed}.xlsx", people(n, mean, seed))
        store.load(path, LoadOptions(office=OFFICE, period=period, service=service or None))
    publish(store)
    return open_snapshot(folder / "store")
