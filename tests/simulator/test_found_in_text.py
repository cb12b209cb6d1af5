"""Commands, mentions and links in a text, as Telegram marks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.entities import clean, find_entities, utf16_length


def found(text: str) -> list[tuple[str, str]]:
    units = text.encode("utf-16-le")
    return [
        (e["type"], units[e["offset"] * 2 : (e["offset"] + e["length"]) * 2].decode("utf-16-le"))
        for e in find_entities(text)
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("/start", [("bot_command", "/start")]),
        ("/start MA-1", [("bot_command", "/start")]),
        ("xem /viec, /baocao.", [("bot_command", "/viec"), ("bot_command", "/baocao")]),
        ("/viec@nhacviec_bot", [("bot_command", "/viec@nhacviec_bot")]),
        ("/báocáo", []),
        ("43/45", []),
        ("và/hoặc", []),
        ("//viec", []),
        ("/viec/", []),
        ("/" + "x" * 65, []),
        ("😀 /viec", [("bot_command", "/viec")]),
        ("@nam_hp hỏi", [("mention", "@nam_hp")]),
        ("a@b.vn", []),
        ("https://a.vn/b?c=d", [("url", "https://a.vn/b?c=d")]),
        ("không có gì", []),
    ],
)
def test_marks(text: str, marks: list[tuple[str, str]]) -> None:
    assert found(text) == marks


@given(st.text(alphabet=st.sampled_from("ab1_/@ ữ😀.\n"), max_size=40))
def test_marks_lie_within_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for entity in find_entities(text):
        assert entity["offset"] >= end
        end = entity["offset"] + entity["length"]
    assert end <= utf16_length(text)


@given(st.text(max_size=60))
def test_cleaning_once_is_enough(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [(" a ", "a"), ("\n\na\nb\n", "a\nb"), ("a\tb\x00c", "a b c"), ("a\r\nb", "a\nb"), ("\u00a0 \n", "")],
)
def test_cleaning(raw: str, kept: str) -> None:
    assert clean(raw) == kept
