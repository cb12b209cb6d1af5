"""Lines that are changed in one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.changing import Change, read_changes, read_lines


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("sửa 3: 45/45", [(3, "45/45")]),
        ("sửa 3 45/45", [(3, "45/45")]),
        ("Sửa câu 3 là 45", [(3, "45")]),
        ("sua dong 12 = 20/11", [(12, "20/11")]),
        ("3: 45", [(3, "45")]),
        ("câu 3 là 45", [(3, "45")]),
        ("sửa 3: 45; 5: 20/11", [(3, "45"), (5, "20/11")]),
        ("sửa 3: 45, 5: 20/11", [(3, "45"), (5, "20/11")]),
        ("3: 45\n5: 15-KH/ĐU, ngày 20/11", [(3, "45"), (5, "15-KH/ĐU, ngày 20/11")]),
        ("edit line 2 to 7", [(2, "7")]),
    ],
)
def test_change_names_a_line_and_what_it_becomes(text: str, changes: list[Change]) -> None:
    assert read_changes(text) == changes


@pytest.mark.parametrize(
    "text", ["3", "sửa 3", "sửa", "45/45", "20/11", "3 45", "1,5", "gửi", "sửa ba: 4", "", "có; 20/11"]
)
def test_anything_else_is_no_change(text: str) -> None:
    assert read_changes(text) is None


@pytest.mark.parametrize("text", ["3: 45", "câu 3 là 45", "14:30 có mặt"])
def test_where_a_question_is_asked_only_the_word_makes_it_a_change(text: str) -> None:
    assert read_changes(text, verb_needed=True) is None


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
def test_no_text_raises(text: str) -> None:
    for change in read_changes(text) or ():
        assert change[1]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("1: chưa", [(1, "chưa")]),
        ("7:không", [(7, "không")]),
        ("2: 6/10", [(2, "6/10")]),
        ("2:6/10", [(2, "6/10")]),
        ("3: 45", [(3, "45")]),
        ("câu 3: 45", [(3, "45")]),
        ("1: có; 4: 800", [(1, "có"), (4, "800")]),
        ("sửa 12 45", [(12, "45")]),
    ],
)
def test_line_of_the_form_can_be_named_while_a_question_is_asked(text: str, changes: list[Change]) -> None:
    assert read_lines(text, count=9) == changes


@pytest.mark.parametrize(
    "text", ["4:45", "7:30 ngày 20/11", "10: 45", "0: 45", "câu 3 là 45", "1: có; 43:45", "3"]
)
def test_share_a_time_and_no_line_are_answers(text: str) -> None:
    assert read_lines(text, count=9) is None
