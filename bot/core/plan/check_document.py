"""The head of a plan: number, date and period of the document."""

from bot.core.plan.desk import Desk
from bot.core.plan.fields import nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Audience, Status


def check_document(desk: Desk) -> None:
    plan = desk.plan
    if plan.number is None:
        desk.note(Code.NUMBER_MISSING, "plan", "number")
    if plan.issued_on is None:
        desk.note(Code.ISSUED_ON_MISSING, "plan", "issued_on")
    elif plan.issued_on_status is Status.ASSUMED:
        desk.note(Code.ISSUED_ON_ASSUMED, "plan", "issued_on", date=plan.issued_on.isoformat())
    if plan.ends_on < plan.starts_on:
        desk.note(Code.ENDS_BEFORE_START, "plan", "ends_on")
    for kind in plan.monitor_kinds:
        if kind not in desk.kinds:
            near = nearest(kind, desk.kinds)
            desk.note(Code.KIND_UNKNOWN, "plan", "monitor_kinds", kind=kind, nearest=near)
        else:
            _check_monitor(desk, kind)


def _check_monitor(desk: Desk, kind: str) -> None:
    """Who watches over the plan also carries out some of it: somebody else has to review that."""
    watched = Audience(kinds=(kind,))
    done = [
        task.code for task in desk.plan.tasks if task.audience.kinds and desk.may_meet(watched, task.audience)
    ]
    if done:
        desk.note(
            Code.MONITOR_IMPLEMENTS,
            "plan",
            "monitor_kinds",
            kind=kind,
            count=str(len(done)),
            tasks=", ".join(done),
        )
