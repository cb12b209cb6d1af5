"""Names as people type them."""

import pytest

from bot.core.names import read_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trần Văn Bình", "Trần Văn Bình"),
        ("trần văn bình ạ", "Trần Văn Bình"),
        ("TRẦN VĂN BÌNH", "Trần Văn Bình"),
        ("tôi là Trần Văn Bình", "Trần Văn Bình"),
        ("Họ và tên: Trần Văn Bình.", "Trần Văn Bình"),
        ("Họ tên Trần Văn Bình", "Trần Văn Bình"),
        ("my name is Tran Van Binh", "Tran Van Binh"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Bình", None),
        ("2026", None),
        ("Trần Văn 1", None),
        ("0912 345 678", None),
        ("tôi không biết phải làm gì với cái mã này cả", None),
        ("", None),
    ],
)
def test_name_is_read(text: str, name: str | None) -> None:
    assert read_name(text) == name
