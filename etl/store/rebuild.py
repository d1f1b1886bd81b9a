"""Builds the facts again from the archived sources, by what the journal says was done."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from etl.errors import MonevError, Refused, StoreDamaged
from etl.paths import FACTS
from etl.store import purge
from etl.store.backup import sound
from etl.store.journal import options_of, standing
from etl.store.lock import write_lock
from etl.store.store import Store
from etl.store.swap import STAGING, put_in_place
from etl.words import _

Progress = Callable[[str], None]
Line = Mapping[str, Any]


@dataclass(frozen=True)
class Rebuilt:
    """What was built: the number of batches, and of those that are undone again."""

    batches: int
    undone: int

    def to_json(self) -> dict[str, Any]:
        """The two numbers by name."""
        return {"batches": self.batches, "undone": self.undone}


def rebuild(store: Store, progress: Progress | None = None, anew: bool = False) -> Rebuilt:
    """Load every archived source again in its order, undo what was undone, and put that in place.

    Sound facts are replaced only with `anew`; what lay there before is kept in `rusak-…`. Nothing
    is published; the caller does it. Raises `Refused` where a source is missing or the journal
    does not reach back to the first batch; then nothing changed.
    """
    tell = progress or (lambda _text: None)
    with write_lock(store.folder, store.limits.lock_seconds):
        if not anew and sound(store):
            raise Refused(
                _("Data di {folder} utuh; tidak ada yang perlu disusun ulang.").format(
                    folder=store.folder
                )
            )
        lines = standing(store.journal.lines())
        _complete(store, lines)
        staging = store.folder / STAGING
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(mode=0o700)
        made = _replayed(store, lines, staging / "baru", staging / "sumber", tell)
        for name in (FACTS, "recaps"):
            if (staging / "baru" / name).exists():
                shutil.move(staging / "baru" / name, staging / name)
        shutil.rmtree(staging / "baru")
        shutil.rmtree(staging / "sumber", ignore_errors=True)
        put_in_place(store.folder, staging)
    store._audit("rebuild", **made.to_json())
    return made


def _complete(store: Store, lines: list[Line]) -> None:
    """Refuse where not everything that was loaded can be loaded again."""
    loads = [line for line in lines if line["do"] in ("load", "nil")]
    if not loads:
        raise Refused(
            _("Arsip {folder} tidak memuat catatan muatan; pulihkan dari cadangan.").format(
                folder=store.archive.folder
            )
        )
    known = [number for line in loads for number in line["batches"]]
    if sorted(known) != list(range(1, len(known) + 1)):
        raise Refused(
            _("Catatan muatan di arsip tidak lengkap; pulihkan dari cadangan (monev restore).")
        )
    lacking = [
        f"{min(line['batches'])} ({line['name']})"
        for line in loads
        if line["do"] == "load" and not (line["sha256"] and store.archive.sound(line["sha256"]))
    ]
    if lacking:
        raise Refused(
            _(
                "Berkas sumber muatan {list} tidak ada di arsip atau berubah; pulihkan dari "
                "cadangan (monev restore)."
            ).format(list=", ".join(lacking))
        )


def _replayed(
    store: Store, lines: list[Line], folder: Path, scratch: Path, tell: Progress
) -> Rebuilt:
    limits = store.limits.model_copy(update={"archive": False})
    made = Store(folder, store.by, "admin", store.check_recap, limits)
    scratch.mkdir()
    batches = undone = 0
    for number, line in enumerate(lines, 1):
        tell(_("Menyusun ulang {n} dari {all}").format(n=number, all=len(lines)))
        try:
            _replay(store, made, line, scratch)
        except MonevError as error:
            raise StoreDamaged(
                _("Muatan {batch} tidak dapat diulang ({why}); pulihkan dari cadangan.").format(
                    batch=line.get("batches") or line.get("batch") or line["do"], why=error
                )
            ) from error
        batches += len(line.get("batches", ()))
        undone += line["do"] == "undo"
    return Rebuilt(batches, undone)


def _replay(store: Store, made: Store, line: Line, scratch: Path) -> None:
    """Do once more what a line tells, and enter it under its old name, day and numbers."""
    at, made.by = datetime.fromisoformat(line["at"]), line["by"]
    match line["do"]:
        case "load":
            source = store.archive.find(line["sha256"])
            assert source is not None
            named = scratch / str(line["batches"][0]) / Path(line["name"]).name
            named.parent.mkdir()
            shutil.copyfile(source, named)
            made.taught = line.get("words", store.operations.answer_words())
            results = made.load(named, options_of(line["options"], named.parent))
            told = [r.batch for r in results if not r.repeated]
            shutil.rmtree(named.parent)
        case "nil":
            told = [made.nil(line["kind"], line["office"], line["month"]).batch]
        case "undo":
            made.undo(line["batch"])
            _enter(made, "undone_at = ?", [at, line["batch"]])
            return
        case "trust":
            made.trust(line["office"], line["key"])
            return
        case "purge" if line["what"] != "archive":
            purge.erase(made, line["what"], datetime.fromisoformat(line["before"]))
            return
        case _other:
            return
    if told != list(line["batches"]):
        raise StoreDamaged(_("nomornya kini {new}").format(new=told))
    for batch in told:
        values = [at, line["by"], line.get("sha256"), batch]
        _enter(made, "loaded_at = ?, loaded_by = ?, source = ?", values)


def _enter(made: Store, what: str, values: list[Any]) -> None:
    with made.writer() as con:
        con.execute(f"UPDATE facts.batches SET {what} WHERE batch = ?", values)
