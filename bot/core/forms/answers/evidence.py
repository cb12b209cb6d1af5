"""Photos and files as evidence: jpg, png, pdf, docx, xlsx, 10 MB each, no macros (domain notes 6.2, item 11).

HEIC and WebP are refused like everything else that is not on the list: many office computers cannot open them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.attachments import Attachment
from bot.core.file_names import marking_in, words_of
from bot.core.folding import clean
from bot.core.forms.answers.outcome import Context, Refused, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question
from bot.core.guards import personal_data, secrecy_marking

LARGEST = 10 * 1024 * 1024  # bytes
MOST = 10  # files of one answer

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "image/jpeg": ("jpg", "jpeg", "jfif"),
    "image/jpg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "application/pdf": ("pdf",),
    f"{_OFFICE}wordprocessingml.document": ("docx",),
    f"{_OFFICE}spreadsheetml.sheet": ("xlsx",),
}
_ANY_ENDING = frozenset(ending for endings in _ENDINGS.values() for ending in endings)
_UNTOLD = frozenset(
    ("", "application/octet-stream", "application/zip")
)  # what some phones say of an office file
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})$")


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """Words are no evidence. Skipping is the form's business and never comes here."""
    return Refused(why(Code.FILE_EXPECTED))


def accept(
    attachments_so_far: Sequence[Mapping[str, Any]], attachment: Attachment, *, caption: str = ""
) -> Understanding:
    """All files of the answer with the new one behind, in the JSON form of `Attachment`, without its name, which was
    looked at and tells nothing more. What is refused leaves them as they were."""
    if not _allowed(attachment):
        return Refused(why(Code.FILE_KIND, name=attachment.name))
    if attachment.size is not None and attachment.size > LARGEST:
        return Refused(why(Code.FILE_SIZE, size=attachment.size, limit=LARGEST))
    name = attachment.name or ""
    if marking := secrecy_marking(caption) or marking_in(name):
        return Refused(why(Code.SECRECY, marking=marking))
    if kind := personal_data(caption) or personal_data(words_of(name)):
        return Unclear(why(Code.PERSONAL_DATA, kind=kind))
    if any(kept["unique"] == attachment.unique for kept in attachments_so_far):
        return Refused(why(Code.FILE_TWICE, name=attachment.name))
    if len(attachments_so_far) >= MOST:
        return Refused(why(Code.FILE_COUNT, limit=MOST))
    nameless = replace(attachment, name=None)  # names of files hold names of people more often than not
    return Understood([*attachments_so_far, nameless.to_json()])


def accept_all(
    so_far: Sequence[Mapping[str, Any]], attachments: Sequence[Attachment], *, caption: str = ""
) -> tuple[list[Mapping[str, Any]], Refused | Unclear | None]:
    """The files of the answer with these, as far as they are taken, and what is to be said of the first that is not.
    Words that must not be kept count for the whole album: nothing of it stays, whichever part came first."""
    kept = list(so_far)
    if attachments and (secrecy_marking(caption) or personal_data(caption)):
        album = attachments[0].album
        kept = [one for one in kept if album is None or one.get("album") != album]
    refusal: Refused | Unclear | None = None
    for attachment in attachments:
        reading = accept(kept, attachment, caption=caption)
        match reading:
            case Understood():
                kept = list(reading.value)
            case Refused() | Unclear():
                refusal = refusal or reading
    return kept, refusal


def _allowed(attachment: Attachment) -> bool:
    """By what the messenger says and by the name's ending: the two must agree ("list.docm" is no docx)."""
    media = attachment.media.partition(";")[0].strip().lower()
    ending = _ENDING.search(clean(attachment.name or ""))
    if media in _UNTOLD:
        return ending is not None and ending[1].lower() in _ANY_ENDING
    return media in _ENDINGS and (ending is None or ending[1].lower() in _ENDINGS[media])
