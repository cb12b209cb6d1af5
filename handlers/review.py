"""`/duyet`: staff look at a report, accept it, or return it with a reason."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.core.buttons import Verb, button, open_button
from bot.core.folding import natural
from bot.core.hearing import heard_by
from bot.core.messages import Choice, Reply
from bot.core.people import Act
from bot.core.reports import Report
from bot.db import assignments, audit, contacts, corrections, data_requests, outbox, reports, reviews
from bot.db.extensions import waiting_extensions
from bot.db.outbox import Kind
from bot.db.people import language_of
from handlers import evidence, reasons
from handlers.history import card, title_of, whole
from handlers.submitting import totals_kept_true
from handlers.turn import Turn
from locales.phrases import general, menus, undoing
from locales.phrases import reports as report_phrases
from locales.phrases import review as phrases
from locales.words import Words, in_language

MOST = 10
MORE_DAYS = 3
"""Working days that a unit has for what was returned to it."""

RETURNABLE = ("submitted", "accepted")
"""States in which staff may return a report: an accepted one as well, which opens a locked period again."""


def queue(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """Reports that nobody has looked at, and corrections of the roster that nobody has decided, the oldest first."""
    waiting = reports.waiting_for_review(turn.connection, turn.office.id, most=MOST)
    asked_for = corrections.waiting(turn.connection, turn.office.id, most=MOST)
    requests = data_requests.waiting(turn.connection, turn.office.id, most=MOST)
    extensions = waiting_extensions(turn.connection, turn.office.id, most=MOST)
    if not waiting and not asked_for and not requests and not extensions:
        return [phrases.nothing_to_review(words=turn.words)]
    rows = [(one, title_of(turn, one), turn.words.moment(one.submitted_at, turn.zone)) for one in waiting]
    choices = [
        Choice(menus.short(f"{number}. {one.unit_name}"), button(Verb.REVIEW, one.id))
        for number, one in enumerate(waiting, 1)
    ]
    choices += [
        Choice(menus.short(f"{number}. {one.unit_name}"), button(Verb.CORRECTION, one.id))
        for number, one in enumerate(asked_for, len(waiting) + 1)
    ]
    choices += [
        Choice(menus.short(f"{number}. {one.unit}"), button(Verb.REQUEST, one.id))
        for number, one in enumerate(requests, len(choices) + 1)
    ]
    choices += [
        Choice(menus.short(f"{number}. {one.unit_name}"), button(Verb.EXTENSION, one.id))
        for number, one in enumerate(extensions, len(choices) + 1)
    ]
    return [
        phrases.review_queue(
            rows,
            choices,
            count=reports.count_waiting(turn.connection, turn.office.id),
            corrections=asked_for,
            requests=requests,
            extensions=extensions,
            words=turn.words,
        )
    ]


def show(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """One report, whole, with *Tiếp nhận* and *Trả lại*."""
    report = reviewable(turn, parts)
    if isinstance(report, Reply):
        return [report]
    if report.state != "submitted":
        return card(turn, report)
    text = whole(turn, report)
    return [
        phrases.to_review(
            text,
            accept=button(Verb.ACCEPT, report.id),
            return_=button(Verb.RETURN, report.id),
            more=evidence.offered(turn, report),
            words=turn.words,
        )
    ]


def accept(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Tiếp nhận*: the officer hears it. For a while it can be taken back."""
    report = reviewable(turn, parts)
    if isinstance(report, Reply):
        return [report]
    assert turn.person is not None
    if not reports.review(turn.connection, report.id, state="accepted", by_id=turn.person.id, now=turn.now):
        return [phrases.reviewed_before(words=turn.words)]
    assignments.mark_reviewed(turn.connection, report.id, state="accepted")
    _audit(turn, "accept", report)
    tell(turn, report, lambda title, words: phrases.tell_accepted(title, words=words))
    said = phrases.reviewed(report.unit_name, accepted=True, words=turn.words)
    return [undoing.accepted(said, button(Verb.UNDO, report.id), words=turn.words), *queue(turn)]


