"""Words about more time that are heard before all others: an answer to "which report?", "which unit?", and what staff
decide in their own words."""

from collections.abc import Sequence

from bot.core.messages import Reply
from handlers import extending, granting, granting_typed
from handlers.choices import leaves
from handlers.turn import Turn


def hear(turn: Turn, *, busy: bool) -> Sequence[Reply] | None:
    """What is answered; None where the words are about something else. `busy`: words are waited for, or a form is
    open."""
    text = turn.incoming.text
    if "extends_which" in turn.focus:
        if leaves(text):
            return extending.keep(turn)
        if (chosen := extending.chosen(turn, text)) is not None:
            return chosen
    if "extends_send" in turn.focus:
        anew = extending.another_day(turn, turn.focus["extends_send"], text)
        if anew is not None:
            return anew
    if "decides_which" in turn.focus and leaves(text):
        return granting.keep(turn)
    return granting_typed.hear(turn, busy=busy)
