"""The heartbeat: looks every minute whether all is well, and tells the operators once when it is not, once when it is
again. Not a bell: it must beat when the bells are silent."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.core.channel import Channel
from bot.core.messages import Address, Reply
from bot.core.people import Role
from bot.core.troubles import Pulse, Trouble, troubles
from bot.db import bells, inbox, outbox
from bot.db.locks import AnotherProcess
from bot.db.offices import load_office
from bot.db.outbox import Kind
from bot.db.reminders import people_with
from bot.db.session import Connection, Database
from locales.phrases import troubles as phrases
from locales.words import Words, in_language

log = logging.getLogger(__name__)

EVERY = 60.0


class Heartbeat:
    """`bells` are {name: every so many seconds}. `wake` has what was owed delivered; `hold` keeps our place
    as the only process."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        bells: Mapping[str, int],
        now: Callable[[], datetime],
        wake: Callable[[], None],
        hold: Callable[[], None],
    ) -> None:
        self._database = database
        self._channels = channels
        self._bells = bells
        self._now = now
        self._wake = wake
        self._hold = hold
        self._began: datetime | None = None  # a bell that never rang is silent since our first look
        self._away: dict[str, datetime] = {}
        self._known: dict[tuple[str, str], Trouble] = {}

    async def run(self) -> None:
        """Beat until cancelled. Raises AnotherProcess when another bot has taken our place on this database."""
        while True:
            try:
                await asyncio.to_thread(self._hold)
                await self.beat()
            except AnotherProcess:
                raise
            except Exception:  # whatever it is: a heart that stops would take the bot with it
                log.exception("heartbeat.failed")
            await asyncio.sleep(EVERY)

    async def beat(self) -> None:
        """One look: what is newly wrong and what is over, as a line in the log and a message to the operators."""
        found = {trouble.key: trouble for trouble in troubles(await self.pulse())}
        begun = [one for key, one in found.items() if key not in self._known]
        over = [one for key, one in self._known.items() if key not in found]
        for one in begun:
            log.error(
                "heartbeat.trouble", extra={"what": one.what, "about": one.about, "since": str(one.since)}
            )
        for one in over:
            log.info("heartbeat.over", extra={"what": one.what, "about": one.about, "since": str(one.since)})
        if begun or over:
            now = self._now()
            await self._database.write(lambda connection: _tell(connection, begun, over, now))
            self._wake()
        still = {key: self._known.get(key, one) for key, one in found.items()}  # since when it was first seen
        self._known = still

    async def pulse(self) -> Pulse:
        """How things stand now. Raises DatabaseFault."""
        now = self._now()
        self._began = began = min(self._began or now, now)
        for name, channel in self._channels.items():
            if getattr(channel, "out_of_reach", False):
                self._away[name] = min(self._away.get(name, now), now)  # the clock may have been set back
            else:
                self._away.pop(name, None)

        def look(connection: Connection) -> Pulse:
            rings = bells.last_rings(connection)
            return Pulse(
                now,
                inbox.oldest_waiting(connection),
                outbox.oldest_unsent(connection, bulk=False),
                outbox.oldest_unsent(connection, bulk=True),
                {name: (rings.get(name, began), seconds) for name, seconds in self._bells.items()},
                dict(self._away),
            )

        return await self._database.read(look)


def _tell(connection: Connection, begun: Sequence[Trouble], over: Sequence[Trouble], now: datetime) -> None:
    """Owe every operator a message about each, at any hour: a trouble at night is a trouble. Once."""
    office = load_office(connection)
    if office is None:
        return

    def put(chat: Address, reply: Reply, key: str) -> None:
        outbox.put_once(connection, chat, reply.to_json(), kind=Kind.ANSWER, key=key, now=now)

    for to in list(people_with(connection, office.id, Role.ADMIN)):
        words: Words = in_language(to.language or office.language)
        chat = Address(to.channel, to.chat)
        for one in begun:
            put(chat, phrases.began(one, office.zone, words=words), _key("trouble", one, to.person_id))
        for one in over:
            put(chat, phrases.is_over(one, now, office.zone, words=words), _key("over", one, to.person_id))


def _key(what: str, trouble: Trouble, person_id: int) -> str:
    return f"{what}:{trouble.what}:{trouble.about}:{trouble.since.isoformat()}:{person_id}"
