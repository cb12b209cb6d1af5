"""Files that go with a message: after its words, one by one, and never at the cost of anything else."""

from bot.core.attachments import Attachment, Kept, Written
from bot.core.channel import DeliveryError, Limits
from bot.core.messages import Reply
from tests.wire.delivery.mouth import Mouth, chat
from tests.wire.fakes import LIMITS, FakeChannel, no_network
from tests.wire.pretend_time import PatientDatabase


def file(name: str, *, size: int = 10) -> Written:
    return Written(
        name, "text/plain", b"x" * size, otherwise=f"{name} không gửi được.", caption=f"tệp {name}"
    )


def kept(name: str) -> Kept:
    photo = Attachment(f"id-{name}", f"unique-{name}", "image/jpeg")
    return Kept("fake", photo, name, caption=f"Minh chứng {name}", language="vi")


def got(mouth: Mouth) -> list[tuple[str | None, str]]:
    """(file, words) of everything that arrived."""
    return [(one.file, one.text) for one in mouth.channel.delivered]


async def test_files_come_behind_their_words(mouth: Mouth) -> None:
    await mouth.reply(
        (chat("7"), Reply("Đây.", files=(file("a.txt"), file("b.txt")))), (chat("7"), Reply("Xong."))
    )
    await mouth.delivery.quiet()

    assert got(mouth) == [
        (None, "Đây."),
        ("a.txt", "tệp a.txt"),
        ("b.txt", "tệp b.txt"),
        (None, "Xong."),
    ]
    assert mouth.states() == ["sent", "sent"]


async def test_files_keep_to_the_rate_of_the_chat(mouth: Mouth) -> None:
    await mouth.reply((chat("7"), Reply("Đây.", files=tuple(file(f"{n}.txt") for n in range(5)))))
    await mouth.delivery.quiet()

    assert mouth.channel.times == [0, 0, 0, 1, 2, 3]


async def test_refused_file_is_said_in_words_and_the_others_arrive(mouth: Mouth) -> None:
    mouth.channel.trouble("tệp a.txt", DeliveryError("Bad Request: IMAGE_PROCESS_FAILED", permanent=True))

    await mouth.reply((chat("7"), Reply("Đây.", files=(file("a.txt"), file("b.txt")))))
    await mouth.delivery.quiet()

    assert got(mouth) == [(None, "Đây."), ("b.txt", "tệp b.txt"), (None, "a.txt không gửi được.")]
    assert mouth.states() == ["sent"]


async def test_file_that_fails_again_and_again_does_not_hold_up_the_chat(mouth: Mouth) -> None:
    mouth.channel.trouble("tệp a.txt", *(no_network() for _ in range(100)))

    await mouth.reply((chat("7"), Reply("Đây.", files=(file("a.txt"),))), (chat("7"), Reply("Xong.")))
    await mouth.delivery.quiet()

    assert got(mouth) == [(None, "Đây."), (None, "a.txt không gửi được."), (None, "Xong.")]


async def test_what_was_sent_is_not_sent_again_when_a_file_is_tried_again(mouth: Mouth) -> None:
    mouth.channel.trouble("tệp b.txt", no_network(), DeliveryError("Too Many Requests", retry_after=9))

    await mouth.reply((chat("7"), Reply("Đây.", files=(file("a.txt"), file("b.txt")))))
    await mouth.delivery.quiet()

    assert [name for name, _ in got(mouth)] == [None, "a.txt", "b.txt"]


async def test_file_that_is_too_large_for_the_messenger_is_said_in_words(mouth: Mouth) -> None:
    await mouth.reply((chat("7"), Reply("Đây.", files=(file("a.txt", size=1001),))))
    await mouth.delivery.quiet()

    assert got(mouth) == [(None, "Đây."), (None, "a.txt không gửi được.")]


async def test_person_who_blocks_us_among_the_files_is_lost(mouth: Mouth) -> None:
    mouth.channel.trouble("tệp a.txt", DeliveryError("Forbidden: bot was blocked by the user", lost=True))

    await mouth.reply((chat("7"), Reply("Đây.", files=(file("a.txt"),))))
    await mouth.delivery.quiet()

    assert got(mouth) == [(None, "Đây.")]
    assert mouth.states() == ["failed"]


async def test_kept_file_that_is_gone_or_out_of_reach_is_said_in_words(mouth: Mouth) -> None:
    mouth.channel.trouble("id-2", no_network(), no_network())

    await mouth.reply((chat("7"), Reply("Ảnh:", files=(kept("1"), kept("2")))))
    await mouth.delivery.quiet()

    (_, words), (_, instead) = got(mouth)
    assert words == "Ảnh:"
    assert instead.splitlines() == [
        "Minh chứng 1: tệp không còn ở kênh nhắn tin nên không xem được.",
        "Minh chứng 2: chưa tải được tệp, đề nghị đồng chí mở lại sau ít phút.",
    ]
    assert mouth.states() == ["sent"]


async def test_message_that_must_not_stay_is_taken_away_before_it_is_said(mouth: Mouth) -> None:
    mouth.channel.trouble("erase 5", DeliveryError("Bad Request: message can't be deleted"))

    await mouth.reply((chat("7"), Reply("Đã bỏ.", erase=("4", "5", "6"))))
    await mouth.delivery.quiet()

    assert mouth.channel.erased == [("7", "4"), ("7", "6")]
    assert mouth.channel.texts == ["Đã bỏ."]


async def test_messenger_without_files_says_so_and_fetches_nothing(database: PatientDatabase) -> None:
    plain = Limits(
        LIMITS.text_length, LIMITS.overall_rate, LIMITS.chat_rate, 3, LIMITS.group_rate, LIMITS.group_burst
    )
    async with Mouth(database, channel=FakeChannel(limits=plain)) as mouth:
        mouth.channel.trouble("id-1", AssertionError("nobody asked for it"))

        await mouth.reply((chat("7"), Reply("Ảnh:", files=(kept("1"), file("a.txt")))))
        await mouth.delivery.quiet()

        assert got(mouth) == [
            (None, "Ảnh:"),
            (None, "Minh chứng 1: kênh nhắn tin này không hiển thị được tệp.\na.txt không gửi được."),
        ]
