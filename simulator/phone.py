"""A person with a phone: writes, presses, sends pictures, blocks the bot."""

import re
from collections.abc import Sequence
from typing import Any

from simulator.chats import Chat, Standing
from simulator.entities import clean, find_entities
from simulator.files import File
from simulator.group import Group
from simulator.media import (
    captioned,
    document_content,
    location_content,
    photo_content,
    sticker_content,
    voice_content,
)
from simulator.messages import Message
from simulator.presses import Press
from simulator.privacy import bot_sees
from simulator.screen import ImpossibleError, Screen
from simulator.updates import Update
from simulator.users import User
from simulator.world import World

START_PAYLOAD = re.compile("[A-Za-z0-9_-]{1,64}")


class Phone(Screen):
    """The private chat with the bot, seen from the person's side.

    What is sent goes to the bot, or with `to` into a group. `last_update` is the last that the bot was sent
    because of this person.
    """

    def __init__(self, world: World, user: User) -> None:
        super().__init__(world, world.private_chat(user))
        self.user = user
        self.last_update: Update | None = None

    @property
    def id(self) -> int:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    # writing

    async def send(
        self,
        text: str,
        *,
        to: Group | None = None,
        reply_to: Message | None = None,
        topic: int | None = None,
    ) -> Message:
        """Send a text; one that is too long goes in pieces, as clients send it. The last piece is returned."""
        most = self._world.limits.text_characters
        pieces = [clean(text[at : at + most]) for at in range(0, len(text), most)]
        sent = [self._say(_text(piece), to, reply_to=reply_to, topic=topic) for piece in pieces if piece]
        if not sent:
            raise ImpossibleError("there is nothing to send")
        return sent[-1]

    async def start(self, payload: str | None = None) -> Message:
        """Press Start (or Restart, if the bot is blocked); a deep link brings its payload along."""
        if payload is not None and not START_PAYLOAD.fullmatch(payload):
            raise ImpossibleError(f"no link can carry {payload!r}: 1 to 64 of A-Z a-z 0-9 _ -")
        if self.chat.standing is Standing.KICKED:
            await self.unblock()
        return await self.send("/start" if payload is None else f"/start {payload}")

    async def edit(self, message: Message | int, text: str, *, to: Group | None = None) -> Message:
        """Change one of one's own texts, or the words below one's own picture or file."""
        chat = self._chat(to)
        number = message if isinstance(message, int) else message.id
        found = chat.messages.get(number)
        if found is None or found.sender is not self.user or found.media in ("sticker", "voice", "location"):
            raise ImpossibleError(f"{number} is no text of {self.name}")
        kept = {name: what for name, what in found.content.items() if name in ("photo", "document")}
        words = {**kept, **captioned(text)} if kept else _text(clean(text))
        self._world.edit(found, content=words, markup=None)
        self._tell(found, edited=True)
        return found

    # sending other things

    async def send_photo(
        self,
        size: int = 60_000,
        caption: str = "",
        *,
        content: bytes | None = None,
        width: int = 1280,
        height: int = 960,
        to: Group | None = None,
    ) -> Message:
        """A photo of so many bytes (or with this content)."""
        return self._say(self._photo(size, caption, content, width, height), to)

    async def send_album(
        self,
        count: int = 3,
        caption: str = "",
        *,
        size: int = 60_000,
        contents: Sequence[bytes] = (),
        to: Group | None = None,
    ) -> list[Message]:
        """Several photos at once (or these): as many messages, joined by an album's id, the caption on the first."""
        count = len(contents) or count
        if not 2 <= count <= self._world.limits.album_items:
            raise ImpossibleError(f"an album has 2 to {self._world.limits.album_items} pictures")
        album = str(self._world.next_album())
        return [
            self._say(
                self._photo(size, caption if n == 0 else "", contents[n] if contents else None, 1280, 960),
                to,
                album=album,
            )
            for n in range(count)
        ]

    async def forward(self, message: Message, *, of: str) -> Message:
        """Pass on a message that somebody of that name wrote."""
        return self._say(message.content, None, forwarded=of)

    async def send_document(
        self,
        name: str,
        content: bytes | int = 20_000,
        media: str = "application/pdf",
        caption: str = "",
        *,
        to: Group | None = None,
    ) -> Message:
        """A file with this content, or of so many bytes."""
        files = self._world.files
        file: File
        if isinstance(content, int):
            file = files.add("document", size=content, media=media, name=name)
        else:
            file = files.add("document", content=content, media=media, name=name)
        return self._say(document_content(file, caption=caption), to)

    async def send_sticker(self, *, to: Group | None = None) -> Message:
        return self._say(sticker_content(self._world.files.add("sticker", size=30_000)), to)

    async def send_voice(self, *, to: Group | None = None) -> Message:
        return self._say(voice_content(self._world.files.add("voice", size=9_000)), to)

    async def send_location(
        self, latitude: float = 20.8449, longitude: float = 106.6881, *, to: Group | None = None
    ) -> Message:
        return self._say(location_content(latitude, longitude), to)

    # pressing

    async def press(
        self, button: str | int, *, message: Message | None = None, to: Group | None = None
    ) -> Press:
        """Press a button by its label or its number (from 1), on this message or the last that has it."""
        chat = self._chat(to)
        candidates = [message] if message is not None else reversed(chat.messages.values())
        for shown in candidates:
            if (data := _data(shown, button)) is not None:
                return self._press(self.user, shown, data)
        raise ImpossibleError(f"there is no button {button!r} that {self.name} could press")

    async def press_as(self, data: str, *, message: Message, person: "Phone | None" = None) -> Press:
        """Forge a press: with data that the message does not have, on a message of another chat, or in
        another person's name."""
        return self._press(self.user if person is None else person.user, message, data)

    # the person and the bot

    async def block(self) -> None:
        """Block the bot: it is told, and its messages are refused."""
        self.last_update = self._world.tell_standing(self.chat, self.user, Standing.KICKED)
        self.chat.touch()

    async def unblock(self) -> None:
        self.last_update = self._world.tell_standing(self.chat, self.user, Standing.MEMBER)
        self.chat.touch()

    async def deactivate(self) -> None:
        """Delete the account. The bot is not told: it learns it when it writes."""
        self.user.deactivated = True

    def resend_last_update(self) -> None:
        """Deliver the same update, with the same id, once more."""
        if self.last_update is None:
            raise ImpossibleError(f"the bot was sent nothing by {self.name}")
        self._world.updates.repeat(self.last_update)

    # how it is done

    def _chat(self, to: Group | None) -> Chat:
        chat = self.chat if to is None else to.chat
        if to is not None and self.user.id not in chat.members:
            raise ImpossibleError(f"{self.name} is not in {chat.title!r}")
        if chat is self.chat and chat.standing is Standing.KICKED:
            raise ImpossibleError(f"{self.name} has blocked the bot")
        if self.user.deactivated:
            raise ImpossibleError(f"{self.name} has no account any more")
        return chat

    def _say(self, content: dict[str, Any], to: Group | None, **more: Any) -> Message:
        chat = self._chat(to)
        chat.opened = True
        message = self._world.post(chat, self.user, content, **more)
        self._tell(message)
        return message

    def _tell(self, message: Message, *, edited: bool = False) -> None:
        in_it = message.chat.standing is Standing.MEMBER
        if in_it and bot_sees(message, self._world.bot):
            self.last_update = self._world.tell_message(message, edited=edited)

    def _press(self, person: User, message: Message, data: str) -> Press:
        press = self._world.presses.add(person, message, data)
        self.last_update = self._world.tell_press(press)
        return press

    def _photo(
        self, size: int, caption: str, content: bytes | None, width: int, height: int
    ) -> dict[str, Any]:
        photo = self._world.files.add("photo", content=content, size=size)
        return photo_content(self._world.files, photo, width=width, height=height, caption=caption)


def _text(text: str) -> dict[str, Any]:
    if not text:
        raise ImpossibleError("there is nothing to send")
    entities = find_entities(text)
    return {"text": text, "entities": entities} if entities else {"text": text}


def _data(message: Message, button: str | int) -> str | None:
    """The data of a button under a message; None if there is no such button that goes to the bot."""
    if message.markup is None:
        return None
    buttons = message.buttons
    if isinstance(button, int):
        return buttons[button - 1].data if 1 <= button <= len(buttons) else None
    return next((shown.data for shown in buttons if shown.label == button), None)
