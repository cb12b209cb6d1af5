"""`/lich`: the next special days, and changing them. Leaders look, staff and admins change; each change is echoed with
what it does to last days, and done by one tap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.buttons import Verb, button
from bot.core.calendar_orders import LONGEST_NAME, BadOrder, Order, read_order
from bot.core.calendar_remarks import Remarks, remarks
from bot.core.day_names import unfit_for_all
from bot.core.folding import clean
from bot.core.forms.said import Word
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.workdays import DayKind, DayStatus
from bot.db.people import names_of_people
from bot.db.session import Connection
from bot.db.trial import tried
from bot.gather.calendar_edits import set_days
from bot.gather.calendar_news import SETTLES
from bot.gather.calendars import Changed, change_calendar
from handlers import calendar_looks, calendar_whose
from handlers.turn import Turn
from locales.chat_words import read_form_word
from locales.phrases import calendar as phrases
from locales.phrases import calendar_remarks as remark_phrases
from locales.phrases import day_names as name_phrases
from locales.phrases import general
from locales.phrases.calendar_changes import changes


def calendar(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """`/lich` shows, `/lich năm 2027` and `/lich tết` as well; `/lich nghỉ 24/11 …`, `/lich làm bù 22/8`,
    `/lich bỏ 24/11` ask whether to change."""
    if not rest.strip():
        return [_show(turn)]
    order = read_order(rest, today=turn.today)
    if isinstance(order, BadOrder) and (seen := calendar_looks.look(turn, order)):
        return [seen]
    if not turn.may(Act.SET_CALENDAR):
        return [general.not_allowed(words=turn.words)]
    if isinstance(order, BadOrder):
        return [phrases.bad_order(order.code, order.part, words=turn.words)]
    settled = calendar_whose.settle(turn, order)
    return [settled if isinstance(settled, Reply) else _ask(turn, settled)]


def hear_name(turn: Turn, stored: dict[str, Any], text: str) -> Sequence[Reply]:
    """Another name for the day, in place of one that must not be shown."""
    if not turn.may(Act.SET_CALENDAR):
        return [general.not_allowed(words=turn.words)]
    name = "" if read_form_word(text) is Word.SKIP else clean(text)[:LONGEST_NAME]
    return [_ask(turn, replace(Order.from_json(stored), name=name))]


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of another name: nothing was changed."""
    return [phrases.kept(words=turn.words)]


def _ask(turn: Turn, order: Order) -> Reply:
    """What the order would do, before it is done; or another name first."""
    people = names_of_people(turn.connection, turn.office.id) if order.name else ()
    unfit = unfit_for_all(order.name, people)
    if unfit is not None:
        turn.expects = {"names_day": replace(order, name="").to_json(), "at": turn.now.isoformat()}
        return name_phrases.not_kept(unfit, words=turn.words)
    found = Remarks() if order.scopes else remarks(order, turn.office.calendar, today=turn.today)
    if order.kind is DayKind.WORKED and found.anyway == order.days:
        return remark_phrases.worked_anyway(found.anyway, words=turn.words)
    would = tried(turn.connection, lambda: _do(turn, order))
    if not would.days and not would.own:
        return phrases.nothing_changes(words=turn.words)
    turn.expects = {"order": order.to_json()}
    yes, no = (button(Verb.CALENDAR, order.stamp, word) for word in ("yes", "no"))
    return phrases.ask(
        _lines(turn, order, would),
        would.lines,
        remarks=remark_phrases.remarked(order.kind, found, words=turn.words),
        yes=yes,
        no=no,
        words=turn.words,
    )


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Xác nhận* or *Giữ nguyên lịch*. Only what the last message asked is done."""
    if not turn.may(Act.SET_CALENDAR):
        return [general.not_allowed(words=turn.words)]
    if parts[-1:] == ["no"]:
        return [phrases.kept(words=turn.words)]
    stored = (turn.chat.focus or {}).get("order")
    order = Order.from_json(stored) if stored else None
    if order is not None and parts[0] == "whose":
        of_whom = calendar_whose.chosen(turn, order, parts[-1])
        return [_ask(turn, of_whom) if of_whom else phrases.outdated(words=turn.words)]
    if order is None or list(parts) != [order.stamp, "yes"]:
        return [phrases.outdated(words=turn.words)]
    changed = _do(turn, order)
    if not changed.days and not changed.own:
        return [phrases.nothing_changes(words=turn.words)]
    units = len({unit for one in changed.moved for unit in one.units})
    lines = _lines(turn, order, changed)
    minutes = SETTLES // timedelta(minutes=1)
    return [phrases.done(lines, units=units, told=changed.told, settles_minutes=minutes, words=turn.words)]


def _show(turn: Turn) -> Reply:
    calendar = turn.office.calendar
    coming = sorted((one for one in calendar.special if one.day >= turn.today), key=lambda one: one.day)
    return phrases.next_days(
        coming,
        today=turn.today,
        working=calendar.is_working(turn.today),
        own=calendar_looks.own_days(turn),
        may_set=turn.may(Act.SET_CALENDAR),
        words=turn.words,
    )


def _do(turn: Turn, order: Order) -> Changed:
    person = turn.person
    assert person is not None
    name = order.name or (phrases.default_name(order.kind, words=turn.words) if order.kind else "")

    def edit(connection: Connection) -> None:
        for scope in order.scopes or (None,):
            set_days(
                connection,
                turn.office.id,
                order.days,
                order.kind,
                name=name,
                status=DayStatus.PROJECTED if order.projected else DayStatus.ENTERED,
                source=phrases.entered_by(person.name, turn.today, words=turn.words),
                scope=scope,
            )

    return change_calendar(
        turn.connection,
        turn.office,
        edit,
        what="days",
        person_id=person.id,
        now=turn.now,
        shelf=turn.shelf,
    )


def _lines(turn: Turn, order: Order, changed: Changed) -> list[str]:
    """The days that change, under whose they are."""
    lines = changes(changed.days, words=turn.words)
    names = calendar_whose.scope_names(turn, order)
    for scope, days in changed.own.items():
        lines += [names.get(scope, scope), *changes(days, words=turn.words)]
    return lines
