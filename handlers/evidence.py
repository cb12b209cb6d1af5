"""Evidence looked at: the files of a report, fetched from the messenger each time, small and bare."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import codes
from bot.core.attachments import Attachment, Kept
from bot.core.buttons import Verb, button, read_button
from bot.core.folding import natural
from bot.core.forms.model import Type
from bot.core.messages import Choice, Reply
from bot.core.people import Act
from bot.core.reports import Report
from bot.db import audit, reports
from handlers import tasks
from handlers.turn import Turn
from locales.phrases import evidence as phrases
from locales.phrases import reports as report_phrases


def offered(turn: Turn, report: Report) -> list[Choice]:
    """*Xem minh chứng*, where a report has any."""
    count = len(_files(turn, report))
    if not count:
        return []
    return [Choice(phrases.look(count, words=turn.words), button(Verb.EVIDENCE, report.id))]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Xem minh chứng*."""
    report_id = natural(parts[0])
    return _show(turn, reports.load_report(turn.connection, report_id) if report_id is not None else None)


def typed(turn: Turn, rest: str) -> Sequence[Reply]:
    """`minh chứng BC-00042R`; alone it means the report of the last message."""
    if rest.strip():
        report_id = codes.read_receipt(rest)
        return _show(turn, reports.load_report(turn.connection, report_id) if report_id is not None else None)
    for _, data in (turn.chat.focus or {}).get("choices", ()):
        read = read_button(data)
        if read is not None and read[0] is Verb.EVIDENCE:
            return pressed(turn, read[1])
    return [phrases.code_needed(words=turn.words)]


def unasked(turn: Turn) -> Sequence[Reply]:
    """A file while no form is open: nothing of it is kept, and what to do is said above the list of work."""
    person = turn.person
    if person is None or not person.units:
        return [phrases.not_kept(words=turn.words)]
    first, *rest = tasks.show(turn)
    return [first.below(phrases.not_kept(words=turn.words).text), *rest]


def _show(turn: Turn, report: Report | None) -> Sequence[Reply]:
    """The files, to whoever reports for the unit and to people of the Committee; never in a group."""
    own = report is not None and turn.person is not None and report.unit_id in turn.person.units
    if report is None or not (own or turn.may(Act.SEE_ALL)):
        return [report_phrases.no_such_report(words=turn.words)]
    files = _files(turn, report)
    if not files:
        return [phrases.none(report, words=turn.words)]
    audit.note_act(
        turn.connection,
        "see_evidence",
        person_id=turn.person.id if turn.person else None,
        now=turn.now,
        report=report.id,
        files=len(files),
    )
    reply = phrases.shown(
        report,
        len(files),
        as_it_is=any(file.media.startswith("application/pdf") for file in files),
        decide=_decisions(turn, report),
        words=turn.words,
    )
    return [replace(reply, files=_kept(turn, report, files))]


def _decisions(turn: Turn, report: Report) -> tuple[str, str] | None:
    """The data of *Tiếp nhận* and *Trả lại*, for whoever may review a report that waits for it."""
    if report.state != "submitted" or not turn.may(Act.REVIEW, unit_id=report.unit_id):
        return None
    return button(Verb.ACCEPT, report.id), button(Verb.RETURN, report.id)


def _kept(turn: Turn, report: Report, files: Sequence[Attachment]) -> tuple[Kept, ...]:
    return tuple(
        Kept(
            channel=file.channel or turn.incoming.address.channel,
            attachment=file,
            name=f"{report.code}-{number}",
            caption=phrases.caption(report.code, number, len(files), words=turn.words),
            language=turn.words.language,
        )
        for number, file in enumerate(files, start=1)
    )


def _files(turn: Turn, report: Report) -> list[Attachment]:
    """The files of all its questions, in their order."""
    questions = turn.shelf.plan(turn.connection, report.plan_version_id).form(report.form).form.questions
    return [
        Attachment.from_json(file)
        for question in questions
        if question.type is Type.EVIDENCE
        for file in report.answers.get(question.name) or ()
    ]
