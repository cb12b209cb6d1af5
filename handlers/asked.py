"""Which questions a report was asked: its lines carry the numbers that they had in the form's summary."""

from collections.abc import Sequence

from bot.core.forms import scene as scenes
from bot.core.forms.expected import answerable
from bot.core.forms.filling import Filling
from bot.core.forms.model import Question
from bot.core.reports import Report
from bot.db import fillings
from bot.gather.scenes import scene_of
from handlers.turn import Turn


def questions_of(turn: Turn, report: Report) -> Sequence[Question]:
    """The questions of the report's course in their order, those left blank among them; only the answered ones where
    what it was filled in against is not kept."""
    form = answerable(turn.shelf.plan(turn.connection, report.plan_version_id).form(report.form).form)
    names = set(report.answers)
    begun = fillings.find_filling(turn.connection, report.filling_id)
    if begun is not None and begun.scene and begun.plan_version_id == report.plan_version_id:
        day = report.submitted_at.astimezone(turn.zone).date()
        scene = scene_of(begun.scene, report.period, today=day, language=turn.words.language)
        corrections = Filling.from_json(begun.state).corrections if begun.state else {}
        course = scenes.course(form, report.answers, scenes.corrected(scene, corrections))
        names.update(question.name for question in course.questions)
    return [question for question in form.questions if question.asked and question.name in names]
