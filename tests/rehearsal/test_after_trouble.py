"""After any trouble: no message twice, none missing, none at rest time."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.core.messages import Address, Reply
from bot.db import outbox
from bot.db.contacts import link, load_contact, put_contact
from bot.db.digests import link_chat
from bot.db.outbox import Kind, Settled
from bot.db.people import list_people
from bot.db.session import Connection
from bot.db.tables import reminder
from bot.db.throwaway import throwaway
from bot.gather.reminders import gather_due
from bot.gather.shelf import Shelf
from bot.rehearsal.house import GROUP, furnish
from scheduler.bells import duties
from scheduler.makers import makers
from tests.house import office_time, the_office
from tests.rehearsal.given import small

T = TypeVar("T")
Sent = tuple[datetime, str, Kind, str]

STARTS = office_time("2026-11-23 08:05")


class Machine:
    """A machine with the bot on it: rings when told to, once for each process that runs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._shelves = [Shelf()]
        self.sent: list[Sent] = []

    def second_process(self) -> None:
        self._shelves.append(Shelf())

    def restart(self) -> None:
        self._shelves = [Shelf()]

    def wake(self, now: datetime) -> None:
        """Every bell of every process rings; then all deliver."""
        for shelf in self._shelves:
            for duty in duties(shelf):
                while duty.do(self._connection, now):
                    pass
        for shelf in self._shelves:
            self._deliver(shelf, now)

    def _deliver(self, shelf: Shelf, now: datetime) -> None:
        for message in outbox.claim_due(self._connection, ("telegram",), now=now, most=1000):
            maker = makers(shelf).get(message.kind)
            made = Reply.from_json(message.body) if maker is None else maker(self._connection, message, now)
            state, again = "dropped", now
            if isinstance(made, Reply):
                state = "sent"
                self.sent.append((now, message.address.chat, message.kind, made.text))
            elif made is not None:
                state, again = "new", made.until
            outbox.settle(self._connection, [Settled(message.id, state, now, again, "1", attempts=1)])


@contextmanager
def machine() -> Iterator[tuple[Machine, Connection]]:
    """Everybody of the small house has joined on the first morning."""
    with tempfile.TemporaryDirectory() as folder, throwaway(Path(folder) / "x.db") as there:
        connection = there.connection
        house = furnish(connection, small(), language="vi", timezone="Asia/Ho_Chi_Minh", now=STARTS)
        for person_id in {one.person_id for one in list_people(connection, house.office.id)}:
            address = Address("telegram", str(person_id))
            put_contact(connection, address, language=None, now=STARTS)
            contact = load_contact(connection, address)
            assert contact is not None
            link(connection, contact.id, person_id, now=STARTS)
        link_chat(connection, house.office.id, Address("telegram", GROUP), by="test", now=STARTS)
        yield Machine(connection), connection


def of(sent: list[Sent], kind: Kind) -> list[Sent]:
    return [one for one in sent if one[2] is kind]


def test_down_for_three_days_over_a_monday() -> None:
    with machine() as (bot, _):
        bot.wake(office_time("2026-11-26 16:00"))  # Thursday
        before = len(bot.sent)
        bot.wake(office_time("2026-12-01 06:10"))  # Tuesday, before the windows open
        early = bot.sent[before:]
        bot.wake(office_time("2026-12-01 08:00"))
        bot.wake(office_time("2026-12-01 08:01"))

        came = bot.sent[before:]
        assert early == []
        (digest,) = of(came, Kind.DIGEST)
        assert "Tuần 48" in digest[3]
        reminded = Counter(chat for _, chat, kind, _ in came if kind is Kind.REMINDER)
        assert reminded
        assert set(reminded.values()) == {1}


JUMPS = st.lists(
    st.tuples(
        st.sampled_from(["forward", "forward", "forward", "back", "restart", "second"]),
        st.integers(1, 5 * 24 * 60),
    ),
    min_size=3,
    max_size=14,
)


@settings(max_examples=12, deadline=None)
@given(jumps=JUMPS)
def test_whatever_the_clock_does_each_message_comes_once(jumps: list[tuple[str, int]]) -> None:
    with machine() as (bot, connection):
        now = latest = STARTS
        act: dict[str, Callable[[], None]] = {"restart": bot.restart, "second": bot.second_process}
        for what, minutes in jumps:
            if what in act:
                act[what]()
            elif what == "back":
                now = max(STARTS, now - timedelta(minutes=minutes))
            else:
                now += timedelta(minutes=minutes)
            latest = max(latest, now)
            bot.wake(now)
        office = the_office(connection)
        opening = office.windows.next_opening(latest + timedelta(hours=1))
        bot.wake(opening)
        bot.wake(opening + timedelta(minutes=1))

        days = Counter((chat, office.today(at)) for at, chat, kind, _ in bot.sent if kind is Kind.REMINDER)
        assert set(days.values()) <= {1}
        taken = Counter(
            tuple(row)
            for row in connection.execute(
                select(
                    reminder.c.person_id,
                    reminder.c.unit_id,
                    reminder.c.form,
                    reminder.c.period,
                    reminder.c.due_on,
                    reminder.c.step,
                )
            )
        )
        assert set(taken.values()) <= {1}
        digests = Counter((chat, text.splitlines()[1][:8]) for _, chat, _, text in of(bot.sent, Kind.DIGEST))
        assert set(digests.values()) <= {1}
        assert gather_due(connection, office, Shelf(), now=opening).merged == ()
        assert all(office.windows.is_open(at) for at, _, kind, _ in bot.sent if kind is Kind.REMINDER)
