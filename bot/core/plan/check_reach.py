"""Whether every task is asked of those whom it concerns, and every question can reach somebody."""

from bot.core.forms.model import Type
from bot.core.plan.desk import Desk
from bot.core.plan.fields import nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Audience


def check_reach(desk: Desk) -> None:
    tasks = {task.code: task for task in desk.plan.tasks}
    forms_asking: dict[str, list[Audience]] = {code: [] for code in tasks}
    for form, index, question in desk.questions():
        if question.task is None:
            continue
        path = ("form", form, "question", index, "task")
        audience = desk.plan.forms[form].audience
        if question.task not in tasks:
            near = nearest(question.task, tasks)
            desk.note(Code.TASK_UNKNOWN, *path, task=question.task, nearest=near)
        elif not desk.may_meet(audience, tasks[question.task].audience):
            desk.note(Code.QUESTION_UNREACHED, *path, name=question.name, task=question.task)
        elif question.asked or question.type is Type.CALCULATE:  # calculated from what others are asked for
            forms_asking[question.task].append(audience)
    for index, task in enumerate(desk.plan.tasks):
        if not forms_asking[task.code] and not task.rolls_up_from:
            desk.note(Code.TASK_UNASKED, "task", index, task=task.code)
            continue
        askers = [form for code in _with_parts(task.code, desk) for form in forms_asking.get(code, ())]
        for kind in task.audience.kinds:
            if not any(desk.may_meet(form, Audience(kinds=(kind,))) for form in askers):
                desk.note(Code.KIND_UNASKED, "task", index, "kinds", task=task.code, kind=kind)


def _with_parts(code: str, desk: Desk) -> set[str]:
    """A task and all that it is computed from."""
    parts = {task.code: task.rolls_up_from for task in desk.plan.tasks}
    found: set[str] = set()
    waiting = [code]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += parts.get(one, ())
    return found
