"""The one way in which people write anything but facts: targets, events, actions, publications …

Each write is held against the writer's rights (`etl.store.rights`) for the very place it concerns,
looked up here and not taken from the request; it is written down in the audit table, and so is a
refusal. Pages ask `dashboard.frame.gate`, which makes one of the grant in force at that moment.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl.errors import Refused
from etl.store.follow_ups import Action, FollowUps
from etl.store.grants import Grants
from etl.store.letters import Letters, LetterSettings
from etl.store.operations import Operations
from etl.store.public_doors import PublicDoors
from etl.store.rights import Rights
from etl.words import _


@dataclass(frozen=True)
class Gate:
    """Who writes into which store, with which rights; every method raises `Refused` in words."""

    store: Path
    who: str
    rights: Rights

    def may(self, what: str, place: str) -> bool:
        """Whether this writer may write `what` (a key of `rights.WRITES`) for a place.

        `place` is the code of an office or a province, "" for all: so a page knows what to offer.
        """
        return self.rights.may_write(what, place)

    def check(self, what: str, place: str) -> None:
        """Refuse what `may` says no to, and write the refusal down."""
        try:
            self.rights.check_write(what, place)
        except Refused as refusal:
            self._note("refusal", what=what, place=place, said=str(refusal))
            raise

    def set_target(
        self,
        indicator: str,
        place: str,
        valid_from: date,
        value: str | None,
        permit_type: str = "",
    ) -> None:
        """Set a target of an office or province from a day on; None takes it back."""
        self.check("target", place)
        Operations(self.store).set_target(
            indicator, place, valid_from, value, self.who, permit_type
        )
        told = {"indicator": indicator, "permit_type": permit_type, "value": value}
        self._note("settings", what="target", place=place, valid_from=str(valid_from), **told)

    def add_event(
        self, office: str, day: date, what: str, indicator: str = "", restarts: bool = False
    ) -> int:
        """Mark something that happened to an office; its number."""
        self.check("event", office)
        number = Operations(self.store).add_event(office, day, what, self.who, indicator, restarts)
        told = {"day": str(day), "indicator": indicator, "restarts": restarts, "number": number}
        self._note("settings", what="event", place=office, **told)
        return number

    def edit_event(
        self, number: int, day: date, what: str, indicator: str = "", restarts: bool = False
    ) -> None:
        """Word a mark anew, its place as it is; refused for a number that there is none of."""
        office = self._event_place(number)
        Operations(self.store).edit_event(number, day, what, indicator, restarts)
        told = {"day": str(day), "indicator": indicator, "restarts": restarts, "number": number}
        self._note("settings", what="event edited", place=office, **told)

    def drop_event(self, number: int) -> None:
        """Take a mark back; refused for a number that there is none of."""
        operations = Operations(self.store)
        office = self._event_place(number)
        operations.drop_event(number)
        self._note("settings", what="event dropped", place=office, number=number)

    def add_action(
        self,
        indicator: str,
        place: str,
        what: str,
        whom: str,
        starts: date,
        due: date,
        **more: str,
    ) -> int:
        """Plan a follow-up; `more`: permit_type, period, element. Its number."""
        self.check("action", place)
        number = FollowUps(self.store).add_action(
            indicator, place, what, whom, starts, due, self.who, side=self.rights.side, **more
        )
        self._note("action", place=place, indicator=indicator, number=number, due=str(due))
        return number

    def move_action(
        self, number: int, state: str, evidence: str | None = None, day: date | None = None
    ) -> None:
        """Move a follow-up on; refused for a number that there is none of."""
        kept = FollowUps(self.store)
        place = self._action_place(number)
        kept.move_action(number, state, evidence, day)
        self._note("action", place=place, number=number, state=state)

    def edit_action(self, number: int, what: str, whom: str, starts: date, due: date) -> None:
        """Word a follow-up anew; refused for a number that there is none of."""
        place = self._action_place(number, words=True)
        FollowUps(self.store).edit_action(number, what, whom, starts, due)
        self._note("action", place=place, number=number, due=str(due), edited=True)

    def add_publication(self, office: str, period: str, day: date, medium: str, link: str) -> int:
        """Note where an office's survey was made public; its number."""
        self.check("publication", office)
        number = FollowUps(self.store).add_publication(office, period, day, medium, link, self.who)
        self._note("publication", place=office, period=period, day=str(day), number=number)
        return number

    def drop_publication(self, number: int) -> None:
        """Take a note of a publication back; refused for a number that there is none of."""
        kept = FollowUps(self.store)
        office = next((p.office for p in kept.publications() if p.id == number), None)
        self.check("publication", self._known(office))
        kept.drop_publication(number)
        self._note("publication", place=office, number=number, dropped=True)

    def save_scenario(self, office: str, name: str, definition: dict[str, Any]) -> None:
        """Keep a what-if of an office under a name."""
        self.check("scenario", office)
        Operations(self.store).save_scenario(office, name, definition, self.who)
        self._note("scenario", office=office, kind=definition.get("kind"))

    def drop_scenario(self, office: str, name: str) -> None:
        """Forget a what-if of an office."""
        self.check("scenario", office)
        Operations(self.store).drop_scenario(office, name)
        self._note("scenario_dropped", office=office)

    def remember_mapping(self, headings: str, kind: str, toml: str) -> None:
        """Keep how an office's files with these headings are read; the key begins with its code."""
        self.check("mapping", mapping_place(headings))
        Operations(self.store).remember_mapping(headings, kind, toml, self.who)
        self._note("settings", what="mapping", place=mapping_place(headings), kind=kind)

    def forget_mapping(self, headings: str) -> None:
        """Read an office's files with these headings on their own merits again."""
        self.check("mapping", mapping_place(headings))
        Operations(self.store).forget_mapping(headings)
        self._note("settings", what="mapping dropped", place=mapping_place(headings))

    def add_answer_words(self, office: str, words: Mapping[str, int]) -> None:
        """Know these words of an office's survey answers from here on; "" of every office's."""
        self.check("answer_words", office)
        Operations(self.store).add_answer_words(words, self.who, office)
        self._note("settings", what="answer_words", place=office, words=len(words))

    def set_letter(self, place: str, settings: LetterSettings) -> None:
        """Set the letters of an office or province; nothing is written where nothing changed."""
        self.check("letter", place)
        kept = Letters(self.store)
        before = kept.of(place)
        changed = [k for k in vars(settings) if getattr(settings, k) != getattr(before, k)]
        if not changed:
            return
        kept.keep(place, settings, self.who)
        self._note("settings", what="letter", place=place, changed=changed)

    def set_public_door(self, office: str, is_open: bool) -> None:
        """Open or close an office's public door."""
        self.check("public_door", office)
        PublicDoors(self.store).set(office, is_open, self.who, self.rights.role)

    def set_grant(self, email: str, role: str, region: str, before: str) -> None:
        """Give or take away (`role` "") a grant; `before` is the role that the address had."""
        self.check("grant", "")
        Grants(self.store).set(email, role, region, self.who)
        self._note("grant", email=email, given=role, region=region, before=before)

    def _event_place(self, number: int) -> str:
        events = Operations(self.store).events()
        place = self._known(next((e.office for e in events if e.id == number), None))
        self.check("event", place)
        return place

    def may_change(self, action: Action, words: bool = False) -> bool:
        """Whether this writer may move an action on, or with `words` say anew what it asks."""
        return self.rights.may_change_action(action.office, action.side, words)

    def _action_place(self, number: int, words: bool = False) -> str:
        found = FollowUps(self.store).action(number)
        place = self._known(found.office if found else None)
        self.check("action", place)
        if found and not self.may_change(found, words):
            said = (
                _("Tindak lanjut ini dicatat oleh daerahnya; hanya daerah itu yang mengubahnya.")
                if self.rights.side
                else _("Tindak lanjut ini diminta provinsi; isinya hanya provinsi yang mengubah.")
            )
            self._note("refusal", what="action", place=place, said=said)
            raise Refused(said)
        return place

    def _known(self, place: str | None) -> str:
        if place is None:
            self._note("refusal", said="unknown number")
            raise Refused(_("Catatan itu tidak ada lagi; muat ulang halaman ini."))
        return place

    def _note(self, action: str, **detail: Any) -> None:
        Operations(self.store).audit(self.who, self.rights.role, action, **detail)


def mapping_place(headings: str) -> str:
    """The office that a remembered mapping is of, by its key; "" for one of all offices."""
    return headings.partition(":")[0]
