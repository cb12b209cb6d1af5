"""A terminal in place of a phone: what is typed is sent, what the bot says is printed.

Talks to a running pretend Telegram over its `/sim` address only, so that it works from any process. It is
written like the golden conversations: `>` the person, `<` the bot, `[...]` the buttons.
"""

import asyncio
import base64
import contextlib
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import aiohttp

from simulator.talk_words import WORDS, Words
from simulator.typed import choose, typed_lines

Write = Callable[[str], None]
LOOK_SECONDS = 25.0
TOAST_SECONDS = 1.0
HISTORY = 6  # messages shown again when a chat is opened
SETTLE_SECONDS = 0.2  # a script goes on when the bot has been silent for so long


async def talk(
    base_url: str,
    name: str,
    *,
    language: str = "vi",
    lines: AsyncIterator[str] | None = None,
    write: Write = print,
    patience: float | None = None,
) -> None:
    """Be `name` until `:quit` or the end of the input.

    `lines` is standard input unless given. Where nobody is typing (a pipe, a script) each line waits up to
    `patience` seconds for the bot to answer before the next is read; at a terminal it does not wait.
    """
    if patience is None:
        patience = 0.0 if lines is None and sys.stdin.isatty() else 3.0
    async with aiohttp.ClientSession(base_url) as session:
        conversation = Conversation(session, WORDS[language], write, patience)
        try:
            await conversation.become(name)
            async for line in lines if lines is not None else typed_lines():
                if not await conversation.obey(line.strip()):
                    break
        except aiohttp.ClientConnectionError:
            write(WORDS[language].unreachable.format(address=base_url))
        finally:
            await conversation.leave()


