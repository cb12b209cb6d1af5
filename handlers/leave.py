"""`/nghi`: who is away from when to when, and who stands in. Work and reminders go to the substitute and come back by
themselves, since both are decided anew each day."""

from collections.abc import Sequence
from datetime import date

from bot.core.buttons import Verb, button, read_button
from bot.core.folding import natural
from bot.core.forms.answers.confirmation import confirmed
from bot.core.leave import Days, Leave, read_days
from bot.core.messages import Choice, Reply
from bot.core.people import REPORTERS
from bot.db import audit, leaves
from bot.db.people import posts_of_units
from bot.db.reminders import reached_people
from bot.db.unit_lines import lines_above
from handlers import leave_news
from handlers.choices import find_choice
from handlers.turn import Turn
from locales.phrases import leave as phrases

MOST = 12


def leave(turn: Turn, rest: str) -> Sequence[Reply]:
    """`/nghi` shows what was stated, or asks for the days; `nghỉ từ 1/12 đến 5/12` asks for the substitute."""
    assert turn.person is not None
    if rest.strip():
        return hear_days(turn, {}, rest)
    stated = leaves.leaves_of(turn.connection, turn.person.id, since=turn.today)
    if not stated:
        return _ask_days(turn, phrases.which_days(words=turn.words))
    own = [one for one in stated if one.person_id == turn.person.id]
    others = [one for one in stated if one.substitute_id == turn.person.id]
    choices = [
        Choice(phrases.back_label(one, today=turn.today, words=turn.words), button(Verb.BACK, one.id))
        for one in own
    ]
    choices += [
        Choice(phrases.decline_label(one, words=turn.words), button(Verb.NOT_ME, one.id)) for one in others
    ]
    choices.append(Choice(phrases.new_label(words=turn.words), button(Verb.LEAVE, "new")))
    return [phrases.stated(own, others, choices, words=turn.words)]


