"""Asks for everything that writes, prints or hands out, as one person and for one place."""

import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from etl.errors import Refused
from scripts.access.house import Person, files, signed_in

DAY = date(2026, 3, 2)
Deed = Callable[[Path, Person, str], object]


def tried(folder: Path, person: Person, name: str, place: str) -> bool:
    """Whether `person` gets what `DEEDS[name]` asks for of a place."""
    with signed_in(folder, person):
        try:
            return DEEDS[name](folder, person, place) is not False
        except (Refused, PermissionError):
            return False


def _scope(folder: Path, person: Person) -> Any:
    from dashboard.frame import access

    return access.scope_of(folder / "store", person.email)


def _view(folder: Path, person: Person) -> Any:
    from metrics.asking.snapshot import open_snapshot

    return SimpleNamespace(
        store=folder / "store",
        who=person.email,
        scope=_scope(folder, person),
        snapshot=open_snapshot(folder / "store"),
    )


def _gate(folder: Path, person: Person) -> Any:
    from dashboard.frame.gate import gate

    return gate(_view(folder, person))


def _served(folder: Path, person: Person, do: str, **more: Any) -> bool:
    """A request to the uploading process, made by hand: it claims to be an admin's."""
    from dashboard.loading.uploading import Request, serve

    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        serve(Request(do, str(folder / "store"), person.email, "admin", **more))
    told = [json.loads(line) for line in said.getvalue().splitlines()]
    return not any("error" in line for line in told)


def _upload(do: str) -> Deed:
    def ask(folder: Path, person: Person, place: str) -> bool:
        office = _office(place)
        path = files(folder / "kirim", office, f"{do}{person.name}", 2)["applications"]
        return _served(folder, person, do, path=str(path), details={"kind": "applications"})

    return ask


def _undo(folder: Path, person: Person, place: str) -> bool:
    from etl.store.store import Store

    path = files(folder / "kirim", _office(place), f"batal{person.name}", 2)["applications"]
    (made,) = Store(folder / "store").load(path)
    return _served(folder, person, "undo", batch=made.batch)


def _recap(folder: Path, person: Person, place: str) -> bool:
    from metrics.asking.snapshot import open_snapshot
    from metrics.publishing.recap import export

    path = folder / f"rekap-{_office(place)}.zip"
    if not path.exists():
        export(open_snapshot(folder / "store"), [_office(place)], path)
    return _served(folder, person, "check", path=str(path), details={"kind": "recap"})


def _recap_out(folder: Path, person: Person, place: str) -> object:
    from dashboard.frame.audit import Witness
    from dashboard.pages.pelaporan.recap_exchange import _made

    view = _view(folder, person)
    if view.scope.role == "public":  # no page of theirs has the button
        return False
    mine = Witness(view.store, person.email, view.scope.role, view.scope)
    return _made(view, [_office(place)], mine)


def _report(kind: str, period: str) -> Deed:
    def ask(folder: Path, person: Person, place: str) -> object:
        from dashboard.reports.issuing import issue

        view = _view(folder, person)
        if view.scope.role == "public":
            return False
        where = place[:2] if kind == "province" else _office(place)
        return issue(kind, view.snapshot, view.scope, where, period)

    return ask


def _edition(folder: Path, person: Person, place: str) -> object:
    from dashboard.reports.issuing import issue, reprint
    from metrics.asking.query import EVERYTHING
    from metrics.asking.snapshot import open_snapshot

    snapshot = open_snapshot(folder / "store")
    made = issue("annual", snapshot, EVERYTHING, _office(place), "2024")
    return reprint(folder / "store", _scope(folder, person), made.edition.edition)


def _cases(folder: Path, person: Person, place: str) -> bool:
    view = _view(folder, person)
    return bool(len(view.snapshot.cases(view.scope, "applications", [_office(place)])))


def _figures(folder: Path, person: Person, place: str) -> bool:
    from metrics.asking.query import Query
    from metrics.asking.registry import get

    view = _view(folder, person)
    if view.scope.role == "public":
        return False
    rows = get("permits_issued").read(view.snapshot, view.scope, Query(office=_office(place))).rows
    return bool(len(rows) and (rows["n"] > 0).any())


