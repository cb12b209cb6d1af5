"""`/sua`: a report that was sent is corrected by those who sent it, until its period is locked."""

from collections.abc import Sequence

from bot.core.buttons import Key
from bot.core.folding import natural
from bot.core.forms.changing import read_changes
from bot.core.forms.said import Edit
from bot.core.messages import Reply
from bot.core.reports import Report
from bot.db import assignments, fillings, reports
from handlers import behalf, form, history, locking, together
from handlers.turn import Turn
from locales.chat_words import read_form_word
from locales.phrases import history as phrases
from locales.phrases import reports as report_phrases


def mend(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """`sửa`, `sửa 2`, `sửa BC-00042R`: open that report, or the only one there is; else list them."""
    assert turn.person is not None
    sent = history.of_person(turn)
    if rest.strip():
        found = history.named(turn, rest, sent)
        return open_again(turn, found) if found else [report_phrases.no_such_report(words=turn.words)]
    return open_again(turn, sent[0]) if len(sent) == 1 else history.history(turn)


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Sửa báo cáo này*."""
    report_id = natural(parts[0])
    report = reports.load_report(turn.connection, report_id) if report_id is not None else None
    if report is None or not behalf.may_report(turn, report.unit_id):
        return [report_phrases.no_such_report(words=turn.words)]
    return open_again(turn, report)


def open_again(turn: Turn, report: Report, *, knowing: bool = False) -> Sequence[Reply]:
    """The report with its answers, to be changed line by line. `knowing`: that a colleague is doing the same."""
    assert turn.person is not None
    if not behalf.may_report(turn, report.unit_id):  # whatever way led here
        return [report_phrases.no_such_report(words=turn.words)]
    standing = reports.latest(turn.connection, report.key)
    if standing is not None and standing.id != report.id:
        return history.card(turn, report)
    begun = any(one.key == report.key for one in fillings.begun_by(turn.connection, turn.person.id))
    if begun or report.state == "returned":
        return form.open_form(turn, report.key, knowing=knowing)
    since = locking.locked(turn, report.key)
    if since is not None:
        return [phrases.locked(since, turn.words.of(turn.office.name), words=turn.words)]
    if not knowing and (told := together.told_first(turn, report.key)):
        return told
    if asked := behalf.ask_teller(turn, report.key, corrected=True):
        return asked
    return form.correct(turn, report)


def go_on(turn: Turn, key: Key) -> Sequence[Reply]:
    """Open that form, to report it or to correct what was reported, whoever else has begun it."""
    report = reports.latest(turn.connection, key)
    owed = assignments.find_owed(turn.connection, key) or assignments.find_promised(turn.connection, key)
    if report is not None and owed is None:
        return open_again(turn, report, knowing=True)
    return form.open_form(turn, key, knowing=True)


def explain(turn: Turn, filling_id: int, text: str) -> Sequence[Reply]:
    """The reason was typed: the corrected report is sent with it. `sửa 3` is no reason, but another change."""
    row = turn.chat.filling
    if row is None or row.id != filling_id:
        return [report_phrases.form_gone(words=turn.words)]
    if isinstance(read_form_word(text), Edit) or read_changes(text, verb_needed=True):
        return form.hear(turn, row)
    return form.send_again(turn, row, text)


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ`, `lùi` instead of a reason: nothing was sent, the summary is shown once more."""
    row = turn.chat.filling
    if row is None:
        return [report_phrases.form_gone(words=turn.words)]
    return form.open_form(turn, row.key)
