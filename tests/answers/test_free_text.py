import pytest

from bot.core.forms.answers import CLOSED_LIMIT
from bot.core.forms.answers.problems import Code
from bot.core.forms.answers.text import LIMIT
from bot.core.forms.model import Type
from tests.answers.reading import code, read, taken


@pytest.mark.parametrize(
    "text",
    ["Đã triển khai ở 45 trường, k có vướng mắc ạ", "không", "Dạ, đủ ạ", "dòng một\ndòng hai", "📈 tốt", "."],
)
def test_free_text_is_kept_as_written(text: str) -> None:
    assert taken(read(f"  {text} ", Type.TEXT)) == ("ok", text)


def test_secret_text_is_refused() -> None:
    reading = read("Gửi kèm văn bản TỐI MẬT", Type.TEXT)

    assert (taken(reading), code(reading)) == (("reject", None), Code.SECRECY)


def test_text_about_one_pupil_is_asked_for_totals() -> None:
    reading = read("Em Nguyễn Văn A lớp 9B vi phạm", Type.TEXT)

    assert (taken(reading), code(reading)) == (("ask", None), Code.PERSONAL_DATA)


@pytest.mark.parametrize("kind", [Type.TEXT, Type.YES_NO, Type.INTEGER, Type.DOCUMENT])
def test_old_encoding_is_asked_to_be_typed_again(kind: Type) -> None:
    assert code(read("Uû ban nh©n d©n", kind)) == Code.MISENCODED


@pytest.mark.parametrize("kind", [kind for kind in Type if kind not in (Type.NOTE, Type.CALCULATE)])
def test_nothing_is_no_answer(kind: Type) -> None:
    assert code(read(" \u200b\n", kind)) == Code.EMPTY


@pytest.mark.parametrize(("kind", "limit"), [(Type.TEXT, LIMIT), (Type.YES_NO, CLOSED_LIMIT)])
def test_story_is_refused_beyond_its_limit(kind: Type, limit: int) -> None:
    assert code(read("a" * limit, kind)) != Code.TOO_LONG
    assert code(read("a" * (limit + 1), kind)) == Code.TOO_LONG


def test_length_counts_letters_and_not_their_marks() -> None:
    decomposed = "e\u0302\u0301" * LIMIT

    assert taken(read(decomposed, Type.TEXT)) == ("ok", "ế" * LIMIT)
