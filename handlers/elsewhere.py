"""What does not belong to the form that is being filled in: a mind that was elsewhere, a button of another time."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.buttons import Verb, button
from bot.core.messages import Reply
from bot.core.reports import Report
from bot.db import reminders, reports
from bot.db.cancelled import find_cancelled
from bot.db.fillings import Begun
from handlers import together
from handlers.turn import Turn
from locales.phrases import history as phrases
from locales.phrases import reports as report_phrases
from locales.phrases import undoing

SILENCE = timedelta(hours=12)
"""After so long the person is told where they left off."""

BREATH = timedelta(minutes=1)
"""Between two answers nobody looks whether a reminder came in between."""


def interrupted(turn: Turn, row: Begun) -> bool:
    """Whether the person's mind, or the last message they saw, may have been somewhere else: then it is said which form
    the answer went to."""
    silent = turn.now - row.touched_at
    if silent > SILENCE or "choices" in (turn.chat.focus or {}):
        return True
    assert turn.person is not None
    return silent > BREATH and reminders.reminded_since(turn.connection, turn.person.id, row.touched_at)


def old_button(turn: Turn, filling_id: int) -> Sequence[Reply]:
    """A button of a form that is open no longer: sent, thrown away, closed; or of somebody else's."""
    assert turn.person is not None
    report = reports.of_filling(turn.connection, filling_id)
    if report is not None and (report.unit_id in turn.person.units or report.author_id == turn.person.id):
        return [reported_already(turn, report)]
    thrown_away = find_cancelled(
        turn.connection, turn.person.id, since=turn.now - undoing.KEPT, filling_id=filling_id
    )
    if thrown_away is None:
        return [report_phrases.form_gone(words=turn.words)]
    form = together.form_of(turn, thrown_away.key, thrown_away.plan_version_id)
    until = (thrown_away.thrown_away_at + undoing.KEPT).astimezone(turn.zone).date()
    data = button(Verb.RESTORE, filling_id)
    return [undoing.thrown_away(turn.words.of(form.title), until, data, words=turn.words)]


def reported_already(turn: Turn, report: Report) -> Reply:
    """When and by whom it was sent, and where it can be looked at and corrected."""
    at = turn.words.moment(report.submitted_at, turn.zone)
    data = button(Verb.SHOW, report.id)
    return phrases.reported_already(report.code, at, report.author, data=data, words=turn.words)
