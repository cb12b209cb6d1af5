"""Reports that are sent in the golden conversations: how many messages each took."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.messages import Reply

QUESTION = re.compile(r"^\d+/\d+\. ", re.MULTILINE)
RECEIPT = "✅"


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody said in a chat, and what was answered."""

    chat: str
    said: str
    replies: Sequence[Reply]


@dataclass(frozen=True, slots=True)
class Sent:
    """`asked`: question after question; else the form opened as it was sent last time."""

    messages: int
    questions: int
    asked: bool


def sent_in(turns: Sequence[Turn]) -> Iterator[Sent]:
    """From the message that opens a form to the one that sends it, with all that came between."""
    for chat in dict.fromkeys(turn.chat for turn in turns):
        messages, questions, asked = 0, 0, False
        for turn in (one for one in turns if one.chat == chat):
            texts = [reply.text for reply in turn.replies]
            if questions and any(text.startswith(RECEIPT) for text in texts):
                yield Sent(messages + 1, questions, asked)
                messages, questions, asked = 0, 0, False
                continue
            asked = asked or any(QUESTION.search(text) for text in texts)
            questions = max(questions, *(lines_of_summary(reply) for reply in turn.replies), 0)
            messages += 1 if asked or questions else 0


def lines_of_summary(reply: Reply) -> int:
    """How many lines the summary has; 0 elsewhere."""
    if not any(choice.data.endswith(".summary.send") for choice in reply.choices):
        return 0
    return sum(line.partition(". ")[0].isdigit() for line in reply.text.splitlines())
