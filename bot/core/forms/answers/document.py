"""The number of a document, perhaps with its date: "15-KH/ĐU", "Số: 123/KH-UBND", "28-KH/TTCT, ngày 06/01/2020"."""

import re
from dataclasses import replace

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import dates, document_number, vocabulary
from bot.core.forms.answers.date_reading import named
from bot.core.forms.answers.document_number import Found
from bot.core.forms.answers.number_phrases import other_digits
from bot.core.forms.answers.outcome import (
    Context,
    Doubtful,
    Problem,
    Refused,
    Unclear,
    Understanding,
    Understood,
)
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question
from bot.core.guards import secrecy_marking

_DATED = re.compile(
    r"(?P<comma>,)?[\s(–-]*(?:\b(?:(?:ký|ky|ra|ban hành|ban hanh)\s+)?(?:ngày|ngay|dated|of|on)\s+(?=\d|mai\b|kia\b)|"
    r"\b(?=hôm\s|hom\s)|"
    r"(?<=[\s(])(?=\d{1,2}[/.-]\d{1,2}(?![\dA-Za-z])(?!/\d*[^\W\d])))"
    r"(?P<date>.+)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s(?:về|v/v|ve viec|vv)\s.*$", re.IGNORECASE)
_NONE = re.compile(
    r"(?:da |hien |van )*(?:khong|ko|k|chua|no|not|dang|sap|cho)"
    r"(?: (?:co|ban hanh|soan|soan thao|du thao|trinh|trinh ky|cho|cho so|ky|ra|so|van ban|ke hoach|nghi quyet|"
    r"bao cao|cong van|duoc|xay dung|"
    r"document|yet|issued|number))*"
)


def understand(text: str, question: Question, *, context: Context) -> Understanding:
    """{"number": "15-KH/ĐU", "date": "2026-11-20" or None}."""
    if marking := secrecy_marking(text):
        return Refused(why(Code.SECRECY, marking=marking))
    if other_digits(text):
        return Refused(why(Code.OTHER_DIGITS))
    plain = strip_courtesy(document_number.one_style(text)).strip(" .,;:")
    folded = fold(plain)
    if vocabulary.not_known(folded):
        return Unclear(why(Code.NOT_KNOWN))
    if folded in vocabulary.NOT_APPLICABLE:
        return Unclear(why(Code.NOT_APPLICABLE_HERE))
    if vocabulary.means_nothing(folded) or _NONE.fullmatch(folded):
        return Unclear(why(Code.NO_DOCUMENT))
    subject = _SUBJECT.search(plain)
    dated = _DATED.search(head := plain[: subject.start()] if subject else plain)
    numbers = document_number.find(head[: dated.start()] if dated else head)
    if not numbers and (parted := document_number.day_first(head)):  # "ngày 20/11/2026 số 15-KH/ĐU"
        day, number = parted
        if len(numbers := document_number.find(number)) == 1:
            return _with_date(numbers[0], day, parted=False, question=question, context=context)
    if not numbers:
        incomplete = document_number.only_count(head[: dated.start()] if dated else head)
        return Unclear(why(Code.INCOMPLETE_NUMBER if incomplete else Code.NOT_A_DOCUMENT))
    if len(numbers) > 1:
        return Unclear(why(Code.SEVERAL_DOCUMENTS))
    found = replace(numbers[0], beside=(subject.group().strip() if subject else numbers[0].beside))
    if "?" in text:
        return Unclear(why(Code.UNSURE))
    if dated is None:
        return _settled({"number": found.number, "date": None}, _doubt(found))
    return _with_date(
        found, dated["date"], parted=dated["comma"] is not None, question=question, context=context
    )


def _with_date(
    found: Found, text: str, *, parted: bool, question: Question, context: Context
) -> Understanding:
    """A paper may be older than the reporting period. A comma parts number and date for sure ("số ..., ngày ...")."""
    day = named(text, today=context.today)
    if isinstance(day, Code):
        return Unclear(why(day))
    timeless = replace(context, starts_on=None, ends_on=None)
    resolved = dates.resolve(day, future=question.future, context=timeless)
    if isinstance(resolved, Refused | Unclear):
        return replace(resolved, value=resolved.value and {"number": found.number, "date": resolved.value})
    value = {"number": found.number, "date": resolved.value}
    certain = parted and isinstance(resolved, Understood) and day.year is not None
    split = None if certain else why(Code.NUMBER_AND_DATE, number=found.number, date=resolved.value)
    return _settled(value, _doubt(found) or split)


def _doubt(found: Found) -> Problem | None:
    if not found.complete:
        return why(Code.INCOMPLETE_NUMBER)
    if not found.sure:
        return why(Code.SYMBOL_COMPLETED, number=found.number)
    return why(Code.WORDS_BESIDE, words=found.beside) if found.beside else None


def _settled(value: dict[str, str | None], doubt: Problem | None) -> Understanding:
    return Understood(value) if doubt is None else Doubtful(value, doubt)
