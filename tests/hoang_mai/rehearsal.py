"""A year of the plan on a pretend clock: officers type, the clock passes, the Committee reads."""

import itertools
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.core.messages import Address, Incoming, Kind, Reply
from bot.db.contacts import link, load_contact, put_contact
from bot.db.plans import plans_in_force
from bot.db.session import Connection, Database
from bot.gather.digests import gather_digest
from bot.gather.shelf import Shelf
from handlers.router import Router
from locales.phrases import digest as phrases
from locales.words import in_language
from scheduler.periods import open_periods
from scheduler.reminders import remind
from tests.house import HOANG_MAI, make_house, member, office_time, the_office

T = TypeVar("T")


class Rehearsal:
    """One officer at a time speaks; `clock` moves the time on."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(f"sqlite:///{make_house(folder, furniture=HOANG_MAI)}")
        self._shelf = Shelf()
        self._router = Router(self._shelf, language="vi")
        self._keys = itertools.count(1)
        self._chats: dict[str, Address] = {}
        self.now: datetime = HOANG_MAI.loaded_at

    def close(self) -> None:
        self._database.close()

    def do(self, work: Callable[[Connection], T]) -> T:
        return self._database.transaction(work)

    def clock(self, text: str) -> int:
        """Move on to that time and ring the bells. How many people were owed a reminder."""
        self.now = office_time(text)

        def ring(connection: Connection) -> int:
            office = the_office(connection)
            open_periods(connection, office, self._shelf, now=self.now)
            return remind(connection, office, self._shelf, now=self.now, most=1000).heard

        return self.do(ring)

    def say(self, who: str, *texts: str) -> str:
        """Somebody (`TT officer`) types this and that, or presses a button (`[open:1.1.L1.each]`). The last answer."""
        address = self._chat(who)
        said: Sequence[Reply] = ()
        for text in texts:
            kind = Kind.PRESS if text.startswith("[") else Kind.TEXT
            incoming = Incoming(
                str(next(self._keys)),
                address,
                sender=address.chat,
                sender_name=who,
                kind=kind,
                text=text.strip("[]"),
            )
            answers = self.do(
                lambda connection, incoming=incoming: self._router.handle(connection, incoming, self.now)  # type: ignore[misc] # a lambda with a default
            )
            said = [Reply.from_json(message.body) for message in answers]
        return "\n\n".join(one.text for one in said)

    def digest(self) -> str:
        """What the Committee reads now."""

        def gather(connection: Connection) -> str:
            office = the_office(connection)
            (stored,) = plans_in_force(connection, office.id)
            plan = self._shelf.plan(connection, stored.version_id)
            digest = gather_digest(
                connection, office, stored, plan, self._shelf, week_of=self.now, now=self.now
            )
            return phrases.digest(digest, plan, zone=office.zone, words=in_language("vi")).text

        return self.do(gather)

    def _chat(self, who: str) -> Address:
        if who not in self._chats:
            address = Address("telegram", str(1000 + len(self._chats)))
            unit, role = who.split()

            def join(connection: Connection) -> None:
                put_contact(connection, address, language=None, now=self.now)
                contact = load_contact(connection, address)
                assert contact is not None
                link(connection, contact.id, member(connection, unit, role).person_id, now=self.now)

            self.do(join)
            self._chats[who] = address
        return self._chats[who]


def class_report(block: str, learners: int, *, closed_on: str) -> tuple[str, ...]:
    """What the political centre's officer types for one class: its line among the blocks, how many attended."""
    asked_of_agencies = ("không",) if block in ("3", "4") else ()
    return (
        "báo cáo từng lớp đào tạo",
        *(block, "Lớp thử", closed_on, f"{learners}/{learners + 10}", f"{learners}", "bỏ qua"),
        *("không", "không", *asked_of_agencies, "có", "có", "12", "bỏ qua", "bỏ qua", "gửi"),
    )
