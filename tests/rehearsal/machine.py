"""A machine with the bot on it, of which the clock, the processes and the deaths are in our hands."""

import functools
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.core.messages import Address, Incoming, Reply
from bot.core.messages import Kind as Did
from bot.db import fillings, outbox
from bot.db.assignments import mark_reported, owed_by
from bot.db.contacts import link, load_contact, mark_lost, put_contact
from bot.db.digests import link_chat
from bot.db.outbox import Kind, Message, Settled
from bot.db.people import list_people
from bot.db.reports import put_report
from bot.db.session import Connection, Database
from bot.db.silence import note_heard
from bot.db.throwaway import throwaway
from bot.gather.shelf import Shelf
from bot.rehearsal.house import GROUP, furnish
from handlers.router import Router
from scheduler.bells import duties, wake_up
from scheduler.makers import makers
from tests.house import member, office_time, the_office
from tests.rehearsal.given import small

STARTS = office_time("2026-11-23 08:05")
CHANNELS = ("telegram",)
AFTER = timedelta(hours=4)
"""Whoever links a group later than the week's digest gets none of that week: late in any time zone."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that arrived, at the true time, whatever the clock showed."""

    at: datetime
    day: date
    """At the office."""
    chat: str
    kind: Kind
    text: str


class Killed(Exception):  # noqa: N818 - nobody's fault
    """The process died in the middle of what it did."""


class Process:
    """The bot, from one start to the next."""

    def __init__(self, connection: Connection) -> None:
        self.shelf = Shelf()
        self.duties = duties(self.shelf)
        self.start(connection)

    def start(self, connection: Connection) -> None:
        """It knows of nothing that was before."""
        wake_up(connection, CHANNELS, now=STARTS)


