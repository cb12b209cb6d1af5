"""A sweep looks at few units, and yet finds whatever a look at all of them would: whatever happened before it."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import REPORTERS
from bot.core.workdays import DayKind, SpecialDay
from bot.db import assignments, extensions, leaves, outbox, snoozes
from bot.db.calendar_days import save_own_days
from bot.db.contacts import link, load_contact, mark_found, mark_lost, put_contact
from bot.db.outbox import Settled
from bot.db.people import end_post, list_people, posts_of_units, put_post
from bot.db.session import Connection
from bot.db.silence import note_heard
from bot.db.tables import outbox as outbox_table
from bot.db.tables import unit
from bot.db.throwaway import throwaway
from bot.gather.builtin import make_office
from bot.gather.plans import load_plan
from bot.gather.reminders import gather_due
from bot.gather.rosters import load_roster
from bot.gather.shelf import Shelf
from scheduler.bells import duties, wake_up
from scheduler.periods import open_periods
from scheduler.reminders import remind
from tests.house import member, office_time
from tests.rehearsal.given import small

STARTS = office_time("2026-11-23 08:05")
HAPPENS = (
    "joins", "blocks", "comes back", "goes on leave", "resigns", "comes", "reports", "is given time", "puts off",
    "answers", "is off", "nothing",
)  # fmt: skip

Heard = dict[tuple[str, str], list[list[tuple[str, ...]]]]
"""{(chat, kind): for each message, the forms and steps in it}."""


@dataclass(slots=True)
class Town:
    """A small house in which anything may happen."""

    connection: Connection
    office: Office
    shelf: Shelf
    now: datetime = STARTS
    answered: set[tuple[int, date]] = field(default_factory=set)

    @property
    def today(self) -> date:
        return self.office.today(self.now)

    def sleep(self, days: int) -> None:
        """Until the windows open so many days later."""
        self.now = self.office.windows.next_opening(self.now + timedelta(days=days, minutes=1))
        open_periods(self.connection, self.office, self.shelf, now=self.now)

    def sweep(self, most: int, *, looks: int = 10_000) -> Heard:
        """Look until there is nothing left to look at, or the bot dies; what may go is delivered at once, as by the
        running bot."""
        heard: Heard = {}
        for _ in range(looks):
            more = remind(self.connection, self.office, self.shelf, now=self.now, most=most).more
            for message in outbox.claim_due(self.connection, ("telegram",), now=self.now, most=1000):
                sent = Settled(message.id, "sent", self.now, self.now, "1", attempts=1)
                outbox.settle(self.connection, [sent])
                items = message.body.get("items", ())
                said = heard.setdefault((message.address.chat, message.kind), [])
                said.append(sorted((*map(str, item["key"]), item["step"]) for item in items))
            if not more:
                break
        return heard

    def left_out(self) -> Mapping[int, int]:
        """{person: how much} that a look everywhere finds due, of those who have not heard anything today. Whoever is
        reminded again because they answered today hears of it tomorrow."""
        merged = gather_due(self.connection, self.office, self.shelf, now=self.now).merged
        today = f":{self.today}"
        heard = {
            row.key.split(":")[1]
            for row in self.connection.execute(
                select(outbox_table.c.key).where(outbox_table.c.key.like(f"reminder:%{today}%"))
            )
        }
        return {
            one.recipient.person_id: len(one.due)
            for one in merged
            if str(one.recipient.person_id) not in heard
            and (one.recipient.person_id, self.today) not in self.answered
        }

    def joins(self, person: int) -> None:
        chat = Address("telegram", str(person))
        if load_contact(self.connection, chat) is None:
            put_contact(self.connection, chat, language=None, now=self.now)
        known = load_contact(self.connection, chat)
        assert known is not None
        link(self.connection, known.id, person, now=self.now)

    def answers(self, person: int) -> None:
        known = load_contact(self.connection, Address("telegram", str(person)))
        if known is not None:
            note_heard(self.connection, known.id, now=self.now)
            self.answered.add((person, self.today))

    def happens(self, what: str, which: int) -> None:
        people = sorted({one.person_id for one in list_people(self.connection, self.office.id)})
        person = people[which % len(people)]
        owing = assignments.owed_until(self.connection, self.office.id, due_by=date.max)
        one = owing[which % len(owing)]
        chat = Address("telegram", str(person))
        match what:
            case "joins":
                self.joins(person)
            case "blocks":
                mark_lost(self.connection, chat, "blocked", self.now)
            case "comes back":
                mark_found(self.connection, chat)
            case "goes on leave":
                leaves.put_leave(
                    self.connection,
                    person,
                    substitute_id=people[(which + 1) % len(people)] if which % 2 else None,
                    starts_on=self.today + timedelta(days=which % 3),
                    ends_on=self.today + timedelta(days=which % 3 + which % 5),
                    now=self.now,
                )
            case "resigns":
                for post in posts_of_units(self.connection, [one.unit_id])[:1]:
                    end_post(self.connection, post.id, now=self.now)
            case "comes":
                role = sorted(REPORTERS)[which % len(REPORTERS)]
                holds = {
                    (post.person_id, post.role) for post in posts_of_units(self.connection, [one.unit_id])
                }
                if (person, role) not in holds:
                    self.now += timedelta(seconds=1)
                    put_post(
                        self.connection, person, one.unit_id, role, title="", source="hand", now=self.now
                    )
            case "reports":
                assignments.mark_reported(self.connection, one.key, which, results={}, now=self.now)
            case "is given time":
                extensions.extend(self.connection, one.key, until=one.due_on + timedelta(days=which % 9))
            case "puts off":
                until = self.office.windows.next_opening(self.now + timedelta(days=which % 4, hours=2))
                snoozes.put_off(self.connection, person, [one.key], until=until, now=self.now)
            case "answers":
                self.answers(person)
            case "is off":
                day = SpecialDay(self.today + timedelta(days=which % 7), DayKind.OFF, "")
                save_own_days(self.connection, self.office.id, one.unit_code, [day])


@contextmanager
def town() -> Iterator[Town]:
    with tempfile.TemporaryDirectory() as folder, throwaway(Path(folder) / "x.db") as there:
        given_ = small()
        office = make_office(there.connection, language="vi", timezone="Asia/Ho_Chi_Minh", now=STARTS)
        today = office.today(STARTS)
        load_roster(there.connection, office.id, given_.entries, now=STARTS, today=today)
        load_plan(
            there.connection,
            office,
            given_.plan,
            file=given_.file,
            source=given_.source,
            by="test",
            now=STARTS,
        )
        yield Town(there.connection, office, Shelf())


DAYS = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from(HAPPENS), st.integers(0, 60)), max_size=4),
        st.integers(0, 3),
        st.integers(1, 3),
    ),
    min_size=2,
    max_size=7,
)


def mornings_of_two(days: list[tuple[list[tuple[str, int]], int, int]]) -> Iterator[tuple[Town, Town]]:
    """Two towns to which the same happens, as a sweep is due in both."""
    with town() as one, town() as other:
        for which in range(0, 40, 2):
            one.happens("joins", which)
            other.happens("joins", which)
        for what_happens, sleeps, _ in days:
            for what, which in what_happens:
                one.happens(what, which)
                other.happens(what, which)
            one.sleep(sleeps)
            other.sleep(sleeps)
            yield one, other


SEVERAL_UNITS_OF_ONE = [
    ([("joins", 0), ("joins", 11), ("joins", 16), ("joins", 43)], 0, 3),
    ([("joins", 54), ("joins", 48), ("joins", 25), ("resigns", 0)], 0, 1),
    ([("goes on leave", 11)], 2, 1),
]


@settings(max_examples=12)
@given(days=DAYS)
def test_nothing_due_is_left_out_by_looking_at_few(
    days: list[tuple[list[tuple[str, int]], int, int]],
) -> None:
    with town() as there:
        for which in range(0, 40, 2):
            there.happens("joins", which)
        for what_happens, sleeps, most in days:
            for what, which in what_happens:
                there.happens(what, which)
            there.sweep(most)
            assert there.left_out() == {}
            there.sleep(sleeps)
            there.sweep(most)
            assert there.left_out() == {}


@settings(max_examples=8)
@given(days=DAYS)
@example(days=SEVERAL_UNITS_OF_ONE)
def test_each_hears_the_same_however_few_are_looked_at_in_one_transaction(
    days: list[tuple[list[tuple[str, int]], int, int]],
) -> None:
    for one, other in mornings_of_two(days):
        assert one.sweep(1) == other.sweep(1000)


@settings(max_examples=8)
@given(days=DAYS, looks=st.integers(1, 40))
@example(days=SEVERAL_UNITS_OF_ONE, looks=25)
def test_each_hears_the_same_when_the_bot_dies_between_two_looks(
    days: list[tuple[list[tuple[str, int]], int, int]], looks: int
) -> None:
    for one, other in mornings_of_two(days):
        heard = one.sweep(1, looks=looks)
        wake_up(one.connection)
        for whom, said in one.sweep(1).items():
            heard[whom] = heard.get(whom, []) + said
        assert heard == other.sweep(1000)


def test_stand_in_from_another_unit_who_joins_late_is_not_left_out() -> None:
    """Meanwhile the head was reminded in their place, and answered."""
    with town() as there:
        away, head = (member(there.connection, "T14", role).person_id for role in ("officer", "head"))
        substitute = member(there.connection, "T25", "officer").person_id
        for who in (away, head):
            there.joins(who)
        leaves.put_leave(
            there.connection,
            away,
            substitute_id=substitute,
            starts_on=there.today,
            ends_on=there.today + timedelta(days=60),
            now=there.now,
        )
        for day in range(14):
            if day == 10:
                there.joins(substitute)
            there.sweep(100)
            there.answers(head)
            there.sleep(1)
            there.sweep(100)
            assert there.left_out() == {}


def test_a_quiet_day_looks_at_nobody() -> None:
    with town() as there:
        for which in range(40):
            there.happens("joins", which)
        there.sweep(100)
        today = there.today
        waiting = there.connection.execute(select(unit.c.code).where(unit.c.look_on <= today)).scalars().all()
        assert waiting == []


def test_a_clock_that_was_ahead_leaves_nothing_out() -> None:
    with town() as there:
        for which in range(40):
            there.happens("joins", which)
        reminders = next(one for one in duties(there.shelf) if one.name == "reminders")
        for ahead in (timedelta(), timedelta(days=40), timedelta(days=2)):
            at = there.office.windows.next_opening(STARTS + ahead)
            while reminders.do(there.connection, at):
                pass
        there.now = at

        assert there.left_out() == {}
