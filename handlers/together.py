"""Several people of a unit on one form: each is told of the other before anything is begun, or sent."""

from collections.abc import Mapping, Sequence

from bot.core.buttons import Key, Verb, button
from bot.core.forms.differences import Difference, differences
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Value
from bot.core.messages import Reply
from bot.core.reports import Report
from bot.db import colleagues, reports
from bot.db.contacts import OpenFilling
from handlers.turn import Turn
from locales.phrases import together as phrases
from locales.phrases.periods import titled


def told_first(turn: Turn, key: Key) -> Sequence[Reply]:
    """Before a form is begun: who of the unit has begun it already. Nothing where nobody has."""
    assert turn.person is not None
    others = colleagues.at_the_same(turn.connection, key, besides=turn.person.id)
    if not others:
        return ()
    who = [
        (one.name, turn.words.moment(one.started_at, turn.zone), len(Filling.from_json(one.state).answers))
        for one in others
    ]
    form = form_of(turn, key, others[0].plan_version_id)
    return [
        phrases.begun_by_colleague(
            turn.words.of(form.title),
            who,
            go_on=button(Verb.JOIN, *key),
            look=button(Verb.PEEK, *key),
            words=turn.words,
        )
    ]


def overtaken(turn: Turn, row: OpenFilling, report: Report, *, answered: bool = False) -> Sequence[Reply]:
    """Another version stands than the one against which this was begun: what differs, and what may be done. `answered`:
    the person has just answered something, which is not recorded."""
    key = (row.plan_id, row.unit_id, row.form, row.period)
    form = form_of(turn, key, row.plan_version_id)
    return [
        phrases.overtaken(
            turn.words.of(form.title),
            by=report.author,
            at=turn.words.moment(report.submitted_at, turn.zone),
            code=report.code,
            found=against_sent(turn, row, report),
            answered=answered,
            keep=button(Verb.KEEP, row.id),
            mine=button(Verb.MINE, row.id),
            words=turn.words,
        )
    ]


def against_sent(turn: Turn, row: OpenFilling, report: Report) -> tuple[Difference, ...]:
    """What the person has entered otherwise than it was sent; what is not entered yet differs in nothing."""
    key = (row.plan_id, row.unit_id, row.form, row.period)
    answers = entered(Filling.from_json(row.state))
    sent = {name: value for name, value in report.answers.items() if name in answers}
    forms = [form_of(turn, key, row.plan_version_id), form_of(turn, key, report.plan_version_id)]
    return differences(sent, answers, forms)


def changed(
    turn: Turn, earlier: Report, later: Mapping[str, Value], version_id: int
) -> tuple[Difference, ...]:
    """What answers given under a version of the plan change of an earlier report."""
    forms = [form_of(turn, earlier.key, one) for one in (version_id, earlier.plan_version_id)]
    return differences(earlier.answers, later, forms)


def changed_by(turn: Turn, report: Report) -> tuple[Report, tuple[Difference, ...]] | None:
    """The version that a report replaced, and what it changed of it."""
    earlier = reports.before(turn.connection, report) if report.version > 1 else None
    if earlier is None:
        return None
    return earlier, changed(turn, earlier, report.answers, report.plan_version_id)


def entered(filling: Filling) -> dict[str, Value]:
    """All answers, a list that still grows among them."""
    answers = dict(filling.answers)
    if filling.at is not None and isinstance(filling.draft, list) and filling.stand == "question":
        answers[filling.at] = filling.draft
    return answers


def form_of(turn: Turn, key: Key, version_id: int) -> Form:
    """The form of that key in a version of the plan, its title with the period."""
    return titled(turn.shelf.plan(turn.connection, version_id).form(key[2]).form, key[3])
