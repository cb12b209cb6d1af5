"""One turn: what a handler may look at while it answers one thing that one person did."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.messages import Incoming, Reply
from bot.core.office import Office
from bot.core.people import Act, Person, may
from bot.core.units import UnitKind
from bot.db.contacts import Contact
from bot.db.offices import load_kinds, load_office
from bot.db.people import load_person
from bot.db.session import Connection
from bot.db.units import roster_version
from bot.gather.shelf import Shelf
from locales.words import Words, in_language

FOCUS_LASTS = timedelta(hours=3)
"""So long a typed number means a line of the last message."""

OFFERED = frozenset(("choices", "offers", "bare", "order", "at"))
"""What is kept of a message that asks no question of words."""


class NoCommittee(Exception):  # noqa: N818 - a state of the installation, which has its own answer
    """Nobody has loaded a roster yet: there is nothing to talk about."""


@dataclass
class Turn:
    """`contact` is the private chat in which it happens; in a group it is None. A handler reads and writes through
    `connection`, in the one transaction of the turn, and returns what is said."""

    connection: Connection
    incoming: Incoming
    now: datetime
    shelf: Shelf
    words: Words
    contact: Contact | None = None
    acting: Contact | None = field(default=None)
    """Who acts in a group: the sender's private chat, if we know it."""
    expects: dict[str, Any] | None = field(default=None)
    """What the next typed words mean, set by a handler whose reply offers no choices, or takes other words as well."""
    told_by: str = ""
    """Who gave the figures of a report that is begun on behalf of another unit."""

    @cached_property
    def person(self) -> Person | None:
        """Who acts, with the posts held now. None for a stranger."""
        contact = self.contact or self.acting
        if contact is None or contact.person_id is None:
            return None
        return load_person(self.connection, contact.person_id, contact.person_name, today=self.today)

    @cached_property
    def office(self) -> Office:
        """The committee that this is about. Raises NoCommittee if there is none."""
        contact = self.contact or self.acting
        office = load_office(self.connection, contact.committee_id if contact else None)
        if office is None:
            raise NoCommittee
        return office

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone: known with the contact, without the office's calendar."""
        contact = self.contact or self.acting
        return contact.zone if contact and contact.zone else self.office.zone

    @property
    def today(self) -> date:
        """The day at the office."""
        return self.now.astimezone(self.zone).date()

    @cached_property
    def kinds(self) -> Mapping[str, UnitKind]:
        """The committee's kinds of unit. Raises NoCommittee if there is none."""
        contact = self.contact or self.acting
        if contact is None or contact.committee_id is None:
            return self.office.kinds
        return load_kinds(self.connection, contact.committee_id)

    @property
    def roster_version(self) -> int:
        """How often the committee's roster has changed. Raises NoCommittee if there is none."""
        return roster_version(self.connection, self.committee_id)

    @property
    def committee_id(self) -> int:
        """The committee that this is about. Raises NoCommittee if there is none."""
        contact = self.contact or self.acting
        return contact.committee_id if contact and contact.committee_id is not None else self.office.id

    @property
    def chat(self) -> Contact:
        """The private chat, for handlers that are only ever called in one."""
        assert self.contact is not None, "this handler works in private chats"
        return self.contact

    @property
    def focus(self) -> Mapping[str, Any]:
        """What the last message offered, or waits for. After some hours nobody means it any more; a question may be
        answered until the day ends."""
        focus = self.chat.focus or {}
        at = focus.get("at")
        if at is None:
            return focus
        asked_at = datetime.fromisoformat(at)
        same_day = asked_at.astimezone(self.zone).date() == self.today
        lasts = self.now - asked_at < FOCUS_LASTS or (same_day and not OFFERED.issuperset(focus))
        return focus if lasts else {}

    def may(self, act: Act, *, unit_id: int | None = None, author_id: int | None = None) -> bool:
        """Whether whoever acts may do that. For reports on behalf of others see `handlers.behalf`."""
        return may(self.person, act, unit_id=unit_id, author_id=author_id)

    def speak(self, language: str) -> None:
        """Go on in that language."""
        self.words = in_language(language)


Handler = Callable[[Turn, str], Sequence[Reply]]
"""Does what was asked and returns what is said. The text is what follows the command, or the data of a button."""
