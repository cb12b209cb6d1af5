"""A reminder that stands in a chat is edited once its forms are reported."""

import pytest

from bot.core.channel import DeliveryError
from bot.db.outbox import Kind
from tests.wire.delivery.mouth import Mouth, chat
from tests.wire.fakes import no_network

DONE = (chat("7"), {"text": "✅ Đã báo cáo", "message": "41"})


async def amended(mouth: Mouth) -> list[tuple[str, str, str]]:
    await mouth.owe_bodies(DONE, kind=Kind.AMEND)
    while await mouth.delivery.claim():
        pass
    await mouth.delivery.quiet()
    return mouth.channel.amended


async def test_message_says_what_is_true_now(mouth: Mouth) -> None:
    mouth.start()

    assert await amended(mouth) == [("7", "41", "✅ Đã báo cáo")]
    assert mouth.channel.texts == []
    assert mouth.states() == ["sent"]


async def test_network_that_fails_is_waited_for(mouth: Mouth) -> None:
    mouth.channel.trouble("amend 41", no_network(), no_network())
    mouth.start()

    assert await amended(mouth) == [("7", "41", "✅ Đã báo cáo")]
    assert mouth.states() == ["sent"]


@pytest.mark.parametrize("error", [DeliveryError("message can't be edited", permanent=True)])
async def test_message_that_cannot_be_edited_stays(mouth: Mouth, error: DeliveryError) -> None:
    mouth.channel.trouble("amend 41", error)
    mouth.start()

    assert await amended(mouth) == []
    assert mouth.states() == ["dropped"]
    assert mouth.channel.texts == []


async def test_words_too_long_for_one_message_are_left_as_they_are(mouth: Mouth) -> None:
    await mouth.owe_bodies((chat("7"), {"text": "a" * 200, "message": "41"}), kind=Kind.AMEND)
    mouth.start()
    await mouth.delivery.claim()
    await mouth.delivery.quiet()

    assert mouth.channel.amended == []
    assert mouth.states() == ["dropped"]