class Machine:
    """Rings when told to, once for each process that runs; every bell and every step of the delivery is a transaction
    of its own."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._processes = [Process(connection)]
        self._left: int | None = None
        self._off = timedelta()
        self._refuses: tuple[str, bool] | None = None
        self.refused = 0
        self.sent: list[Sent] = []
        event.listen(connection, "before_cursor_execute", self._count)

    def second_process(self) -> None:
        """Another one starts by mistake, and nobody keeps it from ringing."""
        self._processes.append(Process(self.connection))

    def restart(self, now: datetime) -> None:
        """One process is left, which begins with what its predecessor had claimed. It has read the plan already, for
        the test's speed."""
        del self._processes[1:]
        self._processes[0].start(self.connection)
        self._deliver(self._processes[0].shelf, outbox.take_over(self.connection, CHANNELS), now)

    def kill_after(self, statements: int) -> None:
        """Die at the one after so many statements from now."""
        self._left = statements

    def ring(self, now: datetime, *, eager: bool = False) -> None:
        """Every bell of every process; nothing is delivered, unless `eager`."""
        for process in self._processes:
            for duty in process.duties:
                more = True
                while more:
                    more = duty.do(self.connection, now)
                    self.connection.commit()
                    if eager:
                        self.look(now)

    def look(self, now: datetime) -> None:
        """Every process delivers what is due, and no bell rings: the running bot looks thirty times as often as it
        rings."""
        for process in self._processes:
            self._deliver(process.shelf, self.claim(now), now)

    def claim(self, now: datetime) -> Sequence[Message]:
        """What is due is on its way."""
        claimed = outbox.claim_due(self.connection, CHANNELS, now=now, most=1000)
        self.connection.commit()
        return claimed

    def refuses(self, chat: str | None, *, lost: bool = True) -> None:
        """The messenger takes nothing for that chat: it shut us out, or (not `lost`) whatever the reason is."""
        self._refuses = None if chat is None else (chat, lost)

    def wake(self, now: datetime, *, shows: datetime | None = None, eager: bool = False) -> None:
        """Every bell of every process rings; then all deliver, and if `eager` before the first bell as well and behind
        each transaction. Whoever is killed meanwhile is started again. The clock may show another time than it is."""
        self._off = (shows or now) - now
        now += self._off
        try:
            if eager:
                self.look(now)
            self.ring(now, eager=eager)
            self.look(now)
        except Killed:
            self.connection.rollback()
            self.restart(now)
            self.wake(now - self._off, shows=now, eager=eager)
        self._left = None
        self._off = timedelta()

    def chase(self, now: datetime) -> None:
        """Staff have all overdue units reminded."""
        staff = member(self.connection, "BTG", "staff")
        chat, shelf = str(staff.person_id), self._processes[0].shelf
        said = Incoming(f"{now}", Address("telegram", chat), chat, staff.name, Did.TEXT, "/nhac")
        answers = Router(shelf, language="vi").handle(self.connection, said, now)
        self.connection.commit()
        self._deliver(shelf, answers, now)

    def report(self, unit_code: str, now: datetime) -> None:
        """The unit's officer sends every report that is open by then."""
        office = the_office(self.connection)
        who = member(self.connection, unit_code, "officer")
        for owed in owed_by(self.connection, [who.unit_id], opened_by=office.today(now)):
            filling = fillings.put_filling(
                self.connection,
                person_id=who.person_id,
                key=owed.key,
                plan_version_id=owed.plan_version_id,
                scene={},
                state={"v": 1, "answers": {}},
                now=now,
            )
            fillings.end_filling(self.connection, filling, status="sent", now=now)
            report_id, _ = put_report(
                self.connection,
                filling_id=filling,
                key=owed.key,
                plan_version_id=owed.plan_version_id,
                answers={},
                author_id=who.person_id,
                channel="telegram",
                now=now,
            )
            mark_reported(self.connection, owed.key, report_id, results={}, now=now)
        spoke_in = load_contact(self.connection, Address("telegram", str(who.person_id)))
        assert spoke_in is not None
        note_heard(self.connection, spoke_in.id, now=now)
        self.connection.commit()

    def _deliver(self, shelf: Shelf, messages: Sequence[Message], now: datetime) -> None:
        for message in messages:
            maker = makers(shelf).get(message.kind)
            made = Reply.from_json(message.body) if maker is None else maker(self.connection, message, now)
            if self._refuses is not None and self._refuses[0] == message.address.chat and made is not None:
                self._refused(message, now)
                continue
            state, again = "dropped", now
            if isinstance(made, Reply):
                state = "sent"
            elif made is not None:
                state, again = "new", made.until
            day = the_office(self.connection).today(now - self._off)
            outbox.settle(self.connection, [Settled(message.id, state, now, again, "1", attempts=1)])
            self.connection.commit()
            # Noted here and nowhere before: what was in flight at a death may come twice, and is no matter here.
            if isinstance(made, Reply):
                self.sent.append(Sent(now - self._off, day, message.address.chat, message.kind, made.text))

    def _refused(self, message: Message, now: datetime) -> None:
        self.refused += 1
        outbox.settle(self.connection, [Settled(message.id, "failed", now, now, error="no", attempts=1)])
        if self._refuses is not None and self._refuses[1]:
            mark_lost(self.connection, message.address, "blocked", now)
        self.connection.commit()

    def _count(self, *_: Any) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                self._left = None
                raise Killed


@contextmanager
def machine() -> Iterator[Machine]:
    """Everybody of the small house has joined on the first morning."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "house.db"
        shutil.copyfile(_template(), file)
        database = Database(f"sqlite:///{file}")
        try:
            with database.engine.connect() as connection:
                _hasten(connection)
                yield Machine(connection)
        finally:
            database.close()


def _hasten(connection: Connection) -> None:
    """Nobody pulls the plug."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA synchronous=OFF")


@functools.cache
def _template() -> Path:
    file = Path(tempfile.mkdtemp(prefix="nhacviec-test-")) / "template.db"
    with throwaway(file) as there:
        connection = there.connection
        house = furnish(connection, small(), language="vi", timezone="Asia/Ho_Chi_Minh", now=STARTS)
        for person_id in {one.person_id for one in list_people(connection, house.office.id)}:
            address = Address("telegram", str(person_id))
            put_contact(connection, address, language=None, now=STARTS)
            contact = load_contact(connection, address)
            assert contact is not None
            link(connection, contact.id, person_id, now=STARTS)
        link_chat(connection, house.office.id, Address("telegram", GROUP), by="test", now=STARTS + AFTER)
        connection.commit()
    return file
