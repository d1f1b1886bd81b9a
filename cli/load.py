"""Loads the paths of one command line: what a refused file does not stop, and what is said."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cli.console import note, put_table, say_error, working
from etl.errors import MonevError, Refused, StoreBusy, StoreDamaged
from etl.jsonlines import put_json
from etl.loads import LoadOptions
from etl.store.results import LoadResult
from etl.store.store import Store
from etl.words import _, counted

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

SHOWN = 20  # rejected cells shown to people; scripts and --rejects get all


@dataclass
class LoadRun:
    """One `monev load`: every file by itself, the highest exit code for the whole."""

    store: Store
    options: LoadOptions
    dry_run: bool = False
    rejects: Path | None = None
    as_json: bool = False
    code: int = 0
    several: bool = False
    results: list[LoadResult] = field(default_factory=list, repr=False)
    _written: int = field(default=0, repr=False)

    @staticmethod
    def files(paths: Sequence[Path]) -> list[Path]:
        """The files meant: a folder stands for the files in and below it, hidden ones apart."""
        return _files(paths)

    def load(self, files: Sequence[Path]) -> int:
        """Load each file by itself; the exit code.

        A file that was refused is tried once more after others went in: the list of offices may
        have come after what needs it.
        """
        files = list(files)
        self.several = len(files) > 1
        while files:
            refused: list[tuple[Path, MonevError]] = []
            loaded = 0
            for path in files:
                error = self._one(path)
                if error is None:
                    loaded += 1
                elif isinstance(error, StoreBusy | StoreDamaged):
                    self._say(path, error)
                    return self.code
                else:
                    refused.append((path, error))
            again = [path for path, error in refused if loaded and isinstance(error, Refused)]
            if self.dry_run or not again:
                for path, error in refused:
                    self._say(path, error)
                return self.code
            files = again
        return self.code

    def _one(self, path: Path) -> MonevError | None:
        """Load one file and say what it became; the error for people when it was refused."""
        try:
            with working(_("Memuat {file}").format(file=path.name)) as tell:
                results = self.store.load(
                    path, self.options, tell, self.dry_run, self._rejects_file()
                )
        except MonevError as error:
            return error
        if any(r.total.rejected for r in results):
            self._written += 1
            self.code = max(self.code, 1)
        self.results += results
        if not self.as_json:
            for result in results:
                self._tell(result)
        return None

    def close(self, snapshot: "Snapshot | None") -> None:
        """Say of every file what it feeds, by what is published (None: a trial)."""
        from metrics.asking.feeds import feeds, told

        for result in self.results:
            if self.as_json:
                put_json(told(result, snapshot))
            elif said := feeds(result, snapshot).sentence(snapshot is None):
                print(f"{result.file}: {said}" if self.several else said)

    def _rejects_file(self) -> Path | None:
        """The workbook for rejected rows; each further file with rejects gets one of its own."""
        if self.rejects is None or not self._written:
            return self.rejects
        return self.rejects.with_stem(f"{self.rejects.stem}-{self._written + 1}")

    def _say(self, path: Path, error: MonevError) -> None:
        self.code = max(self.code, error.exit_code)
        if self.several and self.as_json:
            put_json({"error": " ".join(str(error).split()), "file": path.name})
        else:
            say_error(f"{path.name}: {error}" if self.several else str(error), self.as_json)

    def _tell(self, result: LoadResult) -> None:
        head = (
            _("Percobaan")
            if result.batch is None
            else _("Muatan {batch}").format(batch=result.batch)
        )
        for kind, counts in result.counts.items():
            print(
                _(
                    "{head} · {file} · {kind}: dibaca {read}, diterima {accepted}, "
                    "ditolak {rejected}, tidak berubah {unchanged}"
                ).format(head=head, file=result.file, kind=kind, **counts.to_json())
            )
        if result.basis:
            note(result.basis)
        if result.rejects:
            headings = {
                "sheet": _("Lembar"),
                "row": _("Baris"),
                "column": _("Kolom"),
                "value": _("Isi"),
                "reason": _("Sebab"),
            }
            put_table(headings, [r.to_json() for r in result.rejects[:SHOWN]])
        if len(result.rejects) > SHOWN:
            more = len(result.rejects) - SHOWN
            said = counted("… dan {n} sel lagi; tulis semuanya dengan --rejects BERKAS.xlsx.", more)
            note(said.format(n=more))
        for text in result.notes:
            note(text)


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files meant: a folder stands for the files in and below it, hidden ones apart."""
    files: list[Path] = []
    for path in paths:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(
            p
            for p in path.rglob("*")
            if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts)
        )
        if not inside:
            raise Refused(_("Folder {folder} tidak memuat berkas.").format(folder=path))
        files += inside
    return files
