"""Checks, loads and undoes for the upload page, in a process of its own that the page survives.

The page tells one request (`dashboard.loading.ready`); the process answers one JSON object a line
on standard output: `{"progress": …}` while it works, `{"result": …}` a file in the shape that
`monev load --format json` prints, `{"note": …}`, `{"undone": …}`, or `{"error": …}`; of a check
also `{"outline": …}` (`etl.recognising.outline`) and `{"rows": …}` (`etl.checking.row_outcomes`).
The reader's name, role and offices go along, so that rows of other offices are rejected and the
audit table names who it was: what the bare command line has no options for.
"""

import csv
import gc
import json
import shutil
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.frame.turns import PAGES
from dashboard.loading import ready
from etl import words
from etl.doors import stand_at
from etl.error_log import unexpected
from etl.errors import MonevError, Refused
from etl.jsonlines import put_json
from etl.reading import limits
from etl.sheets.survey_parts import unknown_word
from etl.store.gate import Gate
from etl.store.rights import Rights
from etl.words import _
from metrics.publishing.opening import open_store, publish_or_say

if TYPE_CHECKING:
    from dashboard.frame.view import View
    from etl.store.results import LoadResult
    from etl.store.store import Store
    from metrics.asking.snapshot import Snapshot

DEEDS = frozenset({"check", "load", "undo"})
PREFIX = "monev-unggah-"
KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True)
class Request:
    """What is asked of the process: `do` is "check", "load" or "undo".

    `offices` limits whose rows are taken (None: all); `details` holds kind, office, period,
    service, rule and mode as far as given. `learn`: remember the mapping of a load under this key.
    `place`: the office in view, for files that name none.
    """

    do: str
    store: str
    who: str = ""
    role: str = "admin"
    language: str = "id"
    offices: tuple[str, ...] | None = None
    path: str = ""
    mapping: str = ""
    rejects: str = ""
    details: dict[str, str] = field(default_factory=dict)
    batch: int = 0
    learn: str = ""
    place: str = ""


