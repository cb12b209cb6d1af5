import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.folding import clean, fold, looks_misencoded, strip_courtesy

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Có  ", "Có"),
        ("1\u00a0234", "1 234"),
        ("４５／６０", "45/60"),
        ("\ufeffchưa\u200b", "chưa"),
        (unicodedata.normalize("NFD", "Đảng ủy xã"), "Đảng ủy xã"),
        ("một\r\nhai", "một\nhai"),
        ("45\t312", "45\t312"),
        ("a\x00b\ud800c", "abc"),
        ("Ｎguyễn", "Ｎguyễn"),  # only digits and their signs are narrowed
        ("½ số trường, 25 m²", "½ số trường, 25 m²"),
    ],
)
def test_clean_keeps_what_was_meant(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng uỷ xã Bắc Hoà", "dang uy xa bac hoa"),
        ("Đảng ủy xã Bắc Hòa", "dang uy xa bac hoa"),
        ("Ðảng ủy", "dang uy"),  # U+00D0
        ("Ɖảng ủy", "dang uy"),  # U+0189
        ("THUÝ  KHOẺ", "thuy khoe"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "nghi quyet"),
        ("4️⃣5️⃣", "45"),
        ("Ångström", "angstrom"),
        ("ĂÂÊÔƠƯăâêôơư", "aaeooưaaeooư".replace("ư", "u")),
    ],
)
def test_fold_lets_accents_and_tone_placement_go(one: str, other: str) -> None:
    assert fold(one) == other


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("chưa ạ", "chưa"),
        ("dạ chưa ạ", "chưa"),
        ("Dạ báo cáo đồng chí, 43/45 ạ.", "43/45"),
        ("dạ thưa cô 43 trường ạ", "43 trường"),
        ("rồi thầy ạ", "rồi"),
        ("vâng ạ", "vâng"),
        ("45 nhé", "45"),
        ("dạ", "dạ"),
        ("ạ", "ạ"),
        ("dạ vâng ạ", "dạ"),
        ("có", "có"),
        ("da co", "da co"),  # "da" may be "đã", "co" may be "có"
        ("em chưa làm", "chưa làm"),
        ("", ""),
    ],
)
def test_courtesy_goes_and_the_answer_stays(said: str, meant: str) -> None:
    assert strip_courtesy(said) == meant


@pytest.mark.parametrize(
    "pasted",
    ["Uû ban nh©n d©n", "§¶ng uû x·", "tr­êng tiÓu häc", "UÛy ban nhaân daân", "ñöôïc", "Ñaûng uûy xaõ"],
)
def test_old_encodings_are_noticed(pasted: str) -> None:
    assert looks_misencoded(clean(pasted))


@pytest.mark.parametrize(
    "written",
    [
        "Đảng ủy xã Tây Lãng",
        "Hoà, khoẻ, thuý, uỷ",
        "25 m², 30°C, ½ số lớp",
        "© 2026 «Trường» TikTok®",
        "Chuyên gia Müller đã trao đổi với giáo viên",
        "Buôn Ê Đê",
        "dang uy xa",
        "Facebook·Zalo",
        "✅ 👍",
    ],
)
def test_ordinary_text_is_no_old_encoding(written: str) -> None:
    assert not looks_misencoded(written)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text("ạảãàáưỰđĐÐ uỷủy\u0301\u0323abcXYZ ", max_size=40))
def test_vietnamese_folds_to_plain_letters(text: str) -> None:
    assert fold(text).isascii()
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(ANY_TEXT)
def test_courtesy_is_never_all_that_there_is(text: str) -> None:
    text = clean(text)

    assert bool(strip_courtesy(text)) == bool(text)
