"""The pretend Telegram: its wiring, and the door for tests."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Self

from aiohttp import web

from simulator.bot_calls import BotCalls
from simulator.calls import Calls, Hook
from simulator.faults import Faults
from simulator.files import Files
from simulator.group import Group
from simulator.limits import Limits
from simulator.log import Entry
from simulator.parameters import HEADROOM
from simulator.phone import Phone
from simulator.screen import ImpossibleError, Screen
from simulator.sim_api import SimApi
from simulator.updates import Update
from simulator.users import User
from simulator.world import World

HOST = "127.0.0.1"  # never anything else: whoever reaches the port can speak in everybody's name
TOKEN = "42:PRETEND"  # noqa: S105 - opens nothing but this double


class PretendTelegram:
    """A strict double of the Bot API on loopback, with the people on the other side.

        async with PretendTelegram(limits=False) as telegram:
            officer = telegram.phone("Hồ Thu Khuyên")
            await officer.start()
            answer = await officer.next_message()

    The bot calls `<base_url>/bot<token>/<method>`. `limits`: True as Telegram's, False without those on pace,
    or one's own `Limits`. `now` gives the dates of messages; `pace` counts the real seconds by which Telegram
    judges how fast and how late a bot is. `keep` bounds the messages remembered per chat, `keep_log` those
    in `log` (None: all).
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        port: int = 0,
        now: Callable[[], datetime] | None = None,
        pace: Callable[[], float] = time.monotonic,
        limits: Limits | bool = True,
        keep: int | None = None,
        keep_log: int | None = None,
        bot_name: str = "Nhắc Việc",
        bot_username: str = "nhacviec_bot",
    ) -> None:
        self.token = token
        self.limits = Limits.of(limits)
        self._port = port
        self._world = World(
            bot=User(int(token.split(":", maxsplit=1)[0]), bot_name, username=bot_username, is_bot=True),
            limits=self.limits,
            now=now or (lambda: datetime.now(UTC)),
            pace=pace,
            keep=keep,
            keep_log=keep_log,
        )
        self._calls = Calls(self._world, token)
        self._phones: dict[str, Phone] = {}
        self._groups: list[Group] = []
        self._runner: web.AppRunner | None = None

    # running

    async def start(self) -> None:
        """Listen on loopback; a port of 0 takes a free one."""
        app = web.Application(client_max_size=self.limits.upload_bytes + HEADROOM)
        app.add_routes(SimApi(self).routes())
        app.add_routes(self._calls.routes())
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self._world.updates.end_poll()
        await self._world.set_webhook(None)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    @property
    def files(self) -> Files:
        """What Telegram keeps."""
        return self._world.files

    @property
    def base_url(self) -> str:
        return f"http://{HOST}:{self._port}"

    # people and groups

    def phone(self, name: str, *, language: str = "vi") -> Phone:
        """The phone of the person with this name, who comes into being when first asked for.

        The last word of the name is Telegram's last name, the rest the first.
        """
        phone = self._phones.get(name)
        if phone is None:
            first, _, last = name.rpartition(" ")
            user = self._world.add_person(first or last, last if first else "", language=language)
            phone = self._phones[name] = Phone(self._world, user)
        return phone

    def group(
        self,
        title: str,
        *,
        members: Iterable[Phone] = (),
        bot: bool = True,
        supergroup: bool = False,
        forum: bool = False,
    ) -> Group:
        """The group with this title, made when first asked for, with the bot in it unless told otherwise.

        Whoever is named first made it.
        """
        for group in self._groups:
            if group.title == title:
                return group
        users = {phone.id: phone.user for phone in members}
        if not users:
            raise ImpossibleError("a group needs somebody who makes it")
        chat = self._world.add_group(title, users, supergroup=supergroup, topics={} if forum else None)
        group = Group(self._world, chat)
        self._groups.append(group)
        if bot:
            group.add_bot()
        return group

    @property
    def phones(self) -> list[Phone]:
        return list(self._phones.values())

    @property
    def groups(self) -> list[Group]:
        return list(self._groups)

    # bad days

    @property
    def faults(self) -> Faults:
        return self._calls.faults

    def on_call(self, hook: Hook) -> Callable[[], None]:
        """Have `hook(method, params, phase)` called before each call is carried out and before it is answered.

        The hook may be async. What is returned takes it away again.
        """
        self._calls.hooks.append(hook)
        return lambda: self._calls.hooks.remove(hook)

    def poison(self, screen: Screen) -> Update:
        """Send the bot an update that python-telegram-bot cannot read, as if from this chat."""
        screen.chat.known = screen.chat.opened = True
        update = self._world.tell_poison(screen.chat)
        if update is None:
            raise ImpossibleError("the bot did not ask for messages")
        return update

    def resend_last_update(self) -> None:
        """Deliver the newest update once more under its old id."""
        if self._world.updates.last is None:
            raise ImpossibleError("the bot was sent nothing yet")
        self._world.updates.repeat(self._world.updates.last)

    # what happened

    @property
    def bot_calls(self) -> BotCalls:
        return self._calls.counts

    @property
    def log(self) -> "deque[Entry]":
        """All that was sent, edited and deleted in all chats, in the order in which it happened."""
        return self._world.log

    @property
    def waiting_updates(self) -> int:
        """Updates that the bot has not confirmed."""
        return len(self._world.updates)

    @property
    def webhook_url(self) -> str:
        """Where updates are posted; empty while the bot asks for them."""
        return self._world.webhook.target.url if self._world.webhook is not None else ""
