import pytest

from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Type
from tests.answers.reading import code, phrases, read, taken


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("15-KH/ĐU", "15-KH/ĐU"),
        ("Số 15 - KH/ĐU", "15-KH/ĐU"),
        ("15 – kh/đu", "15-KH/ĐU"),
        ("Số: 123/KH-UBND", "123/KH-UBND"),
        ("15/kh-ubnd", "15/KH-UBND"),
        ("Kế hoạch số 15-KH/ĐU ạ", "15-KH/ĐU"),
        ("số 7-CTr/HU", "7-CTr/HU"),
        ("7-ctr/hu", "7-CTr/HU"),
        ("NQ 29-NQ/TW", "29-NQ/TW"),
        ("KH số 15-KH/ĐU", "15-KH/ĐU"),
        ("30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("91/2025/QH15", "91/2025/QH15"),
        ("1669/NQ-UBTVQH15", "1669/NQ-UBTVQH15"),
        ("123/BGDĐT-GDTrH", "123/BGDĐT-GDTrH"),
        ("185- QĐ/TW", "185-QĐ/TW"),
        ("05-BC/CB", "05-BC/CB"),
        ("15a/KH-UBND", "15a/KH-UBND"),
    ],
)
def test_number_is_written_as_papers_write_it(text: str, number: str) -> None:
    assert taken(read(text, Type.DOCUMENT)) == ("ok", {"number": number, "date": None})


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("15 KH/ĐU", "15-KH/ĐU"),
        ("15 KH-UBND", "15/KH-UBND"),
        ("15KH/ĐU", "15-KH/ĐU"),
        ("15-kh/du", "15-KH/ĐU"),
        ("15/qd-ubnd", "15/QĐ-UBND"),
        ("30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("NQ 29/TW", "29-NQ/TW"),
        ("29-NQ", "29-NQ"),
        ("15/KH/ĐU", "15/KH/ĐU"),
        ("15-KH/ĐU của Đảng ủy xã", "15-KH/ĐU"),
    ],
)
def test_completed_number_is_confirmed(text: str, number: str) -> None:
    assert taken(read(text, Type.DOCUMENT)) == ("confirm", {"number": number, "date": None})


@pytest.mark.parametrize(
    "text",
    phrases(
        "28-KH/TTCT ngày 06/01/2020|28-KH/TTCT (06/01/2020)|28-kh/ttct 6/1/2020|"
        "28-KH/TTCT dated 6/1/2020|số 28-KH/TTCT ban hành ngày 6 tháng 1 năm 2020|"
        "Kế hoạch số 28-KH/TTCT ngày 06/01/2020 về giáo dục lý luận"
    ),
)
def test_number_and_date_in_one_line_are_split_and_confirmed(text: str) -> None:
    assert taken(read(text, Type.DOCUMENT)) == ("confirm", {"number": "28-KH/TTCT", "date": "2020-01-06"})


def test_comma_parts_number_and_date_for_sure() -> None:
    text = "Chỉ thị số 32-CT/TU, ngày 24/4/2024"

    assert taken(read(text, Type.DOCUMENT)) == ("ok", {"number": "32-CT/TU", "date": "2024-04-24"})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NQ 29", Code.INCOMPLETE_NUMBER),
        ("số 15", Code.INCOMPLETE_NUMBER),
        ("15-KH/ĐU, 16-KH/ĐU", Code.SEVERAL_DOCUMENTS),
        ("15-KH/ĐU ngày 5", Code.PARTIAL_DATE),
        ("chưa ban hành", Code.NO_DOCUMENT),
        ("không có", Code.NO_DOCUMENT),
        ("không biết", Code.NOT_KNOWN),
        ("n/a", Code.NOT_APPLICABLE_HERE),
        ("20/11/2026", Code.NOT_A_DOCUMENT),
        ("abc", Code.NOT_A_DOCUMENT),
        ("15 trường", Code.NOT_A_DOCUMENT),
        ("15-KH/ĐU?", Code.UNSURE),
    ],
)
def test_document_that_is_not_certain_is_asked_again(text: str, reason: Code) -> None:
    reading = read(text, Type.DOCUMENT)

    assert (taken(reading)[0], code(reading)) == ("ask", reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("15-KH/ĐU ngày 31/11", Code.NO_SUCH_DAY),
        ("15-KH/ĐU ngày 25/12/2026", Code.FUTURE_DATE),
        ("văn bản MẬT 05-KH/TU", Code.SECRECY),
    ],
)
def test_document_that_cannot_be_is_refused(text: str, reason: Code) -> None:
    reading = read(text, Type.DOCUMENT)

    assert (taken(reading)[0], code(reading)) == ("reject", reason)
