"""What the tasks of a form wait for, told to whoever opens it."""

from collections.abc import Sequence

from bot.core.buttons import Key
from bot.core.plan.model import Plan
from bot.gather import waiting
from handlers.turn import Turn
from locales.phrases import form as phrases


def under_the_title(turn: Turn, plan: Plan, key: Key, tasks: Sequence[str]) -> str:
    """A line for each task of the form that waits for another one, begun by a line break; "" where none does."""
    waits = waiting.waits_of(turn.connection, plan, key[0], key[1], tasks)
    if not waits:
        return ""
    told = [
        (
            plan.task(one.task).title,
            plan.task(one.awaited).title,
            waiting.short_names(turn.connection, turn.office.id, one.units),
        )
        for one in waits
    ]
    return "\n" + phrases.waiting(told, words=turn.words)
