"""The one clock. Everywhere else the time is an argument."""

from datetime import UTC, datetime


def system_clock() -> datetime:
    """Now, as aware UTC."""
    return datetime.now(UTC)
