"""Telegram: translates between its updates and ours, and nothing else."""

import asyncio
import hashlib
import json
import logging
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, InputFile
from telegram.constants import FileSizeLimit, FloodLimit, MessageLimit
from telegram.error import (
    Conflict,
    InvalidToken,
    TelegramError,
)
from telegram.warnings import PTBDeprecationWarning

from bot.channels.http import FILE_WAIT, AiohttpRequest
from bot.channels.telegram_failures import meaning_of
from bot.channels.telegram_reading import TelegramReader, raw_of
from bot.channels.telegram_writing import worded
from bot.core.attachments import Attachment, Written
from bot.core.channel import Accept, ChannelRefused, DeliveryError, Limits, Menus, Raw
from bot.core.messages import Address, Incoming, Reply

log = logging.getLogger(__name__)

# python-telegram-bot says at each 429 that the number will once be a timedelta; we take both.
warnings.filterwarnings("ignore", category=PTBDeprecationWarning, message=".*retry_after.*")

NAME = "telegram"
PUBLIC_API = "https://api.telegram.org"
POLL = 30
"""Seconds that one long poll waits."""

LONGEST_PAUSE = 30.0
"""Seconds between attempts to reach Telegram when the network is gone."""

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of update. Telegram remembers the last setting, so it is always said."""

CONVERSATION_BURST = 20
"""What a chat may get at once before its rate of one a second counts: each answer follows a message of the
person's, and Telegram tolerates short bursts."""


SPARE = 1.0
"""Messages a second that are left of what Telegram permits: it hears them less evenly than we say them."""


