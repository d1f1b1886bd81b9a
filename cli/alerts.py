"""Asks what is new for one reader, and remembers that it was told."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli import mail
from dashboard.frame import access
from dashboard.locale.alert_words import alert_row
from dashboard.parts.text import JOIN
from etl import clock
from etl.errors import Refused
from etl.store.told import Counts, Told
from etl.words import _
from metrics.asking.count_tables import offices_asked
from metrics.asking.query import Query, Scope
from metrics.judging.signals import Signal, news, parts_of, signals

if TYPE_CHECKING:
    from metrics.asking.snapshot import Snapshot

COMMAND = "perintah"
LINE = 600  # letters of one thing in a letter
FOUND_AS_ADDRESS = re.compile(r"(:(?=//)|:(?=\w)|www(?=\.)|@)", re.IGNORECASE)


@dataclass(frozen=True)
class News:
    """What is new for an asker, and all that stands at the offices asked."""

    asker: str
    fresh: list[Signal]
    standing: Counts
    offices: tuple[str, ...]
    rows: list[dict[str, Any]]

    def told(self, store: Path) -> None:
        """Remember that the asker knows all of it now."""
        Told(store).remember(self.asker, self.offices, self.standing)


def news_for(
    snapshot: "Snapshot", scope: Scope, query: Query, asker: str, everything: bool = False
) -> News:
    """What stands at the offices of `query` and `asker` was not told; with `everything` all."""
    found = signals(snapshot, scope, query, clock.today())
    fresh = found if everything else news(found, Told(snapshot.store).known(asker))
    known = snapshot.offices()
    names = dict(zip(known["office"], known["short"].fillna(known["name"]), strict=True))
    rows = [
        alert_row(signal, str(names.get(signal.office, signal.office)), scope) for signal in fresh
    ]
    places = offices_asked(snapshot, scope, query)
    places += [query.province] if query.province and query.province not in places else []
    return News(asker, fresh, parts_of(found), tuple(places), rows)


@dataclass(frozen=True)
class Mailed:
    """Letters sent with their number of lines, what they told, and addresses not reached.

    `refused` by the server; `closed` have no grant and were written nothing.
    """

    letters: list[dict[str, Any]]
    told: list[News]
    refused: list[str]
    closed: list[str]


def mail_news(snapshot: "Snapshot", query: Query) -> Mailed:
    """Send every reader what is new within the grant that the address has now.

    Who has nothing new gets no letter, nor has who has no grant, which keeps nobody else from one.
    An address that the server refuses is named and tried
    again the next time; a server that takes no letter at all stops the sending. What was sent is
    remembered as told, the rest is not. Raises `Refused` where no letter was taken.
    """
    to = [t.strip().lower() for t in mail.ready().mail_to.split(",") if t.strip()]
    granted = access.grants(snapshot.store)
    to = to or sorted(email for email, grant in granted.items() if grant.role != "public")
    if not to:
        raise Refused(
            _("Belum ada penerima: beri hak akses, atau isi setelan {name}.").format(
                name="MONEV_MAIL_TO"
            )
        )
    closed = [t for t in to if access.grant_of(snapshot.store, t).role == "public"]
    to = [t for t in to if t not in closed]
    if not to:
        raise Refused(without_grant(closed))
    letters, told, refused = [], [], []
    for address in to:
        found = news_for(snapshot, access.scope_of(snapshot.store, address), query, address)
        if found.rows:
            try:
                mail.send(address, subject(found), letter(found))
            except Refused as refusal:
                refused.append((address, refusal))
                if isinstance(refusal, mail.NotTaken):
                    continue
                break
            letters.append({"to": address, "lines": len(found.rows)})
        found.told(snapshot.store)
        told.append(found)
    if refused and not letters:
        raise refused[-1][1]
    return Mailed(letters, told, [address for address, _refusal in refused], closed)


def without_grant(addresses: list[str]) -> str:
    """The sentence on addresses that are written nothing, for want of a grant."""
    return _(
        "{who} belum diberi hak, jadi tidak dapat dikirimi; beri hak di halaman Hak akses."
    ).format(who=", ".join(addresses))


def subject(found: News) -> str:
    """The letter's subject: how many things, and how many of them are no good news."""
    wanting = sum(not signal.good for signal in found.fresh)
    return _("Monev PTSP: {n} hal baru, {bad} perlu perhatian").format(
        n=len(found.rows), bad=wanting
    )


def _unlinked(words: str) -> str:
    """Words on one line in which a mail program finds no address: the letter's own is the link."""
    told = FOUND_AS_ADDRESS.sub(lambda found: found[0] + JOIN, " ".join(words.splitlines()))
    return told if len(told) <= LINE else f"{told[: LINE - 1]}…"


def letter(found: News) -> str:
    """The letter: one line each, the worst first, its link below."""
    lines = [_("Yang baru sejak surat terakhir, yang terburuk lebih dulu:"), ""]
    for row in found.rows:
        lines += [f"- {_unlinked(row['words'])}", f"  {row['link']}", ""]
    lines.append(_("Surat ini dibuat oleh Monev PTSP. Tiap hal disampaikan satu kali."))
    return "\n".join(lines) + "\n"
