"""More time that units ask for, before staff: granted in one tap, or refused with a reason (in `/duyet`). What staff
type about it is read in granting_typed.py."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.buttons import Verb, button
from bot.core.extending import Extension, NotThat, read_until, settled
from bot.core.folding import clean, natural
from bot.core.hearing import heard_by
from bot.core.messages import Address, Reply
from bot.core.people import Act, Role
from bot.core.reasons import FEWEST_WORDS, LONGEST
from bot.db import audit, outbox
from bot.db.extensions import (
    decide_extension,
    extend,
    extensions_asked,
    load_extension,
    original_day,
    waiting_extensions,
)
from bot.db.outbox import Kind
from bot.db.reminders import people_with
from bot.gather.calendars import office_of
from handlers import reasons, review, telling
from handlers.turn import Turn
from locales.phrases import extending as extending_phrases
from locales.phrases import general, periods
from locales.phrases import granting as phrases
from locales.phrases import review as review_phrases
from locales.words import Words, in_language

LIST = button(Verb.EXTENSION, "list")
"""Leaves a request for the list of what waits."""


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """`exr:<request>`, `exr:<request>.yes`, `exr:<request>.no` (a reason is asked for), `exr:list`,
    `exr:<request>.said`: as it was typed before it was clear which request is meant."""
    if button(Verb.EXTENSION, *parts) == LIST:
        return review.queue(turn) if turn.may(Act.REVIEW) else [general.not_allowed(words=turn.words)]
    request = waiting_request(turn, parts[0])
    if isinstance(request, Reply):
        return [request]
    match list(parts[1:]):
        case ["yes"]:
            return grant(turn, request)
        case ["said"] if "grants_until" in turn.focus:
            return grant_until(turn, request, turn.focus["grants_until"])
        case ["said"] if "refuses_because" in turn.focus:
            return refuse(turn, request.id, turn.focus["refuses_because"])
        case ["no"]:
            turn.expects = {"refuses_extension": request.id, "at": turn.now.isoformat()}
            return [phrases.why_refused(words=turn.words)]
    return [_shown(turn, request, turn.words, asked_for=True)]


def refuse(turn: Turn, extension_id: int, reason: str) -> Sequence[Reply]:
    """The reason was typed: the last day stays."""
    request = waiting_request(turn, str(extension_id))
    if isinstance(request, Reply):
        return [request]
    assert turn.person is not None
    reason = clean(reason)[:LONGEST]
    says_why = len(reason.split()) >= FEWEST_WORDS
    not_kept = reasons.unfit(turn, reason) if says_why else extending_phrases.why_again(words=turn.words)
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
        lambda words: phrases.tell_refused(title_of(turn, request, words), request, reason, words=words),
    )
    return [Reply(phrases.refused(request.unit_name, words=turn.words)), *review.queue(turn)]


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of a reason: it waits still."""
    return [Reply(phrases.not_refused(words=turn.words)), *review.queue(turn)]


def tell_staff(turn: Turn, request: Extension) -> None:
    """Staff are asked, in the send windows: whoever may decide it."""
    waiting = waiting_extensions(turn.connection, turn.committee_id, most=2)
    alone = all(one.id == request.id for one in waiting)
    for to in people_with(turn.connection, turn.committee_id, Role.STAFF):
        if to.person_id == request.asked_by or to.unit_id == request.key[1]:
            continue
        words = in_language(to.language or turn.office.language)
        outbox.put_once(
            turn.connection,
            Address(to.channel, to.chat),
            {
                **_shown(turn, request, words, asked_for=False, alone=alone).to_json(),
                **heard_by(to.person_id, role=Role.STAFF),
            },
            kind=Kind.NOTICE,
            key=f"extension:{request.id}:{to.person_id}",
            now=turn.now,
            not_before=turn.office.windows.next_opening(turn.now),
        )


def grant_until(turn: Turn, request: Extension, text: str) -> Sequence[Reply]:
    """Until the day that staff typed, most often a shorter time than was asked for."""
    office = office_of(turn.connection, turn.office, request.key[1])
    wanted = read_until(
        text,
        today=turn.today,
        due_on=request.stands_on,
        original_on=original_day(turn.connection, request.key) or request.stands_on,
        most_days=turn.shelf.plan(turn.connection, request.plan_version_id).manners.extension_days,
        calendar=office.calendar,
        when_day_off=office.when_day_off,
    )
    if isinstance(wanted, NotThat):
        said = phrases.not_granted(wanted, request, words=turn.words)
        return [_shown(turn, request, turn.words, asked_for=True).below(said)]
    first, *more = grant(turn, request, until=wanted.day)
    if wanted.moved:
        noted = extending_phrases.noted_day(wanted, words=turn.words)
        first = replace(first, text=f"{noted}\n{first.text}")
    return [first, *more]


