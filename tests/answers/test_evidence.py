import unicodedata
from dataclasses import replace

import pytest

from bot.core.attachments import Attachment
from bot.core.forms.answers.evidence import LARGEST, MOST, accept
from bot.core.forms.answers.outcome import Understood
from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Type
from tests.answers.reading import code, read

PHOTO = Attachment("photo-1", "unique-1", "image/jpeg", 200_000)
MINUTES = Attachment("file-1", "unique-2", "application/pdf", 300_000, "Biên bản hội nghị.pdf")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_files_are_gathered_one_after_another() -> None:
    first = accept([], PHOTO, caption="")
    assert first == Understood([PHOTO.to_json()])

    assert accept(first.value, MINUTES, caption="Biên bản") == Understood(
        [PHOTO.to_json(), {**MINUTES.to_json(), "name": None}]  # names of files often name people
    )


@pytest.mark.parametrize(
    ("media", "name"),
    [
        ("image/png", None),
        ("image/jpeg", "anh.JPG"),
        (WORD, "bao-cao.docx"),
        ("application/octet-stream", "bieu.xlsx"),  # what some phones say
        ("application/pdf; charset=binary", "a.pdf"),
    ],
)
def test_photos_and_office_files_are_taken(media: str, name: str | None) -> None:
    assert isinstance(accept([], replace(PHOTO, media=media, name=name), caption=""), Understood)


@pytest.mark.parametrize(
    ("media", "name"),
    [
        ("image/heic", "IMG_1.heic"),
        ("image/webp", None),
        ("video/mp4", "clip.mp4"),
        ("application/msword", "cu.doc"),
        ("application/vnd.ms-word.document.macroenabled.12", "a.docm"),
        (WORD, "a.docm"),
        ("application/pdf", "a.pdf.exe"),
        ("application/octet-stream", "a.exe"),
        ("application/octet-stream", None),
        ("", None),
    ],
)
def test_other_kinds_of_files_are_refused(media: str, name: str | None) -> None:
    assert code(accept([], replace(PHOTO, media=media, name=name), caption="")) == Code.FILE_KIND


def test_file_beyond_ten_megabytes_is_refused() -> None:
    assert isinstance(accept([], replace(PHOTO, size=LARGEST), caption=""), Understood)
    assert isinstance(accept([], replace(PHOTO, size=None), caption=""), Understood)
    assert code(accept([], replace(PHOTO, size=LARGEST + 1), caption="")) == Code.FILE_SIZE


@pytest.mark.parametrize(
    ("name", "caption", "reason"),
    [
        ("KH_TOI_MAT.pdf", "", Code.SECRECY),
        ("kế-hoạch-mật.pdf", "", Code.SECRECY),
        ("mật.pdf", "", Code.SECRECY),
        ("CongVanMat.pdf", "", Code.SECRECY),
        ("tailieumat.pdf", "", Code.SECRECY),
        ("tailieuMẬT (1).pdf", "", Code.SECRECY),
        ("LuuHanhNoiBo_2026.pdf", "", Code.SECRECY),
        (unicodedata.normalize("NFD", "Tuyệt_mật.pdf"), "", Code.SECRECY),
        ("a.pdf", unicodedata.normalize("NFD", "tài liệu mật"), Code.SECRECY),
        ("a.pdf", "tai lieu mat", Code.SECRECY),
        ("a.pdf", "văn bản MẬT", Code.SECRECY),
        ("em_Nguyen_Van_A_lop_9B.pdf", "", Code.PERSONAL_DATA),
        ("a.pdf", "Em Nguyễn Văn A lớp 9B", Code.PERSONAL_DATA),
        ("a.pdf", "liên hệ 0912345678", Code.PERSONAL_DATA),
    ],
)
def test_name_and_caption_are_guarded(name: str, caption: str, reason: Code) -> None:
    assert code(accept([], replace(MINUTES, name=name), caption=caption)) == reason


@pytest.mark.parametrize(
    "name",
    [
        "Mật độ dân số.pdf",
        "bảo mật thông tin.pdf",
        "tailieumatkhau.pdf",
        "IMG_20261120_080512.pdf",
        "KeHoachCT32.pdf",
        "",
    ],
)
def test_ordinary_name_passes(name: str) -> None:
    assert isinstance(accept([], replace(MINUTES, name=name or None), caption=""), Understood)


def test_same_file_twice_is_refused() -> None:
    again = replace(PHOTO, file_id="photo-1-sent-again")

    assert code(accept([PHOTO.to_json()], again, caption="")) == Code.FILE_TWICE


def test_as_many_files_as_an_answer_may_have() -> None:
    so_far = [replace(PHOTO, unique=f"unique-{number}").to_json() for number in range(MOST)]

    assert isinstance(accept(so_far[1:], replace(PHOTO, unique="one-more"), caption=""), Understood)
    assert code(accept(so_far, replace(PHOTO, unique="one-more"), caption="")) == Code.FILE_COUNT


@pytest.mark.parametrize("text", ["đã gửi", "43/45", "không"])
def test_words_are_no_evidence(text: str) -> None:
    assert code(read(text, Type.EVIDENCE)) == Code.FILE_EXPECTED
