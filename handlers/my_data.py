"""`/dulieu`: what is kept about the person; to be taken home, corrected, deleted, objected to (Law 91/2025/QH15)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.core.buttons import Verb, button
from bot.core.data_requests import ANSWER_WITHIN, LONGEST_WORDS, Field, Kind, proposed
from bot.core.folding import clean
from bot.core.guards import secrecy_marking
from bot.core.messages import Reply
from bot.db import audit, consents, contacts, data_requests, erasure, reports
from bot.db.people import titles_of
from bot.gather.own_data import own_data_files
from handlers import general
from handlers.data_requests import tell_staff
from handlers.turn import Turn
from locales.phrases import my_data as phrases
from locales.phrases.general import role

SHORTEST_WORDS = 4
"""Letters: less says nothing that staff could answer."""


def my_data(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """What is kept, since when, who sees it, for how long; and what may be done about it."""
    person, zone = turn.person, turn.zone
    assert person is not None
    _note(turn, Kind.VIEW)
    agreed = consents.agreed_at(turn.connection, person.id)
    linked = contacts.linked_at(turn.connection, turn.chat.id)
    waiting = [one for one in data_requests.of_person(turn.connection, person.id) if one.state == "open"]
    return [
        phrases.my_data(
            name=person.name,
            posts="; ".join(
                f"{post.unit_name} – {role(post.role, words=turn.words)}" for post in person.posts
            ),
            title=titles_of(turn.connection, person.id),
            address=f"{turn.incoming.address.channel.capitalize()} {turn.incoming.sender}",
            joined_at=turn.words.moment(linked, zone) if linked else "–",
            agreed_at=turn.words.moment(agreed, zone) if agreed else "–",
            reports=reports.count_by(turn.connection, person.id),
            issuer=turn.words.of(turn.office.name),
            days=turn.office.keep_messages.days,
            waiting=[turn.words.day(one.answer_by) for one in waiting],
            buttons={
                what: button(Verb.DATA, person.id, what) for what in ("export", "correct", "delete", "other")
            }
            | {"withdraw": button(Verb.WITHDRAW, person.id)},
            words=turn.words,
        )
    ]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """`data:<person>.<what>`: something that the person may do about their data."""
    person = turn.person
    act = _ACTS.get(".".join(parts[1:]))
    if person is None or act is None or parts[:1] != [str(person.id)]:
        return general.unknown(turn)
    return act(turn)


def take_words(turn: Turn, what: str, text: str) -> Sequence[Reply]:
    """What was asked for is typed: a corrected name or title, or a request in the person's own words."""
    assert turn.person is not None
    about: dict[str, Any] = {}
    words = ""
    if what in (Field.NAME, Field.TITLE):
        field, after = Field(what), proposed(Field(what), text)
        if after is None:
            return _wait_for(turn, what, again=True)
        before = turn.person.name if field is Field.NAME else titles_of(turn.connection, turn.person.id)
        if before == after:
            return [phrases.nothing_changed(words=turn.words)]
        about = {"field": field.value, "before": before, "after": after}
    else:
        words = clean(text)[:LONGEST_WORDS]
        if secrecy_marking(words) or sum(sign.isalpha() for sign in words) < SHORTEST_WORDS:
            return _wait_for(turn, what, again=True)
    kind = Kind.CORRECT if about else Kind.OTHER
    request_id = _note(turn, kind, about=about, words=words, done=False)
    request = data_requests.load_request(turn.connection, request_id)
    assert request is not None
    tell_staff(turn, request)
    by = turn.words.day(request.answer_by)
    return [phrases.noted(turn.words.moment(turn.now, turn.zone), by=by, words=turn.words)]


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of words: nothing was asked."""
    return [phrases.not_asked(words=turn.words)]


def withdraw(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Rút lại sự đồng ý*, asked back once: then the chat is nobody's any more; what the unit reported stays."""
    person = turn.person
    if person is None or parts[:1] != [str(person.id)]:
        return general.unknown(turn)
    if parts[1:] == ["no"]:
        return [phrases.not_withdrawn(words=turn.words)]
    if parts[1:] != ["yes"]:
        yes, no = (button(Verb.WITHDRAW, person.id, word) for word in ("yes", "no"))
        return [phrases.ask_withdrawal(yes=yes, no=no, words=turn.words)]
    _note(turn, Kind.WITHDRAW)
    consents.withdraw_consent(turn.connection, person.id, now=turn.now)
    contacts.unlink_person(turn.connection, person.id)
    audit.note_act(turn.connection, "withdraw_consent", person_id=person.id, now=turn.now)
    return [phrases.withdrawn(words=turn.words)]


def _export(turn: Turn) -> Sequence[Reply]:
    """A page to be read and the same as JSON."""
    assert turn.person is not None
    _note(turn, Kind.EXPORT)
    at = turn.words.moment(turn.now, turn.zone)
    files = own_data_files(turn.connection, turn.person.id, at=at, words=turn.words)
    return [phrases.exported(files, at=at, words=turn.words)]


def _correct(turn: Turn) -> Sequence[Reply]:
    return [phrases.which_field({field: _data(turn, "correct", field) for field in Field}, words=turn.words)]


def _ask_deletion(turn: Turn) -> Sequence[Reply]:
    return [
        phrases.ask_deletion(
            yes=_data(turn, "delete", "yes"), no=_data(turn, "delete", "no"), words=turn.words
        )
    ]


def _delete(turn: Turn) -> Sequence[Reply]:
    """Everything that names the person goes. Staff hear that the units need somebody new."""
    person = turn.person
    assert person is not None
    units = list(dict.fromkeys(post.unit_name for post in person.posts))
    request_id = _note(turn, Kind.DELETE)
    request = data_requests.load_request(turn.connection, request_id)
    assert request is not None
    erasure.erase(turn.connection, person.id, now=turn.now)
    tell_staff(turn, request, units=units)
    turn.expects = None
    return [phrases.deleted(words=turn.words)]


def _keep_all(turn: Turn) -> Sequence[Reply]:
    return [phrases.not_withdrawn(words=turn.words)]


def _wait_for(turn: Turn, what: str, *, again: bool = False) -> Sequence[Reply]:
    """The next thing that is typed is what was asked for."""
    turn.expects = {"asks": what, "at": turn.now.isoformat()}
    return [phrases.ask_words(what, again=again, words=turn.words)]


def _data(turn: Turn, *parts: str) -> str:
    assert turn.person is not None
    return button(Verb.DATA, turn.person.id, *parts)


def _note(
    turn: Turn, kind: Kind, *, about: dict[str, Any] | None = None, words: str = "", done: bool = True
) -> int:
    """The request with its time, and by when it has to be answered."""
    assert turn.person is not None
    request_id = data_requests.put_request(
        turn.connection,
        turn.person.id,
        kind,
        now=turn.now,
        answer_by=turn.office.calendar.add(turn.today, working_days=ANSWER_WITHIN),
        about=about,
        words=words,
        done=done,
    )
    audit.note_act(
        turn.connection, f"data_{kind}", person_id=turn.person.id, now=turn.now, request=request_id
    )
    return request_id


_ACTS: Mapping[str, Callable[[Turn], Sequence[Reply]]] = {
    "export": _export,
    "correct": _correct,
    "correct.name": lambda turn: _wait_for(turn, Field.NAME),
    "correct.title": lambda turn: _wait_for(turn, Field.TITLE),
    "delete": _ask_deletion,
    "delete.yes": _delete,
    "delete.no": _keep_all,
    "other": lambda turn: _wait_for(turn, "other"),
}
