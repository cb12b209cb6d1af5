"""The desk behind the ears: answers with the words that it heard, or fails as it was told to."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.core.channel import Raw
from bot.core.messages import Incoming
from bot.db import bells, inbox, outbox
from bot.db.outbox import Message
from bot.db.session import Connection, Database
from bot.intake import Intake
from tests.house import office_time
from tests.wire.fakes import FakeChannel

NOW = office_time("2026-11-23 08:05")


class Desk:
    """Each turn leaves a row behind (a bell of the text's name), so that half a turn would be seen."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        """(chat, text) of every turn that was begun."""
        self.files: list[list[str]] = []
        """The ids of the files of every turn that brought any."""
        self.apologized: list[str] = []
        self._failures: dict[str, list[Exception]] = {}

    def fail(self, text: str, *errors: Exception) -> None:
        """The next turns about this text fail so, after their work."""
        self._failures[text] = list(errors)

    def handle(self, connection: Connection, incoming: Incoming, now: datetime) -> Sequence[Message]:
        self.heard.append((incoming.address.chat, incoming.text))
        if incoming.files:
            self.files.append([file.file_id for file in incoming.files])
        bells.note_ring(connection, f"{incoming.address.chat}: {incoming.text}", now=now)
        answer = outbox.put_answer(connection, incoming.address, {"text": incoming.text}, now=now)
        if self._failures.get(incoming.text):
            raise self._failures[incoming.text].pop(0)
        return (answer,)

    def apologize(self, connection: Connection, incoming: Incoming, now: datetime) -> Sequence[Message]:
        self.apologized.append(incoming.text)
        if self._failures.get(f"apology for {incoming.text}"):
            raise self._failures[f"apology for {incoming.text}"].pop(0)
        return (outbox.put_answer(connection, incoming.address, {"text": "Xin lỗi"}, now=now),)


class Ears:
    """An intake as one process has it, and what can be seen of it from outside."""

    def __init__(self, database: Database, *, offered: Callable[[], None] = lambda: None) -> None:
        """`offered` is called at each moment in which answers are handed to the delivery."""
        self._tell_offered = offered
        self.database = database
        self.desk = Desk()
        self.channel = FakeChannel()
        self.offered: list[str] = []
        """The texts of answers, in the order in which they were handed to the delivery."""
        self.intake = Intake(
            database,
            {self.channel.name: self.channel},
            handle=self.desk.handle,
            apologize=self.desk.apologize,
            offer=self._offer,
            now=lambda: NOW,
        )

    async def hear(self, *raws: Raw) -> None:
        """Updates come in, and all that can be done about them is done."""
        await self.intake.accept(self.channel.name, raws)
        await self.intake.quiet()

    def waiting(self) -> list[str]:
        """The keys of updates that wait in the database."""
        rows = self.database.transaction(inbox.waiting, keep=False)
        return [self.channel.raw(row.body.encode()).key for row in rows]

    def set_aside(self) -> list[str]:
        """Why updates were set aside."""
        return [why for _, why in self.database.transaction(inbox.failed, keep=False)]

    def traces(self) -> list[str]:
        """The rows that turns left behind: `chat: text`."""
        return sorted(self.database.transaction(bells.last_rings, keep=False))

    def heard_in(self, chat: str) -> list[str]:
        return [text for where, text in self.desk.heard if where == chat]

    def _offer(self, messages: Sequence[Message]) -> None:
        self._tell_offered()
        self.offered += [message.body["text"] for message in messages]
