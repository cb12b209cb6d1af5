"""Codes that people read aloud and type: receipts of reports, and invitations."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.codes import LETTERS, new_invitation, read_invitation, read_receipt, receipt

REPORTS = st.integers(1, 99_999) | st.integers(1, 10**12)


# --- receipts ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "code"),
    [(1, "BC-00001G"), (42, "BC-00042V"), (99_999, "BC-99999F"), (123_456, "BC-123456K")],
)
def test_receipt_is_the_report_s_number_and_a_letter(report: int, code: str) -> None:
    assert receipt(report) == code


@given(REPORTS)
def test_receipt_leads_back_to_its_report(report: int) -> None:
    assert read_receipt(receipt(report)) == report


@pytest.mark.parametrize(
    "typed", ["BC-00042V", "bc-00042v", "  BC-00042V ", "BC 00042 V", "BC00042V", "00042V", "42V"]
)
def test_receipt_may_be_typed_as_it_is_read(typed: str) -> None:
    assert read_receipt(typed) == 42


@given(REPORTS, st.data())
def test_letter_catches_any_wrong_digit(report: int, data: st.DataObject) -> None:
    code = receipt(report)
    digits = code[3:-1]
    at = data.draw(st.integers(0, len(digits) - 1))
    wrong = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[at]]))

    assert read_receipt(f"BC-{digits[:at]}{wrong}{digits[at + 1 :]}{code[-1]}") is None


@given(REPORTS)
def test_letter_catches_any_exchange_of_neighbours(report: int) -> None:
    code = receipt(report)
    digits = code[3:-1]
    for at in range(len(digits) - 1):
        swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        if swapped != digits:
            assert read_receipt(f"BC-{swapped}{code[-1]}") is None


@given(REPORTS)
def test_letter_itself_is_checked(report: int) -> None:
    code = receipt(report)

    read = [letter for letter in LETTERS if read_receipt(code[:-1] + letter) is not None]

    assert read == [code[-1]]


@pytest.mark.parametrize(
    "typed", ["", "BC-", "BC", "V", "BC-V", "00042", "BC-00042", "BC-00042VV", "BC-²²V", "BC-٤٢V", "BC-1,0V"]
)
def test_anything_else_is_no_receipt(typed: str) -> None:
    assert read_receipt(typed) is None


@given(st.text(max_size=30))
@example("9" * 5000 + "V")
def test_no_text_raises(typed: str) -> None:
    assert read_receipt(typed) is None or receipt(read_receipt(typed) or 0)[-1] == typed.strip().upper()[-1]
    assert read_invitation(typed) is None or len(read_invitation(typed) or "") == 10


# --- invitations -------------------------------------------------------------------------------------------------


def test_letters_are_those_that_nobody_confuses() -> None:
    assert set(LETTERS).isdisjoint("01ILOU")
    assert len(set(LETTERS)) == len(LETTERS) == 30


def test_new_invitation_is_two_groups_of_five() -> None:
    first, second = new_invitation().split("-")

    assert (len(first), len(second)) == (5, 5)
    assert set(first + second) <= set(LETTERS)


def test_new_invitations_differ() -> None:
    assert len({new_invitation() for _ in range(200)}) == 200


def test_new_invitation_is_read() -> None:
    code = new_invitation()

    assert read_invitation(code) == code.replace("-", "")


@pytest.mark.parametrize(
    "typed",
    [
        "ABCDE-FGHJK",
        "abcde-fghjk",
        "ABCDEFGHJK",
        "ABCDE FGHJK",
        "  ab cd e-fg hjk ",
        "ABCDE_FGHJK",  # as some put it into a link
        "ABCDE\u00a0-\u00a0FGHJK",
    ],
)
def test_invitation_may_be_typed_in_any_way(typed: str) -> None:
    assert read_invitation(typed) == "ABCDEFGHJK"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "ABCDE-FGHJ",
        "ABCDE-FGHJKM",
        "ABCDE-FGHJ0",
        "ABCDE-FGHJI",
        "ABCDE-FGHJĐ",
        "ABCDE.FGHJK",
    ],
)
def test_anything_else_is_no_invitation(typed: str) -> None:
    assert read_invitation(typed) is None
