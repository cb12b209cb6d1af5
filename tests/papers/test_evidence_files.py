"""Evidence as a reviewer gets it."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from bot.papers.evidence_files import CleanFile, Fault, cleaned
from tests.wire.pictures import OWNER, photo

JPEG = "image/jpeg"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
UNTOLD = "application/octet-stream"


def workbook() -> bytes:
    book = Workbook()
    book.active["A1"] = "45/45"  # type: ignore[index]
    book.properties.creator = OWNER
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def package(*names: str, types: str = "<Types/>") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as parts:
        parts.writestr("[Content_Types].xml", types)
        for name in names:
            parts.writestr(name, "<a/>")
    return written.getvalue()


@pytest.mark.parametrize("media", [JPEG, "image/png", "image/jpeg; q=1", UNTOLD, ""])
def test_picture_is_made_small(media: str) -> None:
    clean = cleaned(photo(2000, 1000), media)

    assert isinstance(clean, CleanFile)
    assert (clean.media, clean.ending) == (JPEG, "jpg")
    assert len(clean.content) < 40_000


def test_pdf_is_handed_on_as_it_is() -> None:
    assert cleaned(b"%PDF-1.7\nabc", PDF) == CleanFile(b"%PDF-1.7\nabc", PDF, "pdf")


def test_workbook_loses_its_author_and_keeps_its_figures() -> None:
    original = workbook()
    assert load_workbook(io.BytesIO(original)).properties.creator == OWNER

    clean = cleaned(original, XLSX)

    assert isinstance(clean, CleanFile)
    assert (clean.media, clean.ending) == (XLSX, "xlsx")
    book = load_workbook(io.BytesIO(clean.content))
    assert book.active["A1"].value == "45/45"  # type: ignore[index]
    assert book.properties.creator != OWNER
    with zipfile.ZipFile(io.BytesIO(clean.content)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert not any(OWNER.encode() in parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize(
    ("content", "media", "fault"),
    [
        (b"", JPEG, Fault.EMPTY),
        (b"MZ\x90\x00" + b"\0" * 200, JPEG, Fault.OTHER_KIND),  # a program under a picture's name
        (b"MZ\x90\x00" + b"\0" * 200, UNTOLD, Fault.OTHER_KIND),
        (b"<html><script>", PDF, Fault.OTHER_KIND),
        (b"%PDF-1.7", JPEG, Fault.OTHER_KIND),
        (photo(20, 20), PDF, Fault.OTHER_KIND),
        (photo(20, 20), XLSX, Fault.OTHER_KIND),
        (workbook(), DOCX, Fault.OTHER_KIND),
        (workbook(), JPEG, Fault.OTHER_KIND),
        (package("photos/a.jpg"), UNTOLD, Fault.OTHER_KIND),
        (photo(640, 480)[:3000], JPEG, Fault.BROKEN),
        (workbook()[:3000], XLSX, Fault.BROKEN),
        (package("word/document.xml", "word/vbaProject.bin"), DOCX, Fault.MACROS),
        (package("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), XLSX, Fault.MACROS),
        (package("word/document.xml", "word/activeX/activeX1.bin"), DOCX, Fault.MACROS),
        (
            package("word/document.xml", types="<a b='vnd.ms-word.document.macroEnabled.main'/>"),
            DOCX,
            Fault.MACROS,
        ),
        (b"%PDF-1.7\n/OpenAction << /S /JavaScript /JS (app.alert) >>", PDF, Fault.MACROS),
        (b"%PDF-1.7\n<< /S /Launch /F (cmd.exe) >>", PDF, Fault.MACROS),
    ],
)
def test_what_is_not_what_it_says_is_not_handed_on(content: bytes, media: str, fault: Fault) -> None:
    assert cleaned(content, media) is fault


def test_package_that_unpacks_to_very_much_is_not_unpacked() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("word/document.xml", b"\0" * 101 * 1024 * 1024)

    assert cleaned(written.getvalue(), DOCX) is Fault.BROKEN


@given(
    st.sampled_from([b"", b"\xff\xd8\xff", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n"]),
    st.binary(max_size=200),
    st.sampled_from([JPEG, PDF, XLSX, DOCX, UNTOLD, "", "text/html"]),
)
def test_no_content_raises(head: bytes, rest: bytes, media: str) -> None:
    assert isinstance(cleaned(head + rest, media), CleanFile | Fault)
