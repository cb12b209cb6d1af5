"""Groups that move to a new chat id, and groups that are gone."""

import asyncio

from bot.core.channel import DeliveryError
from bot.db import digests
from bot.db.outbox import Kind
from bot.db.session import Connection
from tests.house import the_office
from tests.wire.delivery.mouth import START, Mouth, chat
from tests.wire.fakes import database_out_of_order


def link_group(mouth: Mouth, group: str, *, thread: str | None = None) -> None:
    def link(connection: Connection) -> None:
        office = the_office(connection)
        digests.link_chat(connection, office.id, chat(group, thread=thread), by="1", now=START)

    mouth.database.transaction(link)


def linked(mouth: Mouth) -> tuple[str, ...]:
    """The chats that digests go to."""

    def look(connection: Connection) -> tuple[str, ...]:
        found = digests.committee_chats(connection, the_office(connection).id, linked_by=START)
        return tuple(address.chat for address in found)

    return mouth.database.transaction(look, keep=False)


async def test_group_that_nothing_reaches_is_noted(mouth: Mouth) -> None:
    link_group(mouth, "-5")
    mouth.channel.trouble("-5", DeliveryError("Forbidden: bot was kicked from the group chat", lost=True))

    await mouth.owe((chat("-5"), "tổng hợp"), kind=Kind.DIGEST)
    await mouth.deliver_all()

    assert linked(mouth) == ()


async def test_group_that_moved_is_followed(mouth: Mouth) -> None:
    link_group(mouth, "-5", thread="12")
    mouth.channel.move("-5", "-100")

    await mouth.owe((chat("-5", thread="12"), "tổng hợp"), (chat("-5", thread="12"), "và nữa"))
    await mouth.deliver_all()

    assert [(one.chat, one.thread, one.text) for one in mouth.channel.delivered] == [
        ("-100", "12", "tổng hợp"),
        ("-100", "12", "và nữa"),
    ]
    assert [row.chat for row in mouth.rows()] == ["-100", "-100"]
    assert linked(mouth) == ("-100",)


async def test_group_that_moved_is_still_slow(mouth: Mouth) -> None:
    """Whether its messages were with its old chat already or came to it later."""
    mouth.channel.move("-5", "-100")

    await mouth.owe(*((chat("-5"), text) for text in "abcd"))
    await mouth.deliver_all()

    assert mouth.channel.to("-100") == [(0, "a"), (0.1, "b"), (3, "c"), (6, "d")]


async def test_group_that_is_lost_after_it_moved_is_noted(mouth: Mouth) -> None:
    link_group(mouth, "-5")
    mouth.channel.move("-5", "-100")
    mouth.channel.trouble("-100", DeliveryError("Forbidden: bot was kicked", lost=True))

    await mouth.owe((chat("-5"), "tổng hợp"))
    await mouth.deliver_all()

    assert linked(mouth) == ()


async def test_group_goes_on_though_its_move_could_not_be_noted(mouth: Mouth) -> None:
    link_group(mouth, "-5")
    mouth.channel.takes = 1.0
    mouth.channel.move("-5", "-100")
    await mouth.answer((chat("-5"), "a"), (chat("-5"), "b"))
    with database_out_of_order():
        await asyncio.sleep(1.5)
    await asyncio.sleep(600)

    assert mouth.channel.texts == ["a", "b"]
    assert linked(mouth) == ("-100",)
    await asyncio.wait_for(mouth.delivery.quiet(), 60)


async def test_topic_that_is_deleted_is_lost_alone(mouth: Mouth) -> None:
    link_group(mouth, "-100")
    link_group(mouth, "-100", thread="7")
    mouth.channel.trouble("-100", DeliveryError("Bad Request: message thread not found", topic_lost=True))

    await mouth.owe((chat("-100", thread="7"), "tổng hợp"), kind=Kind.DIGEST)
    await mouth.deliver_all()

    assert mouth.states() == ["failed"]
    assert linked(mouth) == ("-100",)
