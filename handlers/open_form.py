"""Where a form stands after something else was said: its question waits still."""

from collections.abc import Sequence

from bot.core.messages import Reply
from handlers import practice
from handlers.turn import Turn
from locales.phrases import help_commands as phrases


def still_waiting(turn: Turn, replies: Sequence[Reply]) -> Sequence[Reply]:
    """The same replies; below the last one, unless it asks something itself, how to come back to the open form."""
    if turn.chat.filling is None and not practice.is_open(turn):
        return replies
    *before, last = replies
    if last.choices or turn.expects is not None:
        return replies
    text = f"{last.text}\n{phrases.back_to_the_question(words=turn.words)}"
    return [*before, Reply(text)]
