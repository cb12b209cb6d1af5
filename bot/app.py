"""The wiring: the only file that knows everybody."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.channels import open_channels
from bot.clock import system_clock
from bot.core.attachments import MadeLater, Written
from bot.core.channel import Channel, DeliveryError
from bot.core.messages import Address
from bot.core.troubles import troubles
from bot.db import contacts, digests, outbox
from bot.db.channels import save_name
from bot.db.installations import ensure_installation
from bot.db.locks import SingleProcess
from bot.db.migrate import bring_up_to_date
from bot.db.session import Connection, Database
from bot.delivery import Delivery
from bot.enclosures import Enclosures
from bot.gather.digest_files import gather_file
from bot.gather.shelf import Shelf
from bot.heartbeat import Heartbeat
from bot.intake import Intake
from bot.settings import Settings
from bot.web import WebServer
from handlers.router import Router
from locales.phrases.general import menus
from scheduler.bells import Duty, duties, wake_up
from scheduler.clock import Bell, Clock
from scheduler.makers import makers

log = logging.getLogger(__name__)

T = TypeVar("T")

Now = Callable[[], datetime]

LONGEST_GOODBYE = 10.0
"""Seconds that a stop waits for messages under way; what is left then is owed still."""

RECONNECT = 15.0
"""Seconds between attempts to reach a messenger at the start."""


class App:
    """The bot as a whole. Use it as a context manager; `run` ends when the process is told to stop. `now` and `pace`
    are the clocks: what time it is, and how fast it goes by. `channels` are those that the settings switch on, unless
    given."""

    def __init__(
        self,
        settings: Settings,
        *,
        channels: Mapping[str, Channel] | None = None,
        now: Now = system_clock,
        pace: Callable[[], float] = time.monotonic,
    ) -> None:
        self.settings = settings
        self.now = now
        self.database = Database(settings.database_url.reveal())
        self.shelf = Shelf()
        self.channels: Mapping[str, Channel] = open_channels(settings) if channels is None else channels
        router = Router(self.shelf, language=settings.language)
        self.delivery = Delivery(
            self.database,
            self.channels,
            now=now,
            pace=pace,
            makers=makers(self.shelf),
            lost=_mark_lost,
            moved=_mark_moved,
            prepare=Enclosures(self.channels, self._gather_file).prepare,
        )
        self.intake = Intake(
            self.database,
            self.channels,
            handle=router.handle,
            apologize=router.apologize,
            offer=self.delivery.offer,
            wake=self.delivery.wake,
            now=now,
        )
        self.clock = Clock(
            [Bell(duty.name, duty.seconds, partial(self._ring, duty)) for duty in duties(self.shelf)]
        )
        self._single = SingleProcess(self.database)
        self.heartbeat = Heartbeat(
            self.database,
            self.channels,
            bells={duty.name: duty.seconds for duty in duties(self.shelf)},
            now=now,
            wake=self.delivery.wake,
            hold=self._single.hold,
        )
        self._tasks: list[asyncio.Task[None]] = []
        self._web: WebServer | None = None

    async def __aenter__(self) -> "App":
        self._single.claim()
        bring_up_to_date(self.database.engine)
        self.database.start()
        await self.database.write(lambda connection: ensure_installation(connection, now=self.now()))
        await self.database.write(
            lambda connection: wake_up(connection, tuple(self.channels), now=self.now())
        )
        again = await self.database.write(
            lambda connection: outbox.take_over(connection, tuple(self.channels))
        )
        self.delivery.offer(again)  # before the answers to what waits in the inbox
        waiting = await self.intake.resume()
        log.info("app.started", extra={"updates_waiting": waiting, "messages_again": len(again)})
        return self

    async def __aexit__(self, *_: object) -> None:
        self.clock.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._web is not None:
            await self._web.stop()
        await self.intake.stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.delivery.quiet(), LONGEST_GOODBYE)
        await self.delivery.stop()
        for channel in self.channels.values():
            await channel.close()
        self.database.close()
        self._single.release()
        log.info("app.stopped")

    async def run(self) -> None:
        """Listen, deliver and ring the bells until cancelled, or until no channel has anything to listen to any more
        (the input of a console ends). Raises ChannelRefused for a wrong token, OSError if
        the address to listen on is taken."""
        await self._serve()
        loop = asyncio.get_running_loop()
        self._tasks.append(loop.create_task(self.delivery.run()))
        listeners = [loop.create_task(self._listen(channel)) for channel in self.channels.values()]
        self._tasks.extend(listeners)
        await self.clock.start()
        beating = loop.create_task(self.heartbeat.run())
        self._tasks.append(beating)
        await _all_or_first_fault(listeners, beating)

    async def quiet(self) -> None:
        """Wait until everything that was said is answered, and the answers are delivered."""
        await self.intake.quiet()
        await self.delivery.quiet()

    async def health(self) -> dict[str, object]:
        """What a supervisor asks for. `ok` is False when something has waited too long."""
        pulse = await self.heartbeat.pulse()
        unhandled, unsent = pulse.oldest_unhandled, pulse.oldest_unsent
        found = troubles(pulse)
        return {
            "ok": not found,
            "troubles": [
                {"what": one.what, "about": one.about, "since": one.since.isoformat()} for one in found
            ],
            "oldest_unhandled_update": unhandled.isoformat() if unhandled else None,
            "oldest_unsent_message": unsent.isoformat() if unsent else None,
            "bells": {name: at.isoformat() for name, (at, _) in sorted(pulse.rings.items())},
        }

    async def _serve(self) -> None:
        if self.settings.listen is None:
            return
        hooked = self.channels if self.settings.webhook_url is not None else {}
        hooks = {
            name: (channel, channel.webhook_secret)
            for name, channel in hooked.items()
            if channel.webhook_secret is not None
        }
        self._web = WebServer(
            self.settings.listen, health=self.health, accept=self.intake.accept, hooks=hooks
        )
        await self._web.start()

    async def _listen(self, channel: Channel) -> None:
        """Connect, however long it takes, then bring updates. Raises ChannelRefused."""
        name = await _insist(channel.open, channel)
        await self.database.write(lambda connection: save_name(connection, channel.name, name))
        log.info("app.connected", extra={"channel": channel.name, "as": name})
        with contextlib.suppress(DeliveryError):
            await channel.offer(menus())
        secret = channel.webhook_secret
        if self.settings.webhook_url is None or secret is None:
            await channel.listen(partial(self.intake.accept, channel.name))
        else:
            url = f"{self.settings.webhook_url}/{channel.name}"
            await _insist(partial(channel.call_back, url, secret=secret), channel)
            await asyncio.Event().wait()

    async def _ring(self, duty: Duty) -> None:
        """One bell: its work in a transaction, or in several if there is much of it, and each time a look at what has
        become due."""
        more = True
        while more:
            now = self.now()
            more = await self.database.write(partial(_do, duty, now))
            self.delivery.wake()

    async def _gather_file(self, later: MadeLater) -> Callable[[], Written] | None:
        return await self.database.read(lambda connection: gather_file(connection, self.shelf, later))


def _do(duty: Duty, now: datetime, connection: Connection) -> bool:
    return duty.do(connection, now)


async def _all_or_first_fault(
    listeners: Sequence["asyncio.Task[None]"], beating: "asyncio.Task[None]"
) -> None:
    """Until every listener has ended, or until the heart stops: another process has taken our place."""
    waiting = set(listeners)
    while waiting:
        done, _ = await asyncio.wait({*waiting, beating}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        waiting -= done


async def _insist(act: Callable[[], Awaitable[T]], channel: Channel) -> T:
    """Do something with a messenger that may be out of reach, until it works. Raises ChannelRefused."""
    while True:
        try:
            return await act()
        except DeliveryError as error:
            log.warning(
                "app.cannot_reach", extra={"channel": channel.name, "why": str(error), "again_in": RECONNECT}
            )
            await asyncio.sleep(RECONNECT)


def _mark_lost(connection: Connection, address: Address, why: str, now: datetime) -> None:
    """A chat is out of reach, or, where one is named, a topic of it alone."""
    if address.thread is None:
        contacts.mark_lost(connection, address, why, now)
    digests.mark_chat_lost(connection, address, why, now)


def _mark_moved(connection: Connection, address: Address, chat: str) -> None:
    digests.move_chat(connection, address, chat=chat)
    outbox.readdress(connection, address, chat=chat)
