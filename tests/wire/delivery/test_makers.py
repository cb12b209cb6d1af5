"""Messages whose words are made just before they leave, from what is true then."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.messages import Made, Postponed, Reply
from bot.core.people import Role
from bot.db import reports
from bot.db.assignments import find_owed, mark_reported
from bot.db.contacts import link, load_contact, put_contact
from bot.db.outbox import Kind, Message
from bot.db.reminders import Reached
from bot.db.session import Connection
from bot.gather.owing import owe_reminders
from bot.gather.reminders import Due, Merged
from bot.gather.shelf import Shelf
from scheduler.reminders import reminder_maker
from tests.db.cast import cast_of, send
from tests.house import the_office
from tests.wire.delivery.mouth import START, Mouth, chat, now
from tests.wire.fakes import LIMITS, FakeChannel, database_out_of_order
from tests.wire.pretend_time import PatientDatabase

MINUTE = timedelta(minutes=1)


class Maker:
    """Says `body["say"]` as a maker would: words, nothing, later, or it stumbles."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __call__(self, _connection: Connection, message: Message, _at: datetime) -> Made:
        said: str = message.body["say"]
        self.made.append(said)
        match said:
            case "nothing":
                return None
            case "later" if self.made.count("later") == 1:
                return Postponed(START + 10 * MINUTE)
            case "stumble":
                raise LookupError("a fault of ours")
        return Reply(f"made: {said}")


def mouth_with(database: PatientDatabase) -> tuple[Mouth, Maker]:
    maker = Maker()
    return Mouth(database, makers={Kind.REMINDER: maker}), maker


async def owe(mouth: Mouth, *said: str, to: str = "7") -> None:
    await mouth.owe_bodies(*((chat(to), {"say": one}) for one in said), kind=Kind.REMINDER)


async def test_words_are_made_when_the_message_leaves(database: PatientDatabase) -> None:
    mouth, maker = mouth_with(database)
    await owe(mouth, "a", "b", "c", "d", "e")
    mouth.start()

    await asyncio.sleep(0.25)
    assert maker.made == ["a", "b", "c"]  # the chat's burst; the others wait unmade

    await mouth.deliver_all()
    assert mouth.channel.texts == ["made: a", "made: b", "made: c", "made: d", "made: e"]
    await mouth.stop()


async def test_other_kinds_need_no_maker(database: PatientDatabase) -> None:
    mouth, maker = mouth_with(database)
    await mouth.owe((chat("7"), "tổng hợp"), kind=Kind.DIGEST)

    await mouth.deliver_all()

    assert (mouth.channel.texts, maker.made) == (["tổng hợp"], [])
    await mouth.stop()


async def test_message_of_which_nothing_is_left_to_say_is_dropped(database: PatientDatabase) -> None:
    mouth, _ = mouth_with(database)
    await owe(mouth, "nothing", "b")

    await mouth.deliver_all()

    assert mouth.channel.texts == ["made: b"]
    assert mouth.states() == ["dropped", "sent"]
    await mouth.stop()


async def test_postponed_message_waits_and_is_made_anew(database: PatientDatabase) -> None:
    mouth, maker = mouth_with(database)
    await owe(mouth, "later", "b")
    await mouth.deliver_all()
    assert (mouth.channel.texts, mouth.states()) == (["made: b"], ["new", "sent"])

    await asyncio.sleep(600 - now().timestamp() + START.timestamp() - 1)
    assert maker.made == ["later", "b"]

    await asyncio.sleep(5)
    assert mouth.channel.texts == ["made: b", "made: later"]
    assert mouth.states() == ["sent", "sent"]
    await mouth.stop()


async def test_maker_that_stumbles_stops_nobody(database: PatientDatabase) -> None:
    mouth, _ = mouth_with(database)
    await owe(mouth, "stumble", "b")
    await owe(mouth, "c", to="8")

    await mouth.deliver_all()

    assert sorted(mouth.channel.texts) == ["made: b", "made: c"]
    first = mouth.rows()[0]
    assert (first.state, first.error) == ("failed", "LookupError('a fault of ours')")
    await mouth.stop()


async def test_words_are_made_once_the_database_is_back(database: PatientDatabase) -> None:
    mouth, _ = mouth_with(database)
    mouth.channel.takes = 1.0
    await owe(mouth, "a", "b")
    mouth.start()
    await asyncio.sleep(0.5)
    with database_out_of_order():
        await asyncio.sleep(60)

    await asyncio.sleep(120)

    assert mouth.channel.texts == ["made: a", "made: b"]
    await mouth.stop()


async def test_no_reminder_after_the_report(database: PatientDatabase) -> None:
    """It was owed, and claimed; the report came in before its turn to leave."""
    channel = FakeChannel(limits=replace(LIMITS, text_length=4096))
    mouth = Mouth(database, makers={Kind.REMINDER: reminder_maker(Shelf())}, channel=channel)
    await database.write(_owe_real_reminders)
    mouth.channel.takes = 30.0
    await mouth.answer((chat("7"), "a long answer"))
    mouth.start()
    await asyncio.sleep(10)
    assert mouth.states() == ["sending", "sending", "sending"]

    await database.write(_report)
    await mouth.deliver_all()

    assert [len(mouth.channel.to(name)) for name in ("7", "8")] == [1, 1]
    assert mouth.states() == ["dropped", "sent", "sent"]
    await mouth.stop()


def _owe_real_reminders(connection: Connection) -> None:
    """To the officer of T14 and of T25, each about form F1."""
    cast = cast_of(connection)
    merged = []
    for who, name in ((cast.officer, "7"), (cast.other, "8")):
        owed = find_owed(connection, cast.owes(who))
        assert owed is not None
        put_contact(connection, chat(name), language=None, now=START)
        contact = load_contact(connection, chat(name))
        assert contact is not None
        link(connection, contact.id, who.person_id, now=START)
        recipient = Reached(who.person_id, who.name, None, "fake", name)
        merged.append(Merged(recipient, (Due(owed, "R1", Role.OFFICER),)))
    heard = owe_reminders(
        connection, merged, key="reminder", today=date(2026, 11, 23), not_before=START, now=START
    )
    assert len(heard) == 2


def _report(connection: Connection) -> None:
    """The officer of T14 sends form F1."""
    cast = cast_of(connection)
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    mark_reported(connection, key, report_id, results={}, now=START)
    assert reports.latest(connection, key) is not None
    assert the_office(connection).windows.is_open(START)
