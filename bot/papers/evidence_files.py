"""Evidence as a reviewer gets it: checked by its first bytes, without the traces of who made it and where."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum

from bot.papers.pictures import NotAPicture, small_picture

MOST_UNPACKED = 100 * 1024 * 1024  # bytes of an office file, unpacked
MOST_PARTS = 5_000


class Fault(StrEnum):
    """Why a file is not handed on."""

    EMPTY = "empty"
    OTHER_KIND = "other_kind"  # its content is not what its name says, or nothing that is allowed
    MACROS = "macros"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file to hand on. `media` is its MIME type by its content, `ending` has no dot."""

    content: bytes
    media: str
    ending: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
_DOCUMENTS = {
    "word/": (f"{_OFFICE}wordprocessingml.document", "docx"),
    "xl/": (f"{_OFFICE}spreadsheetml.sheet", "xlsx"),
}
_MACROS = re.compile(r"vbaProject|vbaData|/macrosheets/|/activeX/|/embeddings/.*\.bin$", re.IGNORECASE)
_EMPTY_PARTS = {
    "docProps/core.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "docProps/app.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "docProps/custom.xml": b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
_BEFORE_OUR_TIME = (1980, 1, 1, 0, 0, 0)


def cleaned(content: bytes, media: str) -> CleanFile | Fault:
    """What is handed on of a file that was sent as `media`: a picture small and bare, an office file without the names
    in its properties (authors of comments stay), a PDF as it is (it may name its author and program). Never raises."""
    if not content:
        return Fault.EMPTY
    kind = media.partition(";")[0].strip().lower()
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _picture(content) if kind.startswith("image/") or kind in _UNTOLD else Fault.OTHER_KIND
    if b"%PDF-" in content[:1024]:
        return _pdf(content) if kind == "application/pdf" or kind in _UNTOLD else Fault.OTHER_KIND
    if content.startswith(b"PK\x03\x04"):
        return _office(content, kind)
    return Fault.OTHER_KIND


_UNTOLD = ("", "application/octet-stream", "application/zip")


def _picture(content: bytes) -> CleanFile | Fault:
    try:
        small, _ = small_picture(content)
    except NotAPicture:
        return Fault.BROKEN
    return CleanFile(small, "image/jpeg", "jpg")


def _pdf(content: bytes) -> CleanFile | Fault:
    if re.search(rb"/(?:JavaScript|Launch|EmbeddedFile)\b", content):
        return Fault.MACROS
    return CleanFile(content, "application/pdf", "pdf")


def _office(content: bytes, kind: str) -> CleanFile | Fault:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                return Fault.BROKEN
            names = [part.filename for part in parts]
            if any(_MACROS.search(name) for name in names):
                return Fault.MACROS
            found = next(
                (what for folder, what in _DOCUMENTS.items() if any(n.startswith(folder) for n in names)),
                None,
            )
            if (
                found is None
                or "[Content_Types].xml" not in names
                or (kind not in _UNTOLD and kind != found[0])
            ):
                return Fault.OTHER_KIND
            if b"macroEnabled" in package.read("[Content_Types].xml"):
                return Fault.MACROS
            return CleanFile(_without_people(package, parts), *found)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        ValueError,
        KeyError,
        EOFError,
        RuntimeError,
        NotImplementedError,
    ):
        return Fault.BROKEN  # zipfile raises any of these for a broken or encrypted package


def _without_people(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> bytes:
    """The package with its properties emptied, and without the times at which its parts were written."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bare:
        for part in parts:
            content = _EMPTY_PARTS.get(part.filename) or package.read(part)
            bare.writestr(zipfile.ZipInfo(part.filename, _BEFORE_OUR_TIME), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