def ask_reason(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Trả lại*: the next thing that is typed is the reason."""
    report = reviewable(turn, parts)
    if isinstance(report, Reply):
        return [report]
    if report.state not in RETURNABLE:
        return [phrases.reviewed_before(words=turn.words)]
    return reasons.ask(turn, "reason_for", report.id, phrases.why_returned(words=turn.words))


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of a reason: nothing was returned."""
    return [Reply(phrases.not_returned(words=turn.words)), *queue(turn)]


def return_(turn: Turn, report_id: int, reason: str) -> Sequence[Reply]:
    """The reason was typed: the unit owes the report again."""
    report = reviewable(turn, [str(report_id)])
    if isinstance(report, Reply):
        return [report]
    assert turn.person is not None
    note = reasons.read(turn, "reason_for", report.id, reason)
    if isinstance(note, Reply):
        return [note]
    due_on = send_back(turn, report, note)
    if due_on is None:
        return [phrases.reviewed_before(words=turn.words)]
    _audit(turn, "return", report)
    owed = assignments.find_owed(turn.connection, report.key)
    until = owed.due_on if owed else due_on
    opens = open_button(report.key)
    tell(
        turn,
        report,
        lambda title, words: phrases.tell_returned(title, note, until, data=opens, words=words),
    )
    return [Reply(phrases.reviewed(report.unit_name, accepted=False, words=turn.words)), *queue(turn)]


def send_back(turn: Turn, report: Report, note: str) -> date | None:
    """The unit owes the report again, until that day at least. None, and nothing changes, if somebody was quicker."""
    assert turn.person is not None
    with totals_kept_true(turn, report.key):
        if not reports.review(
            turn.connection,
            report.id,
            state="returned",
            by_id=turn.person.id,
            note=note,
            now=turn.now,
            of=RETURNABLE,
        ):
            return None
        due_on = turn.office.calendar.add(turn.today, working_days=MORE_DAYS)
        assignments.mark_reviewed(turn.connection, report.id, state="returned", due_on=due_on)
        return due_on


def reviewable(turn: Turn, parts: Sequence[str]) -> Report | Reply:
    """The report that a button means, or why it is not shown."""
    report_id = natural(parts[0])
    report = reports.load_report(turn.connection, report_id) if report_id is not None else None
    if report is None:
        return report_phrases.no_such_report(words=turn.words)
    if not turn.may(Act.REVIEW):
        return general.not_allowed(words=turn.words)
    if turn.person is not None and turn.person.id == report.author_id:
        return phrases.may_not_review_typed(words=turn.words)
    if not turn.may(Act.REVIEW, unit_id=report.unit_id, author_id=report.author_id):
        return phrases.may_not_review_own(words=turn.words)
    return report


def tell(turn: Turn, report: Report, say: Callable[[str, Words], Reply]) -> None:
    """Tell the author what became of the report of that title, in the author's language, in the send windows."""
    if report.author_id is None:
        return
    addresses = contacts.addresses_of(turn.connection, report.author_id)
    if not addresses:
        return
    words = in_language(language_of(turn.connection, report.author_id) or turn.office.language)
    outbox.put_once(
        turn.connection,
        addresses[-1],
        {
            **say(title_of(turn, report, words=words), words).to_json(),
            **heard_by(report.author_id, post=True),
        },
        kind=Kind.NOTICE,
        key=f"review:{report.id}:{reviews.last_event(turn.connection, report.id)}",
        now=turn.now,
        not_before=turn.office.windows.next_opening(turn.now),
    )


def _audit(turn: Turn, act: str, report: Report) -> None:
    assert turn.person is not None
    audit.note_act(turn.connection, act, person_id=turn.person.id, now=turn.now, report=report.id)
