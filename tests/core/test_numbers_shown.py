"""A number that is typed means a choice only where the text shows it."""

from bot.core.messages import Choice, Reply
from bot.core.plain import has_numbers


def test_lines_of_a_report_are_no_choices() -> None:
    choices = (Choice("Tiếp nhận", "acc:1"), Choice("Trả lại", "rev:1"))

    assert not has_numbers(Reply("1. Có kế hoạch chưa? Có\n2. Ngày nào? 20/11", choices))
    assert has_numbers(Reply("Chọn:\n1. Tiếp nhận\n2. Trả lại", choices))
    assert has_numbers(Reply("1. Tiếp nhận", choices))  # a list may have more buttons than lines
