"""Follow-ups and publications: kept, moved on, and read from stores of an earlier version."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from etl.store.follow_ups import FollowUps
from etl.store.operations import Operations

START = date(2024, 1, 1)


@pytest.fixture
def kept(tmp_path: Path) -> FollowUps:
    return FollowUps(tmp_path)


def test_actions_move_on_and_come_by_due_date(kept: FollowUps) -> None:
    late = kept.add_action("ikm", "32.14", "latih", "B", START, date(2024, 9, 1), "a")
    soon = kept.add_action("ikm", "32.04", "tambah loket", "C", START, date(2024, 3, 1), "a")
    assert [a.id for a in kept.actions()] == [soon, late]
    kept.move_action(late, "done", "BA 12/2024", date(2024, 8, 30))
    (found,) = kept.actions("32.14")
    assert (found.state, found.evidence, found.finished) == (
        "done",
        "BA 12/2024",
        date(2024, 8, 30),
    )
    kept.move_action(late, "running")
    (found,) = kept.actions("32.14")
    assert (found.state, found.evidence, found.finished) == ("running", "BA 12/2024", None)
    with pytest.raises(ValueError, match="selesai"):
        kept.move_action(late, "selesai")
    with pytest.raises(KeyError):
        kept.move_action(99, "done")


def test_an_action_is_overdue_the_day_after_its_date_until_it_is_done(kept: FollowUps) -> None:
    number = kept.add_action("ikm", "32.14", "latih", "B", START, date(2024, 9, 1), "a")
    (action,) = kept.actions()
    assert not action.overdue(date(2024, 9, 1))
    assert action.overdue(date(2024, 9, 2))
    kept.move_action(number, "dropped")
    assert not kept.actions()[0].overdue(date(2024, 9, 2))


def test_actions_of_a_store_of_the_first_version_are_read(tmp_path: Path) -> None:
    Operations(tmp_path).audit("a", "admin", "load")
    con = sqlite3.connect(tmp_path / "operations.sqlite")
    con.execute(
        "CREATE TABLE actions (id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, "
        "office TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL, due TEXT NOT NULL, "
        "starts TEXT NOT NULL, state TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL)"
    )
    con.execute(
        "INSERT INTO actions VALUES "
        "(3, 'ikm', '32.14', 'latih', 'B', '2024-09-01', '2024-01-01', 'planned', 'a', 'x')"
    )
    con.commit()
    con.close()
    (action,) = FollowUps(tmp_path).actions()
    assert (action.id, action.element, action.finished) == (3, "", None)


def test_publications_come_newest_first(kept: FollowUps) -> None:
    kept.add_publication("32.14", "2024-S1", date(2024, 7, 9), "situs web", "", "a")
    kept.add_publication("32.14", "2024-S1", date(2024, 7, 20), "papan loket", "", "a")
    kept.add_publication("32.04", "2024-S1", date(2024, 8, 1), "situs web", "", "a")
    assert [p.medium for p in kept.publications("32.14")] == ["papan loket", "situs web"]


def test_a_store_never_written_is_not_made_by_reading(tmp_path: Path) -> None:
    kept = FollowUps(tmp_path / "none")
    assert kept.actions() == []
    assert kept.publications() == []
    assert not kept.path.exists()
