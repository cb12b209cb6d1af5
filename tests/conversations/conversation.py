"""A conversation as plain text: `>` a person, `<` the bot, `@` the clock, `=` whose chat it is, `[Có]` a button,
`→` the chat in which something arrives that nobody asked for.

    @ 2026-11-23 08:05
    ! plan with one question more
    ! T33 ends 2026-12-31 into T34
    = T14 officer
    > việc
    < ...

`+ classes.yaml` loads a plan of `plans/` at that moment.

It runs through the router and the database: between any two turns everything is stored and read back. `= stranger`
is a chat that nobody was invited to; `= T14 officer` is linked already, `= T14 officer (new)` is not, and `{code}`
stands for that person's invitation (`{code of BTG staff}`: the last
one that was shown there); `= T14 officer named NAME` has another name in the roster;
`= T14 officer on another phone` is another chat of the same person. `= group` is a stranger
in the Committee's group, `= BTG staff in group` that person there, `= BTG staff in topic 7` in a topic of it;
`= new group` is linked by its `{code}` only; `(removed)` is said of us.
`[Có of T14 officer]` is a button that somebody else was shown. `!` is what staff do at the command line: a newer plan
(tests/conversations/editions.py) or a newer roster is loaded.

A file whose name begins with `hoang-mai` plays in the house of that plan, on a clock of 2020.
"""

import functools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import update

from bot.core.messages import Address, Incoming, Kind, Made, Reply
from bot.db import invitations, outbox
from bot.db.contacts import link, load_contact, put_contact
from bot.db.digests import link_chat
from bot.db.outbox import Kind as MessageKind
from bot.db.outbox import Message, Settled
from bot.db.session import Connection
from bot.db.tables import person
from bot.gather.shelf import Shelf
from bot.papers.plan_files import read_plan
from handlers.router import Router
from scheduler.bells import duties
from scheduler.makers import makers
from tests.conversations.files import Drawer
from tests.conversations.loading import change_unit, load_editions, load_file
from tests.house import (
    VAN_TRACH,
    Furniture,
    make_house,
    member,
    office_time,
    open_house,
    the_office,
)

T = TypeVar("T")

READ_ONCE = functools.cache(read_plan)
"""Every conversation has the same plans."""

GROUP = "-1"
SECOND = " on another phone"
WRITES = re.compile(r"(?:INSERT|UPDATE|DELETE)(?: OR \w+)?(?: INTO| FROM)? (\w+)")
CODE = re.compile(r"\b[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}\b")
EXAMPLE = "ABCDE-FGHJK"
"""The code that messages show as an example; real ones are different in every run and are not written down."""


@dataclass(slots=True)
class Chat:
    """One chat of the conversation. `buttons` is the data of the newest button of each label; `last` is the message
    that stands last."""

    name: str
    address: Address
    person: str
    buttons: dict[str, str] = field(default_factory=dict)
    last: Reply | None = None


Speak = Callable[[Chat, str], str]
"""How a person does what a line says: another line that does the same."""


def as_written(_chat: Chat, said: str) -> str:
    return said


