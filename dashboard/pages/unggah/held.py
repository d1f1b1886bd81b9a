"""The files in hand on the upload page: their folders, what was said of each, and their checks."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextvars import copy_context
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.frame.view import View
from dashboard.loading import uploading
from dashboard.loading.uploading import Answer, Request, asked_by
from etl.words import _, counted

FILES, ROUND = "unggah_files", "unggah_round"
AT_ONCE = 2  # files checked at the same time


@dataclass
class Held:
    """One file in hand: where it lies, what a person said of it, and as what it was loaded.

    `details` are kind, office, period, service, rule and mode as said by a person; `hand` is the
    mapping made on screen as TOML, `sent_map` whether a mapping file was sent. `checked` names the
    state that the last check saw.
    """

    folder: Path
    name: str
    details: dict[str, str] = field(default_factory=dict)
    hand: str = ""
    sent_map: bool = False
    checked: str = ""
    loaded: bool = False

    @property
    def path(self) -> Path:
        """The file itself."""
        return next((self.folder / "berkas").iterdir())

    @property
    def mapping(self) -> str:
        """The path of the mapping in force; "" for none."""
        found = sorted((self.folder / "pemetaan").glob("*"))
        return str(found[0]) if found else ""

    def answer(self) -> Answer | None:
        """What the last check found."""
        return uploading.kept(self.folder, "check")

    def state(self, version: int, place: str) -> str:
        """What a check depends on."""
        return repr((sorted(self.details.items()), self.hand, self.sent_map, version, place))

    def put_mapping(self, text: str) -> None:
        """Let this TOML be the mapping in force; "" takes it away."""
        shutil.rmtree(self.folder / "pemetaan", ignore_errors=True)
        if text:
            (self.folder / "pemetaan").mkdir()
            (self.folder / "pemetaan" / "pemetaan.toml").write_text(text, encoding="utf-8")


def in_hand(sent: Sequence[Any]) -> list[Held]:
    """The files sent and not loaded yet; the folders of those taken away are removed."""
    held: dict[str, Held] = st.session_state.setdefault(FILES, {})
    now = {file.file_id: file for file in sent}
    for gone in [key for key in held if key not in now]:
        shutil.rmtree(held.pop(gone).folder, ignore_errors=True)
    for key, file in now.items():
        if key not in held:
            folder = uploading.new_folder()
            _written(folder / "berkas", file)
            held[key] = Held(folder, Path(file.name).name)
    return [held[key] for key in now if not held[key].loaded]


def forget() -> None:
    """Remove all files in hand, and empty the field for others."""
    for one in st.session_state.pop(FILES, {}).values():
        shutil.rmtree(one.folder, ignore_errors=True)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1


def _written(folder: Path, sent: Any) -> None:
    folder.mkdir()
    with (folder / Path(sent.name).name).open("wb") as out:
        shutil.copyfileobj(sent, out)
    sent.seek(0)


def check_all(view: View, held: Sequence[Held], place: str) -> bool:
    """Check the files whose state changed, two at a time; whether there were any."""
    version = view.snapshot.version
    due = [one for one in held if one.checked != one.state(version, place)]
    if not due:
        return False
    label = (
        _("Memeriksa {file}").format(file=due[0].name)
        if len(due) == 1
        else counted("Memeriksa {n} berkas", len(due)).format(n=len(due))
    )
    with st.status(label, expanded=True) as status:
        for one in due:
            _prepare(one)
        if len(due) == 1:
            answers = {0: uploading.ask(_request(view, due[0], place), st.write)}
        else:
            answers = _together([_request(view, one, place) for one in due], due)
        for number, one in enumerate(due):
            answer = answers[number]
            uploading.keep(one.folder, "check", answer)
            if answer.outline and answer.outline["mapping"]:
                one.put_mapping(answer.outline["mapping"])
            one.checked = one.state(version, place)
        bad = any(answer.error for answer in answers.values())
        status.update(state="error" if bad else "complete", expanded=False)
    return True


def _prepare(one: Held) -> None:
    for old in one.folder.glob("ditolak*.xlsx"):
        old.unlink()
    if not one.sent_map:
        one.put_mapping(one.hand)


def _request(view: View, one: Held, place: str) -> Request:
    return asked_by(
        view,
        "check",
        path=str(one.path),
        mapping=one.mapping,
        rejects=str(one.folder / "ditolak.xlsx"),
        details=one.details,
        place=place,
    )


def _together(requests: Sequence[Request], due: Sequence[Held]) -> dict[int, Answer]:
    """The answers by number; each file is named as it is done."""
    answers: dict[int, Answer] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        jobs = {
            pool.submit(copy_context().run, uploading.ask, request): number
            for number, request in enumerate(requests)
        }
        for done in as_completed(jobs):
            number = jobs[done]
            answers[number] = done.result()
            said = _("{file}: diperiksa ({n} dari {all})")
            st.write(said.format(file=due[number].name, n=len(answers), all=len(due)))
    return answers


def working(label: str, job: Callable[[Callable[[str], Any]], Answer]) -> Answer:
    """Do a job under a label, with what it says of its progress."""
    with st.status(label, expanded=True) as status:
        answer = job(st.write)
        status.update(state="error" if answer.error else "complete", expanded=False)
    return answer
