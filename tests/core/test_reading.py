"""What has to be read from end to end."""

from bot.core.reading import outside_lists, reading_length


def test_lines_of_lists_are_looked_over_not_read() -> None:
    text = "Đến hạn:\n1. Báo cáo\n   Lý do: thiếu số\n- Đơn vị\n\nGõ số."

    assert outside_lists(text) == "Đến hạn:\n\nGõ số."


def test_a_number_of_questions_is_no_list() -> None:
    assert outside_lists("3/9. Bao nhiêu lớp?") == "3/9. Bao nhiêu lớp?"


def test_blank_lines_cost_nothing() -> None:
    assert reading_length("Có.\n\nHết") == 6