@dataclass(frozen=True)
class Answer:
    """What came back: results of files, or one sentence of refusal; plain JSON values only.

    `needs`: the details that a refusal asks for, as `etl.errors.Refused` names them; `readings`:
    the ways to read a sheet that fits several (`etl.sheets.survey_readings`). `used`: office and
    period as the check took them from the place in view or the file's title. `figures`: what the
    file by itself will give. `names`: own permit names that no list has, with proposals.
    `words`: answers to a survey that no scale has.
    """

    results: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    undone: dict[str, Any] | None = None
    error: str = ""
    outline: dict[str, Any] | None = None
    rows: list[dict[str, Any]] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    readings: list[dict[str, Any]] = field(default_factory=list)
    used: dict[str, str] = field(default_factory=dict)
    figures: list[dict[str, Any]] = field(default_factory=list)
    names: list[dict[str, Any]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def rejects(self) -> list[dict[str, Any]]:
        """The rejected cells of all files."""
        return [r for result in self.results for r in result["rejects"]]

    @property
    def repeated(self) -> list[int]:
        """Batches that hold the same file already, of a check."""
        return [r["batch"] for r in self.results if r["batch"] is not None]


def asked_by(view: "View", do: str, **more: Any) -> Request:
    """A request in the name, role, language and offices of the reader in view; `more` fields go
    before these.
    """
    offices = view.scope.offices
    reader: dict[str, Any] = {
        "who": view.who,
        "role": view.scope.role,
        "language": view.language,
        "offices": None if offices is None else tuple(sorted(offices)),
    }
    return Request(do, str(view.store.resolve()), **(reader | more))


def load_rows(
    view: "View",
    kind: str,
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    tell: Callable[[str], Any] = lambda _text: None,
    **more: Any,
) -> Answer:
    """Load rows made on a page as a file `name`.csv of `kind`; `more` as in `asked_by`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(columns)
            out.writerows(rows)
        return ask(asked_by(view, "load", path=str(path), details={"kind": kind}, **more), tell)


def ask(request: Request, tell: Callable[[str], Any] = lambda _text: None) -> Answer:
    """Run the request in a process of its own; `tell` hears what it is doing."""
    ended: list[int] = []

    def heard(lines: Iterable[str]) -> Iterator[str]:
        for line in lines:
            if line.startswith(ready.ENDED):
                ended.append(int(line.removeprefix(ready.ENDED)))
            else:
                yield line

    with PAGES.aside(), ready.told(asdict(request)) as lines:
        answer = gathered(heard(lines), tell)
    if answer.error or ended == [0] or (ended and answer.notes):
        return answer
    return Answer(error=_beyond_caps() if request.do == "check" else _stopped())


def _stopped() -> str:
    return _("Pekerjaan terhenti sebelum selesai; coba lagi.")


def _beyond_caps() -> str:
    return _(
        "Berkas ini tidak dapat diperiksa dalam batas memori dan waktu; pecah menjadi "
        "beberapa berkas atau simpan ulang."
    )


def gathered(lines: Iterable[str], tell: Callable[[str], Any]) -> Answer:
    """The answer in the lines of the process."""
    results: list[dict[str, Any]] = []
    notes: list[str] = []
    undone, error, outline = None, "", None
    rows: list[dict[str, Any]] = []
    needs: list[str] = []
    more: dict[str, Any] = {}
    for line in lines:
        said = json.loads(line)
        if key := next((k for k in ("used", "figures", "names", "words") if k in said), ""):
            more[key] = said[key]
        elif "progress" in said:
            tell(said["progress"])
        elif "result" in said:
            results.append(said["result"])
        elif "note" in said:
            notes.append(said["note"])
        elif "undone" in said:
            undone = said["undone"]
        elif "outline" in said:
            outline = said["outline"]
        elif "rows" in said:
            rows = said["rows"]
        else:
            error, needs = said["error"], said.get("needs", [])
            more["readings"] = said.get("readings", [])
    return Answer(results, notes, undone, error, outline, rows, needs, **more)


def new_folder() -> Path:
    """A folder for one upload; those left behind by closed windows go after a day."""
    home = Path(tempfile.gettempdir())
    for old in home.glob(f"{PREFIX}*"):
        if old.is_dir() and time.time() - old.stat().st_mtime > KEPT_SECONDS:
            shutil.rmtree(old, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=PREFIX))


def keep(folder: Path, name: str, answer: Answer) -> None:
    """Write an answer beside the upload, so that no session carries it."""
    text = json.dumps(asdict(answer), ensure_ascii=False)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")


def kept(folder: Path, name: str) -> Answer | None:
    """The answer kept under `name`; None where there is none."""
    place = folder / f"{name}.json"
    return Answer(**json.loads(place.read_text(encoding="utf-8"))) if place.exists() else None


def serve(request: Request) -> int:
    """Do what is asked and say it on standard output; the exit code of `monev`."""
    words.use(request.language)
    results: list[LoadResult] = []
    stand_at("page")
    try:
        role, offices = entitled(request)
        store = open_store(request.store, request.who or None, role, offices)
        if request.do not in DEEDS:
            raise Refused(_("Permintaan ini tidak dikenal; muat ulang halamannya."))
        if request.do == "undo":
            put_json({"undone": store.undo(request.batch).to_json()})
        else:
            results = _load(store, request)
    except MonevError as error:
        needs = list(error.needs) if isinstance(error, Refused) else []
        readings = [r.to_json() for r in getattr(error, "readings", ())]
        said = {"error": " ".join(str(error).split()), "needs": needs, "readings": readings}
        if words_of := list(getattr(error, "words", ())):
            put_json({"words": words_of})
        put_json(said)
        return error.exit_code
    except Exception as error:
        put_json({"error": unexpected(error, Path(request.store))})
        return 3
    if request.do == "check":
        reason = unknown_word()
        strange = {r.value for result in results for r in result.rejects if r.reason == reason}
        put_json({"words": sorted(str(word) for word in strange)})
        _put_results(results, None)
        return 0
    code = _publish(store)
    if request.do == "load":
        from metrics.asking.snapshot import open_snapshot

        _put_results(results, open_snapshot(store.folder))
    return code


def entitled(request: Request) -> tuple[str, frozenset[str] | None]:
    """The role and offices (None: all) that a request is carried out with.

    Where people sign in they are those of the grant in force now, never wider than it, whatever
    the request says of itself; where nobody does, this machine's user is who the request names.
    """
    from dashboard.frame import access, sign_in

    said = None if request.offices is None else frozenset(request.offices)
    if not sign_in.configured():
        return request.role, said
    scope = access.scope_of(Path(request.store), request.who)
    return scope.role, Rights(scope.role, scope.offices).narrowed(said)


def _put_results(results: "Sequence[LoadResult]", snapshot: "Snapshot | None") -> None:
    from metrics.asking.feeds import feeds, told

    for result in results:
        sentence = feeds(result, snapshot).sentence(snapshot is None)
        first = next((f.first for f in result.filled if f.first), None)
        last = next((f.last for f in result.filled if f.last), None)
        offices = sorted({o for f in result.filled for o in f.offices})
        place = {"offices": offices, "first": first, "last": last}
        put_json({"result": told(result, snapshot) | {"feeding": sentence, "place": place}})


def _load(store: "Store", request: Request) -> "list[LoadResult]":
    from dashboard.loading.upload_check import check
    from etl.loads import LoadOptions

    given: dict[str, Any] = {k: v for k, v in request.details.items() if v}
    options = LoadOptions(
        mapping=Path(request.mapping) if request.mapping else None,
        scope_offices=store.rights.offices,
        **given,
    )
    rejects = Path(request.rejects) if request.rejects else None
    path = Path(request.path)
    if request.do == "check":
        results = check(store, path, options, _tell, rejects, request.place)
    else:
        results = store.load(path, options, _tell, False, rejects)
        if request.learn and options.mapping:
            text = options.mapping.read_text(encoding="utf-8")
            kind = tomllib.loads(text)["kind"]
            Gate(store.folder, store.by, store.rights).remember_mapping(request.learn, kind, text)
    return results


def _tell(text: str) -> None:
    put_json({"progress": text})
    sys.stdout.flush()


def _publish(store: "Store") -> int:
    _tell(_("Memperbarui angka"))
    said = publish_or_say(store, lambda _text: None)
    if said:
        put_json({"note": said})
    return 3 if said else 0


def answered(wanted: dict[str, Any]) -> int:
    """Answer one request, as `Request` spells it, on standard output; the exit code."""
    offices = wanted.pop("offices")
    if wanted["do"] == "check":  # the file is opened in this very process
        limits.hold(Path(wanted["path"]), times=3)
        gc.disable()  # it ends with its answer: looking for rings among a sheet's cells is no use
    return serve(Request(**wanted, offices=None if offices is None else tuple(offices)))
