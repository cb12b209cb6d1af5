import pytest

from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Option, Type
from tests.answers.reading import code, read, taken

MEDIA = (
    Option("meeting", {"vi": "Hội nghị, hội thảo", "en": "Conference"}),
    Option("zalo", {"vi": "Zalo", "en": "Zalo group"}),
    Option("fanpage", {"vi": "Fanpage", "en": "Fanpage"}),
    Option("radio", {"vi": "Loa truyền thanh", "en": "Loudspeaker"}),
    Option("other", {"vi": "Khác", "en": "Other"}),
)
DAYS = tuple(
    Option(name, {"vi": day}) for name, day in (("party", "3/2"), ("youth", "26/3"), ("nation", "2/9"))
)
WAYS = tuple(Option(way, {"vi": way}) for way in ("trực tiếp", "trực tuyến", "kết hợp"))
PICTURES = (Option("photo", {"vi": "Ảnh"}), Option("none", {"vi": "Không có"}))


def one(text: str, options: tuple[Option, ...] = MEDIA) -> tuple[str, object]:
    return taken(read(text, Type.SELECT_ONE, options=options))


def many(text: str, options: tuple[Option, ...] = MEDIA) -> tuple[str, object]:
    return taken(read(text, Type.SELECT_MULTIPLE, options=options))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2", "zalo"),
        ("2.", "zalo"),
        ("số 2 ạ", "zalo"),
        ("ZALO", "zalo"),
        ("Zalo ạ", "zalo"),
        ("2. Zalo", "zalo"),
        ("Hội nghị, hội thảo", "meeting"),
        ("hoi nghi hoi thao", "meeting"),
        ("khac", "other"),
        ("conference", "meeting"),
        ("em chọn 3", "fanpage"),
    ],
)
def test_choice_by_number_or_label_is_taken(text: str, name: str) -> None:
    assert one(text) == ("ok", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("fan", "fanpage"),
        ("hội nghị", "meeting"),
        ("truyen thanh", "radio"),
        ("khác: họp phụ huynh", "other"),
        ("khacs", "other"),
        ("hooij nghij, hooij thaor", "meeting"),
    ],
)
def test_choice_by_a_part_of_its_words_is_confirmed(text: str, name: str) -> None:
    assert one(text) == ("confirm", name)


def test_label_that_looks_like_a_number_or_a_courtesy_is_a_label() -> None:
    assert one("3/2", DAYS) == ("ok", "party")
    assert one("2", DAYS) == ("ok", "youth")
    assert one("ảnh", PICTURES) == ("ok", "photo")
    assert many("không có", PICTURES) == ("ok", ["none"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0", Code.NO_SUCH_CHOICE),
        ("6", Code.NO_SUCH_CHOICE),
        ("không", Code.NO_SUCH_CHOICE),
        ("không phải zalo", Code.NO_SUCH_CHOICE),
        ("2 fanpage", Code.SEVERAL_CHOICES),
        ("1,3", Code.ONLY_ONE_CHOICE),
        ("zalo, fanpage", Code.ONLY_ONE_CHOICE),
        ("zalo?", Code.UNSURE),
        ("không biết", Code.NOT_KNOWN),
    ],
)
def test_choice_that_is_not_certain_is_asked_again(text: str, reason: Code) -> None:
    reading = read(text, Type.SELECT_ONE, options=MEDIA)

    assert (taken(reading)[0], code(reading)) == ("ask", reason)


def test_words_that_fit_two_choices_name_both() -> None:
    reading = read("trực", Type.SELECT_ONE, options=WAYS)

    assert code(reading) == Code.SEVERAL_CHOICES
    assert reading.why.values == {"candidates": ["trực tiếp", "trực tuyến"]}  # type: ignore[union-attr]  # Unclear


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2", ["zalo"]),
        ("1,3", ["meeting", "fanpage"]),
        ("3, 1", ["meeting", "fanpage"]),
        ("1 3", ["meeting", "fanpage"]),
        ("1 và 3", ["meeting", "fanpage"]),
        ("dạ 1,3 ạ", ["meeting", "fanpage"]),
        ("3,3", ["fanpage"]),
        ("zalo, fanpage", ["zalo", "fanpage"]),
        ("zalo và 3", ["zalo", "fanpage"]),
        ("zalo+fanpage", ["zalo", "fanpage"]),
        ("Hội nghị, hội thảo và Khác", ["meeting", "other"]),
    ],
)
def test_several_choices_are_taken_in_the_options_order(text: str, names: list[str]) -> None:
    assert many(text) == ("ok", names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("zalo fanpage", ["zalo", "fanpage"]),
        ("hội nghị, zalo", ["meeting", "zalo"]),
        ("1-3", ["meeting", "zalo", "fanpage"]),
        ("1.3", ["meeting", "fanpage"]),
        ("tất cả", ["meeting", "zalo", "fanpage", "radio", "other"]),
        ("cả năm", ["meeting", "zalo", "fanpage", "radio", "other"]),
        ("không có", []),
        ("khacs", ["other"]),
    ],
)
def test_several_choices_in_loose_words_are_confirmed(text: str, names: list[str]) -> None:
    assert many(text) == ("confirm", names)


@pytest.mark.parametrize("text", ["1,6", "13", "cả hai", "zalo, abc", "trừ zalo", "1/3"])
def test_choices_of_which_one_is_unknown_are_asked_again(text: str) -> None:
    reading = read(text, Type.SELECT_MULTIPLE, options=MEDIA)

    assert (taken(reading), code(reading)) == (("ask", None), Code.NO_SUCH_CHOICE)


def test_days_are_not_taken_apart() -> None:
    assert many("3/2, 26/3", DAYS) == ("ok", ["party", "youth"])
    assert many("1,3", DAYS) == ("ok", ["party", "nation"])
