"""`/baocao`, and whatever opens a form: a number of the list, a button under a reminder."""

from collections.abc import Sequence

from bot.core.asked_period import read_period
from bot.core.buttons import read_button, read_key
from bot.core.messages import Reply
from bot.db import fillings
from handlers import form, occasions, on_behalf, past, tasks
from handlers.turn import Turn
from locales.chat_words import read_number_behind
from locales.phrases import tasks as phrases


def report(turn: Turn, rest: str) -> Sequence[Reply]:
    """Go on with the form that is open here, or open the one of that number or title, or the only one that is owed;
    else list them. What is reported whenever it happens is never begun unasked."""
    typed = rest.strip().rstrip(".")
    if (unit := on_behalf.read(typed)) is not None:
        return on_behalf.report_for(turn, unit)
    if (period := read_period(typed, today=turn.today)) is not None:
        return past.open_period(turn, period, typed)
    if typed:
        items = tasks.open_items(turn)
        number = read_number_behind(typed)
        if number is not None and 1 <= number <= len(items):
            return _open(turn, items[number - 1].data)
        if number is None and (item := occasions.named(items, typed)) is not None:
            return _open(turn, item.data)
        wrong = phrases.which_report(typed[:20], words=turn.words)
        return [Reply(wrong), *tasks.show(turn)]
    if turn.chat.filling is not None:
        row = turn.chat.filling
        return form.open_form(turn, row.key)
    assert turn.person is not None
    begun = fillings.begun_by(turn.connection, turn.person.id)
    if len(begun) == 1:
        return form.open_form(turn, begun[0].key)
    items = tasks.open_items(turn)
    owed = [item for item in items if not item.promised and not item.each]
    if not owed and not any(item.each for item in items):
        owed = items
    return (
        _open(turn, owed[0].data)
        if len(owed) == 1 and not any(item.each for item in items)
        else tasks.show(turn)
    )


def following(turn: Turn) -> Sequence[Reply]:
    """`tiếp` where no form is open: the next one that is owed, in the order of the list."""
    owed = tasks.owed_items(turn)
    return _open(turn, owed[0].data) if owed else tasks.show(turn)


def open_pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A button that opens a form."""
    key = read_key(parts)
    return [phrases.not_yours(words=turn.words)] if key is None else form.open_form(turn, key)


def resume(turn: Turn) -> Sequence[Reply]:
    """Show the open form's question again, after something else was asked."""
    return report(turn, "")


def _open(turn: Turn, data: str) -> Sequence[Reply]:
    read = read_button(data)
    assert read is not None, "our own button"
    return open_pressed(turn, read[1])
