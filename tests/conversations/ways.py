"""The same conversation with buttons only, with labels, with numbers: what a person may do in place of a line."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bot.core.codes import INVITATION_LENGTH, LETTERS
from bot.core.messages import Choice
from bot.core.plain import numbers
from bot.db.session import Connection
from handlers.choices import find_choice
from tests.conversations.conversation import Chat, Conversation

FIGURES = re.compile(r"\d+")
"""Messages that differ in these alone offer the same."""


@dataclass
class Codes:
    """Invitation codes that are all different and the same in each play: 22222-22222, 22222-22223 and so on."""

    drawn: int = 0

    def __call__(self) -> str:
        rest, letters = self.drawn, ""
        for _ in range(INVITATION_LENGTH):
            rest, place = divmod(rest, len(LETTERS))
            letters = LETTERS[place] + letters
        self.drawn += 1
        return f"{letters[:5]}-{letters[5:]}"


@dataclass
class Typing:
    """Nothing is pressed: for each press the label is typed, or its number where there is one. Only a button that is
    not in the last message (an older one, somebody else's, a forged one) has no words: such presses stay, counted."""

    by_number: bool = False
    exempt: list[str] = field(default_factory=list)
    typed: int = 0

    def __call__(self, chat: Chat, said: str) -> str:
        if not (said.startswith("[") and said.endswith("]")):
            return said
        pressed = next((one for one in _offered(chat) if one.label == said[1:-1]), None)
        if pressed is None:
            self.exempt.append(said)
            return said
        assert chat.last is not None
        self.typed += 1
        number = numbers(chat.last).get(pressed.data) if self.by_number else None
        return pressed.label if number is None else str(number)


@dataclass
class Tapping:
    """Whatever stands on a button is pressed, though a label or number was typed."""

    tapped: int = 0

    def __call__(self, chat: Chat, said: str) -> str:
        offered = _offered(chat)
        numbered = chat.last is not None and bool(numbers(chat.last))
        meant = find_choice(said, offered, numbered=numbered)
        if meant is None or said.startswith("/"):
            return said
        self.tapped += 1
        return f"[{meant.label}]"


@dataclass
class Trying:
    """Each choice of each message that stands last: pressed, and typed by its label and by its number. `differing` are
    those that come to different things. `codes` are drawn anew for each."""

    codes: Codes
    see: Callable[[Connection, Collection[str]], object]
    tried: set[tuple[str, ...]] = field(default_factory=set)
    differing: list[str] = field(default_factory=list)

    def __call__(self, conversation: Conversation, chat: Chat) -> None:
        if chat.last is None or not chat.last.choices:
            return
        asked = FIGURES.sub("", "\n\n".join(chat.last.text.split("\n\n")[-2:]))
        here = (conversation.language, asked, *(FIGURES.sub("", choice.data) for choice in chat.last.choices))
        if here in self.tried:
            return
        self.tried.add(here)
        numbered = numbers(chat.last)
        for choice in chat.last.choices:
            pressed = self._try(conversation, chat, f"[data:{choice.data}]")
            for words in (choice.label, *(str(number) for number in [numbered.get(choice.data)] if number)):
                if self._try(conversation, chat, words) != pressed:
                    self.differing.append(f"{words!r} is not [{choice.label}] of {chat.last.text[:80]!r}")

    def _try(self, conversation: Conversation, chat: Chat, said: str) -> object:
        drawn = self.codes.drawn
        came_of_it = conversation.try_out(chat, said, self.see)
        self.codes.drawn = drawn
        return came_of_it


def _offered(chat: Chat) -> tuple[Choice, ...]:
    return chat.last.choices if chat.last is not None else ()
