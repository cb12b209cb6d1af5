"""What may be taken as a corrected name or position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.data_requests import FEWEST_LETTERS, LONGEST_NAME, Field, proposed


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (Field.NAME, "  Nguyễn Văn Tiến ", "Nguyễn Văn Tiến"),
        (Field.NAME, "Nguyễn Văn Tiến\u200b", "Nguyễn Văn Tiến"),
        (Field.NAME, "H'Hen Niê", "H'Hen Niê"),
        (Field.NAME, "Tiến 2", None),
        (Field.NAME, "0912345678", None),
        (Field.NAME, "A", None),
        (Field.NAME, "Tiến\nDũng", None),
        (Field.TITLE, "Tổ trưởng tổ 4", "Tổ trưởng tổ 4"),
        (Field.TITLE, "...", None),
        (Field.TITLE, "a" * (LONGEST_NAME + 1), None),
    ],
)
def test_correction_is_read_as_it_is_typed(field: Field, typed: str, kept: str | None) -> None:
    assert proposed(field, typed) == kept


@given(field=st.sampled_from(Field), typed=st.text())
def test_what_is_taken_is_short_legible_and_taken_again_unchanged(field: Field, typed: str) -> None:
    kept = proposed(field, typed)

    if kept is not None:
        assert len(kept) <= LONGEST_NAME
        assert sum(sign.isalpha() for sign in kept) >= FEWEST_LETTERS
        assert proposed(field, kept) == kept