def _letter(folder: Path, person: Person, place: str) -> None:
    from dashboard.reports.letterhead import keep
    from etl.store.letters import LetterSettings

    told = asdict(LetterSettings(address=f"Jalan {person.name}"))
    keep(folder / "store", _scope(folder, person), person.email, place, told)


def _door(folder: Path, person: Person, place: str) -> None:
    from dashboard.public.doors import decide

    decide(folder / "store", _scope(folder, person), person.email, _office(place), False)


def _grant(folder: Path, person: Person, place: str) -> None:
    from dashboard.frame import access

    grant = access.Grant(f"baru-{place}@b.example", "office", _office(place))
    access.decide(folder / "store", _scope(folder, person), person.email, grant)


def _event_dropped(folder: Path, person: Person, place: str) -> object:
    from etl.store.gate import Gate
    from etl.store.rights import Rights

    number = Gate(folder / "store", "uji", Rights()).add_event(place, DAY, "pindah")
    return _gate(folder, person).drop_event(number)


def _action_moved(folder: Path, person: Person, place: str) -> object:
    from etl.store.gate import Gate
    from etl.store.rights import Rights

    admin = Gate(folder / "store", "uji", Rights())
    number = admin.add_action("ikm", place, "pelatihan", "Kabid", DAY, DAY)
    return _gate(folder, person).move_action(number, "done")


def _through(write: Callable[[Any, str], object]) -> Deed:
    return lambda folder, person, place: write(_gate(folder, person), place)


def _answered(path: str) -> Deed:
    """A public address, asked as anybody: no sign-in is looked at there."""

    def ask(folder: Path, _person: Person, place: str) -> bool:
        from starlette.applications import Starlette
        from starlette.testclient import TestClient

        from dashboard.public import routes

        with TestClient(Starlette(routes=routes.routes())) as client:
            answer = client.get(path.format(office=_office(place)))
        return answer.status_code == 200

    return ask


def _office(place: str) -> str:
    """An office of the place: itself, or the province's first."""
    return {"32": "32.14", "33": "33.01"}.get(place, place)


DEEDS: dict[str, Deed] = {
    "figures": _figures,
    "case rows (lists, their export)": _cases,
    "report of the office, made": _report("annual", "2024"),
    "report of the province, made": _report("province", "2024"),
    "report already issued, printed again": _edition,
    "recap, downloaded": _recap_out,
    "file checked": _upload("check"),
    "file loaded": _upload("load"),
    "load undone": _undo,
    "recap loaded": _recap,
    "mapping remembered": _through(lambda g, p: g.remember_mapping(f"{p}:a", "bills", "x = 1")),
    "mapping forgotten": _through(lambda g, p: g.forget_mapping(f"{p}:a")),
    "words of survey answers": _through(lambda g, p: g.add_answer_words(p, {"mantap": 4})),
    "target": _through(lambda g, p: g.set_target("ikm", p, DAY, "88.31")),
    "event marked": _through(lambda g, p: g.add_event(p, DAY, "pindah")),
    "event taken back": _event_dropped,
    "action planned": _through(lambda g, p: g.add_action("ikm", p, "latih", "Kabid", DAY, DAY)),
    "action moved on": _action_moved,
    "action asked of an office": _through(
        lambda g, p: g.add_action("ikm", _office(p), "latih", "Kadis", DAY, DAY)
    ),
    "action of an office's own moved on": lambda folder, person, place: _action_moved(
        folder, person, _office(place)
    ),
    "publication noted": _through(lambda g, p: g.add_publication(p, "2024-S1", DAY, "laman", "")),
    "scenario kept": _through(lambda g, p: g.save_scenario(p, "uji", {"kind": "remove"})),
    "scenario forgotten": _through(lambda g, p: g.drop_scenario(p, "uji")),
    "letterhead": _letter,
    "public door opened or closed": _door,
    "grant given": _grant,
    "public page of a closed office": _answered("/publik/{office}"),
    "open data of a closed office": _answered("/api/v1/indicators/permits_issued?office={office}"),
}
