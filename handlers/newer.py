"""A form half filled in, when its plan or its unit changed since: what the person hears first, at the next turn."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.core.buttons import Key
from bot.core.forms.carrying import Carried, Stays, answers_anew, carry
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling
from bot.core.forms.model import Form
from bot.core.messages import Reply
from bot.core.plan.model import PlannedForm
from bot.core.reports import Report
from bot.core.succession import heir_of
from bot.db import fillings
from bot.db.corrections import open_corrections
from bot.db.fillings import Begun
from bot.db.live_assignments import is_asked
from bot.db.plans import plans_in_force
from bot.db.units import load_unit, load_units
from bot.gather.half_filled import Closed, weigh
from bot.gather.merged_figures import merged_into, unit_for
from bot.gather.past import kept_past
from bot.gather.scenes import scene_of, stored_scene
from handlers.turn import Turn
from locales.phrases import plan_news as phrases
from locales.phrases.periods import titled


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the form. `row` is as it goes on (None: it is closed, and `above` says why). `above` is to be said
    first. `again` says that what is asked for is another thing than what the person saw: it is shown anew, and
    whatever was said answers nothing."""

    row: Begun | None
    above: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Reopened:
    """A report that was returned, to be mended in that version."""

    version_id: int
    planned: PlannedForm
    scene: dict[str, Any]
    filling: Filling
    above: str = ""


def settle(turn: Turn, row: Begun) -> Settled:
    """Bring a form up to date that is marked. Without a mark nothing is done."""
    if row.news is None:
        return Settled(row)
    key = row.key
    plan = turn.shelf.plan(turn.connection, row.plan_version_id)
    stored = next(one for one in plans_in_force(turn.connection, turn.committee_id) if one.id == row.plan_id)
    newer = turn.shelf.plan(turn.connection, stored.version_id)
    begun = Begun(row.id, key, row.plan_version_id, row.scene, row.state, row.touched_at)
    unit = load_unit(turn.connection, row.unit_id)
    asked = is_asked(turn.connection, key)
    verdict = weigh(
        begun,
        old=plan,
        new=newer,
        unit=unit,
        kinds=turn.kinds,
        asked=asked,
        today=turn.today,
        language=turn.words.language,
    )
    above, again = "", False
    match verdict:
        case Closed():
            return Settled(None, _close(turn, row, titled(plan.form(row.form).form, row.period)))
        case Carried() if stored.version_id != row.plan_version_id:
            changed = newer.form(row.form).form != plan.form(row.form).form
            scene = {
                **stored_scene(
                    newer,
                    newer.form(row.form),
                    unit,
                    kinds=turn.kinds,
                    roster_version=row.scene.get("roster_version"),
                ),
                "unit": row.scene["unit"],
                **kept_past(row.scene),
            }
            row = replace(
                row, plan_version_id=stored.version_id, scene=scene, state=verdict.filling.to_json()
            )
            above = phrases.form_updated(verdict.added, words=turn.words) if changed else ""
            again = changed and not verdict.same
        case Stays():
            above = phrases.form_stays(words=turn.words)
    if row.news == "merged":
        row, said, other = _with_other_figures(turn, row, key)
        above, again = "\n".join(part for part in (above, said) if part), again or other
    fillings.save_settled(
        turn.connection,
        row.id,
        plan_version_id=row.plan_version_id,
        scene=row.scene,
        state=row.state,
        now=turn.now,
    )
    return Settled(replace(row, news=None), above, again)


