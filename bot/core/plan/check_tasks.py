"""Tasks: who they are for, who owns them, what they wait for, and whether two are one."""

from collections.abc import Callable, Mapping

from bot.core.folding import fold
from bot.core.plan.desk import Desk
from bot.core.plan.fields import nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Audience, Status, Task

_SCHOOL = "SCHOOL"
_PUPILS = "hoc sinh"


def check_tasks(desk: Desk) -> None:
    titles: dict[str, int] = {}
    for index, task in enumerate(desk.plan.tasks):
        _check_audience(desk, "task", index, task.code, task.audience)
        title = fold(task.title.get("vi", ""))
        if title and title in titles:
            first = desk.place("task", titles[title], "title")
            desk.note(Code.TITLE_DUPLICATE, "task", index, "title", title=task.title["vi"], first=first)
        titles.setdefault(title, index)
    for index, planned in enumerate(desk.plan.forms):
        _check_audience(desk, "form", index, planned.form.code, planned.audience)
    _check_owners(desk)
    _check_pupils(desk)
    _check_targets(desk)
    _check_links(desk, "depends_on", lambda task: task.depends_on)
    _check_links(desk, "rolls_up_from", lambda task: task.rolls_up_from)


def _check_audience(desk: Desk, thing: str, index: int, code: str, audience: Audience) -> None:
    if audience == Audience():
        desk.note(Code.AUDIENCE_MISSING, thing, index, "kinds", code=code)
    for kind in audience.kinds:
        if kind not in desk.kinds:
            near = nearest(kind, desk.kinds)
            desk.note(Code.KIND_UNKNOWN, thing, index, "kinds", kind=kind, nearest=near)


def _check_owners(desk: Desk) -> None:
    """One finding for all tasks for which the document names nobody."""
    orphans = [
        (index, task.code)
        for index, task in enumerate(desk.plan.tasks)
        if task.owner_status is Status.ASSUMED
    ]
    if orphans:
        count, total = str(len(orphans)), str(len(desk.plan.tasks))
        tasks = ", ".join(code for _, code in orphans)
        path = ("task", orphans[0][0], "owner_status")
        desk.note(Code.OWNERS_UNSTATED, *path, count=count, total=total, tasks=tasks)


def _check_pupils(desk: Desk) -> None:
    """ "Học sinh" of all schools: a kindergarten has none."""
    tasks = [
        (index, task.code)
        for index, task in enumerate(desk.plan.tasks)
        if _SCHOOL in task.audience.kinds
        and not task.audience.levels
        and _PUPILS in fold(task.title.get("vi", ""))
    ]
    if tasks:
        codes = ", ".join(code for _, code in tasks)
        desk.note(
            Code.PUPILS_WITHOUT_LEVELS, "task", tasks[0][0], "title", count=str(len(tasks)), tasks=codes
        )


def _check_targets(desk: Desk) -> None:
    """Core tasks that can be done well or badly, for all that their indicators say."""
    tasks = [
        (index, task.code)
        for index, task in enumerate(desk.plan.tasks)
        if task.core and task.indicators and all(one.target is None for one in task.indicators)
    ]
    if tasks:
        codes = ", ".join(code for _, code in tasks)
        desk.note(Code.KEY_TASKS_WITHOUT_TARGET, "task", tasks[0][0], count=str(len(tasks)), tasks=codes)


def _check_links(desk: Desk, field: str, links: Callable[[Task], tuple[str, ...]]) -> None:
    """That every code named is a task's, and that no task comes back to itself."""
    tasks = {task.code: task for task in desk.plan.tasks}
    for index, task in enumerate(desk.plan.tasks):
        for code in links(task):
            if code not in tasks:
                near = nearest(code, tasks)
                desk.note(Code.TASK_UNKNOWN, "task", index, field, task=code, nearest=near)
        if _comes_back(task, tasks, links):
            desk.note(Code.TASK_CIRCLE, "task", index, field, field=field, task=task.code)


def _comes_back(task: Task, tasks: Mapping[str, Task], links: Callable[[Task], tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    waiting = list(links(task))
    while waiting:
        code = waiting.pop()
        if code == task.code:
            return True
        if code in tasks and code not in seen:
            seen.add(code)
            waiting += links(tasks[code])
    return False