class Telegram:
    """The channel `telegram`. `api` is a base address without a trailing slash."""

    name = NAME
    out_of_reach = False
    """Whether the last attempt to hear of updates failed."""
    limits = Limits(
        text_length=MessageLimit.MAX_TEXT_LENGTH,
        overall_rate=FloodLimit.MESSAGES_PER_SECOND - SPARE,
        chat_rate=float(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT),
        chat_burst=CONVERSATION_BURST,
        group_rate=FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP / 60.0,
        group_burst=FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP // 2,
        file_size=FileSizeLimit.PHOTOSIZE_UPLOAD,
    )

    def __init__(self, token: str, *, api: str = PUBLIC_API, proxy: str | None = None) -> None:
        self._polls = AiohttpRequest(proxy=proxy, read_timeout=POLL + 10.0)
        self._calls = AiohttpRequest(proxy=proxy)
        self._bot = Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=self._calls,
            get_updates_request=self._polls,
        )
        self._reader = TelegramReader(self._bot)
        self.webhook_secret = hashlib.sha256(f"webhook:{NAME}:{token}".encode()).hexdigest()

    def __repr__(self) -> str:
        return "Telegram()"  # python-telegram-bot's own would show the token

    def is_group(self, address: Address) -> bool:
        """Groups have negative ids."""
        return address.chat.startswith("-")

    async def open(self) -> str:
        """Connect. Raises ChannelRefused for a wrong token, DeliveryError without a network."""
        self.out_of_reach = True
        try:
            await self._bot.initialize()
        except InvalidToken:
            raise ChannelRefused(NAME) from None
        except TelegramError as error:
            raise DeliveryError(str(error)) from None
        self.out_of_reach = False
        return self._bot.username

    async def close(self) -> None:
        """Let go of the connections."""
        await self._bot.shutdown()

    async def offer(self, menus: Menus) -> None:
        """Set the command menu of private chats. Raises DeliveryError."""
        try:
            for number, (language, commands) in enumerate(menus.items()):
                listed = [BotCommand(command.word, command.description) for command in commands]
                scope = BotCommandScopeAllPrivateChats()
                if number == 0:
                    await self._bot.set_my_commands(listed, scope=scope)
                else:
                    await self._bot.set_my_commands(listed, scope=scope, language_code=language)
        except TelegramError as error:
            raise DeliveryError(str(error)) from None

    async def listen(self, accept: Accept) -> None:
        """Long polling. Telegram forgets an update when the next poll names a later one, which is not asked before
        `accept` has made it durable."""
        offset = 0
        pause = 0.0
        polls = False
        while True:
            try:
                if not polls:
                    # An earlier webhook would keep every update from us.
                    polls = await self._bot.delete_webhook()
                updates = await self._poll(offset)
            except TelegramError as error:
                pause = min(LONGEST_PAUSE, max(1.0, pause * 2))
                self.out_of_reach = True
                # Of the two things that conflict with a poll, a webhook that somebody set can be taken away.
                polls = polls and not isinstance(error, Conflict)
                what = "telegram.another_bot_polls" if isinstance(error, Conflict) else "telegram.cannot_poll"
                log.warning(what, extra={"why": str(error), "again_in": pause})
                await asyncio.sleep(pause)
                continue
            pause = 0.0
            self.out_of_reach = False
            if updates:
                await accept([raw_of(update) for update in updates])
                offset = max(update["update_id"] for update in updates) + 1

    async def _poll(self, offset: int) -> Sequence[dict[str, Any]]:
        """One long poll, not parsed: an update that python-telegram-bot cannot parse must not stop the others.
        Raises TelegramError, also for an answer that is not Telegram's (a page of some proxy)."""
        wanted = {"timeout": POLL, "offset": offset, "allowed_updates": WANTED}
        answer = await self._polls.call(f"{self._bot.base_url}/getUpdates", wanted)
        if not isinstance(answer, list):
            raise TelegramError("not a list of updates")
        updates = [
            update
            for update in answer
            if isinstance(update, dict) and isinstance(update.get("update_id"), int)
        ]
        if answer and not updates:
            raise TelegramError("not a list of updates")
        return updates

    def raw(self, body: bytes) -> Raw:
        """An update as a webhook brings it. Raises ValueError if it is none."""
        update = json.loads(body)
        if not isinstance(update, dict) or "update_id" not in update:
            raise ValueError("not an update")
        return raw_of(update)

    async def call_back(self, url: str, *, secret: str) -> None:
        """Ask for updates at `url` instead of polls. Raises DeliveryError."""
        try:
            await self._bot.set_webhook(url, secret_token=secret, allowed_updates=WANTED)
        except TelegramError as error:
            raise DeliveryError(str(error)) from None

    def read(self, body: str) -> Incoming | None:
        """Translate one update. Raises ValueError if python-telegram-bot cannot parse it."""
        return self._reader.read(json.loads(body))

    async def deliver(self, address: Address, reply: Reply, *, press: str | None) -> str:
        """Send one message; stop the pressed button's spinning meanwhile."""
        if press is None:
            return await self._send(address, reply)
        sent, _ = await asyncio.gather(self._send(address, reply), self._acknowledge(press))
        return sent

    async def _send(self, address: Address, reply: Reply) -> str:
        """The call as it is: python-telegram-bot's own reads the whole message back, of which we want the id alone."""
        return await self._post("sendMessage", address, worded(address, reply))

    async def enclose(self, address: Address, file: Written) -> str:
        """A picture as a photo; everything else, and a picture too narrow for a photo, as a document."""
        if file.is_picture:
            try:
                return await self._upload("sendPhoto", "photo", address, file)
            except DeliveryError as error:
                if not error.permanent or error.lost:
                    raise
        return await self._upload("sendDocument", "document", address, file)

    async def _upload(self, method: str, field: str, address: Address, file: Written) -> str:
        parameters = {"chat_id": address.chat, field: InputFile(file.content, filename=file.name)}
        if file.caption:
            parameters["caption"] = file.caption
        return await self._post(method, address, parameters, wait=FILE_WAIT)

    async def amend(self, address: Address, message: str, reply: Reply) -> None:
        """editMessageText. What says the same already is as it should be."""
        try:
            await self._call("editMessageText", {**worded(address, reply), "message_id": int(message)})
        except TelegramError as error:
            raise meaning_of(error) from None

    async def erase(self, address: Address, message: str) -> None:
        """In a private chat, for two days."""
        try:
            await self._call("deleteMessage", {"chat_id": address.chat, "message_id": int(message)})
        except (TelegramError, ValueError) as error:
            raise DeliveryError(str(error)) from None

    async def fetch(self, attachment: Attachment, *, most: int) -> bytes:
        """getFile, then the file itself. Telegram gives out at most 20 MB."""
        try:
            found = await self._call("getFile", {"file_id": attachment.file_id})
            if found.get("file_size", 0) > most:
                raise DeliveryError(f"the file has more than {most} bytes", permanent=True)
            return await self._calls.download(f"{self._bot.base_file_url}/{found['file_path']}", most=most)
        except TelegramError as error:
            raise meaning_of(error) from None
        except (AttributeError, KeyError, TypeError) as error:
            raise DeliveryError(f"no file of Telegram's: {error!r}") from None

    async def _post(
        self, method: str, address: Address, parameters: dict[str, Any], *, wait: float | None = None
    ) -> str:
        """One message; its id."""
        if address.thread:
            parameters["message_thread_id"] = int(address.thread)
        try:
            sent = await self._call(method, parameters, wait=wait)
            return str(sent["message_id"])
        except TelegramError as error:
            raise meaning_of(error) from None
        except (KeyError, TypeError) as error:
            raise DeliveryError(f"no message of Telegram's: {error!r}") from None

    async def _acknowledge(self, press: str) -> None:
        """A courtesy: it may come too late, and the answer goes out all the same."""
        try:
            await self._call("answerCallbackQuery", {"callback_query_id": press})
        except TelegramError as error:
            log.debug("telegram.press_not_acknowledged", extra={"why": str(error)})

    async def _call(self, method: str, parameters: Mapping[str, Any], *, wait: float | None = None) -> Any:
        """One call of the Bot API. Raises TelegramError."""
        return await self._calls.call(f"{self._bot.base_url}/{method}", parameters, wait=wait)
