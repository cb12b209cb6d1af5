"""A sensible officer fills in each form of the school and of the commune; a year later once more, with nothing new and
with two figures new."""

import re
from dataclasses import dataclass
from pathlib import Path

from bench.receipts import lines_of_summary
from bot.core.forms.filling import Filling
from bot.core.forms.model import Type
from bot.core.messages import Reply
from bot.db.contacts import load_contact
from bot.db.fillings import Begun
from bot.db.session import Connection
from tests.conversations.conversation import Chat, Conversation

FORMS = (
    ("F1", "T25 officer", "2026-11-25 08:00", None),
    ("F2", "T25 officer", "2027-01-13 08:00", "2028-01-13 08:00"),
    ("F3", "T25 officer", "2027-05-31 08:00", "2028-05-31 08:00"),
    ("F4", "T25 officer", "2027-09-01 08:00", "2028-08-31 08:00"),
    ("C1", "X02 officer", "2026-11-25 08:00", None),
    ("C2", "X02 officer", "2027-06-08 08:00", "2028-06-08 08:00"),
    ("C3", "X02 officer", "2026-12-08 08:00", "2027-12-08 08:00"),
)
"""(form, who, when first, when once more; None for a form that is reported once): a morning on which a reminder comes,
whose button opens the form."""

TYPED = {
    Type.INTEGER: "12",
    Type.DECIMAL: "12,5",
    Type.MONEY_MILLION: "15",
    Type.RATIO: "12/12",
    Type.DATE: "20/11",
    Type.DOCUMENT: "15-KH/TH, ngày 20/11/2026",
    Type.TEXT: "Đã thực hiện đầy đủ",
}
"""What is typed where nothing can be tapped."""

UNCHANGED = "không thay đổi"
FIGURE = re.compile(r"(?P<line>\d+)\. .*\? (?P<figure>\d[\d.]*)(?:/[\d.]+ \(.*\))?")
"""A line of a summary whose answer is a number, or a number out of a total."""

FIRST, AS_LAST, TWO_NEW = "first", "as last time", "two figures new"
MOST_STEPS = 60


@dataclass(frozen=True, slots=True)
class Sat:
    """One sitting: `messages` of the officer (a tap is one), of which `characters` were typed; what the bot said."""

    form: str
    how: str
    questions: int
    messages: int
    characters: int
    bot_messages: int
    bot_characters: int

    @property
    def per_question(self) -> float:
        return self.messages / self.questions


def fill_in_all(folder: Path) -> tuple[list[Sat], list[Reply]]:
    """Every form, and all that the bot said meanwhile."""
    sat: list[Sat] = []
    said: list[Reply] = []
    for form, who, first, again in FORMS:
        for how in (AS_LAST, TWO_NEW) if again else (FIRST,):
            house = folder / f"{form} {how}"
            house.mkdir()
            conversation = Conversation(house, language="vi")
            try:
                conversation.play("@ 2026-11-23 08:05\n= " + who)
                once = _fill_in(conversation, form, first, how=FIRST)
                sat += [] if how == TWO_NEW else [once]
                sat += [_fill_in(conversation, form, again, how=how)] if again else []
                said += conversation.said
            finally:
                conversation.close()
    return sat, said


def _fill_in(conversation: Conversation, form: str, when: str, *, how: str) -> Sat:
    conversation.play(f"@ {when}")
    begun = len(conversation.said)
    messages = characters = questions = 0
    last = conversation.speaking.last
    reminded = [one for one in (last.choices if last else ()) if f".{form}." in one.data]
    said: str | None = f"[{reminded[0].label}]" if reminded else "báo cáo"
    while said is not None:
        messages += 1
        characters += 0 if said.startswith("[") else len(said)
        before = _open(conversation)
        conversation.play(f"> {said}")
        if before is not None and _open(conversation) is None:
            break  # it was sent
        assert messages < MOST_STEPS, conversation.said[-1]
        said = _next(conversation, form, how)
        questions = max(questions, lines_of_summary(conversation.said[-1]))
    told = conversation.said[begun:]
    read = sum(len(one.text) for one in told)
    return Sat(form, how, questions, messages, characters, len(told), read)


def _two_new(text: str) -> str:
    """The last two figures of a summary, each one less: `sửa 11: 44; 12: 7`."""
    found = [one for line in text.splitlines() if (one := FIGURE.fullmatch(line))][-2:]
    new = [f"{one['line']}: {int(one['figure'].replace('.', '')) - 1}" for one in found]
    return f"sửa {'; '.join(new)}"


def _next(conversation: Conversation, form: str, how: str) -> str:
    """What the officer says to the last message: where that is offered, that nothing or what has changed, else the
    first tap, else what is typed."""
    reply = conversation.said[-1]
    if UNCHANGED in reply.text.lower():
        return UNCHANGED if how == AS_LAST else _two_new(reply.text)
    for end in (".summary.send", ".done"):
        for choice in reply.choices:
            if choice.data.endswith(end):
                return f"[{choice.label}]"
    opens = [one for one in reply.choices if one.data.startswith("open:")]
    if opens:
        return next(f"[{one.label}]" for one in opens if f".{form}." in one.data)
    if reply.choices:
        return f"[{reply.choices[0].label}]"
    row = _open(conversation)
    assert row is not None, reply
    at = Filling.from_json(row.state).at
    plan = conversation.look(lambda connection: conversation.shelf.plan(connection, row.plan_version_id))
    assert at is not None, reply
    return TYPED[plan.form(form).form.question(at).type]


def _open(conversation: Conversation) -> Begun | None:
    chat: Chat = conversation.speaking

    def look(connection: Connection) -> Begun | None:
        contact = load_contact(connection, chat.address)
        return None if contact is None else contact.filling

    return conversation.look(look)
