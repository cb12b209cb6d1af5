"""`/lichsu`, `/nguon`: what was sent, and where a figure comes from."""

from collections.abc import Sequence

from bot.core import codes
from bot.core.forms.expected import answerable
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.reports import Report
from bot.db import audit, corrections, reports
from handlers import evidence
from handlers.turn import Turn
from locales.phrases import periods
from locales.phrases import reports as phrases
from locales.phrases.menus import with_menu
from locales.words import Words

MOST = 10


def history(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """What the person's units sent, the latest first."""
    assert turn.person is not None
    sent = reports.sent_by_units(turn.connection, turn.person.units, most=MOST, author_id=turn.person.id)
    rows = [
        (report, title_of(turn, report), turn.words.moment(report.submitted_at, turn.zone)) for report in sent
    ]
    return [phrases.history(rows, words=turn.words)]


def source(turn: Turn, rest: str) -> Sequence[Reply]:
    """`/nguon BC-00042R`: a whole report with its sender and instant."""
    if not rest.strip():
        return [phrases.code_needed(words=turn.words)]
    report_id = codes.read_receipt(rest)
    report = reports.load_report(turn.connection, report_id) if report_id is not None else None
    person = turn.person
    own = (
        report is not None
        and person is not None
        and (report.unit_id in person.units or report.author_id == person.id)
    )
    if report is None or not (own or turn.may(Act.SEE_ALL)):
        return [phrases.no_such_report(words=turn.words)]
    audit.note_act(
        turn.connection, "see_report", person_id=person.id if person else None, now=turn.now, report=report.id
    )
    files = evidence.offered(turn, report)
    return [with_menu(whole(turn, report), files) if files else Reply(whole(turn, report))]


def whole(turn: Turn, report: Report) -> str:
    """A report as text, in the words of the version of the plan under which it was sent."""
    plan = turn.shelf.plan(turn.connection, report.plan_version_id)
    form = answerable(plan.form(report.form).form)
    at = turn.words.moment(report.submitted_at, turn.zone)
    return phrases.answers(
        report,
        form.questions,
        corrections=corrections.of_report(turn.connection, report.id),
        title=title_of(turn, report),
        at=at,
        words=turn.words,
    )


def title_of(turn: Turn, report: Report, *, words: Words | None = None) -> str:
    """The title of a report's form, with its period; in another person's `words` where they will read it."""
    words = words or turn.words
    plan = turn.shelf.plan(turn.connection, report.plan_version_id)
    return periods.title(plan.form(report.form).form, report.period, words=words)