def grant(turn: Turn, request: Extension, *, until: date | None = None) -> Sequence[Reply]:
    """The last day moves, to the one that was asked for or `until`, and the ladder begins anew for it."""
    assert turn.person is not None
    if until is None and request.wanted_on < turn.today:
        return _lapse(turn, request)
    office = office_of(turn.connection, turn.office, request.key[1])
    given = settled(
        until or request.wanted_on,
        behind=max(request.stands_on, turn.today - timedelta(days=1)),
        calendar=office.calendar,
        when_day_off=office.when_day_off,
    )
    if given <= request.stands_on:
        return [Reply(phrases.has_more_time(request, words=turn.words)), *review.queue(turn)]
    if not extend(turn.connection, request.key, until=given):
        decide_extension(turn.connection, request.id, state="replaced", by_id=turn.person.id, now=turn.now)
        return [Reply(phrases.nothing_owed(request.unit_name, words=turn.words)), *review.queue(turn)]
    decide_extension(
        turn.connection, request.id, state="granted", by_id=turn.person.id, given=given, now=turn.now
    )
    _audit(turn, "grant_extension", request, given=given.isoformat())
    _tell(
        turn,
        request,
        lambda words: phrases.tell_granted(title_of(turn, request, words), request, given, words=words),
    )
    said = phrases.granted(request.unit_name, request.wanted_on, given, words=turn.words)
    return [Reply(said), *review.queue(turn)]


def _lapse(turn: Turn, request: Extension) -> Sequence[Reply]:
    """The day that was asked for is over: the unit hears that it may ask anew, and nothing waits any more."""
    assert turn.person is not None
    decide_extension(turn.connection, request.id, state="replaced", by_id=turn.person.id, now=turn.now)
    _audit(turn, "lapse_extension", request)
    _tell(
        turn, request, lambda words: phrases.tell_lapsed(title_of(turn, request, words), request, words=words)
    )
    said = phrases.lapsed(request.unit_name, request.wanted_on, words=turn.words)
    return [Reply(said), *review.queue(turn)]


def waiting_request(turn: Turn, text: str) -> Extension | Reply:
    """The request that a button means, or why it is not shown."""
    extension_id = natural(text)
    request = load_extension(turn.connection, extension_id) if extension_id is not None else None
    if not turn.may(Act.REVIEW):
        return general.not_allowed(words=turn.words)
    if request is None:
        return phrases.decided_before(words=turn.words)
    newer = extensions_asked(turn.connection, [request.key[1]]).get(request.key)
    anew = newer if newer is not None and request.state == "replaced" and newer.id > request.id else None
    if anew is None and request.state != "open":
        return phrases.decided_before(words=turn.words)
    shown = anew or request
    if not turn.may(Act.REVIEW, unit_id=shown.key[1], author_id=shown.asked_by):
        return review_phrases.may_not_review_own(words=turn.words)
    if anew is not None:
        said = phrases.asked_anew(anew.unit_name, words=turn.words)
        return _shown(turn, anew, turn.words, asked_for=True).below(said)
    return request


def _shown(turn: Turn, request: Extension, words: Words, *, asked_for: bool, alone: bool = True) -> Reply:
    return phrases.request(
        title_of(turn, request, words),
        request,
        yes=button(Verb.EXTENSION, request.id, "yes"),
        no=button(Verb.EXTENSION, request.id, "no"),
        asked_for=asked_for,
        alone=alone,
        words=words,
    )


def title_of(turn: Turn, request: Extension, words: Words) -> str:
    planned = turn.shelf.form(turn.connection, request.plan_version_id, request.key[2])
    return periods.title(planned.form, request.key[3], words=words) if planned else request.key[2]


def _tell(turn: Turn, request: Extension, said: Callable[[Words], Reply]) -> None:
    """Who reports for the unit now hears it, in the send windows."""
    telling.tell_unit(
        turn,
        request.key[1],
        request.unit_name,
        lambda words, _own: said(words),
        key=f"extension:{request.id}:decided",
        asker_id=request.asked_by,
    )


def _audit(turn: Turn, act: str, request: Extension, **more: str) -> None:
    assert turn.person is not None
    audit.note_act(
        turn.connection,
        act,
        person_id=turn.person.id,
        now=turn.now,
        extension=request.id,
        before=request.before_on.isoformat(),
        wanted=request.wanted_on.isoformat(),
        **more,
    )
