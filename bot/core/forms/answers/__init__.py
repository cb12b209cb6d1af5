"""How each kind of question understands what was typed. The table below is the list of kinds.

Nothing here raises for any text, keeps anything, or speaks: what is not certain is Doubtful or Unclear, with a
code of `problems.py`.
"""

from collections.abc import Mapping
from typing import Protocol

from bot.core.folding import clean, looks_misencoded
from bot.core.forms.answers import (
    again,
    dates,
    decimal,
    document,
    evidence,
    integer,
    money_million,
    ratio,
    select_multiple,
    select_one,
    yes_no,
)
from bot.core.forms.answers import (
    text as free_text,
)
from bot.core.forms.answers.outcome import Context, Refused, Unclear, Understanding
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question, Type

CLOSED_LIMIT = 300  # characters of an answer that is not free text
_RAW = 4  # decomposed letters and invisible signs make a text longer than it is; beyond this, never mind why


class AnswerType(Protocol):
    """Reads a clean text as an answer of one type."""

    def __call__(self, text: str, question: Question, *, context: Context) -> Understanding: ...


ANSWERS: Mapping[Type, AnswerType] = {
    Type.YES_NO: yes_no.understand,
    Type.INTEGER: integer.understand,
    Type.DECIMAL: decimal.understand,
    Type.MONEY_MILLION: money_million.understand,
    Type.RATIO: ratio.understand,
    Type.DATE: dates.understand,
    Type.DOCUMENT: document.understand,
    Type.SELECT_ONE: select_one.understand,
    Type.SELECT_MULTIPLE: select_multiple.understand,
    Type.TEXT: free_text.understand,
    Type.EVIDENCE: evidence.understand,
}


def understand(text: str, question: Question, *, context: Context) -> Understanding:
    """What the text, as typed, answers to the question. KeyError for a note or a calculation: nobody answers those."""
    answer = again.understand if question.again else ANSWERS[question.type]
    limit = free_text.LIMIT if question.type is Type.TEXT else CLOSED_LIMIT
    misencoded = "\xad" in text and looks_misencoded(text[:limit])  # a letter of TCVN3, elsewhere invisible
    if len(text) <= _RAW * limit:
        text = clean(text)
    if len(text) > limit:
        return Refused(why(Code.TOO_LONG, length=len(text), limit=limit))
    if not text:
        return Unclear(why(Code.EMPTY))
    if misencoded or looks_misencoded(text):
        return Unclear(why(Code.MISENCODED))
    return answer(text, question, context=context)