class Conversation:
    """Plays the inputs of a text and writes the whole text anew. `speak` may do what a line says in another way;
    `watch` is shown each chat after each line."""

    def __init__(
        self,
        folder: Path,
        *,
        language: str,
        furniture: Furniture = VAN_TRACH,
        speak: Speak = as_written,
        watch: "Callable[[Conversation, Chat], None] | None" = None,
    ) -> None:
        self.language = language
        house = make_house(folder, language=language, furniture=furniture)
        self._database = open_house(house)
        self._began = furniture.joined_at
        self.shelf = Shelf(READ_ONCE)
        self._router = Router(self.shelf, language=language)
        self._now = office_time("2026-11-23 08:05")
        self._language = language
        self._drawer = Drawer("telegram")
        self._chats: dict[str, Chat] = {}
        self._chat: Chat | None = None
        self._heard = 0
        self._codes: dict[str, str] = {}
        self._lines: list[str] = []
        self._shown = ""
        self._editions: list[str] = []
        self._speak = speak
        self.said: list[Reply] = []
        """Every message of the bot's, in order."""
        self.turns: list[tuple[str, str, Sequence[Reply]]] = []
        """Whose chat, what was said there, what was answered."""
        self._watch = watch

    def close(self) -> None:
        self._database.close()

    def play(self, text: str) -> str:
        """The text as it is now: the same inputs, what the bot says today."""
        for line in inputs(text):
            self._lines.append(line)
            match line[:1]:
                case "@":
                    self._set_clock(line[1:].strip())
                case "+":
                    self._in_transaction(partial(load_file, name=line[1:].strip(), now=self._now))
                case "=":
                    self._turn_to(line[1:].strip())
                case ">":
                    self._hear(line[1:].strip())
                case "!":
                    self._in_transaction(partial(self._load, line[1:].strip()))
                    self._deliver_bulk()
            if self._watch is not None:
                for chat in self._chats.values():
                    self._watch(self, chat)
        return "\n".join(self._lines).strip() + "\n"

    @property
    def speaking(self) -> Chat:
        """Whose turn it is."""
        assert self._chat is not None, "whose chat is it? (= NAME)"
        return self._chat

    def look(self, see: Callable[[Connection], T]) -> T:
        """What is in the database now."""
        return self._in_transaction(see)

    def try_out(
        self, chat: Chat, said: str, see: Callable[[Connection, Collection[str]], T]
    ) -> tuple[list[Reply], T]:
        """What would be answered to that, and what would be in the tables that are written to: then it is undone."""

        def turn(connection: Connection) -> tuple[list[Reply], T]:
            incoming = replace(self._incoming(chat, said), key="tried")
            statements: list[str] = []
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.set_trace_callback(statements.append)
            answers = self._router.handle(connection, incoming, self._now)
            driver.set_trace_callback(None)
            written = {found[1] for one in statements if (found := WRITES.match(one))}
            return [Reply.from_json(message.body) for message in answers], see(connection, written)

        return self._database.transaction(turn, keep=False)

    def _set_clock(self, text: str) -> None:
        self._now = office_time(text)
        self._in_transaction(self._ring)
        self._deliver_bulk()

    def _ring(self, connection: Connection) -> None:
        for duty in duties(self.shelf):
            while duty.do(connection, self._now):
                pass

    def _load(self, what: str, connection: Connection) -> None:
        """What staff do at the command line (tests/conversations/loading.py)."""
        if what.startswith("plan "):
            self._editions.append(what.removeprefix("plan "))
            load_editions(connection, self._editions, now=self._now)
        else:
            change_unit(connection, what, self.shelf, now=self._now)

    def _turn_to(self, name: str) -> None:
        if name not in self._chats:
            self._chats[name] = self._in_transaction(lambda connection: self._open(connection, name))
        self._chat = self._chats[name]
        self._shown = name

    def _open(self, connection: Connection, name: str) -> Chat:
        if name.endswith("group") or " in topic " in name:
            return self._open_group(connection, name)
        address = Address("telegram", str(1000 + len(self._chats)))
        if "stranger" in name:
            return Chat(name, address, address.chat)
        post, _, called = name.removesuffix(" (new)").removesuffix(SECOND).partition(" named ")
        who = member(connection, *post.split())
        if called:
            connection.execute(update(person).where(person.c.id == who.person_id).values(name=called))
        if name.endswith(" (new)"):
            office = the_office(connection)
            self._codes[name] = invitations.invite(connection, office.id, who.person_id, now=self._now)
            return Chat(name, address, address.chat)
        put_contact(connection, address, language=None, now=self._now)
        contact = load_contact(connection, address)
        assert contact is not None
        link(connection, contact.id, who.person_id, now=self._began)
        return Chat(name, address, address.chat)

    def _open_group(self, connection: Connection, name: str) -> Chat:
        address, office = Address("telegram", GROUP), the_office(connection)
        if name == "new group":
            self._codes[name] = invitations.invite(connection, office.id, None, now=self._now)
        elif name == "group":
            link_chat(connection, office.id, address, by="test", now=self._began)
        who, _, topic = name.partition(" in topic ")
        address = Address("telegram", GROUP, topic or None)
        speaker = self._chats.get(who.removesuffix(" in group"))
        return Chat(name, address, speaker.person if speaker else "0")

    def _hear(self, said: str) -> None:
        assert self._chat is not None, "whose chat is it? (= NAME)"
        self._heard += 1
        incoming = self._incoming(self._chat, self._speak(self._chat, said))
        answers = self._in_transaction(
            lambda connection: self._router.handle(connection, incoming, self._now)
        )
        self._settle(answers)
        replies = [Reply.from_json(message.body) for message in answers]
        self.turns.append((self._chat.name, said, replies))
        for reply in replies:
            self._show(self._chat, reply)
        self._deliver_bulk()

    def _incoming(self, chat: Chat, said: str) -> Incoming:
        base = Incoming(
            key=str(self._heard),
            address=chat.address,
            sender=chat.person,
            sender_name=chat.name,
            kind=Kind.TEXT,
            group=chat.address.chat.startswith("-"),
        )
        if said.startswith("[") and said.endswith("]"):
            return replace(base, kind=Kind.PRESS, text=self._pressed(chat, said[1:-1]), press="1")
        sent = self._drawer.sent(said, base.key)
        if sent is not None:
            caption, (first, *more) = sent
            album = base.key if more else None
            message = replace(base, kind=Kind.FILE, text=caption, attachment=first, more=tuple(more))
            return replace(message, album=album, message=base.key)
        if said in ("(removed)", "(let in again)"):
            return replace(base, kind=Kind.BLOCKED if said == "(removed)" else Kind.UNBLOCKED)
        if said == "(sticker)":
            return replace(base, kind=Kind.UNREADABLE)
        if said.startswith("(edited)"):
            return replace(base, kind=Kind.EDITED, text=said.removeprefix("(edited)").strip())
        said = said.replace("{code}", self._codes.get(chat.name, "")).replace("{5000}", "a" * 5000)
        for name, code in self._codes.items():
            said = said.replace(f"{{code of {name}}}", code)
        return replace(base, text=said, message=base.key)

    def _pressed(self, chat: Chat, label: str) -> str:
        """The data of the newest button with that label; `data:...` forges one, `... of NAME` is another's."""
        if label.startswith("data:"):
            return label.removeprefix("data:")
        what, _, name = label.rpartition(" of ")
        if name in self._chats:
            return self._chats[name].buttons[what]
        assert label in chat.buttons, f"no button [{label}] in {chat.name}: {self._lines[-8:]}"
        return chat.buttons[label]

    def _deliver_bulk(self) -> None:
        """Deliver what nobody asked for, each message under the name of its chat."""
        messages = self._in_transaction(
            lambda connection: outbox.claim_due(connection, ("telegram",), now=self._now, most=1000)
        )
        made_late = makers(self.shelf)
        shown: dict[int, Reply] = {}
        for message in messages:

            def words(connection: Connection, message: Message = message) -> Made:
                make = made_late.get(message.kind)
                return make(connection, message, self._now) if make else Reply.from_json(message.body)

            made = self._in_transaction(words)
            assert made is None or isinstance(made, Reply), (
                "the clock of a conversation stands in a send window"
            )
            chat = next((one for one in self._chats.values() if one.address == message.address), None)
            if made is not None and chat is not None:
                if self._shown != chat.name:
                    self._lines.append(f"→ {chat.name}")
                    self._shown = chat.name
                if message.kind is MessageKind.AMEND:
                    self._lines.append(
                        "  (tin nhắc trên được sửa)"
                        if self._language == "vi"
                        else "  (the reminder is edited)"
                    )
                self._show(chat, made)
                if message.kind is not MessageKind.AMEND:
                    shown[message.id] = made
        self._settle(messages, shown)

    def _settle(self, messages: Sequence[Message], shown: Mapping[int, Reply] | None = None) -> None:
        settled = [
            Settled(
                message.id,
                "sent",
                self._now,
                self._now,
                "1",
                attempts=1,
                offers=(message.address, shown[message.id].choices)
                if shown and message.id in shown
                else None,
            )
            for message in messages
        ]
        if settled:
            self._in_transaction(lambda connection: outbox.settle(connection, settled))

    def _show(self, chat: Chat, reply: Reply) -> None:
        chat.buttons |= {choice.label: choice.data for choice in reply.choices}
        for code in CODE.findall(reply.text):
            if code != EXAMPLE and not chat.name.endswith(("(new)", "group")):
                self._codes[chat.name] = code
        chat.last = reply
        self.said.append(reply)
        text = CODE.sub(lambda found: found[0] if found[0] == EXAMPLE else "*****-*****", reply.text)
        if reply.erase:
            self._lines.append(
                "  (xóa tin trên)" if self._language == "vi" else "  (the message above is erased)"
            )
        first, *rest = text.split("\n")
        self._lines.append(f"< {first}")
        self._lines += [f"  {line}".rstrip() for line in rest]
        self._lines += [f"  {self._drawer.shown(file, language=self._language)}" for file in reply.files]
        if reply.choices:
            self._lines.append("  " + " ".join(f"[{choice.label}]" for choice in reply.choices))

    def _in_transaction(self, work: Callable[[Connection], T]) -> T:
        return self._database.transaction(work)


def inputs(text: str) -> Iterator[str]:
    """The lines that a text is played from; a blank line stays where it parts two of them."""
    for line in text.splitlines():
        if line[:1] in ("#", "@", "+", "=", ">", "!"):
            yield line.rstrip()
