"""What a rehearsal left in its database."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from bot.db.tables import reminder, report, unattended


def count_steps(connection: Connection) -> Mapping[str, int]:
    """{step of the ladder: how often it was taken}."""
    rows = connection.execute(select(reminder.c.step, func.count()).group_by(reminder.c.step))
    return {step: int(count) for step, count in rows}


def count_reports(connection: Connection) -> int:
    """Reports that were sent, corrections included."""
    return int(connection.execute(select(func.count()).select_from(report)).scalar_one())


def count_calls(connection: Connection) -> int:
    """Units that staff were asked to telephone, each as often as it had news."""
    return int(connection.execute(select(func.count()).select_from(unattended)).scalar_one())
