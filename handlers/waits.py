"""What the tasks of a form wait for, told to whoever opens it."""

from collections.abc import Sequence

from bot.core.buttons import Key
from bot.core.plan.model import Plan
from bot.core.waiting import Wait
from bot.gather import waiting
from handlers.turn import Turn
from locales.phrases import form as phrases


def under_the_title(turn: Turn, plan: Plan, key: Key, tasks: Sequence[str]) -> str:
    """A line for each task that others of the form wait for, begun by a line break; "" where none does."""
    waits = waiting.waits_of(turn.connection, plan, key[0], key[1], tasks)
    if not waits:
        return ""
    held: dict[str, list[Wait]] = {}
    for one in waits:
        held.setdefault(one.awaited, []).append(one)
    told = [
        (
            [plan.task(one.task).title for one in of_it],
            plan.task(awaited).title,
            waiting.short_names(turn.connection, turn.office.id, of_it[0].units),
        )
        for awaited, of_it in held.items()
    ]
    return "\n" + phrases.waiting(told, words=turn.words)
