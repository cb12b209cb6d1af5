"""`/lichsu`, `/nguon`: what was sent, what became of it, and where a figure comes from."""

from collections.abc import Sequence

from bot.core import codes
from bot.core.buttons import Verb, button, open_button
from bot.core.folding import natural
from bot.core.messages import Choice, Reply
from bot.core.people import Act
from bot.core.reports import Report
from bot.db import assignments, audit, corrections, reports
from handlers import asked, behalf, evidence, locking, occasions, together
from handlers.turn import Turn
from locales.chat_words import read_number_behind
from locales.phrases import history as phrases
from locales.phrases import periods
from locales.phrases import reports as report_phrases
from locales.words import Words

MOST = 10


def history(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """What the person's units sent, the latest first; with a number or a receipt behind it, that report."""
    assert turn.person is not None
    sent = of_person(turn)
    if rest.strip():
        found = named(turn, rest, sent)
        return card(turn, found) if found is not None else [report_phrases.no_such_report(words=turn.words)]
    rows = [
        (report, title_of(turn, report), turn.words.moment(report.submitted_at, turn.zone)) for report in sent
    ]
    return [phrases.history(rows, [button(Verb.SHOW, one.id) for one in sent], words=turn.words)]


def named(turn: Turn, typed: str, sent: Sequence[Report]) -> Report | None:
    """The report of the person, or of their units, whose receipt, or number in the list, was typed."""
    assert turn.person is not None
    report_id = codes.read_receipt(typed)
    if report_id is not None:
        report = reports.load_report(turn.connection, report_id)
        return report if report is not None and _own(turn, report) else None
    number = read_number_behind(typed)
    return sent[number - 1] if number is not None and 1 <= number <= len(sent) else None


def of_person(turn: Turn) -> Sequence[Report]:
    """What the person's units sent, and what they sent for others, the latest first."""
    assert turn.person is not None
    return reports.sent_by_units(turn.connection, turn.person.units, most=MOST, author_id=turn.person.id)


def show(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A report was chosen from the list."""
    report_id = natural(parts[0])
    report = reports.load_report(turn.connection, report_id) if report_id is not None else None
    return _seen(turn, report)


def source(turn: Turn, rest: str) -> Sequence[Reply]:
    """`/nguon BC-00042R`: a whole report with its sender and instant."""
    if not rest.strip():
        return [report_phrases.code_needed(words=turn.words)]
    report_id = codes.read_receipt(rest)
    return _seen(turn, reports.load_report(turn.connection, report_id) if report_id is not None else None)


def _seen(turn: Turn, report: Report | None) -> Sequence[Reply]:
    """The report, for people of its unit and of the Committee; who looked is noted."""
    if report is None or not (_own(turn, report) or turn.may(Act.SEE_ALL)):
        return [report_phrases.no_such_report(words=turn.words)]
    person = turn.person
    audit.note_act(
        turn.connection, "see_report", person_id=person.id if person else None, now=turn.now, report=report.id
    )
    return card(turn, report)


def _own(turn: Turn, report: Report) -> bool:
    """Whether it is of the person's units, or was sent by the person for another."""
    person = turn.person
    return person is not None and (report.unit_id in person.units or report.author_id == person.id)


def card(turn: Turn, report: Report) -> Sequence[Reply]:
    """A report whole, with what the person may do about it."""
    text, choices, mending = whole(turn, report), evidence.offered(turn, report), list[Choice]()
    own = turn.may(Act.REPORT, unit_id=report.unit_id)
    if own or behalf.may_report(turn, report.unit_id):
        since = locking.locked(turn, report.key) if report.state != "returned" else None
        standing = reports.latest(turn.connection, report.key)
        if standing is not None and standing.id != report.id:
            data = button(Verb.SHOW, standing.id)
            mending.append(phrases.newest(standing.code, data, words=turn.words))
        elif since is None:
            mending.append(phrases.mend(button(Verb.MEND, report.id), words=turn.words))
        else:
            text += "\n\n" + phrases.locked_line(since, words=turn.words)
    reviewed = turn.may(Act.REVIEW, unit_id=report.unit_id, author_id=report.author_id)
    if report.state in ("submitted", "accepted") and reviewed:
        choices.append(phrases.give_back(button(Verb.RETURN, report.id), words=turn.words))
    # To correct what another unit reported is not what staff look at it for.
    return [
        phrases.card(text, [*choices, *mending, *(_repeats(turn, report) if own else ())], words=turn.words)
    ]


def _repeats(turn: Turn, report: Report) -> list[Choice]:
    """The same form, where the unit owes it for another period or may report it once more."""
    if occasions.is_one(report.key):
        again = open_button(occasions.another(report.key))
        offered = any(item.data == again for item in occasions.offered(turn))
        return [phrases.repeat(again, "", words=turn.words)] if offered else []
    owed = assignments.owed_by(turn.connection, [report.unit_id], opened_by=turn.today)
    same = [one for one in owed if (one.plan_id, one.form) == (report.plan_id, report.form)]
    other = next((one for one in same if one.period != report.period), None)
    if other is None:
        return []
    period = periods.name(other.period, words=turn.words)
    return [phrases.repeat(open_button(other.key), period, words=turn.words)]


def whole(turn: Turn, report: Report) -> str:
    """A report as text, in the words of the version of the plan under which it was sent; and what it changed of the
    version before."""
    at = turn.words.moment(report.submitted_at, turn.zone)
    text = report_phrases.answers(
        report,
        asked.questions_of(turn, report),
        corrections=corrections.of_report(turn.connection, report.id),
        title=title_of(turn, report),
        at=at,
        words=turn.words,
    )
    changed = together.changed_by(turn, report)
    if changed is None:
        return text
    return f"{text}\n\n{phrases.against(*changed, report.reason, words=turn.words)}"


def title_of(turn: Turn, report: Report, *, words: Words | None = None) -> str:
    """The title of a report's form, with its period; in another person's `words` where they will read it."""
    words = words or turn.words
    plan = turn.shelf.plan(turn.connection, report.plan_version_id)
    return periods.title(plan.form(report.form).form, report.period, words=words)
