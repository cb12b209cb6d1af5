"""What a rehearsal left in its database."""

from collections.abc import Mapping

from sqlalchemy import Connection, case, func, select

from bot.core.people import Role
from bot.db.silence import PUT_OFF
from bot.db.tables import extension, post, reminder, report, report_event, snooze, unattended


def count_steps(connection: Connection) -> Mapping[str, int]:
    """{step of the ladder: how often it was taken}. What somebody had put off counts as one step, whenever it was."""
    step = case((reminder.c.step.like(f"{PUT_OFF}%"), PUT_OFF), else_=reminder.c.step).label("step")
    rows = connection.execute(select(step, func.count()).group_by(step))
    return {step: int(count) for step, count in rows}


def count_decisions(connection: Connection) -> Mapping[str, int]:
    """How often people decided something, by what: accepted, returned (reports); put_off (a form of a reminder);
    asked, granted, refused (more time); waiting (reports and requests that nobody has decided), own (of these, reports
    of staff's own unit, which they may not decide)."""
    events = connection.execute(select(report_event.c.what, func.count()).group_by(report_event.c.what))
    found = {what: int(count) for what, count in events}
    states = connection.execute(select(extension.c.state, func.count()).group_by(extension.c.state))
    requests = {state: int(count) for state, count in states}
    unread = select(func.count()).select_from(report).where(report.c.state == "submitted")
    of_staff = select(post.c.unit_id).where(post.c.role == Role.STAFF, post.c.until.is_(None))
    own = unread.where(report.c.unit_id.in_(of_staff))
    return {
        "accepted": found.get("accepted", 0),
        "returned": found.get("returned", 0),
        "put_off": int(connection.execute(select(func.count()).select_from(snooze)).scalar_one()),
        "asked": sum(requests.values()),
        "granted": requests.get("granted", 0),
        "refused": requests.get("refused", 0),
        "waiting": int(connection.execute(unread).scalar_one()) + requests.get("open", 0),
        "own": int(connection.execute(own).scalar_one()),
    }


def count_reports(connection: Connection) -> int:
    """Reports that were sent, corrections included."""
    return int(connection.execute(select(func.count()).select_from(report)).scalar_one())


def count_calls(connection: Connection) -> int:
    """Units that staff were asked to telephone, each as often as it had news."""
    return int(connection.execute(select(func.count()).select_from(unattended)).scalar_one())