def hear_days(turn: Turn, _asked: object, text: str) -> Sequence[Reply]:
    """The days were typed."""
    assert turn.person is not None
    days = read_days(text, today=turn.today, calendar=turn.office.calendar)
    if days is None:
        return _ask_days(turn, phrases.days_unclear(text[:40], words=turn.words))
    choices = [Choice(name, _said(days, person_id)) for person_id, name in _colleagues(turn, days).items()][
        :MOST
    ]
    choices.append(Choice(phrases.nobody_label(words=turn.words), _said(days, 0)))
    return [phrases.who_stands_in(days, choices, words=turn.words)]


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ`: nothing was stated."""
    return [phrases.not_stated(words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """`new`, or the days and the substitute, first to be confirmed: `away:20261201.20261205.12[.yes|.no]`."""
    assert turn.person is not None
    if parts == ["new"]:
        return _ask_days(turn, phrases.which_days(words=turn.words))
    days = _days(parts[:2])
    substitute_id = natural(parts[2]) if len(parts) in (3, 4) else None
    colleagues = _colleagues(turn, days) if days is not None else {}
    if days is None or substitute_id is None or substitute_id not in (0, *colleagues):
        return [phrases.not_stated(words=turn.words)]
    name = colleagues.get(substitute_id, "")
    match parts[3:]:
        case ["yes"]:
            return _state(turn, days, substitute_id or None, name)
        case ["no"]:
            return keep(turn)
    said = _said(days, substitute_id)
    turn.expects = {"leave_confirmed": said, "at": turn.now.isoformat()}
    return [phrases.confirm(days, name, yes=f"{said}.yes", no=f"{said}.no", words=turn.words)]


def hear_confirmation(turn: Turn, said: str, text: str) -> Sequence[Reply]:
    """`1`, `đúng rồi`, `không phải`; anything else is asked once more."""
    offered = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("choices", ())]
    choice = find_choice(text, offered, numbered=True)
    means = confirmed(text, today=turn.today, language=turn.words.language)
    answer = (
        choice.data if choice is not None else said if means is None else f"{said}.{'yes' if means else 'no'}"
    )
    read = read_button(answer)
    assert read is not None, "our own button"
    return pressed(turn, read[1])


def back(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """Back early, or not gone after all."""
    assert turn.person is not None
    one = _own(turn, parts)
    if one is None or one.person_id != turn.person.id:
        return [phrases.no_such_leave(words=turn.words)]
    leaves.end_leave(turn.connection, one.id, now=turn.now)
    audit.note_act(turn.connection, "end_leave", person_id=turn.person.id, now=turn.now, leave=one.id)
    leave_news.tell_back(turn, one)
    return [phrases.back(words=turn.words)]


def decline(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Tôi không nhận*: whoever is away and the Committee's staff are told."""
    assert turn.person is not None
    one = _own(turn, parts)
    if one is None or not leaves.decline_leave(
        turn.connection, one.id, substitute_id=turn.person.id, now=turn.now
    ):
        return [phrases.no_such_leave(words=turn.words)]
    audit.note_act(turn.connection, "decline_leave", person_id=turn.person.id, now=turn.now, leave=one.id)
    leave_news.tell_declined(turn, one, by=turn.person.name)
    return [phrases.declined(one, words=turn.words)]


def decline_typed(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`tôi không nhận`: the only leave for which the person was named; else all of them to choose from."""
    assert turn.person is not None
    stated = leaves.leaves_of(turn.connection, turn.person.id, since=turn.today)
    others = [one for one in stated if one.substitute_id == turn.person.id]
    if len(others) == 1:
        return decline(turn, [str(others[0].id)])
    return leave(turn, "") if others else [phrases.no_such_leave(words=turn.words)]


def back_typed(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`đi làm lại`: ends the leave that is on."""
    assert turn.person is not None
    stated = leaves.leaves_of(turn.connection, turn.person.id, since=turn.today)
    own = [one for one in stated if one.person_id == turn.person.id and one.covers(turn.today)]
    return back(turn, [str(own[0].id)]) if own else [phrases.no_such_leave(words=turn.words)]


def _state(turn: Turn, days: Days, substitute_id: int | None, name: str) -> Sequence[Reply]:
    assert turn.person is not None
    replaced = [
        one
        for one in leaves.leaves_of(turn.connection, turn.person.id, since=days.starts_on)
        if one.person_id == turn.person.id and one.starts_on <= days.ends_on
    ]
    leave_id = leaves.put_leave(
        turn.connection,
        turn.person.id,
        substitute_id=substitute_id,
        starts_on=days.starts_on,
        ends_on=days.ends_on,
        now=turn.now,
    )
    audit.note_act(
        turn.connection,
        "leave",
        person_id=turn.person.id,
        now=turn.now,
        leave=leave_id,
        substitute=substitute_id,
    )
    one = leaves.load_leave(turn.connection, leave_id)
    assert one is not None, "it was just stated"
    leave_news.tell_stated(turn, one)
    for before in replaced:
        if before.substitute_id != substitute_id:
            leave_news.tell_back(turn, before)
    return [phrases.noted(days, name, words=turn.words)]


def _colleagues(turn: Turn, days: Days) -> dict[int, str]:
    """Who may stand in: people of the same units who have joined and are there on all of these days; of those above,
    where there is nobody."""
    assert turn.person is not None
    units = [post.unit_id for post in turn.person.posts]
    found = _people(turn, units, days)
    if not found:
        lines = lines_above(turn.connection, turn.committee_id, units)
        found = _people(turn, sorted({unit_id for line in lines.values() for unit_id, _ in line}), days)
    return found


def _people(turn: Turn, units: Sequence[int], days: Days) -> dict[int, str]:
    assert turn.person is not None
    posts = [post for post in posts_of_units(turn.connection, units) if post.role in REPORTERS]
    reached = reached_people(turn.connection, {post.person_id for post in posts})
    away = leaves.away_between(turn.connection, turn.committee_id, days.starts_on, days.ends_on)
    return {
        post.person_id: post.name
        for post in posts
        if post.person_id in reached and post.person_id != turn.person.id and post.person_id not in away
    }


def _ask_days(turn: Turn, said: Reply) -> Sequence[Reply]:
    turn.expects = {"leave_days": {}, "at": turn.now.isoformat()}
    return [said]


def _own(turn: Turn, parts: Sequence[str]) -> Leave | None:
    leave_id = natural(parts[0])
    return leaves.load_leave(turn.connection, leave_id) if leave_id is not None else None


def _said(days: Days, substitute_id: int) -> str:
    return button(Verb.LEAVE, f"{days.starts_on:%Y%m%d}", f"{days.ends_on:%Y%m%d}", substitute_id)


def _days(parts: Sequence[str]) -> Days | None:
    try:
        starts_on, ends_on = (date.fromisoformat(part) for part in parts)
    except ValueError:
        return None
    return Days(starts_on, ends_on) if starts_on <= ends_on else None
