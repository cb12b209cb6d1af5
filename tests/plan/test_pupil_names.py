"""Which questions ask who a pupil is."""

import pytest

from bot.core.plan.pupil_names import asks_for_name


@pytest.mark.parametrize(
    "text",
    [
        "Họ và tên học sinh được kết nạp?",
        "Họ tên các em học sinh?",
        "Tên của học sinh được biểu dương?",
        "Gửi danh sách học sinh dự học",
        "Danh sách trẻ của lớp",
        "Số điện thoại học sinh?",
        "Học sinh nào được khen?",
        "HO VA TEN HOC SINH",
        "Names of the pupils?",
        "A list of all students",
        "Pupil's full name?",
        "Which pupil was commended?",
    ],
)
def test_question_asks_who_a_pupil_is(text: str) -> None:
    assert asks_for_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bao nhiêu học sinh được kết nạp?",
        "Chỉ ghi số lượng, không nêu tên học sinh.",
        "Không gửi tài liệu mật, không gửi danh sách học sinh.",
        "Họ và tên hiệu trưởng?",
        "Danh sách trường đã kiểm tra?",
        "Tên lớp bồi dưỡng cho học sinh?",
        "Số giáo viên trẻ được bồi dưỡng?",
        "No names of pupils, no individual cases.",
        "Nothing classified, no lists of pupils.",
        "How many pupils?",
    ],
)
def test_question_does_not_ask_who_a_pupil_is(text: str) -> None:
    assert not asks_for_name(text)
