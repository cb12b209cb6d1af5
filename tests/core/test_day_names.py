"""The name of a day names nobody and tells no secret."""

import pytest

from bot.core.day_names import PERSONAL, unfit_for_all

ROSTER = ("Vũ Thị Thủy", "Hòa")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Bão số 9",
        "Ngày Văn hóa Việt Nam",
        "Giỗ Tổ Hùng Vương",
        "Ngày sinh Chủ tịch Hồ Chí Minh",
        "Khai giảng Trường THCS Nguyễn Du Vân",
        "Bắc Hòa nghỉ lễ hội",
        "Kỷ niệm 20/11",
    ],
)
def test_name_that_everybody_may_read(name: str) -> None:
    assert unfit_for_all(name, ROSTER) is None


@pytest.mark.parametrize(
    "name",
    [
        "Đám tang ông Nguyễn Văn Hòa",
        "cưới vu thi thuy",
        "Nghỉ cùng đ/c Vũ Thị Thủy",
        "em Trần Văn Nam lớp 9B thi",
        "gọi 0912345678",
    ],
)
def test_name_that_tells_of_somebody(name: str) -> None:
    assert unfit_for_all(name, ROSTER) == PERSONAL


def test_name_with_a_marking() -> None:
    assert unfit_for_all("theo công văn MẬT số 12", ROSTER) == "MẬT"
