"""The table of `docs/access.md`: what came of every try."""

from collections.abc import Iterable
from pathlib import Path

from scripts.access.deeds import DEEDS, tried
from scripts.access.house import PEOPLE, Person, built
from scripts.access.pages import DOORS, opened, slugs

Cells = dict[tuple[str, str], str]
HEAD = """# Who may do what: every page and every request, tried as six people

Made by `make access`, which signs in as six people over a store of three offices in two provinces,
opens every page and asks for everything that writes, prints or hands out; a part of it is tried
again by the tests. The people: a *visitor* who did not sign in; somebody signed in with *no grant*;
the head of an *office*; its *analyst*; the monitor of a *province*; the *admin*. The command line
is whoever may read the store's folder on its machine, and is not asked who they are.

## Pages
Each page is opened at the reader's own place, then at another's by its address, then with the
other's chosen in the window's own state. All that came is looked through for the words and numbers
of other offices (of a province's monitor also for case numbers), and so is every download behind
its buttons; then the grant is taken away and every download is asked for once more. *shown*: the
page with what is the reader's own, whatever place was asked for. *refused*: the page says so, and
the audit table has a line. *sign in*: nothing but the way to sign in.
"""
BETWEEN = """
## Requests
Each is made for the person's own place and for another's, the requests to the loading process by
hand and claiming to be the admin's. *own*: granted for their own place and refused for the
other's; *all*: granted for both; *no*: refused for both. Nobody has *other* alone. For the visitor
and for who has no grant both places are somebody's else. A province's own place is the province
for what is kept of places (targets, events, actions, letters) and its offices for counts.
"""


def pages(folder: Path, wanted: Iterable[str] = (), people: Iterable[Person] = PEOPLE) -> Cells:
    """What each person meets at each page."""
    built(folder)
    return {
        (slug, person.name): _page(folder, person, slug)
        for slug in wanted or slugs()
        for person in people
    }


def _page(folder: Path, person: Person, slug: str) -> str:
    found = [opened(folder, person, slug, door) for door in DOORS]
    leaks = [said for said in found if "LEAK" in said]
    if leaks or len(set(found)) > 1:
        return f"LEAK {slug} {person.name}: {leaks or found}"
    return found[0]


def requests(folder: Path, wanted: Iterable[str] = (), people: Iterable[Person] = PEOPLE) -> Cells:
    """What each person gets of each request."""
    built(folder)
    return {
        (name, person.name): _request(folder, person, name)
        for name in wanted or DEEDS
        for person in people
    }


def _request(folder: Path, person: Person, name: str) -> str:
    own, other = (tried(folder, person, name, place) for place in (person.own, person.other))
    if other and (person.role != "admin" or not own):
        return f"LEAK {name}: {person.name} got another's"
    return "all" if other else "own" if own else "no"


def written(shown: Cells, asked: Cells) -> str:
    """The page."""
    return HEAD + _table("page", shown) + BETWEEN + _table("request", asked)


def line(what: str, cells: Cells) -> str:
    """One line of a table."""
    return f"| {what} | " + " | ".join(cells[what, p.name] for p in PEOPLE) + " |"


def _table(what: str, cells: Cells) -> str:
    names = [p.name for p in PEOPLE]
    lines = ["", f"| {what} | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    lines += [line(row, cells) for row in dict.fromkeys(row for row, _name in cells)]
    return "\n".join(lines) + "\n"
