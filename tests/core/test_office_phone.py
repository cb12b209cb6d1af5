"""Telephones of offices: kept as written, refused where they are none, doubted where they are a person's own."""

import pytest

from bot.core.office_phone import may_be_a_persons, read_phone


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("", ""),
        ("024 3822 1234", "024 3822 1234"),
        ("(0240) 3855.123 máy lẻ 12", "(0240) 3855.123 máy lẻ 12"),
        ("0240.3855.123 / 0240.3855.124", "0240.3855.123 / 0240.3855.124"),
        ("+84 24 3822 1234", "+84 24 3822 1234"),
        ("2438221234", "02438221234"),  # a spreadsheet took it for a number
        ("912345678", "0912345678"),
        ("hỏi cô Lan", None),
        ("113", None),
        ("lan@truong.edu.vn", None),
        ("0" * 41, None),
    ],
)
def test_number_is_kept_as_it_is_written(written: str, kept: str | None) -> None:
    assert read_phone(written) == kept


@pytest.mark.parametrize(
    ("phone", "doubted"),
    [
        ("024 3822 1234", False),
        ("02438221234", False),
        ("0912 345 678", True),
        ("+84 912 345 678", True),
        ("024 3822 1234 / 0353.456.789", True),
        ("024 3822 1234 máy lẻ 12", False),
        ("", False),
    ],
)
def test_mobile_number_may_be_a_persons_own(phone: str, doubted: bool) -> None:
    assert may_be_a_persons(phone) is doubted
