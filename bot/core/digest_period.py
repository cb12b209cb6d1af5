"""What a digest covers: all that happened since the one before it, to its own instant, however late either came."""

from datetime import date, datetime, timedelta, tzinfo

from bot.core.digest import WEEK, Covered, Digest

PUNCTUAL = timedelta(hours=1)
"""A digest that comes later than this was missed: it waits for the next send window, and says that it is late."""


def covered_when_sent(last: datetime | None, *, due_at: datetime, zone: tzinfo) -> Covered:
    """From the digest before, so that nothing falls between two; the first one covers the week before its hour."""
    since = last or due_at - WEEK
    return Covered(since, _day(since, zone), due_at)


def covered_when_looked_at(last: datetime | None, *, at: datetime, zone: tzinfo) -> Covered:
    """Seven days, or from the last digest where that is longer ago: whoever asks an hour after it came wants to see
    more than an hour."""
    since = min(last or at, at - WEEK)
    return Covered(since, _day(since, zone))


def covered_by_preview(last: datetime | None, *, at: datetime, zone: tzinfo) -> Covered:
    """From the last digest, as the one that is coming."""
    since = last or at - WEEK
    return Covered(since, _day(since, zone))


def is_late(digest: Digest) -> bool:
    """Whether it was sent so long after its hour that it must say so."""
    return digest.due_at is not None and digest.as_of - digest.due_at > PUNCTUAL


def is_plain_week(digest: Digest, zone: tzinfo) -> bool:
    """Whether "the last seven days" says what it covers, as of digests that were kept before they knew since when."""
    if digest.since is None:
        return True
    return _day(digest.as_of, zone) - _day(digest.since, zone) == WEEK and not is_late(digest)


def looks_ahead(digest: Digest, zone: tzinfo) -> bool:
    """Whether it is a preview that tells of some days of a week: who asks sees seven days at least."""
    since, sent = digest.since, digest.due_at is not None
    return since is not None and not sent and _day(digest.as_of, zone) - _day(since, zone) < WEEK


def weeks_covered(digest: Digest, zone: tzinfo) -> tuple[int, int]:
    """The first and the last ISO week that it is about, the same one of a digest that follows the one before it."""
    year, _, number = digest.week.partition("-W")
    last = int(number)
    if digest.since is None or is_plain_week(digest, zone):
        return last, last
    monday = date.fromisocalendar(int(year), last, 1)
    first = min(_day(digest.since, zone), monday)
    return first.isocalendar().week, last


def _day(at: datetime, zone: tzinfo) -> date:
    return at.astimezone(zone).date()
