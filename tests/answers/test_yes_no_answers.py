import pytest

from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Type
from tests.answers.reading import code, phrases, read, taken


def said(text: str) -> tuple[str, object]:
    return taken(read(text, Type.YES_NO))


@pytest.mark.parametrize(
    "text",
    phrases(
        "có|co|CÓ|Có.|(có)|dạ có|da co|có ạ|co a|rồi|roi|rùi|làm rồi|đã làm|đã tổ chức|"
        "da to chuc roi|đã tổ chức rồi ạ|dạ trường em đã tổ chức rồi ạ|hoàn thành|hoan thanh roi|"
        "đã hoàn thành|có, đã xong|vâng, đã xong|đúng rồi|ok xong|đã triển khai đầy đủ|yes|Yes, done|"
        "done|vừa xong|báo cáo đồng chí, đã xong ạ|da|đã|dạ vâng ạ|tổ chức rồi|xong hết rồi|"
        "đã ban hành"
    ),
)
def test_yes_in_many_words(text: str) -> None:
    assert said(text) == ("ok", "yes")


@pytest.mark.parametrize(
    "text",
    phrases(
        "chưa|chua|Chưa.|chưa ạ|dạ em chưa làm ạ|chưa tổ chức|chua to chuc|chưa làm được|chưa đâu|"
        "chưa hoàn thành|chua hoan thanh|chưa, đang làm|đang làm|đang triển khai|sắp xong|vẫn chưa|"
        "đơn vị chưa tổ chức|da chua|vâng chưa ạ|not yet|in progress|hiện chưa có"
    ),
)
def test_not_yet_is_not_no(text: str) -> None:
    assert said(text) == ("ok", "not_yet")


@pytest.mark.parametrize(
    "text",
    phrases(
        "không|khong|KHÔNG|không ạ|dạ không|ko|hok|không có|ko có|không phải|không tổ chức|"
        "không được|không hề|no|khong phai"
    ),
)
def test_no_in_many_words(text: str) -> None:
    assert said(text) == ("ok", "no")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("r", "yes"),
        ("ok", "yes"),
        ("y", "yes"),
        ("👍👍", "yes"),
        ("👍🏻", "yes"),
        ("✔️", "yes"),
        ("1", "yes"),
        ("được rồi", "yes"),
        ("cóoo", "yes"),
        ("có 2 buổi", "yes"),
        ("có kế hoạch", "yes"),  # a plan is not the deed
        ("k", "no"),
        ("k có", "no"),
        ("khum", "no"),
        ("hông", "no"),
        ("0", "no"),
        ("❌", "no"),
        ("khônggg", "no"),
        ("chưaaa", "not_yet"),
        ("sắp xong rồi", "not_yet"),
        ("chưa vì mưa", "not_yet"),
        ("sẽ tổ chức", "not_yet"),
        ("k áp dụng", "na"),
        ("N/A", "na"),
        ("không thuộc đối tượng", "na"),
        # the keyboard's Telex or VNI was off
        ("roofi", "yes"),
        ("ddax xong", "yes"),
        ("ro62i", "yes"),
        ("co1", "yes"),
        ("cos aj", "yes"),
        ("chuwa", "not_yet"),
        ("chu7a", "not_yet"),
        ("khoong", "no"),
        ("kho6ng", "no"),
    ],
)
def test_short_or_informal_answers_are_confirmed(text: str, value: str) -> None:
    assert said(text) == ("confirm", value)


@pytest.mark.parametrize(
    "text",
    phrases(
        "có không|có chưa|xong chưa|đã làm chưa|tổ chức chưa|có/không|có hay không|không, có|"
        "không, đã tổ chức rồi|không phải không|không phải là chưa|có nhưng chưa đủ|"
        "có, nhưng chưa đủ|chưa đủ|chưa hẳn|một phần|1 phần|"
        "đâu có|đã làm đâu|có gì đâu|đã làm 50%|xong 3/5|có thể|gần như xong|dự kiến tổ chức|"
        "đã hoãn|đã không tổ chức|không sao|không vấn đề gì|không còn|no, not yet|"
        "rồi nhưng chưa xong"
    ),
)
def test_what_takes_itself_back_is_asked_again(text: str) -> None:
    reading = read(text, Type.YES_NO)

    assert (taken(reading), code(reading)) == (("ask", None), Code.CONTRADICTORY)


@pytest.mark.parametrize(
    "text", ["không biết", "k biết", "chưa rõ", "không chắc", "chưa có số liệu", "don't know"]
)
def test_not_knowing_is_not_no(text: str) -> None:
    assert code(read(text, Type.YES_NO)) == Code.NOT_KNOWN


@pytest.mark.parametrize(
    "text", ["đc", "dc", "abc", "2", "cô", "chữa", "khống", "x", "-", ".", "kế hoạch", "mai làm"]
)
def test_other_words_are_asked_again(text: str) -> None:
    assert code(read(text, Type.YES_NO)) == Code.NOT_YES_OR_NO


@pytest.mark.parametrize("text", ["chưa?", "có?", "???"])
def test_question_is_not_an_answer(text: str) -> None:
    assert code(read(text, Type.YES_NO)) == Code.UNSURE
