"""A message of the bot's gets other words and buttons."""

import pytest

from bot.channels.telegram import Telegram
from bot.core.channel import DeliveryError
from bot.core.messages import Choice, Reply
from simulator.phone import Phone
from tests.wire.telegram.test_sending import to


async def test_words_and_buttons_are_replaced(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    sent = await channel.deliver(
        to(officer), Reply("Sắp đến hạn", (Choice("Báo cáo", "open:1.2.F.once"),)), press=None
    )

    await channel.amend(to(officer), sent, Reply("✅ Đã báo cáo"))

    message = officer.chat.messages[int(sent)]
    assert message.content["text"] == "✅ Đã báo cáo"
    assert message.markup is None


async def test_message_that_is_gone_is_refused_for_good(officer: Phone, channel: Telegram) -> None:
    await officer.start()

    with pytest.raises(DeliveryError) as failure:
        await channel.amend(to(officer), "4711", Reply("✅ Đã báo cáo"))

    assert failure.value.permanent
    assert not failure.value.lost
