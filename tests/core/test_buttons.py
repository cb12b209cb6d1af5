"""The data behind buttons: made, read back, and distrusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.buttons import LONGEST, Verb, button, open_button, read_button, read_key

PARTS = st.lists(st.text("abcXYZ019-:_Đ", max_size=6), min_size=1, max_size=4)
KEYS = st.tuples(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(["F1", "C3", "T2"]),
    st.sampled_from(["once", "2026-2027", "2027-summer", "2026-2027-HK1", "2027-R03"]),
)


def test_button_is_a_verb_and_its_parts() -> None:
    assert button(Verb.FORM, 17, 3, "yes") == "f:17.3.yes"
    assert button(Verb.AGREE) == "yes:"
    assert open_button((1, 14, "F2", "2026-2027")) == "open:1.14.F2.2026-2027"


@given(st.sampled_from(Verb), PARTS)
def test_button_is_read_back_as_it_was_made(verb: Verb, parts: list[str]) -> None:
    assert read_button(button(verb, *parts)) == (verb, parts)


def test_verbs_can_be_told_apart() -> None:
    assert len({verb.value for verb in Verb}) == len(Verb)
    assert not any(sign in verb.value for verb in Verb for sign in ":.")


def test_button_has_as_many_bytes_as_the_messengers_allow() -> None:
    assert len(button(Verb.SAY, "x" * 60).encode()) == LONGEST
    with pytest.raises(ValueError, match="65 bytes of button data"):
        button(Verb.SAY, "x" * 61)
    with pytest.raises(ValueError, match="66 bytes of button data"):
        button(Verb.SAY, "Đ" * 31)  # two bytes each


@pytest.mark.parametrize("data", ["", "f", "x:1", ":1", "F:1", " f:1", "yes", "frm:1.2"])
def test_what_we_never_make_is_no_button(data: str) -> None:
    assert read_button(data) is None


def test_button_without_parts_has_one_empty_part() -> None:
    assert read_button("yes:") == (Verb.AGREE, [""])


@given(st.text(max_size=64))
def test_no_data_raises(data: str) -> None:
    read = read_button(data)

    assert read is None or data == f"{read[0]}:{'.'.join(read[1])}"


@given(KEYS)
def test_form_is_read_back_from_its_button(key: tuple[int, int, str, str]) -> None:
    verb, parts = read_button(open_button(key)) or (None, ())

    assert verb is Verb.OPEN
    assert read_key(parts) == key


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("1", "14", "F2"),
        ("1", "14", "F2", "once", "x"),
        ("a", "14", "F2", "once"),
        ("1", "-14", "F2", "once"),
        ("1", "", "F2", "once"),
        ("1", "²", "F2", "once"),
        ("1", "١٤", "F2", "once"),
        ("1", "9" * 16, "F2", "once"),
    ],
)
def test_forged_key_is_none_of_ours(parts: tuple[str, ...]) -> None:
    assert read_key(parts) is None