def reopen(turn: Turn, key: Key, report: Report, version_id: int) -> Reopened:
    """The version in which a returned report is mended: the newest, if that loses nothing, else its own."""
    plan = turn.shelf.plan(turn.connection, report.plan_version_id)
    planned = plan.form(key[2])
    unit = unit_for(turn.connection, turn.committee_id, key, planned, kinds=turn.kinds)
    stored = stored_scene(plan, planned, unit, kinds=turn.kinds, roster_version=turn.roster_version)
    # What was returned is corrected, not typed again.
    questions = answerable(planned.form).questions
    left_out = frozenset(one.name for one in questions if not one.required) - report.answers.keys()
    corrections = open_corrections(turn.connection, report.id)
    filling = Filling(report.answers, left_out, corrections=corrections, remarks=report.remarks)
    here = Reopened(report.plan_version_id, planned, stored, filling)
    if version_id == report.plan_version_id:
        return here
    plan = turn.shelf.plan(turn.connection, version_id)
    newer = next((one for one in plan.forms if one.form.code == key[2]), None)
    if newer is None or newer.form == planned.form:
        return here
    scene = stored_scene(plan, newer, unit, kinds=turn.kinds, roster_version=turn.roster_version)
    verdict = carry(
        filling,
        old=planned.form,
        new=newer.form,
        before=scene_of(stored, key[3], today=turn.today, language=turn.words.language),
        now=scene_of(scene, key[3], today=turn.today, language=turn.words.language),
    )
    if isinstance(verdict, Stays):
        return replace(here, above=phrases.report_stays(words=turn.words))
    above = phrases.form_updated(verdict.added, words=turn.words)
    return Reopened(version_id, newer, scene, verdict.filling, above)


def left_behind(turn: Turn, key: Key) -> list[Reply]:
    """What the people of a unit that was merged had filled in of this form: for whoever goes on with it."""
    replies = []
    for other, unit in merged_into(turn.connection, turn.committee_id, key, today=turn.today):
        for begun in fillings.left_by(turn.connection, [other]):
            form = turn.shelf.plan(turn.connection, begun.plan_version_id).form(other[2]).form
            form = answerable(form)
            answers = Filling.from_json(begun.state).answers
            said = phrases.left_behind(form, answers, unit=unit.short or unit.name, words=turn.words)
            if said is not None:
                replies.append(Reply(said))
    return replies


def _close(turn: Turn, row: Begun, form: Form) -> str:
    """The form is asked no longer. Nothing that was entered is lost: it is said once more."""
    fillings.end_filling(turn.connection, row.id, status="closed", now=turn.now)
    filling = Filling.from_json(row.state)
    answers = dict(filling.answers)
    if filling.at is not None and filling.draft is not None:
        answers.setdefault(filling.at, filling.draft)
    units = load_units(turn.connection, turn.committee_id)
    unit = units[row.unit_id]
    heir = heir_of(unit, {one.code: one for one in units.values()}, today=turn.today)
    return phrases.form_closed(
        answerable(form),
        answers,
        unit=unit.short or unit.name,
        heir=(heir.short or heir.name) if heir is not None and row.news == "merged" else None,
        words=turn.words,
    )


def _with_other_figures(turn: Turn, row: Begun, key: Key) -> tuple[Begun, str, bool]:
    """The unit has taken another one in: totals are asked about both."""
    planned = turn.shelf.plan(turn.connection, row.plan_version_id).form(row.form)
    plan = turn.shelf.plan(turn.connection, row.plan_version_id)
    unit = unit_for(turn.connection, turn.committee_id, key, planned, kinds=turn.kinds)
    stored = stored_scene(plan, planned, unit, kinds=turn.kinds, roster_version=turn.roster_version)
    stored |= kept_past(row.scene)
    today: date = turn.today
    filling, anew = answers_anew(
        Filling.from_json(row.state),
        form=planned.form,
        before=scene_of(row.scene, row.period, today=today, language=turn.words.language),
        now=scene_of(stored, row.period, today=today, language=turn.words.language),
    )
    others = [
        one.short or one.name
        for _, one in merged_into(turn.connection, turn.committee_id, key, today=turn.today)
    ]
    said = phrases.other_totals(
        unit.short or unit.name,
        turn.words.list(others),
        [(planned.form.question(name), value) for name, value in anew.items()],
        words=turn.words,
    )
    return replace(row, scene=stored, state=filling.to_json()), said, True
