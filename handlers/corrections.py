"""A unit says that the roster is wrong: staff look, change the roster, or decline with a reason (part of `/duyet`)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.corrections import Request
from bot.core.folding import natural
from bot.core.hearing import heard_by
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.units import Unit
from bot.db import audit, contacts, corrections, outbox, reports
from bot.db.outbox import Kind
from bot.db.people import language_of
from bot.db.units import load_unit, next_roster_version, roster_version
from bot.gather.merged_figures import with_all_taken_in
from bot.gather.rosters import change_units
from handlers import reasons
from handlers.review import queue, send_back
from handlers.turn import Turn
from locales.phrases import corrections as phrases
from locales.phrases import general
from locales.phrases import reports as report_phrases
from locales.phrases import review as review_phrases
from locales.words import in_language


def show(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """One request, with *Sửa danh sách* and *Không sửa*."""
    request = _request(turn, parts)
    return [request if isinstance(request, Reply) else phrases.request(request, words=turn.words)]


def accept(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """The roster changes, and with it the totals of those forms in which the unit has not reported."""
    request = _request(turn, parts)
    if isinstance(request, Reply):
        return [request]
    assert turn.person is not None
    version = roster_version(turn.connection, turn.office.id) + 1
    if not corrections.decide(
        turn.connection,
        request.id,
        state="accepted",
        by_id=turn.person.id,
        roster_version=version,
        now=turn.now,
    ):
        return [phrases.decided_before(words=turn.words)]
    changed = _corrected(turn, request)
    change_units(
        turn.connection,
        turn.office.id,
        {request.unit_id: (changed, ("figures",))},
        today=turn.today,
        shelf=turn.shelf,
    )
    next_roster_version(turn.connection, turn.office.id)
    _audit(turn, "accept_correction", request)
    _tell(turn, request, note=None)
    return [phrases.accepted(request, words=turn.words)]


def _corrected(turn: Turn, request: Request) -> Unit:
    """The unit as the roster is to have it. One that took others in gets all their figures with this one: from today
    on its own count them."""
    own = load_unit(turn.connection, request.unit_id)
    whole = with_all_taken_in(turn.connection, turn.committee_id, request.unit_id, today=turn.today)
    after = request.after
    if whole is not own:
        after = max(0, whole.figures.get(request.figure, 0) + request.after - request.before)
    return replace(whole, figures={**whole.figures, request.figure: after})


def ask_reason(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Không sửa*: the next thing that is typed is the reason."""
    request = _request(turn, parts)
    if isinstance(request, Reply):
        return [request]
    return reasons.ask(turn, "declines", request.id, phrases.why_declined(words=turn.words))


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of a reason: nothing was declined."""
    return [Reply(phrases.not_declined(words=turn.words)), *queue(turn)]


def decline(turn: Turn, correction_id: int, reason: str) -> Sequence[Reply]:
    """The roster stays. The report rests on another figure: the unit owes it again."""
    request = _request(turn, [str(correction_id)])
    if isinstance(request, Reply):
        return [request]
    assert turn.person is not None
    note = reasons.read(turn, "declines", request.id, reason)
    if isinstance(note, Reply):
        return [note]
    corrections.decide(
        turn.connection, request.id, state="declined", by_id=turn.person.id, note=note, now=turn.now
    )
    report = reports.load_report(turn.connection, request.report_id)
    assert report is not None
    send_back(turn, report, phrases.declined_note(request, note, words=turn.words))
    _audit(turn, "decline_correction", request)
    _tell(turn, request, note=note)
    return [phrases.declined(request, words=turn.words)]


def _request(turn: Turn, parts: Sequence[str]) -> Request | Reply:
    """The request that a button means, or why it is not shown."""
    correction_id = natural(parts[0])
    request = corrections.load_request(turn.connection, correction_id) if correction_id is not None else None
    if request is None:
        return report_phrases.no_such_report(words=turn.words)
    if not turn.may(Act.REVIEW):
        return general.not_allowed(words=turn.words)
    report = reports.load_report(turn.connection, request.report_id)
    author_id = report.author_id if report is not None else None
    if not turn.may(Act.REVIEW, unit_id=request.unit_id, author_id=author_id):
        return review_phrases.may_not_review_own(words=turn.words)
    if request.state != "open":
        return phrases.decided_before(words=turn.words)
    return request


def _tell(turn: Turn, request: Request, *, note: str | None) -> None:
    """Tell who reported it, in their language, in the send windows. `note`: why it was declined."""
    report = reports.load_report(turn.connection, request.report_id)
    if report is None or report.author_id is None:
        return
    addresses = contacts.addresses_of(turn.connection, report.author_id)
    if not addresses:
        return
    words = in_language(language_of(turn.connection, report.author_id) or turn.office.language)
    reply = (
        phrases.tell_accepted(request, words=words)
        if note is None
        else phrases.tell_declined(request, note, key=report.key, words=words)
    )
    outbox.put_once(
        turn.connection,
        addresses[-1],
        {**reply.to_json(), **heard_by(report.author_id, post=True)},
        kind=Kind.NOTICE,
        key=f"correction:{request.id}",
        now=turn.now,
        not_before=turn.office.windows.next_opening(turn.now),
    )


def _audit(turn: Turn, act: str, request: Request) -> None:
    assert turn.person is not None
    audit.note_act(
        turn.connection,
        act,
        person_id=turn.person.id,
        now=turn.now,
        correction=request.id,
        figure=request.figure,
        before=request.before,
        after=request.after,
    )
