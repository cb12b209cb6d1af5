"""Messages for whoever has no buttons."""

from bot.core.messages import Choice, Reply
from bot.core.plain import in_plain_words, numbers

YES_NO = (Choice("Có", "y"), Choice("Chưa", "n"))


def test_choices_with_numbered_lines_are_typed_by_number() -> None:
    reply = Reply("Đã tổ chức chưa?\n\n1. Có\n2. Chưa", YES_NO)

    assert numbers(reply) == {"y": 1, "n": 2}
    assert in_plain_words(reply) == reply.text


def test_numbered_labels_are_typed_by_number() -> None:
    reply = Reply("Đến hạn:\n1. Báo cáo học kỳ I – hạn 20/01", (Choice("1. Báo cáo học kỳ I", "open"),))

    assert numbers(reply) == {"open": 1}


def test_other_choices_stand_below_the_text() -> None:
    reply = Reply("Tổ chức ngày nào?", (Choice("Hôm nay", "t"), Choice("Hôm qua", "y")))

    assert in_plain_words(reply) == "Tổ chức ngày nào?\n[Hôm nay] [Hôm qua]"


def test_lines_of_something_else_are_no_numbers_of_choices() -> None:
    reply = Reply("1. Có bao nhiêu lớp? 5\n2. Bao nhiêu học sinh? 30", YES_NO)

    assert numbers(reply) == {}
