"""What is pressed where several people of a unit are on one form: look, go on anyway, keep the sent one, send mine."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.buttons import Verb, button, read_key
from bot.core.folding import natural
from bot.core.forms.filling import Filling, Stand
from bot.core.forms.model import Value
from bot.core.messages import Reply
from bot.core.reports import Report
from bot.db import colleagues, fillings, reports
from bot.db.fillings import Begun
from handlers import behalf, form, mending, together
from handlers.turn import Turn
from locales.phrases import reports as report_phrases
from locales.phrases import tasks as task_phrases
from locales.phrases import together as phrases


def join(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Vẫn điền*: knowing that a colleague has begun it as well."""
    key = read_key(parts)
    if key is None or not behalf.may_report(turn, key[1]):
        return [task_phrases.not_yours(words=turn.words)]
    return mending.go_on(turn, key)


def peek(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Xem phần đã điền*: what the colleague has entered so far, for people of the unit alone."""
    key = read_key(parts)
    if key is None or turn.person is None or not behalf.may_report(turn, key[1]):
        return [task_phrases.not_yours(words=turn.words)]
    go_on = button(Verb.JOIN, *key)
    others = colleagues.at_the_same(turn.connection, key, besides=turn.person.id)
    if not others:
        return [phrases.no_longer_begun(go_on=go_on, words=turn.words)]
    one = others[0]
    form_ = together.form_of(turn, key, one.plan_version_id)
    answers = together.entered(Filling.from_json(one.state))
    title = turn.words.of(form_.title)
    return [phrases.entered(title, one.name, form_, answers, go_on=go_on, words=turn.words)]


def keep(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Giữ bản đã gửi*: what was entered here is left."""
    found = _mine(turn, parts)
    if isinstance(found, Reply):
        return [found]
    begun, report = found
    fillings.end_filling(turn.connection, begun.id, status="cancelled", now=turn.now)
    return [phrases.kept(report.code, words=turn.words)]


def mine(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Sửa theo bản của tôi*: what was entered here, over what was sent, goes on as a correction of that."""
    found = _mine(turn, parts)
    if isinstance(found, Reply):
        return [found]
    begun, report = found
    filling = Filling.from_json(begun.state)
    sent = _same_questions(turn, begun, report)
    mine = together.entered_anew(turn, begun.key, begun.plan_version_id, begun.scene, begun.state)
    answers = {**sent, **mine}
    remarks = {name: said for name, said in report.remarks.items() if name in sent and name not in mine}
    unasked = {one.name for one in together.form_of(turn, begun.key, begun.plan_version_id).questions}
    filling = replace(
        filling,
        answers=answers,
        remarks={**remarks, **{name: said for name, said in filling.remarks.items() if name in mine}},
        early=frozenset(),
        heard=None,
        skipped=frozenset(unasked - answers.keys()),
        at=None,
        stand=Stand.SUMMARY,
        draft=None,
    )
    colleagues.rebase(turn.connection, begun.id, report.id, filling.to_json())
    title = turn.words.of(together.form_of(turn, begun.key, begun.plan_version_id).title)
    above = phrases.mine(title, report.code, words=turn.words)
    first, *rest = form.open_form(turn, begun.key, above=above)
    return [first, *rest]


def _mine(turn: Turn, parts: Sequence[str]) -> tuple[Begun, Report] | Reply:
    """The person's own filling that a button means, and the report that stands."""
    assert turn.person is not None
    filling_id = natural(parts[0])
    begun = next(
        (one for one in fillings.begun_by(turn.connection, turn.person.id) if one.id == filling_id), None
    )
    report = reports.latest(turn.connection, begun.key) if begun is not None else None
    if begun is None or report is None:
        return report_phrases.form_gone(words=turn.words)
    return begun, report


def _same_questions(turn: Turn, begun: Begun, report: Report) -> dict[str, Value]:
    """The answers that were sent to questions which this form asks in the same way."""
    here = {one.name: one for one in together.form_of(turn, begun.key, begun.plan_version_id).questions}
    there = together.form_of(turn, report.key, report.plan_version_id).questions
    return {
        one.name: report.answers[one.name]
        for one in there
        if one.asked and one.name in report.answers and here.get(one.name) == one
    }
