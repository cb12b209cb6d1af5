"""A file that was sent while something else was asked for: it goes to the question that asks for files, and that is
said."""

from dataclasses import replace

from bot.core.forms import scene as scenes
from bot.core.forms.answers import evidence, problems
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Question, Type
from bot.core.forms.outcomes import Filed, Standing, Why
from bot.core.forms.said import Sent
from bot.core.forms.sitting import Sitting, Step


def filed(sitting: Sitting, sent: Sent) -> Step | None:
    """The filling with the files where they belong, at the question at which it was. None if no question of the form
    takes files."""
    question = _for_files(sitting)
    if question is None:
        return None
    filling = sitting.filling
    growing = filling.at == question.name and filling.draft
    so_far = growing or filling.answers.get(question.name) or []
    kept, refusal = evidence.accept_all(so_far, sent.attachments, caption=sent.caption)
    unheard = question.name in filling.early or not (so_far or question.name in filling.skipped)
    problem = refusal.why if refusal is not None else None
    if kept and not scenes.fits(question, kept, sitting.course, sitting.scene):
        kept, problem = list(so_far), problems.why(Code.CONSTRAINT)
    if kept != list(so_far):
        answers = {name: value for name, value in filling.answers.items() if name != question.name}
        filling = replace(
            filling,
            answers={**answers, question.name: kept} if kept else answers,
            skipped=filling.skipped - {question.name},
            draft=kept or None if growing else filling.draft,
            early=filling.early | {question.name} if unheard and kept else filling.early - {question.name},
        )
    number = sitting.course.index(question) + 1
    added = len(kept) - len(so_far)
    filling, now = sitting.after(filling).standing(Why.RESUMED)
    assert isinstance(now, Standing)
    return filling, Filed(question, number, added, problem, now, early=unheard)


def _for_files(sitting: Sitting) -> Question | None:
    """The next question that takes files, or else the last one before."""
    questions = sitting.course.questions
    at = sitting.course.index(sitting.question) if sitting.question is not None else len(questions)
    taking = [one for one in questions if one.type is Type.EVIDENCE]
    later = [one for one in taking if sitting.course.index(one) > at]
    return later[0] if later else taking[-1] if taking else None
