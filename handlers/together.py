"""Several people of a unit on one form: each is told of the other before anything is begun, or sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.buttons import Key, Verb, button
from bot.core.forms import known
from bot.core.forms.differences import Difference, differences
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form, Value
from bot.core.forms.scene import Scene
from bot.core.forms.sitting import Sitting
from bot.core.messages import Reply
from bot.core.reports import Report
from bot.db import colleagues, reports
from bot.db.colleagues import Colleague
from bot.db.fillings import Begun
from bot.gather.scenes import scene_of
from handlers import behalf
from handlers.turn import Turn
from locales.phrases import together as phrases
from locales.phrases.periods import titled


def told_first(turn: Turn, key: Key) -> Sequence[Reply]:
    """Before a form is begun: who of the unit has begun it already. Nothing where nobody has."""
    assert turn.person is not None
    away = {one.absent_id for one in turn.person.lent if one.post.unit_id == key[1]}
    begun = colleagues.at_the_same(turn.connection, key, besides=turn.person.id)
    others = [one for one in begun if one.person_id not in away]  # whom the person stands in for
    if not others:
        return ()
    who = [
        (one.name, turn.words.moment(one.started_at, turn.zone), _answered(turn, key, one)) for one in others
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


def overtaken(turn: Turn, row: Begun, report: Report, *, answered: bool = False) -> Sequence[Reply]:
    """Another version stands than the one against which this was begun: what differs, and what may be done. `answered`:
    the person has just answered something, which is not recorded."""
    key = row.key
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


def against_sent(turn: Turn, row: Begun, report: Report) -> tuple[Difference, ...]:
    """What the person has entered otherwise than it was sent; what is not entered yet differs in nothing."""
    key = row.key
    answers = entered_anew(turn, key, row.plan_version_id, row.scene, row.state)
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


def entered_anew(
    turn: Turn, key: Key, version_id: int, stored: dict[str, Any], state: Mapping[str, Any]
) -> dict[str, Value]:
    """What somebody entered in a form: not what it began with, as it was last time."""
    filling, scene = Filling.from_json(state), _scene_of(turn, key, stored)
    beforehand: Mapping[str, Value] = (
        known.as_last_time(form_of(turn, key, version_id), scene).answers if scene.last is not None else {}
    )
    return {
        name: value
        for name, value in entered(filling).items()
        if name not in beforehand or beforehand[name] != value
    }


def entered(filling: Filling) -> dict[str, Value]:
    """All answers, a list that still grows among them."""
    answers = dict(filling.answers)
    if filling.at is not None and isinstance(filling.draft, list) and filling.stand == "question":
        answers[filling.at] = filling.draft
    return answers


def given(filling: Filling, form: Form, scene: Scene) -> int:
    """How many answers a person gave: what was there beforehand is none."""
    return Sitting(filling, form, scene).entered


def form_of(turn: Turn, key: Key, version_id: int) -> Form:
    """The form of that key in a version of the plan as it is answered, its title with the period, and with the unit for
    whoever reports for several."""
    planned = turn.shelf.plan(turn.connection, version_id).form(key[2])
    return answerable(behalf.named(turn, titled(planned.form, key[3]), key[1]))


def _scene_of(turn: Turn, key: Key, stored: dict[str, Any]) -> Scene:
    return scene_of(stored, key[3], today=turn.today, language=turn.words.language)


def _answered(turn: Turn, key: Key, one: Colleague) -> int:
    scene = _scene_of(turn, key, one.scene)
    return given(Filling.from_json(one.state), form_of(turn, key, one.plan_version_id), scene)
