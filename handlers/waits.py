"""What the tasks of a form wait for, told to whoever opens it."""

from collections.abc import Sequence

from bot.core.buttons import Key
from bot.core.plan.model import Plan
from bot.gather import waiting
from handlers.turn import Turn
from locales.phrases import form as phrases


def under_the_title(turn: Turn, plan: Plan, key: Key, tasks: Sequence[str]) -> str:
    """A line for each task that others of the form wait for, begun by a line break; "" where none does."""
    waits = waiting.waits_of(turn.connection, plan, key[0], key[1], tasks)
    if not waits:
        return ""
    awaited = dict.fromkeys(one.awaited for one in waits)
    return "\n" + phrases.waiting([plan.task(code).title for code in awaited], words=turn.words)
