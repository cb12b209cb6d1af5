"""Who is told of a leave: the substitute, and where there is none the Committee's staff."""

from collections.abc import Callable

from bot.core.hearing import heard_by
from bot.core.leave import Leave
from bot.core.messages import Reply
from bot.core.people import REPORTERS, Post, Role
from bot.db import contacts, outbox
from bot.db.assignments import owed_until
from bot.db.outbox import Kind
from bot.db.people import language_of, load_person
from bot.db.reminders import people_with
from handlers.turn import Turn
from locales.phrases import leave as phrases
from locales.phrases import periods
from locales.words import Words, in_language


def tell_stated(turn: Turn, leave: Leave) -> None:
    """The substitute hears that they stand in, staff that nobody does."""
    if leave.substitute_id is not None:
        _tell(
            turn,
            leave.substitute_id,
            lambda words: phrases.asked_to_stand_in(leave, units=_units(turn, leave, words), words=words),
            key=f"leave:{leave.id}:asked",
        )
    else:
        _tell_staff(turn, leave, key=f"leave:{leave.id}:nobody", declined_by="")


def tell_declined(turn: Turn, leave: Leave, *, by: str) -> None:
    """The substitute does not stand in: whoever is away hears it, and staff."""
    _tell(
        turn,
        leave.person_id,
        lambda words: phrases.substitute_declined(leave, by=by, words=words),
        key=f"leave:{leave.id}:declined",
    )
    _tell_staff(turn, leave, key=f"leave:{leave.id}:nobody", declined_by=by)


def tell_back(turn: Turn, leave: Leave) -> None:
    """The substitute hears that the work goes back."""
    if leave.substitute_id is not None:
        _tell(
            turn,
            leave.substitute_id,
            lambda words: phrases.back_again(leave, words=words),
            key=f"leave:{leave.id}:back",
        )


def _tell_staff(turn: Turn, leave: Leave, *, key: str, declined_by: str) -> None:
    units = {post.unit_id for post in _posts(turn, leave)}
    due = [
        one
        for one in owed_until(turn.connection, turn.committee_id, due_by=leave.ends_on)
        if one.unit_id in units
        and not turn.shelf.plan(turn.connection, one.plan_version_id).is_over(turn.today)
    ]
    for to in people_with(turn.connection, turn.committee_id, Role.STAFF):

        def said(words: Words) -> Reply:
            forms = []
            for one in due:
                planned = turn.shelf.form(turn.connection, one.plan_version_id, one.form)
                title = periods.title(planned.form, one.period, words=words) if planned else one.form
                forms.append((title, one.unit_name, one.due_on))
            return phrases.nobody_stands_in(
                leave, forms, units=_units(turn, leave, words), declined_by=declined_by, words=words
            )

        if to.person_id != leave.person_id:
            _tell(turn, to.person_id, said, key=f"{key}:{to.person_id}", role=Role.STAFF)


def _units(turn: Turn, leave: Leave, words: Words) -> str:
    return words.list(list(dict.fromkeys(post.unit_name for post in _posts(turn, leave))))


def _posts(turn: Turn, leave: Leave) -> list[Post]:
    posts = load_person(turn.connection, leave.person_id, leave.name).posts
    return [post for post in posts if post.role in REPORTERS]


def _tell(
    turn: Turn, person_id: int, said: Callable[[Words], Reply], *, key: str, role: Role | None = None
) -> None:
    addresses = contacts.addresses_of(turn.connection, person_id)
    if not addresses:
        return
    words = in_language(language_of(turn.connection, person_id) or turn.office.language)
    outbox.put_once(
        turn.connection,
        addresses[-1],
        {**said(words).to_json(), **heard_by(person_id, post=True, role=role)},
        kind=Kind.NOTICE,
        key=key,
        now=turn.now,
        not_before=turn.office.windows.next_opening(turn.now),
    )
