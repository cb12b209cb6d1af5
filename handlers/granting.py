"""More time that units ask for, before staff: granted in one tap, or refused with a reason (in `/duyet`)."""

from collections.abc import Callable, Sequence

from bot.core.buttons import Verb, button
from bot.core.extending import Extension
from bot.core.folding import clean, natural
from bot.core.hearing import heard_by
from bot.core.messages import Address, Reply
from bot.core.people import Act, Role
from bot.core.reasons import FEWEST_WORDS, LONGEST
from bot.db import audit, contacts, outbox
from bot.db.extensions import decide_extension, extend, load_extension
from bot.db.outbox import Kind
from bot.db.people import language_of
from bot.db.reminders import people_with
from handlers import reasons, review
from handlers.turn import Turn
from locales.phrases import extending as phrases
from locales.phrases import general, periods
from locales.phrases import review as review_phrases
from locales.words import Words, in_language


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """`exr:<request>`, `exr:<request>.yes`, `exr:<request>.no` (a reason is asked for)."""
    request = _request(turn, parts[0])
    if isinstance(request, Reply):
        return [request]
    match list(parts[1:]):
        case ["yes"]:
            return _grant(turn, request)
        case ["no"]:
            turn.expects = {"refuses_extension": request.id, "at": turn.now.isoformat()}
            return [phrases.why_refused(words=turn.words)]
    return [_shown(turn, request, turn.words, asked_for=True)]


def refuse(turn: Turn, extension_id: int, reason: str) -> Sequence[Reply]:
    """The reason was typed: the last day stays."""
    request = _request(turn, str(extension_id))
    if isinstance(request, Reply):
        return [request]
    assert turn.person is not None
    reason = clean(reason)[:LONGEST]
    says_why = len(reason.split()) >= FEWEST_WORDS
    not_kept = reasons.unfit(turn, reason) if says_why else phrases.why_again(words=turn.words)
    if not_kept is not None:
        turn.expects = {"refuses_extension": request.id, "at": turn.now.isoformat()}
        return [not_kept]
    decide_extension(
        turn.connection, request.id, state="refused", by_id=turn.person.id, note=reason, now=turn.now
    )
    _audit(turn, "refuse_extension", request)
    _tell(
        turn,
        request,
        lambda words: phrases.tell_refused(_title(turn, request, words), request, reason, words=words),
    )
    return [Reply(phrases.refused(request.unit_name, words=turn.words)), *review.queue(turn)]


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of a reason: it waits still."""
    return [Reply(phrases.not_refused(words=turn.words)), *review.queue(turn)]


def tell_staff(turn: Turn, request: Extension) -> None:
    """Staff are asked, in the send windows: whoever may decide it."""
    for to in people_with(turn.connection, turn.committee_id, Role.STAFF):
        if to.person_id == request.asked_by or to.unit_id == request.key[1]:
            continue
        words = in_language(to.language or turn.office.language)
        outbox.put_once(
            turn.connection,
            Address(to.channel, to.chat),
            {
                **_shown(turn, request, words, asked_for=False).to_json(),
                **heard_by(to.person_id, role=Role.STAFF),
            },
            kind=Kind.NOTICE,
            key=f"extension:{request.id}:{to.person_id}",
            now=turn.now,
            not_before=turn.office.windows.next_opening(turn.now),
        )


def _grant(turn: Turn, request: Extension) -> Sequence[Reply]:
    """The last day moves, and the ladder begins anew for it."""
    assert turn.person is not None
    if request.wanted_on <= turn.today:
        return [phrases.too_late(words=turn.words)]
    if request.wanted_on <= request.stands_on:
        return [Reply(phrases.has_more_time(request, words=turn.words)), *review.queue(turn)]
    if not extend(turn.connection, request.key, until=request.wanted_on):
        decide_extension(turn.connection, request.id, state="replaced", by_id=turn.person.id, now=turn.now)
        return [Reply(phrases.nothing_owed(request.unit_name, words=turn.words)), *review.queue(turn)]
    decide_extension(turn.connection, request.id, state="granted", by_id=turn.person.id, now=turn.now)
    _audit(turn, "grant_extension", request)
    _tell(
        turn, request, lambda words: phrases.tell_granted(_title(turn, request, words), request, words=words)
    )
    said = phrases.granted(request.unit_name, request.wanted_on, words=turn.words)
    return [Reply(said), *review.queue(turn)]


def _request(turn: Turn, text: str) -> Extension | Reply:
    """The request that a button means, or why it is not shown."""
    extension_id = natural(text)
    request = load_extension(turn.connection, extension_id) if extension_id is not None else None
    if not turn.may(Act.REVIEW):
        return general.not_allowed(words=turn.words)
    if request is None or request.state != "open":
        return phrases.decided_before(words=turn.words)
    if not turn.may(Act.REVIEW, unit_id=request.key[1], author_id=request.asked_by):
        return review_phrases.may_not_review_own(words=turn.words)
    return request


def _shown(turn: Turn, request: Extension, words: Words, *, asked_for: bool) -> Reply:
    return phrases.request(
        _title(turn, request, words),
        request,
        yes=button(Verb.EXTENSION, request.id, "yes"),
        no=button(Verb.EXTENSION, request.id, "no"),
        asked_for=asked_for,
        words=words,
    )


def _title(turn: Turn, request: Extension, words: Words) -> str:
    planned = turn.shelf.form(turn.connection, request.plan_version_id, request.key[2])
    return periods.title(planned.form, request.key[3], words=words) if planned else request.key[2]


def _tell(turn: Turn, request: Extension, said: Callable[[Words], Reply]) -> None:
    """Whoever asked hears it, in the send windows."""
    addresses = contacts.addresses_of(turn.connection, request.asked_by)
    if not addresses:
        return
    words = in_language(language_of(turn.connection, request.asked_by) or turn.office.language)
    outbox.put_once(
        turn.connection,
        addresses[-1],
        {**said(words).to_json(), **heard_by(request.asked_by, post=True)},
        kind=Kind.NOTICE,
        key=f"extension:{request.id}:decided",
        now=turn.now,
        not_before=turn.office.windows.next_opening(turn.now),
    )


def _audit(turn: Turn, act: str, request: Extension) -> None:
    assert turn.person is not None
    audit.note_act(
        turn.connection,
        act,
        person_id=turn.person.id,
        now=turn.now,
        extension=request.id,
        before=request.before_on.isoformat(),
        wanted=request.wanted_on.isoformat(),
    )
