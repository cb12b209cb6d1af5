"""Until when a report that was sent may be corrected by those who sent it."""

from datetime import date, timedelta


def locked_since(last_day: date, lock_days: int) -> date:
    """The first day on which the period is locked: `lock_days` whole days after the last day of the form are left."""
    return last_day + timedelta(days=lock_days + 1)
