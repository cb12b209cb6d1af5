"""A fortnight with troubles says what one without says: the same words, to the same people, on the same days."""

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.db.outbox import Kind
from tests.rehearsal.machine import Machine, Sent, machine
from tests.rehearsal.zones import HERE, zone_is

FIRST_DAY = date(2026, 11, 24)
DAYS = 12
LOOKS = (time(6), time(8), time(10, 30), time(15), time(23, 30))
"""When somebody looks, each day at the office. A trouble strikes in the first three of them: a day on which nobody
looks while the windows are open is another story (test_after_trouble)."""

REPORTS = {3: "T25", 9: "X05"}
"""On the evening of these days a unit reports."""

Trouble = tuple[int, int, str, int]
"""Day and look in which it strikes, what it is, how much of it: statements until a death, minutes of a clock."""

Said = tuple[str, str, Kind, str]


def fortnight(
    bot: Machine,
    troubles: Sequence[Trouble] = (),
    *,
    each_day: Callable[[int], object] = lambda _: None,
) -> Counter[Said]:
    """What was said, by chat and day. Of a digest that comes late the figures are later, too: its week counts."""
    struck = {(day, look): (what, much) for day, look, what, much in troubles}
    for day in range(DAYS):
        each_day(day)
        for number, look in enumerate(LOOKS):
            strike(bot, *struck.get((day, number), ("", 0)), at(day, look))
        if day in REPORTS:
            bot.report(REPORTS[day], at(day, time(20)))
    return Counter((one.chat, str(one.day), one.kind, _words(one)) for one in bot.sent)


def strike(bot: Machine, what: str, much: int, now: datetime) -> None:
    """A look in which something is wrong. After a clock was wrong it is put right."""
    match what:
        case "asleep":
            return
        case "killed":
            bot.kill_after(much)
        case "restarted":
            bot.restart(now)
        case "two of them":
            bot.second_process()
        case "set back":
            bot.wake(now, shows=now - timedelta(minutes=much))
            bot.wake(now, shows=now - timedelta(minutes=much // 2))
        case "eager":
            bot.wake(now, eager=True)
    bot.wake(now)


def at(day: int, look: time) -> datetime:
    """By the time zone database of that moment."""
    return datetime.combine(FIRST_DAY + timedelta(days=day), look, tzinfo=ZoneInfo(HERE)).astimezone(UTC)


def _words(one: Sent) -> str:
    return one.text.splitlines()[1].partition(",")[0] if one.kind is Kind.DIGEST else one.text


@functools.cache
def without_trouble() -> Counter[Said]:
    with machine() as bot:
        return fortnight(bot)


def troubles(what: str, much: st.SearchStrategy[int]) -> st.SearchStrategy[Trouble]:
    return st.tuples(st.integers(0, DAYS - 1), st.integers(0, 2), st.just(what), much)


NOTHING = st.just(0)
ANY = st.lists(
    troubles("asleep", NOTHING)
    | troubles("restarted", NOTHING)
    | troubles("two of them", NOTHING)
    | troubles("eager", NOTHING)
    | troubles("killed", st.integers(0, 120))  # the messages of a look are claimed at some 60
    | troubles("set back", st.integers(1, 3 * 24 * 60)),
    min_size=5,
    max_size=20,
)


def test_fortnight_without_trouble_has_much_to_say() -> None:
    kinds = Counter(kind for _, _, kind, _ in without_trouble().elements())

    assert kinds == {Kind.REMINDER: 13, Kind.AMEND: 5, Kind.NOTICE: 2, Kind.DIGEST: 1}


@settings(max_examples=3)
@given(troubles=ANY)
def test_troubles_of_less_than_a_day_change_nothing(troubles: list[Trouble]) -> None:
    with machine() as bot:
        said = fortnight(bot, troubles)

    assert said == without_trouble()


@settings(max_examples=3)
@given(st.lists(st.sampled_from(["Asia/Tokyo", "Asia/Shanghai", "Asia/Dhaka", HERE]), min_size=3, max_size=3))
def test_time_zone_database_that_changes_changes_nothing(zones: list[str]) -> None:
    """The hours at the office are others from one day to the next, its days are the same."""
    with machine() as bot, zone_is(HERE) as become:

        def change(day: int) -> None:
            if day % 4 == 1:
                become(zones[day // 4])
                bot.restart(at(day, time(0)))

        said = fortnight(bot, each_day=change)

    assert said == without_trouble()