class Conversation:
    """One terminal: who is speaking, in which chat, and what is on the screen."""

    def __init__(self, session: aiohttp.ClientSession, words: Words, write: Write, patience: float) -> None:
        self._session = session
        self._words = words
        self._write = write
        self._patience = patience
        self._person: dict[str, Any] = {}
        self._group: dict[str, Any] | None = None
        self._change = 0
        self._last_buttons: dict[str, Any] | None = None  # the last message that has buttons
        self._heard = asyncio.Event()
        self._printing = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None

    async def become(self, name: str) -> None:
        """Take somebody's phone: a part of a name is enough if only one person has it."""
        people = await self._ask("GET", "/sim/people")
        matching = [person for person in people if name.casefold() in person["name"].casefold()]
        full = matching[0]["name"] if len(matching) == 1 else name
        self._person = await self._ask("POST", "/sim/people", {"name": full})
        self._group = None
        await self._open()

    async def leave(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            with contextlib.suppress(asyncio.CancelledError, aiohttp.ClientError):
                await self._looking
            self._looking = None

    async def obey(self, line: str) -> bool:
        """Do what a line says; False when it says to stop."""
        if not line:
            return True
        if not line.startswith(":"):
            await self._act("send", text=line)
            return True
        word, _, rest = line[1:].partition(" ")
        rest = rest.strip()
        match word:
            case "quit" | "q":
                return False
            case "press" | "b":
                await self._press(rest)
            case "photo":
                await self._act("photo", caption=rest)
            case "file":
                await self._file(rest or "van-ban.pdf")
            case "start":
                await self._act("start", **({"payload": rest} if rest else {}))
            case "sticker" | "voice" | "location" | "block" | "unblock":
                await self._act(word)
            case "who":
                await self._who()
            case "as" if rest:
                await self.become(rest)
            case "in":
                await self._enter(rest)
            case _:
                self._write(self._words.help)
        return True

    # acts

    async def _press(self, wanted: str) -> None:
        """By number, or by as much of the label as tells it apart."""
        message = self._last_buttons
        labels = [b["label"] for row in message["buttons"] for b in row] if message is not None else []
        number = choose(wanted, labels)
        if message is None or number is None:
            self._write(self._words.no_button.format(button=wanted))
            return
        async with self._printing:  # the toast belongs above what the bot says next
            answer = await self._do("press", button=number, message=message["id"], wait=TOAST_SECONDS)
            if answer.get("toast"):
                self._write(f"  ({answer['toast']})")
        await self._settle()

    async def _file(self, name: str) -> None:
        path = Path(name)
        content = {}
        if await asyncio.to_thread(path.is_file):
            content = {"content": base64.b64encode(await asyncio.to_thread(path.read_bytes)).decode()}
        await self._act("document", name=path.name, **content)

    async def _act(self, act: str, **body: Any) -> None:
        if "error" not in await self._do(act, **body):
            await self._settle()

    async def _do(self, act: str, **body: Any) -> dict[str, Any]:
        if self._group is not None:
            body["group"] = self._group["id"]
        self._heard.clear()
        result = await self._ask("POST", f"/sim/people/{self._person['id']}/{act}", body)
        if "error" in result:
            self._write(self._words.impossible.format(reason=result["error"]))
        return dict(result)

    async def _settle(self) -> None:
        """In a script: wait for the bot's answer, and until it has no more to say."""
        if not self._patience:
            return
        within = self._patience
        with contextlib.suppress(TimeoutError):
            while True:
                async with asyncio.timeout(within):
                    await self._heard.wait()
                self._heard.clear()
                within = SETTLE_SECONDS

    # looking

    async def _who(self) -> None:
        for person in await self._ask("GET", "/sim/people"):
            mark = "*" if person["id"] == self._person["id"] else " "
            blocked = f" ({self._words.blocked})" if person["blocked"] else ""
            self._write(f"{mark} {person['name']}{blocked}")
        for group in await self._ask("GET", "/sim/groups"):
            mark = "*" if self._group is not None and group["id"] == self._group["id"] else " "
            self._write(f"{mark} {group['title']}: {', '.join(group['members'])}")

    async def _enter(self, title: str) -> None:
        """Go into a group; without a title back to the bot."""
        groups = await self._ask("GET", "/sim/groups")
        found = [group for group in groups if title.casefold() in group["title"].casefold()]
        if title and len(found) != 1:
            self._write(self._words.no_group.format(title=title))
            return
        self._group = found[0] if title else None
        await self._open()

    async def _open(self) -> None:
        """Show the end of the chat, then follow it."""
        await self.leave()
        self._last_buttons = None
        place = self._group["title"] if self._group is not None else self._words.bot
        self._write(self._words.opened.format(name=self._person["name"], place=place))
        looked = await self._ask("GET", f"{self._address}/messages")
        self._change = looked["change"]
        for message in looked["messages"][-HISTORY:]:
            self._show(message, again=True)
        self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while True:
            query = f"after={self._change}&timeout={LOOK_SECONDS}"
            looked = await self._ask("GET", f"{self._address}/messages?{query}")
            self._change = looked["change"]
            async with self._printing:
                for message in looked["messages"]:
                    self._show(message)
            if any(message["from_bot"] for message in looked["messages"]):
                self._heard.set()

    @property
    def _address(self) -> str:
        if self._group is not None:
            return f"/sim/groups/{self._group['id']}"
        return f"/sim/people/{self._person['id']}"

    def _show(self, message: dict[str, Any], *, again: bool = False) -> None:
        mine = message["who"] == self._person["name"]
        if mine and not again and not self._patience:
            return  # it stands above, where it was typed
        if not message["text"] and not message["media"]:
            return  # somebody came, went or changed the group
        head = ">" if not message["from_bot"] else "<"
        who = f"{message['who']}: " if self._group is not None and not message["from_bot"] else ""
        media = f"[{self._words.media[message['media']]}] " if message["media"] else ""
        edited = f"({self._words.edited}) " if message["edited"] else ""
        text = message["text"].replace("\n", "\n  ")
        self._write(f"{head} {edited}{who}{media}{text}".rstrip())
        if message["buttons"]:
            self._last_buttons = message
            number = 0
            for row in message["buttons"]:
                labels = [f"{number + n} [{button['label']}]" for n, button in enumerate(row, 1)]
                number += len(row)
                self._write("  " + "  ".join(labels))

    async def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        async with self._session.request(method, path, json=body) as response:
            return await response.json()
