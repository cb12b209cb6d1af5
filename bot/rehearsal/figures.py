"""What a rehearsal comes to: how much people hear, when, and how often somebody above them does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.office import Office
from bot.core.people import Role
from bot.db.outbox import Kind
from bot.rehearsal.script import Player, Record, Told

BUSIEST = 10
PUNCTUAL = timedelta(hours=1)
"""The digest has its own hour, which may lie before the first send window."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one person hears that nobody asked for: all of it, how much of it are reminders and notices, the most in one
    week."""

    player: Player
    messages: int
    reminders: int
    notices: int
    most_in_week: int


@dataclass(frozen=True, slots=True)
class Load:
    """What the rehearsed time means for one member of staff: messages that came unasked, what they did themselves (each
    thing typed or pressed), and the most of both in one week. `weeks` is how many weeks there were, `busy` in how many
    of them they did anything."""

    player: Player
    weeks: int
    unasked: int
    most_unasked: int
    acts: int
    most_acts: int
    busy: int


@dataclass(frozen=True, slots=True)
class Figures:
    """`unasked` are reminders, notices and digests with their files; `answers` what somebody typed or pressed for. An
    edit of a message is neither. `weeks` says how many weeks of how many
    messages people had, {messages: weeks of a person}; `most_in_week` the most that anybody heard in one;
    `outside` are unasked messages that came at rest time. `steps` are rungs of the ladder that were taken; `calls` are
    units that staff were asked to telephone. `decisions` are those of bot.db.rehearsed; `staff` what all this is for
    them. `by_day` has every day, `each` everybody who was told anything."""

    unasked: int
    answers: int
    reminders: int
    notices: int
    digest_messages: int
    digests: tuple[Told, ...]
    people: int
    joined: int
    weeks: Mapping[int, int]
    most_in_week: int
    busiest: tuple[tuple[date, int], ...]
    outside: int
    to_heads: int
    steps: Mapping[str, int]
    reports: int
    calls: int
    by_day: Mapping[date, Mapping[Kind, int]]
    gave_up: int
    each: tuple[Heard, ...]
    decisions: Mapping[str, int]
    staff: tuple[Load, ...]

    @property
    def per_person_and_week(self) -> float:
        """Messages that nobody asked for, of one person who has joined, in one week."""
        weeks = sum(self.weeks.values())
        return sum(many * how_often for many, how_often in self.weeks.items()) / weeks if weeks else 0.0

    @property
    def per_week_with_any(self) -> float:
        """The same, of weeks in which the person hears anything."""
        weeks = sum(how_often for many, how_often in self.weeks.items() if many)
        return sum(many * how_often for many, how_often in self.weeks.items()) / weeks if weeks else 0.0


def figures_of(
    record: Record,
    office: Office,
    *,
    steps: Mapping[str, int],
    reports: int,
    calls: int,
    decisions: Mapping[str, int],
) -> Figures:
    """Add it all up. `steps`, `reports`, `calls` and `decisions` are what the database says in the end."""
    unasked = [one for one in record.told if one.is_unasked]
    heads = {player.chat for player in record.players if player.roles == {Role.HEAD}}
    joined = {one.chat for one in record.told} - {record.group}
    weeks = Counter((one.chat, _monday(one.at, office)) for one in unasked if one.chat != record.group)
    mondays = (_monday(record.ends, office) - _monday(record.starts, office)).days // 7 + 1
    how_often = Counter(weeks.values())
    how_often[0] = mondays * len(joined) - len(weeks)
    days = Counter(office.today(one.at) for one in unasked)
    return Figures(
        unasked=len(unasked),
        answers=sum(one.asked_for for one in record.told),
        reminders=sum(one.kind is Kind.REMINDER for one in unasked),
        notices=sum(one.kind is Kind.NOTICE for one in unasked),
        digest_messages=sum(one.kind is Kind.DIGEST for one in unasked),
        digests=tuple(one for one in unasked if one.kind is Kind.DIGEST and one.file is None),
        people=len(record.players),
        joined=len(joined),
        weeks=dict(sorted(how_often.items())),
        most_in_week=max(weeks.values(), default=0),
        busiest=tuple(sorted(days.items(), key=lambda pair: (-pair[1], pair[0]))[:BUSIEST]),
        outside=sum(not _in_hours(one, office) for one in unasked),
        to_heads=sum(one.chat in heads and one.kind is Kind.REMINDER for one in unasked),
        steps=dict(sorted(steps.items())),
        reports=reports,
        calls=calls,
        by_day=_by_day(record, unasked, office),
        gave_up=record.gave_up,
        each=_each(record, unasked, weeks),
        decisions=decisions,
        staff=_staff(record, office, weeks, mondays),
    )


def _staff(
    record: Record, office: Office, weeks: Mapping[tuple[str, date], int], mondays: int
) -> tuple[Load, ...]:
    done = Counter((act.player.chat, _monday(act.at, office)) for act in record.acts)
    found = []
    for player in record.players:
        if Role.STAFF in player.roles:
            came = [many for (chat, _), many in weeks.items() if chat == player.chat]
            did = [many for (chat, _), many in done.items() if chat == player.chat]
            most = max(came, default=0), max(did, default=0)
            found.append(Load(player, mondays, sum(came), most[0], sum(did), most[1], len(did)))
    return tuple(found)


def _each(
    record: Record, unasked: Sequence[Told], weeks: Mapping[tuple[str, date], int]
) -> tuple[Heard, ...]:
    """The one who hears most is the first."""
    messages = Counter(one.chat for one in unasked)
    reminders = Counter(one.chat for one in unasked if one.kind is Kind.REMINDER)
    notices = Counter(one.chat for one in unasked if one.kind is Kind.NOTICE)
    most: dict[str, int] = {}
    for (chat, _), many in weeks.items():
        most[chat] = max(many, most.get(chat, 0))
    heard = [
        Heard(one, messages[one.chat], reminders[one.chat], notices[one.chat], most[one.chat])
        for one in record.players
        if one.chat in messages
    ]
    return tuple(sorted(heard, key=lambda one: (-one.messages, one.player.chat)))


def _monday(at: datetime, office: Office) -> date:
    day = office.today(at)
    return day - timedelta(days=day.weekday())


def _in_hours(told: Told, office: Office) -> bool:
    if office.windows.is_open(told.at):
        return True
    local = told.at.astimezone(office.zone)
    hour = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=office.digest.at)
    worked = office.calendar.is_working(local.date())
    return told.kind is Kind.DIGEST and worked and hour <= local < hour + PUNCTUAL


def _by_day(record: Record, unasked: Sequence[Told], office: Office) -> Mapping[date, Mapping[Kind, int]]:
    first, last = office.today(record.starts), office.today(record.ends)
    found: dict[date, Counter[Kind]] = {
        first + timedelta(days=number): Counter() for number in range((last - first).days + 1)
    }
    for one in unasked:
        found[office.today(one.at)][one.kind] += 1
    return found
