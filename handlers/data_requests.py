"""Requests of people about their own data, before staff: granted in one tap, or answered in words (in `/duyet`)."""

from collections.abc import Sequence
from typing import Any

from bot.core.buttons import Verb, button
from bot.core.data_requests import LONGEST_WORDS, Field, Kind, Request
from bot.core.folding import clean, natural
from bot.core.hearing import heard_by
from bot.core.messages import Address, Reply
from bot.core.people import Act, Role
from bot.db import audit, contacts, data_requests, outbox, people
from bot.db.people import language_of
from bot.db.reminders import people_with
from handlers.reasons import unfit
from handlers.review import queue
from handlers.turn import Turn
from locales.phrases import data_requests as phrases
from locales.phrases import general
from locales.words import in_language


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """`req:<request>`, `req:<request>.yes` (granted), `req:<request>.say` (to be answered in words)."""
    request = _request(turn, parts[:1])
    if isinstance(request, Reply):
        return [request]
    if parts[1:] == ["yes"]:
        return _grant(turn, request)
    if parts[1:] == ["say"]:
        turn.expects = {"answers": request.id, "at": turn.now.isoformat()}
        return [phrases.which_answer(words=turn.words)]
    yes, say = (button(Verb.REQUEST, request.id, word) for word in ("yes", "say"))
    asked = turn.words.moment(request.asked_at, turn.zone)
    return [phrases.shown(request, asked=asked, yes=yes, say=say, words=turn.words)]


def answer(turn: Turn, request_id: int, text: str) -> Sequence[Reply]:
    """The answer was typed: nothing is changed, the person reads it as it is."""
    request = _request(turn, [str(request_id)])
    if isinstance(request, Reply):
        return [request]
    text = clean(text)[:LONGEST_WORDS]
    if not_kept := unfit(turn, text):
        turn.expects = {"answers": request.id, "at": turn.now.isoformat()}
        return [not_kept]
    return _settle(turn, request, state="answered", text=text)


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of an answer: it waits still."""
    return [Reply(phrases.not_answered(words=turn.words)), *queue(turn)]


def tell_staff(turn: Turn, request: Request, *, units: Sequence[str] = ()) -> None:
    """Staff hear of it, in the send windows; where none is left, whoever runs the system.
    `units`: those that have lost their officer."""
    staff = list(people_with(turn.connection, turn.committee_id, Role.STAFF))
    for to in staff or people_with(turn.connection, turn.committee_id, Role.ADMIN):
        if to.person_id == request.person_id:
            continue
        words = in_language(to.language or turn.office.language)
        reply = (
            phrases.tell_deleted(units, words=words)
            if request.kind is Kind.DELETE
            else phrases.tell_asked(request, data=button(Verb.REQUEST, request.id), words=words)
        )
        hearer = heard_by(to.person_id, role=to.role)
        _owe(
            turn, Address(to.channel, to.chat), reply, hearer, key=f"data_request:{request.id}:{to.person_id}"
        )


def _grant(turn: Turn, request: Request) -> Sequence[Reply]:
    """*Chấp thuận*: a name or a title is what the person said; anything else was done by hand."""
    return _settle(turn, request, state="granted")


def _settle(turn: Turn, request: Request, *, state: str, text: str = "") -> Sequence[Reply]:
    assert turn.person is not None
    if not data_requests.settle(
        turn.connection, request.id, state=state, by_id=turn.person.id, answer=text, now=turn.now
    ):
        return [phrases.answered_before(words=turn.words)]
    if state == "granted" and request.kind is Kind.CORRECT:
        save = people.save_name if request.about["field"] == Field.NAME else people.save_title
        save(turn.connection, request.person_id, request.about["after"])
    audit.note_act(
        turn.connection, f"data_{state}", person_id=turn.person.id, now=turn.now, request=request.id
    )
    addresses = contacts.addresses_of(turn.connection, request.person_id)
    if addresses:
        words = in_language(language_of(turn.connection, request.person_id) or turn.office.language)
        reply = phrases.tell_settled(request, granted=state == "granted", answer=text, words=words)
        _owe(turn, addresses[-1], reply, heard_by(request.person_id), key=f"data_request:{request.id}")
    return [Reply(phrases.settled(granted=state == "granted", words=turn.words)), *queue(turn)]


def _owe(turn: Turn, address: Address, reply: Reply, hearer: dict[str, Any], *, key: str) -> None:
    outbox.put_once(
        turn.connection,
        address,
        {**reply.to_json(), **hearer},
        kind=outbox.Kind.NOTICE,
        key=key,
        now=turn.now,
        not_before=turn.office.windows.next_opening(turn.now),
    )


def _request(turn: Turn, parts: Sequence[str]) -> Request | Reply:
    """The request that a button means, or why it is not shown. Nobody answers their own."""
    if not turn.may(Act.REVIEW):
        return general.not_allowed(words=turn.words)
    request_id = natural(parts[0]) if parts else None
    request = data_requests.load_request(turn.connection, request_id) if request_id is not None else None
    if request is None or request.state != "open":
        return phrases.answered_before(words=turn.words)
    if turn.person is not None and request.person_id == turn.person.id:
        return phrases.own_request(words=turn.words)
    return request
