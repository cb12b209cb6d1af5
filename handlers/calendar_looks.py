"""`lịch năm 2027`, `lịch tháng 2`, `lịch 2/12`, `lịch tết`: looking at the calendar."""

from bot.core.calendar_looks import named, read_look
from bot.core.calendar_orders import BadOrder
from bot.core.messages import Reply
from bot.db.calendar_days import load_own_days
from handlers.calendar_whose import names_of
from handlers.turn import Turn
from locales.phrases import calendar_looks as phrases


def look(turn: Turn, order: BadOrder) -> Reply | None:
    """What words ask to see that are no order. None if they ask for no such thing."""
    if order.code != "not_understood":
        return None
    text = order.part
    calendar = turn.office.calendar
    asked = read_look(text, today=turn.today)
    if asked is None:
        days = named(calendar.special, text, today=turn.today)
        return phrases.called_so(text, days, words=turn.words) if days else None
    days = sorted(
        (one for one in calendar.special if asked.first <= one.day <= asked.last), key=lambda one: one.day
    )
    if asked.what == "day":
        return phrases.one_day(asked.first, days, working=calendar.is_working(asked.first), words=turn.words)
    return phrases.stretch(asked, days, calendar=calendar, words=turn.words)


def own_days(turn: Turn) -> list[str]:
    """Lines for what units have for themselves from today on."""
    coming = {
        scope: [one for one in days if one.day >= turn.today]
        for scope, days in load_own_days(turn.connection, turn.office.id).items()
    }
    scopes = tuple(scope for scope, days in coming.items() if days)
    names = names_of(turn, scopes) if scopes else {}
    return phrases.own_days(
        [(names[scope], coming[scope]) for scope in scopes if scope in names], words=turn.words
    )
