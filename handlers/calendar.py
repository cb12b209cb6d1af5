"""`/lich`: the next special days, and changing them. Leaders look, staff and admins change; each change is echoed with
what it does to last days, and done by one tap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.core.buttons import Verb, button
from bot.core.calendar_orders import LONGEST_NAME, BadOrder, Order, read_order
from bot.core.day_names import unfit_for_all
from bot.core.folding import clean
from bot.core.forms.said import Word
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.workdays import DayKind, DayStatus
from bot.db.people import names_of_people
from bot.db.trial import tried
from bot.gather.calendar_edits import set_days
from bot.gather.calendars import Changed, change_calendar
from handlers.turn import Turn
from locales.chat_words import read_form_word
from locales.phrases import calendar as phrases
from locales.phrases import day_names as name_phrases
from locales.phrases import general


def calendar(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """`/lich` shows; `/lich nghỉ 24/11 …`, `/lich làm bù 22/8`, `/lich bỏ 24/11` ask whether to change."""
    if not rest.strip():
        return [_show(turn)]
    if not turn.may(Act.SET_CALENDAR):
        return [general.not_allowed(words=turn.words)]
    order = read_order(rest, today=turn.today)
    if isinstance(order, BadOrder):
        return [phrases.bad_order(order.code, order.part, words=turn.words)]
    return _ask(turn, order)


def hear_name(turn: Turn, stored: dict[str, Any], text: str) -> Sequence[Reply]:
    """Another name for the day, in place of one that must not be shown."""
    if not turn.may(Act.SET_CALENDAR):
        return [general.not_allowed(words=turn.words)]
    name = "" if read_form_word(text) is Word.SKIP else clean(text)[:LONGEST_NAME]
    return _ask(turn, replace(_from_json(stored), name=name))


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of another name: nothing was changed."""
    return [phrases.kept(words=turn.words)]


def _ask(turn: Turn, order: Order) -> Sequence[Reply]:
    """Whether that is to be done; or another name first."""
    people = names_of_people(turn.connection, turn.office.id) if order.name else ()
    unfit = unfit_for_all(order.name, people)
    if unfit is not None:
        stored = _to_json(replace(order, name=""))
        turn.expects = {"names_day": stored, "at": turn.now.isoformat()}
        return [name_phrases.not_kept(unfit, words=turn.words)]
    would = tried(turn.connection, lambda: _do(turn, order))
    if not would.days:
        return [phrases.nothing_changes(words=turn.words)]
    turn.expects = {"order": _to_json(order)}
    yes, no = (button(Verb.CALENDAR, _stamp(order), word) for word in ("yes", "no"))
    return [phrases.ask(would.days, would.lines, yes=yes, no=no, words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Xác nhận* or *Giữ nguyên lịch*. Only what the last message asked is done."""
    if not turn.may(Act.SET_CALENDAR):
        return [general.not_allowed(words=turn.words)]
    if parts[-1:] == ["no"]:
        return [phrases.kept(words=turn.words)]
    stored = (turn.chat.focus or {}).get("order")
    order = _from_json(stored) if stored else None
    if order is None or list(parts) != [_stamp(order), "yes"]:
        return [phrases.outdated(words=turn.words)]
    changed = _do(turn, order)
    if not changed.days:
        return [phrases.nothing_changes(words=turn.words)]
    units = len({unit for one in changed.moved for unit in one.units})
    return [phrases.done(changed.days, units=units, told=changed.told, words=turn.words)]


def _show(turn: Turn) -> Reply:
    calendar = turn.office.calendar
    coming = sorted((one for one in calendar.special if one.day >= turn.today), key=lambda one: one.day)
    return phrases.next_days(
        coming,
        today=turn.today,
        working=calendar.is_working(turn.today),
        may_set=turn.may(Act.SET_CALENDAR),
        words=turn.words,
    )


def _do(turn: Turn, order: Order) -> Changed:
    person = turn.person
    assert person is not None
    name = order.name or (phrases.default_name(order.kind, words=turn.words) if order.kind else "")
    return change_calendar(
        turn.connection,
        turn.office,
        lambda connection: set_days(
            connection,
            turn.office.id,
            order.days,
            order.kind,
            name=name,
            status=DayStatus.PROJECTED if order.projected else DayStatus.OFFICIAL,
            source=phrases.entered_by(person.name, turn.today, words=turn.words),
        ),
        what="days",
        person_id=person.id,
        now=turn.now,
        shelf=turn.shelf,
    )


def _stamp(order: Order) -> str:
    """What tells this order from another one, short enough for a button."""
    return f"{order.kind or 'normal'}-{order.first:%Y%m%d}-{order.last:%Y%m%d}"


def _to_json(order: Order) -> dict[str, Any]:
    return {
        "kind": order.kind,
        "first": order.first.isoformat(),
        "last": order.last.isoformat(),
        "name": order.name,
        "projected": order.projected,
    }


def _from_json(value: dict[str, Any]) -> Order:
    return Order(
        DayKind(value["kind"]) if value["kind"] else None,
        date.fromisoformat(value["first"]),
        date.fromisoformat(value["last"]),
        value["name"],
        value["projected"],
    )
